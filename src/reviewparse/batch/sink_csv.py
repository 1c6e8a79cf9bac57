"""CSV for a spreadsheet: a line a review, lists joined, no prose and no tracks; nothing a page says can run there.

A spreadsheet takes a cell that begins with ``=``, ``+``, ``-``, ``@``, a tab or a line break for a formula. Such a cell
gets an apostrophe in front, which spreadsheets do not show; ``--raw-cells`` leaves it as it is, for other readers.
Numbers stay numbers.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reviewparse.batch.sinks import Form, Parts, Sink, concatenate, errors_name
from reviewparse.batch.work import ErrorRow, Row
from reviewparse.review import Review

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")

COLUMNS = (
    *("id", "url", "kind", "lang", "title", "authors", "published", "updated"),
    *("rating", "best", "grade", "fraction", "work", "creators", "work_label", "tracks", "credits", "warnings"),
)

ERROR_COLUMNS = ("id", "url", "code", "message")

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class CsvSink:
    """Comma-separated values in UTF-8, with a line of names."""

    guarded: bool
    suffix = ".csv"

    def row(self, review: Review, key: str) -> Row:
        """The JSON form, and the two numbers that it has not."""
        rating = review.rating
        return {"id": key, **review.to_dict(), "fraction": None if rating is None else rating.fraction}

    def encode(self, rows: Sequence[Row]) -> bytes:
        """Lines."""
        return self._lines(map(_cells, rows))

    def write_part(self, path: Path, payloads: Sequence[bytes]) -> None:
        """Lines as they came."""
        path.write_bytes(b"".join(payloads))

    def write_errors(self, path: Path, errors: Sequence[ErrorRow]) -> None:
        """Lines of errors."""
        path.write_bytes(self._lines([error[name] for name in ERROR_COLUMNS] for error in errors))

    def names(self, out: Path) -> Sequence[str]:
        """Reviews and errors."""
        return (out.name, errors_name(out))

    def assemble(self, parts: Parts, out: Path) -> Mapping[str, Path]:
        """One file each, with its line of names."""
        made = {name: parts.folder / name for name in self.names(out)}
        concatenate(parts.reviews, made[out.name], self._lines([COLUMNS]))
        concatenate(parts.errors, made[errors_name(out)], self._lines([ERROR_COLUMNS]))
        return made

    def _lines(self, rows: Iterable[Sequence[Cell]]) -> bytes:
        text = io.StringIO()
        write = csv.writer(text, lineterminator="\r\n")
        write.writerows([guard(cell) if self.guarded else cell for cell in row] for row in rows)
        return text.getvalue().encode("utf-8", "replace")


def make(form: Form) -> Sink:
    """The sink."""
    return CsvSink(guarded=not form.raw_cells)


def guard(cell: Cell) -> Cell:
    """A text that a spreadsheet would run, made one that it shows.

    >>> guard("=1+1"), guard(-4.0), guard("Cold Tap")
    ("'=1+1", -4.0, 'Cold Tap')
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def _cells(row: Row) -> Sequence[Cell]:
    work = row["work"] or {}
    rating: Row = next((one for one in row["ratings"] if one["label"] is None), {})
    made = {
        **row,
        "authors": _joined(row["authors"]),
        "rating": rating.get("value"),
        "best": rating.get("best"),
        "grade": rating.get("grade"),
        "work": work.get("title"),
        "creators": _joined(work.get("creators", ())),
        "work_label": work.get("label"),
        "tracks": len(row["tracks"]),
        "credits": _joined(f"{credit['role']}: {', '.join(credit['names'])}" for credit in row["credits"]),
        "warnings": _joined(row.get("warnings", ())),
    }
    return [made.get(name) for name in COLUMNS]


def _joined(names: Iterable[str]) -> str | None:
    return "; ".join(names) or None
