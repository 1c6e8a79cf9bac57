"""Reviews on Spark: a data frame of pages becomes a data frame of reviews, wherever its partitions lie.

The package must be installed where the executors run, with the extra ``arrow``: a cluster brings its own Spark. The
extra ``spark`` installs Spark and what it asks for on a single machine.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any, Unpack

from reviewparse.extras import require, require_all

if not TYPE_CHECKING:
    require_all({"pyspark": "spark"})  # before the extra arrow is asked for, which spark includes

from reviewparse.arrow import SCHEMA, parse_batch
from reviewparse.batch.contents import text_of
from reviewparse.batch.items import Item, StoredPage
from reviewparse.batch.records import Archive
from reviewparse.limits import DEFAULT
from reviewparse.options import Settings, check
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
    check(settings)
    columns = [content, *(name for name in (url, id) if name is not None)]
    read = partial(_parsed, content_column=content, url_column=url, id_column=id, **settings)
    return df.select(*dict.fromkeys(columns)).mapInArrow(read, schema_ddl())


def warc_pages(spark: SparkSession, paths: Sequence[str]) -> DataFrame:
    """The pages of web archives: ``id``, ``url`` and ``content`` of every HTML or text response that went well.

    Each archive is read by one task, as a stream. A damaged record is a row whose ``content`` is null, and ``parse``
    makes a row with an error of it; where an archive is cut or cannot be followed any further, the rest of it is one
    such row whose ``id`` is the path. Executors need the extra ``warc``, too.

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
            pages = rows_of(path)
            while rows := list(islice(pages, ARCHIVED)):
                yield pa.RecordBatch.from_pylist(rows, schema=PAGES)


def rows_of(path: str) -> Iterator[dict[str, str | None]]:
    """The rows of ``warc_pages`` for one archive, without Spark."""
    files, name = fs.FileSystem.from_uri(path)
    with files.open_input_file(name) as file:
        for item in Archive(name=path, raw=file).pages():
            yield _page(item)


def _page(item: Item) -> dict[str, str | None]:
    content = None
    if isinstance(item, StoredPage):
        with contextlib.suppress(OSError):  # packed in a way that is not known
            content = text_of(item, enough(DEFAULT))
    return {"id": item.id, "url": item.url, "content": content}
