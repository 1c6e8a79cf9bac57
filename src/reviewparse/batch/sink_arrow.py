"""Parquet: one file of the schema of ``reviewparse.arrow``, or a folder of parts for engines that read in parallel."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reviewparse import arrow
from reviewparse.batch.sinks import Form, Parts, Sink, errors_name
from reviewparse.batch.work import ErrorRow, Row
from reviewparse.extras import require
from reviewparse.review import Review

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq
else:
    pa = require("pyarrow", "arrow")
    pq = require("pyarrow.parquet", "arrow")

ERRORS = pa.schema(
    [
        *(arrow.SCHEMA.field(name) for name in ("id", "url")),
        arrow.SCHEMA.field("error").with_name("code"),
        arrow.SCHEMA.field("message"),
    ],
    metadata=arrow.SCHEMA.metadata,
)
"""The errors table: the columns of the schema that say what went wrong."""

ROW_GROUP = 1 << 25
"""Bytes in memory of a row group of a single file: large enough to read fast, small enough to hold several times."""

COMPRESSION = "zstd"


@dataclass(frozen=True, slots=True)
class ArrowSink:
    """Rows travel as Arrow IPC streams and are stored as Parquet."""

    suffix = ".parquet"

    def row(self, review: Review, key: str) -> Row:
        """A row of the schema."""
        return arrow.row(review, id=key)

    def encode(self, rows: Sequence[Row]) -> bytes:
        """A stream with one batch."""
        batch = arrow.to_batch([dict(row) for row in rows])
        sink = pa.BufferOutputStream()
        with pa.ipc.new_stream(sink, batch.schema) as writer:
            writer.write_batch(batch)
        data: bytes = sink.getvalue().to_pybytes()
        return data

    def write_part(self, path: Path, payloads: Sequence[bytes]) -> None:
        """All batches as one row group."""
        batches = [batch for payload in payloads for batch in pa.ipc.open_stream(payload)]
        _write(pa.Table.from_batches(batches, arrow.SCHEMA), path)
        del batches
        pa.default_memory_pool().release_unused()

    def write_errors(self, path: Path, errors: Sequence[ErrorRow]) -> None:
        """The errors table."""
        _write(pa.Table.from_pylist(list(errors), ERRORS), path)

    def names(self, out: Path) -> Sequence[str]:
        """One folder, or reviews and errors."""
        return (out.name, errors_name(out)) if out.suffix else (out.name,)

    def assemble(self, parts: Parts, out: Path) -> Mapping[str, Path]:
        """Parts moved together into a folder, or one file each."""
        if not out.suffix:
            folder = parts.folder / out.name
            folder.mkdir()
            for path in (*parts.reviews, *parts.errors):
                _link(path, folder / path.name)
            return {out.name: folder}
        made = {name: parts.folder / name for name in self.names(out)}
        join(parts.reviews, made[out.name], arrow.SCHEMA)
        join(parts.errors, made[errors_name(out)], ERRORS)
        return made


def make(form: Form) -> Sink:  # noqa: ARG001 - the signature of all sinks
    """The sink."""
    return ArrowSink()


def join(paths: Sequence[Path], target: Path, schema: Any) -> None:  # noqa: ANN401 - a class without types
    """Parquet files as one, a few parts in memory at a time."""
    with pq.ParquetWriter(target, schema, compression=COMPRESSION) as writer:
        for group in _groups(paths):
            writer.write_table(pa.concat_tables(group))
            group.clear()
            pa.default_memory_pool().release_unused()  # which it would keep for a later need


def _groups(paths: Sequence[Path]) -> Iterator[list[Any]]:
    group: list[Any] = []
    for path in paths:
        group.append(pq.ParquetFile(path, pre_buffer=False).read(use_threads=False))
        if sum(table.nbytes for table in group) >= ROW_GROUP:
            yield group
            group = []
    if group:
        yield group


def _write(table: Any, path: Path) -> None:  # noqa: ANN401 - a class without types
    pq.write_table(table, path, compression=COMPRESSION)


def _link(path: Path, target: Path) -> None:
    """A second name for the file, where the disk can; else a copy. The first must stay until all is in its place."""
    try:
        target.hardlink_to(path)
    except OSError:
        shutil.copyfile(path, target)
