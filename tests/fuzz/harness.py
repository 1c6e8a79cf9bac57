"""Fuzz one entry point, guided by coverage: ``python -m tests.fuzz.harness parse_html --seconds 1800``.

Needs atheris (``nox -s fuzz`` installs it). What breaks a promise is written to ``--work``/findings and the run goes
on, so one flaw does not hide the next; each place in the code is reported once. ``tests/fuzz/minimise.py`` makes a
finding small; it is then kept by name in ``tests/fuzz/corpus`` and asked again by the tests.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import time
import traceback
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import Any

REPORT_EVERY = 1000
"""Executions."""

WARM = ("by Orla Venn, 3. Mai 2011, il y a trois jours, 4/5", "<p>Rating: 4/5</p><p>Zveřejněno 3. května 2011</p>")


class Run:
    """One entry point under fire: counts, and keeps what breaks."""

    def __init__(self, check: Callable[[bytes], None], findings: Path) -> None:
        self.check = check
        self.findings = findings
        self.seen: set[str] = set()
        self.executions = 0
        self.broken = 0
        self.slowest = 0.0

    def one(self, data: bytes) -> None:
        """One input; called by the fuzzer."""
        self.executions += 1
        start = time.thread_time()
        try:
            self.check(data)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what we look for
            self.broken += 1
            self.keep(data, error)
        seconds = time.thread_time() - start
        if seconds > self.slowest:
            self.slowest = seconds
            (self.findings / "slowest").write_bytes(data)
        if self.executions % REPORT_EVERY == 0:
            self.report()

    def report(self) -> None:
        """One line of how far it is."""
        print(  # noqa: T201 - a program
            f"RUN {self.executions} executions, {self.broken} broke a promise in {len(self.seen)} places, "
            f"slowest check {self.slowest:.2f} s",
            flush=True,
        )

    def keep(self, data: bytes, error: Exception) -> None:
        """The first input of each place that fails, with its traceback beside it."""
        frames = traceback.extract_tb(error.__traceback__)
        place = f"{type(error).__name__} {frames[-1].filename}:{frames[-1].lineno}"
        ours = [frame for frame in frames if "/reviewparse/" in frame.filename]
        place += f" {ours[-1].filename}:{ours[-1].lineno}" if ours else ""
        if place in self.seen:
            return
        self.seen.add(place)
        name = f"{type(error).__name__}-{hashlib.sha256(place.encode()).hexdigest()[:8]}"
        (self.findings / name).write_bytes(data)
        (self.findings / f"{name}.trace").write_text("".join(traceback.format_exception(error)), "utf-8", "replace")
        print(f"FOUND {name}: {place}: {str(error)[:200]!r}", flush=True)  # noqa: T201 - a program


def prepare(work: Path, seeds: Iterable[tuple[str, bytes]], dictionary: Iterable[str]) -> list[str]:
    """Write seeds and dictionary; the fuzzer's arguments that name them."""
    corpus = work / "corpus"
    for folder in (corpus, work / "findings"):
        folder.mkdir(parents=True, exist_ok=True)
    for name, data in seeds:
        (corpus / name).write_bytes(data)
    (work / "dictionary").write_text("\n".join(dictionary), encoding="utf-8")
    return [str(corpus), f"-dict={work / 'dictionary'}"]


def watched() -> tuple[Any, Any, Any]:
    """The fuzzer, and what it watches: the oracle and the seeds, whose imports it instruments."""
    try:
        atheris = import_module("atheris")
    except ModuleNotFoundError:
        sys.exit("atheris is missing; install it with: pip install atheris")
    with atheris.instrument_imports(include=["reviewparse"]):
        return atheris, import_module("tests.fuzz.oracle"), import_module("tests.fuzz.seeds")


def warm() -> None:
    """Load all tables, so that no input pays for one."""
    languages, api = import_module("reviewparse.languages"), import_module("reviewparse")
    for code in languages.available():
        languages.load(code)
    for text in WARM:
        api.parse(text)


def main() -> None:
    """Run until the seconds are over; the fuzzer ends the process."""
    atheris, oracle, seeds = watched()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("entry", choices=oracle.ENTRIES)
    parser.add_argument("--seconds", type=int, default=1800, help="wall time")
    parser.add_argument("--work", type=Path, default=Path(".fuzz"), help="folder of the growing corpus and of findings")
    options, others = parser.parse_known_args()
    work = options.work / options.entry
    named = prepare(work, seeds.seeds(options.entry), seeds.dictionary())
    warm()
    run = Run(oracle.ENTRIES[options.entry], work / "findings")
    limits = [
        f"-max_len={oracle.MOST_BYTES}",
        f"-max_total_time={options.seconds}",
        "-timeout=60",
        "-rss_limit_mb=3000",
    ]
    atheris.Setup([sys.argv[0], *named, *limits, "-print_final_stats=1", *others], run.one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
