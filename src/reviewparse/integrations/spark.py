"""Reviews on Spark: a data frame of pages becomes a data frame of reviews, wherever its partitions lie.

The package must be installed where the executors run, with the extra ``arrow``. It needs no more here, since the data
frame brings Spark along; the extra ``spark`` installs Spark and what it asks for on a single machine.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any, Unpack

from reviewparse.api import Settings
from reviewparse.arrow import SCHEMA, parse_batch
from reviewparse.extras import require
from reviewparse.limits import DEFAULT
from reviewparse.reading.charset import decode
from reviewparse.reading.source import enough

if TYPE_CHECKING:
    import pyarrow as pa
    from pyarrow import fs
    from pyspark.sql import DataFrame, SparkSession
else:
    pa = require("pyarrow", "arrow")
    fs = require("pyarrow.fs", "arrow")

ROWS = 256
"""Pages whose reviews are in memory at a time; Spark sends up to ``spark.sql.execution.arrow.maxRecordsPerBatch``."""

PAGES = pa.schema([("id", pa.string()), ("url", pa.string()), ("content", pa.string())])
"""The columns of pages that come out of web archives."""

ARCHIVED = 32
"""Pages of an archive that are sent on at a time."""

GZIP = b"\x1f\x8b"
BLOCK = 1 << 16
RECORD = re.compile(
    rb"WARC/(?:[^\r\n]++\r\n)*?Content-Length:[ ]*+(?P<length>\d{1,15})\r\n(?:[^\r\n]++\r\n)*+\r\n", re.I
)
"""The head of a record that is not packed."""

MEDIA = frozenset(("text/html", "application/xhtml+xml", "text/plain"))

_NAMES = {"string": "STRING", "double": "DOUBLE", "int64": "BIGINT", "bool": "BOOLEAN", "date32[day]": "DATE"}


def parse(
    df: DataFrame,
    content: str = "content",
    *,
    url: str | None = None,
    id: str | None = None,  # noqa: A002 - the name of the column
    **settings: Unpack[Settings],
) -> DataFrame:
    """Read the pages of a data frame: one row for each, with the columns of ``reviewparse.arrow.SCHEMA``.

    Args:
        df: A data frame with a column of pages.
        content: That column: strings (HTML or text) or binary (HTML).
        url: A column of addresses.
        id: A column of keys, to join the reviews with what else is known of the pages.
        **settings: As of ``reviewparse.parse``, for every page.
    """
    columns = [content, *(name for name in (url, id) if name is not None)]
    read = partial(_parsed, content_column=content, url_column=url, id_column=id, **settings)
    return df.select(*dict.fromkeys(columns)).mapInArrow(read, schema_ddl())


def warc_pages(spark: SparkSession, paths: Sequence[str]) -> DataFrame:
    """The pages of web archives: ``id``, ``url`` and ``content`` of every HTML or text response that went well.

    Each archive is read by one task, as a stream. Where one is damaged or cut, the rest of it, from the page it happens
    in, is one row whose ``id`` is the path and whose ``content`` is null; ``parse`` makes a row with an error of it.
    Executors need the extra ``warc``, too.

    Args:
        spark: The session.
        paths: Addresses of WARC files, packed or not, that Arrow opens on every executor: ``hdfs://``, ``s3://``,
            ``gs://``, ``file:///``, or absolute paths.
    """
    archives = spark.createDataFrame([(path,) for path in paths], "path STRING").repartition(max(1, len(paths)))
    return archives.mapInArrow(_archived, schema_ddl(PAGES))


def schema_ddl(schema: pa.Schema = SCHEMA) -> str:
    """``reviewparse.arrow.SCHEMA`` in Spark's words, for ``createDataFrame`` and ``spark.read.schema``."""
    return ", ".join(f"`{field.name}` {_ddl(field.type)}" for field in schema)


def _parsed(batches: Iterable[pa.RecordBatch], **settings: Any) -> Iterator[pa.RecordBatch]:  # noqa: ANN401
    for batch in batches:
        for start in range(0, batch.num_rows, ROWS):
            yield parse_batch(batch.slice(start, ROWS), **settings)


def _ddl(kind: pa.DataType) -> str:
    if pa.types.is_list(kind):
        return f"ARRAY<{_ddl(kind.value_type)}>"
    if pa.types.is_struct(kind):
        return f"STRUCT<{', '.join(f'`{field.name}`: {_ddl(field.type)}' for field in kind)}>"
    return _NAMES[str(kind)]


def _archived(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        for path in batch.column("path").to_pylist():
            pages = _pages(path)
            while rows := list(islice(pages, ARCHIVED)):
                yield pa.RecordBatch.from_pylist(rows, schema=PAGES)


def _pages(path: str) -> Iterator[dict[str, str | None]]:
    warc = require("fastwarc.warc", "warc")
    files, name = fs.FileSystem.from_uri(path)
    with files.open_input_file(name) as file:
        try:
            start, held = 0, None  # a page is let go when the archive goes on behind it
            for record in warc.ArchiveIterator(file, record_types=warc.WarcRecordType.response, auto_decode="all"):
                if held is not None:
                    yield held
                start, held = record.stream_pos, _page(record)
            _check_end(file, start)
            if held is not None:
                yield held
        except BaseException as error:
            # a panic of fastwarc is no Exception, but it is of the archive, too
            if not isinstance(error, OSError | ValueError | zlib.error) and type(error).__name__ != "PanicException":
                raise
            yield {"id": path, "url": None, "content": None}


def _check_end(file: pa.NativeFile, start: int) -> None:
    """Look whether an archive is whole from its last response on, for fastwarc says nothing of a cut.

    Raises:
        OSError: it is not.
    """
    file.seek(start)
    is_packed = file.read(len(GZIP)) == GZIP
    file.seek(start)
    if not (_packed_is_whole(file) if is_packed else _is_whole(file, start)):
        message = "the archive ends inside a record"
        raise OSError(message)


def _packed_is_whole(file: pa.NativeFile) -> bool:
    unpack, rest = zlib.decompressobj(zlib.MAX_WBITS | 16), b""
    while rest or (rest := file.read(BLOCK)):
        unpack = zlib.decompressobj(zlib.MAX_WBITS | 16) if unpack.eof else unpack
        unpack.decompress(rest)
        rest = unpack.unused_data
    return unpack.eof


def _is_whole(file: pa.NativeFile, start: int) -> bool:
    size = file.size()
    while start < size:
        file.seek(start)
        head = RECORD.match(file.read(BLOCK))
        if head is None:
            return False
        start += head.end() + int(head["length"]) + len(b"\r\n\r\n")
    return bool(start == size)


def _page(record: Any) -> dict[str, str | None] | None:  # noqa: ANN401 - a class of fastwarc
    status = record.http_headers.status_code if record.http_headers is not None else None
    media = (record.http_content_type or "").partition(";")[0].strip().lower()
    if not 200 <= (status or 200) < 300 or media not in MEDIA:
        return None
    content = record.reader.read(enough(DEFAULT))
    return {"id": record.record_id, "url": record.headers.get("WARC-Target-URI"), "content": _text(content, record)}


def _text(content: bytes, record: Any) -> str:  # noqa: ANN401 - a class of fastwarc
    """Decoded as the server says, else as the page declares."""
    try:
        return content.decode(record.http_charset, "replace") if record.http_charset else decode(content)
    except LookupError:  # no such charset
        return decode(content)
