"""Real runs that are killed, interrupted or started twice: the result is that of one run that nobody disturbed."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("pebble", reason="the extra 'batch' is not installed")

from reviewparse import cli
from reviewparse.batch import Job, run
from reviewparse.batch.lock import LOCK, locked

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="Windows knows neither kill -9 nor groups of processes"),
]

PAGE = "Cold Tap, part {n}\n\nReviewed by Orla Venn\n\nMarch 3rd, 2011\n\nRating: {mark}/5\n"

RUN = """\
import signal, sys
from pathlib import Path
from reviewparse.batch import Job, run
from tests.batch import poison
signal.signal(signal.SIGINT, signal.default_int_handler)  # who starts the tests may have told them to ignore it
source, out, ordered = sys.argv[1:]
job = Job(sources=(source,), out=Path(out), workers=2, ordered=ordered == "ordered", chunk=4, part_chunks=2, {more})
run(job)
"""

COMMAND = """\
import signal, sys
from reviewparse import cli
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.exit(cli.main(["batch", *sys.argv[1:], "--workers", "2", "--unordered", "--quiet"]))
"""

PAGES, POINTS = 320, 20

PATIENCE = 120.0
"""Seconds, on a machine that does much else."""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Pages, and some lines that are none."""
    path = tmp_path / "in.jsonl"
    rows = [json.dumps({"id": f"p{n:04d}", "content": PAGE.format(n=n, mark=n % 6)}) for n in range(PAGES)]
    rows[50] = rows[200] = "no page"
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


def read(out: Path, *, ordered: bool) -> tuple[list[str], list[str]]:
    """Rows and errors; in the order of the pages or in any."""
    tables = (path.read_text("utf-8").splitlines() for path in (out, out.with_name("out.errors.jsonl")))
    rows, errors = (table if ordered else sorted(table) for table in tables)
    return rows, errors


def started(source: Path, out: Path, order: str, more: str = "") -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", RUN.format(more=more), str(source), str(out), order]
    return subprocess.Popen(command)  # noqa: S603 - our own interpreter


def wait_until(known: Callable[[], bool], process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while process.poll() is None and not known():
        assert time.monotonic() < end
        time.sleep(0.001)


@pytest.mark.parametrize("order", ["ordered", "unordered"])
def test_killed_at_twenty_points_it_comes_to_the_same(tmp_path: Path, source: Path, order: str) -> None:
    out = tmp_path / "out.jsonl"
    run(Job(sources=(str(source),), out=out, workers=0))
    whole = read(out, ordered=order == "ordered")
    out.unlink()
    out.with_name("out.errors.jsonl").unlink()
    work = out.with_name("out.jsonl.work")
    chance = random.Random(order)  # noqa: S311 - the same points each time
    parts = sorted(chance.sample(range(PAGES // 8), POINTS - 2))
    marks = [*(f"ledger-{part:05d}.json" for part in parts), "final", "placed.json"]
    killed = 0
    for mark in marks:
        with started(source, out, order) as process:
            wait_until((work / mark).exists, process)
            time.sleep(chance.uniform(0, 0.02))
            process.kill()
        killed += process.wait() == -signal.SIGKILL
    assert killed >= POINTS - 2  # the last two may be over before
    if work.exists():
        with started(source, out, order) as process:
            assert process.wait(PATIENCE) == 0
    assert read(out, ordered=order == "ordered") == whole
    assert not work.exists()


def test_ctrl_c_ends_it_without_noise_and_it_goes_on(tmp_path: Path, source: Path) -> None:
    out = tmp_path / "out.jsonl"
    work = out.with_name("out.jsonl.work")
    command = [sys.executable, "-c", COMMAND, str(source), "-o", str(out)]
    for delay in (0.0, 0.2, 0.4):  # workers are starting, or at work
        (work / LOCK).unlink(missing_ok=True)
        with subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True) as process:  # noqa: S603
            wait_until((work / LOCK).exists, process)
            time.sleep(delay)
            os.killpg(process.pid, signal.SIGINT)  # as a terminal does
            _, said = process.communicate(timeout=PATIENCE)
        assert said.decode() == "reviewparse: interrupted; the same command goes on from here\n"
        # Python ends itself by the signal where that came while it compiled something; a shell shows 130 for both
        assert process.returncode in (130, -signal.SIGINT)
    with subprocess.Popen(command) as process:  # noqa: S603 - our own interpreter
        assert process.wait(PATIENCE) == 1
    rows, errors = read(out, ordered=False)
    assert [json.loads(row)["id"] for row in rows] == [f"p{n:04d}" for n in range(PAGES) if n not in (50, 200)]
    assert (len(rows), len(errors)) == (PAGES - 2, 2)
    assert not work.exists()


def test_a_second_run_is_refused_while_the_first_lives(
    tmp_path: Path, source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.jsonl"
    command = ["batch", str(source), "-o", str(out), "--workers", "0", "--quiet", "--force"]
    with source.open("a", encoding="utf-8") as file:
        file.write("\n" + json.dumps({"content": "poison: hang"}))
    with started(source, out, "ordered", "read=poison.read") as process:
        wait_until((out.with_name("out.jsonl.work") / "ledger-00003.json").exists, process)
        assert process.poll() is None
        assert cli.main(command) == 2
        assert capsys.readouterr().err == f"reviewparse: {out}.work: another run is at work in it\n"
        process.kill()
    assert (out.with_name("out.jsonl.work") / LOCK).exists()
    with started(source, out, "ordered") as process:
        assert process.wait(PATIENCE) == 0
    assert len(read(out, ordered=True)[0]) == PAGES - 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.jsonl", "out.errors.jsonl", "out.jsonl"]


def test_a_lock_leaves_nothing_behind(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "out.work"
    with locked(folder):
        assert (folder / LOCK).exists()
    assert list(tmp_path.iterdir()) == []
    folder.mkdir(parents=True)
    (folder / "job.json").touch()
    with locked(folder):
        pass
    assert list(folder.iterdir()) == [folder / "job.json"]
