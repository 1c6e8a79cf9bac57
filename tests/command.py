"""The command line as a test calls it."""

from __future__ import annotations

from pathlib import Path

from reviewparse import cli


def run(*argv: str | Path) -> int:
    """Its exit code; what is refused raises ``SystemExit``."""
    return cli.main([str(arg) for arg in argv])
