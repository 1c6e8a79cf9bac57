"""Reviews on Ray Data: a dataset of pages becomes a dataset of reviews.

The package must be installed on every node, with the extra ``arrow``: a cluster brings its own Ray. The extra ``ray``
installs Ray on a single machine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

from reviewparse.extras import require, require_all

if not TYPE_CHECKING:
    require_all({"ray": "ray"})  # before the extra arrow is asked for, which ray includes

from reviewparse.arrow import SCHEMA, parse_batch
from reviewparse.options import Settings, check

if TYPE_CHECKING:
    import pyarrow as pa
    from ray.data import Dataset
else:
    pa = require("pyarrow", "arrow")

ROWS = 256
"""Pages whose reviews are in memory at a time, unless told."""


def parse(
    dataset: Dataset,
    content: str = "content",
    *,
    url: str | None = None,
    id: str | None = None,  # noqa: A002 - the name of the column
    rows: int = ROWS,
    **settings: Unpack[Settings],
) -> Dataset:
    """Read the pages of a dataset: one row for each, with the columns of ``reviewparse.arrow.SCHEMA``.

    Args:
        dataset: A dataset with a column of pages.
        content: That column: strings (HTML or text) or binary (HTML).
        url: A column of addresses; unless told, ``url`` where there is such a column.
        id: A column of keys; unless told, ``id`` where there is such a column.
        rows: Pages in a batch.
        **settings: As of ``reviewparse.parse``, for every page.
    """
    check(settings)
    columns = {"content_column": content, "url_column": url, "id_column": id}
    return dataset.map_batches(parse_table, batch_format="pyarrow", batch_size=rows, fn_kwargs={**columns, **settings})


def parse_table(table: pa.Table, **settings: Any) -> pa.Table:  # noqa: ANN401 - as of parse_batch
    """``reviewparse.arrow.parse_batch`` for a table, with its arguments."""
    batches = table.to_batches()
    return pa.Table.from_batches([parse_batch(batch, **settings) for batch in batches], schema=SCHEMA)
