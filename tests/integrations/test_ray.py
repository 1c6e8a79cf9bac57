"""Reviews on a real Ray of two cores: the rows that one process gives, order aside."""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("ray", reason="needs the extra ray")
pytest.importorskip("pyarrow", reason="needs the extra ray")

import pyarrow as pa
import pyarrow.parquet as pq
import ray

from reviewparse import arrow
from reviewparse.integrations import ray as on_ray
from tests.fixture_pages import fixture_pages

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]  # Ray warns of defaults of its own

PAGES = [page.path for page in fixture_pages() if page.path.suffix == ".html"][::12]


@pytest.fixture(scope="module", autouse=True)
def cluster() -> Iterator[None]:
    """On the loopback; nothing is reported to anybody, nothing is written to the home folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RAY_USAGE_STATS_ENABLED", "0")
        patch.setenv("RAY_AUTH_TOKEN", secrets.token_hex(32))
        environment = {"env_vars": {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}}
        ray.init(
            num_cpus=2,
            include_dashboard=False,
            log_to_driver=False,
            runtime_env=environment,
            _node_ip_address="127.0.0.1",
        )
        yield
        ray.shutdown()


def test_ray_gives_the_rows_that_one_process_gives(tmp_path: Path) -> None:
    table = pa.table(
        {
            "id": [*(page.name for page in PAGES), "gone"],
            "html": pa.array([*(page.read_bytes() for page in PAGES), None], pa.binary()),
        }
    )
    found = on_ray.parse(ray.data.from_arrow(table).repartition(3), "html", rows=4, min_confidence=0.4)
    found.write_parquet(str(tmp_path / "reviews"))
    (batch,) = table.to_batches()
    alone = arrow.parse_batch(batch, content_column="html", min_confidence=0.4)
    written = pq.read_table(tmp_path / "reviews").cast(arrow.SCHEMA).sort_by("id")
    assert written.to_pylist() == pa.Table.from_batches([alone]).sort_by("id").to_pylist()
    assert written.num_rows == len(PAGES) + 1
