"""The records of a batch result: JSON Lines or Parquet, with the errors that stand beside them."""

from __future__ import annotations

import errno
import gzip
import json
import zlib
from collections.abc import Iterator, Mapping
from io import BufferedReader
from pathlib import Path
from typing import Any

from reviewparse.extras import require

JSON_LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
PARQUET = (".parquet",)

BAD_LINE = "bad_line"
"""Error of a line that is no JSON object."""

LONGEST = 64_000_000
"""Bytes of a line; a longer one is no record."""

ROWS = 256
"""Rows that are read at a time."""

Record = Mapping[str, Any]


def is_result(path: Path) -> bool:
    """Whether a path is that of a batch result, by its name; a folder is one."""
    return path.name.lower().endswith(JSON_LINES + PARQUET) or path.is_dir()


def records(path: Path) -> Iterator[Record]:
    """All records of a result, one at a time: those of its files when it is a folder.

    Raises:
        OSError: it cannot be read, or is not what its name says.
        MissingExtra: Parquet needs the extra ``arrow``.
    """
    files = sorted(one for one in path.rglob("*") if one.is_file() and is_result(one)) if path.is_dir() else [path]
    beside = path.with_name(f"{path.stem}.errors{path.suffix}")
    for file in dict.fromkeys([*files, *([beside] if beside.is_file() else [])]):
        yield from map(_known, _parquet(file) if file.name.lower().endswith(PARQUET) else _lines(file))


def _lines(path: Path) -> Iterator[Record]:
    with path.open("rb") as plain, gzip.open(plain) if path.suffix.lower() == ".gz" else plain as file:
        while line := _line(file):
            if not line.isspace():
                yield _object(line)


def _line(file: gzip.GzipFile | BufferedReader) -> bytes:
    try:
        return file.readline(LONGEST)
    except (EOFError, zlib.error) as error:
        raise OSError(errno.EINVAL, f"the compressed file is damaged: {error}", file.name) from None


def _object(line: bytes) -> Record:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return {"error": BAD_LINE}
    return record if isinstance(record, dict) else {"error": BAD_LINE}


def _parquet(path: Path) -> Iterator[Record]:
    parquet, arrow = require("pyarrow.parquet", "arrow"), require("pyarrow", "arrow")
    with path.open("rb") as plain:
        try:
            with parquet.ParquetFile(plain) as file:
                for batch in file.iter_batches(batch_size=ROWS):
                    yield from batch.to_pylist()
        except arrow.ArrowException as error:
            raise OSError(errno.EINVAL, f"no Parquet file: {error}", str(path)) from None


def _known(record: Record) -> Record:
    """A row of a table of errors has a code instead of the fields of a review."""
    return {"error": record["code"]} if record.get("code") and "title" not in record else record
