"""A batch keeps its order, streams, and outlives its pages."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewparse.many import AHEAD, CHUNK, Page, parse_many

PAGES = [f"Cold Tap, part {number}\n\nReviewed by Orla Venn\n\nRating: {number % 6}/5" for number in range(50)]


class Poison:
    """A source whose worker dies while it is unpacked."""

    def __reduce__(self) -> tuple[object, tuple[int]]:
        return os._exit, (1,)


def test_one_process_streams_and_reports_failures(tmp_path: Path) -> None:
    outcomes = list(parse_many([PAGES[4], None, tmp_path / "missing.html", PAGES[5]]))
    assert [outcome.index for outcome in outcomes] == [0, 1, 2, 3]
    assert [outcome.error for outcome in outcomes] == [None, "InputError", "FileNotFoundError", None]
    assert outcomes[0].review is not None
    assert outcomes[0].review.rating is not None


def test_a_page_brings_its_own_address() -> None:
    (outcome,) = parse_many([Page(content=PAGES[0], url="https://example.org/a")], url="https://example.org/b")
    assert outcome.review is not None
    assert outcome.review.url == "https://example.org/a"


def test_sources_are_read_as_results_are_taken() -> None:
    read = 0

    def sources() -> Iterator[str]:
        nonlocal read
        for page in PAGES:
            read += 1
            yield page

    next(iter(parse_many(sources())))
    assert read == 1
    assert AHEAD * CHUNK < 100


@pytest.mark.slow
def test_processes_give_what_one_gives_and_a_death_costs_one_page() -> None:
    sources = [*PAGES[:20], Poison(), *PAGES[20:]]
    several = list(parse_many(sources, workers=2))
    assert [outcome.index for outcome in several] == list(range(len(sources)))
    assert [outcome.error for outcome in several if outcome.error] == ["worker_died"]
    alone = list(parse_many(PAGES))
    assert [outcome.review for outcome in several if outcome.review] == [outcome.review for outcome in alone]


UNGUARDED = """\
import reviewparse as rp
print([outcome.error for outcome in rp.parse_many(["Rating: 4/5"] * 3, workers=2)])
"""


@pytest.mark.slow
def test_a_script_that_its_workers_cannot_import_is_told_so(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(UNGUARDED, encoding="utf-8")
    path = os.pathsep.join(filter(None, sys.path))
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, str(script)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": path},
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.rstrip().endswith('must stand below its if __name__ == "__main__":')
