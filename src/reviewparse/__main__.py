"""``python -m reviewparse``: the same as the command."""

from __future__ import annotations

from reviewparse.cli import main

raise SystemExit(main())
