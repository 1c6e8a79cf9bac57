"""Reviews on a real Spark of two cores: the rows that one process gives, order aside."""

from __future__ import annotations

import gzip
import os
import shutil
import sys
import uuid
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

import reviewparse as rp
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


def archive(path: Path, pages: list[bytes], charset: str = "utf-8") -> bytes:
    """A packed WARC of responses, and of what is no page."""
    records = [
        *(("200 OK", f"text/html; charset={charset}", body) for body in pages),
        ("404 Not Found", "text/html", b"<p>Not here"),
        ("200 OK", "image/png", b"\x89PNG"),
    ]
    packed = b""
    for number, (status, media, body) in enumerate(records):
        http = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\nContent-Encoding: gzip\r\n\r\n".encode()
        block = http + gzip.compress(body)
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{uuid.UUID(int=number)}>\r\n"
            f"WARC-Target-URI: https://a.example/{number}\r\nWARC-Date: 2012-05-09T00:00:00Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
        )
        packed += gzip.compress(head.encode() + block + b"\r\n\r\n")
    path.write_bytes(packed)
    return packed


def test_web_archives_become_reviews_and_half_a_one_an_error(spark: SparkSession, tmp_path: Path) -> None:
    pytest.importorskip("fastwarc", reason="needs the extra warc")
    bodies = [page.read_bytes() for page in PAGES]
    whole, half = tmp_path / "whole.warc.gz", tmp_path / "half.warc.gz"
    half.write_bytes(archive(whole, bodies)[: len(whole.read_bytes()) // 2])
    pages = on_spark.warc_pages(spark, [whole.as_uri(), half.as_uri()])
    rows = [row.asDict() for row in on_spark.parse(pages, url="url", id="id").collect()]
    found = [row for row in rows if row["error"] is None]
    assert len(found) >= len(bodies)
    assert [row["id"] for row in rows if row["error"]] == [half.as_uri()]
    titles = {row["url"]: row["title"] for row in found}
    assert titles == {f"https://a.example/{number}": rp.parse(body).title for number, body in enumerate(bodies)}


def test_a_column_that_is_not_there_is_named_before_anything_runs(spark: SparkSession, pages: Path) -> None:
    with pytest.raises(Exception, match="content"):
        on_spark.parse(spark.read.parquet(str(pages)))
