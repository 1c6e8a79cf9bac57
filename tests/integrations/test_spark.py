"""Reviews on a real Spark of two cores: the rows that one process gives, order aside."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyspark", reason="needs the extra spark")
pytest.importorskip("pyarrow", reason="needs the extra spark")

if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
    pytest.skip("Spark runs on Java, and there is none on this machine", allow_module_level=True)

import pyarrow as pa
import pyarrow.parquet as pq
from pyspark.sql import SparkSession

from reviewparse import arrow
from reviewparse.integrations import spark as on_spark
from tests.fixture_pages import fixture_pages

pytestmark = pytest.mark.slow

PAGES = [page.path for page in fixture_pages() if page.path.suffix == ".html"][::12]


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    quiet = {"spark.ui.enabled": "false", "spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}
    builder: Any = SparkSession.builder
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        patch.setenv("PYTHONPATH", os.pathsep.join(filter(None, sys.path)))  # executors run the code under test
        session = builder.master("local[2]").config(map=quiet).config("spark.sql.shuffle.partitions", 2).getOrCreate()
        yield session
        session.stop()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Stored pages as Parquet of several row groups, a null among them."""
    table = pa.table(
        {
            "key": [*(page.name for page in PAGES), "gone"],
            "html": pa.array([*(page.read_bytes() for page in PAGES), None], pa.binary()),
            "address": [*(f"https://{number}.example/" for number in range(len(PAGES))), None],
        }
    )
    path = tmp_path_factory.mktemp("pages") / "pages.parquet"
    pq.write_table(table, path, row_group_size=3)
    return path


def test_spark_gives_the_rows_that_one_process_gives(spark: SparkSession, pages: Path, tmp_path: Path) -> None:
    frame = spark.read.parquet(str(pages)).repartition(3)
    found = on_spark.parse(frame, "html", url="address", id="key", min_confidence=0.4)
    found.write.parquet(str(tmp_path / "reviews"))
    (batch,) = pq.read_table(pages).combine_chunks().to_batches()
    alone = arrow.parse_batch(batch, content_column="html", url_column="address", id_column="key", min_confidence=0.4)
    table = pq.read_table(tmp_path / "reviews").cast(arrow.SCHEMA).sort_by("id")
    assert table.to_pylist() == pa.Table.from_batches([alone]).sort_by("id").to_pylist()
    assert table.num_rows == len(PAGES) + 1


def test_spark_asks_for_what_is_inside(spark: SparkSession, pages: Path) -> None:
    reviews = on_spark.parse(spark.read.parquet(str(pages)), "html", id="key")
    reviews.createOrReplaceTempView("reviews")
    counted = spark.sql("select count(*) n, count(error) bad, sum(size(tracks)) tracks from reviews").first()
    assert counted is not None
    assert (counted["n"], counted["bad"]) == (len(PAGES) + 1, 1)
    assert counted["tracks"] > 0


def test_a_column_that_is_not_there_is_named_before_anything_runs(spark: SparkSession, pages: Path) -> None:
    with pytest.raises(Exception, match="content"):
        on_spark.parse(spark.read.parquet(str(pages)))
