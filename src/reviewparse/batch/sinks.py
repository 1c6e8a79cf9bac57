"""Where the rows go: the sink that an output's suffix asks for."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Protocol

from reviewparse.batch.work import Encoder, ErrorRow
from reviewparse.errors import BatchError

MODULES = {
    ".jsonl": "sink_json",
    ".ndjson": "sink_json",
    ".csv": "sink_csv",
    ".parquet": "sink_arrow",
    ".duckdb": "sink_duckdb",
    ".db": "sink_duckdb",
    "": "sink_arrow",
}
"""Suffix to module; no suffix is a folder of Parquet parts. A module is imported when it is asked for."""

NEEDS = {"sink_arrow": {"pyarrow": "arrow"}, "sink_duckdb": {"duckdb": "duckdb", "pyarrow": "duckdb"}}
"""Module to the packages that it needs, and the extras that install them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What can be asked of some sinks."""

    evidence: bool = False
    """JSON with what supports each value."""
    raw_cells: bool = False
    """CSV without the guard against formulas."""


USUAL = Form()


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a batch that is done."""

    folder: Path
    """A new folder on the same disk, for what is assembled."""
    reviews: Sequence[Path]
    errors: Sequence[Path]


class Sink(Encoder, Protocol):
    """Writes parts while the batch runs, and at its end makes the output of them."""

    suffix: str
    """Of the parts."""

    def write_part(self, path: Path, payloads: Sequence[bytes]) -> None:
        """The rows of a part, as a file."""

    def write_errors(self, path: Path, errors: Sequence[ErrorRow]) -> None:
        """The errors of a part, as a file."""

    def assemble(self, parts: Parts, out: Path) -> Mapping[str, Path]:
        """Make the output in ``parts.folder``: name beside ``out`` to the file or folder that will get it."""

    def names(self, out: Path) -> Sequence[str]:
        """The names that ``assemble`` will give."""


def sink_for(out: Path, form: Form = USUAL) -> Sink:
    """The sink for an output.

    Raises:
        BatchError: nothing is known of its suffix; the message names those that are.
        MissingExtra: it needs a package that is not installed.
    """
    module = MODULES.get(out.suffix.lower())
    if module is None:
        known = " ".join(suffix for suffix in MODULES if suffix)
        message = f"{out}: unknown suffix; known are {known}, and none for a folder of Parquet files"
        raise BatchError(message)
    make: Callable[[Form], Sink] = import_module(f"reviewparse.batch.{module}").make
    return make(form)


def needs_of(out: Path) -> Mapping[str, str]:
    """The packages without which an output cannot be written, and the extras that install them."""
    return NEEDS.get(MODULES.get(out.suffix.lower(), ""), {})


def errors_name(out: Path) -> str:
    """``reviews.errors.parquet`` beside ``reviews.parquet``."""
    return f"{out.stem}.errors{out.suffix}"


def concatenate(paths: Sequence[Path], target: Path, head: bytes = b"") -> None:
    """Files of lines, one behind the other."""
    with target.open("wb") as file:
        file.write(head)
        for path in paths:
            with path.open("rb") as part:
                shutil.copyfileobj(part, file)
