"""Reviews on Spark: a data frame of pages becomes a data frame of reviews, wherever its partitions lie.

The package must be installed where the executors run, with the extra ``arrow``. It needs no more here, since the data
frame brings Spark along; the extra ``spark`` installs Spark and what it asks for on a single machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, Unpack

from reviewparse.api import Settings
from reviewparse.arrow import SCHEMA, parse_batch
from reviewparse.extras import require

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame
else:
    pa = require("pyarrow", "arrow")

ROWS = 256
"""Pages whose reviews are in memory at a time; Spark sends up to ``spark.sql.execution.arrow.maxRecordsPerBatch``."""

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


def schema_ddl() -> str:
    """``reviewparse.arrow.SCHEMA`` in Spark's words, for ``createDataFrame`` and ``spark.read.schema``."""
    return ", ".join(f"`{field.name}` {_ddl(field.type)}" for field in SCHEMA)


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
