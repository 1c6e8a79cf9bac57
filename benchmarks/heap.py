"""A heap of pages through ``reviewparse batch``: a web archive in, Parquet out; pages a second, memory, nothing lost.

    pip install '.[batch,arrow,warc]'
    python benchmarks/heap.py 100000 --workers 2 --kilobytes 40

The pages are those of the tests, each with names, a date, a mark and prose of its own, drawn from its number: the same
heap each time. One in a thousand is poisoned: it ends its worker, hangs, asks for a terabyte, or is a damaged record;
``--sound`` leaves those out.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import heap_pages

from reviewparse.api import Options
from reviewparse.batch import Job, Limits, StoredPage, read_page, run
from reviewparse.review import Review

POISONED = 1000
KINDS = (b"poison: abort", b"poison: hang", b"poison: hog", b"")
"""What a poisoned page does to its worker; nothing: its record is damaged."""

EVERY = 0.25
"""Seconds between two looks at memory."""


def read(page: StoredPage, options: Options) -> Review:
    """Read a page, unless it is poisoned; a worker finds this by its name."""
    content = page.content if isinstance(page.content, bytes) else page.content.encode()
    if KINDS[0] in content:
        os.abort()
    if KINDS[1] in content:
        time.sleep(600)
    if KINDS[2] in content:
        bytearray(1 << 40)
    return read_page(page, options)


def main() -> None:
    """Make the heap, read it, print what it took."""
    parser = argparse.ArgumentParser(description="A heap of pages through a batch.")
    parser.add_argument("pages", type=int)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--kilobytes", type=float, default=13.0, help="of a page, unpacked, on the average")
    parser.add_argument("--sound", action="store_true", help="no poisoned pages")
    parser.add_argument("--folder", type=Path, default=None, help="where archive and output are kept")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = args.folder or Path(temporary)
        archive = folder / f"heap-{args.pages}-{args.kilobytes:g}{'-sound' if args.sound else ''}.warc.gz"
        size = archive.with_suffix(".size")
        if not size.exists():
            size.write_text(str(write(archive, args.pages, args.kilobytes, sound=args.sound)), encoding="ascii")
        plain = int(size.read_text(encoding="ascii"))
        print(f"{args.pages} pages, {plain / 1e6:,.1f} MB; packed {archive.stat().st_size / 1e6:,.1f} MB")
        measure(archive, folder / f"out-{args.workers}.parquet", args.workers)


def write(archive: Path, count: int, kilobytes: float, *, sound: bool) -> int:
    """Write the web archive; the bytes of its pages, not packed."""
    pages = heap_pages.originals()
    total = 0
    with archive.open("wb") as file:
        for number in range(count):
            page = heap_pages.varied(pages[number % len(pages)], number, kilobytes)
            total += len(page)
            poisoned = number % POISONED == POISONED // 2 and not sound
            kind = KINDS[number // POISONED % len(KINDS)] if poisoned else None
            record = heap_pages.packed(page + (kind or b""), number)
            file.write(record if kind != b"" else record[: len(record) // 2] + bytes(len(record) // 2))
    return total


def measure(archive: Path, out: Path, workers: int) -> None:
    """Run the batch, watching memory from a thread."""
    peaks = {"parent": 0, "worker": 0}
    done = threading.Event()
    watcher = threading.Thread(target=watch, args=(peaks, done))
    watcher.start()
    start = time.monotonic()
    job = Job(sources=(str(archive),), out=out, workers=workers, limits=Limits(seconds=5), read=read, force=True)
    outcome = run(job)
    seconds = time.monotonic() - start
    done.set()
    watcher.join()
    tally = outcome.tally
    print(f"{workers} workers: {seconds:,.0f} s, {outcome.taken / seconds:,.0f} pages a second")
    print(f"{outcome.taken} in = {tally.rows} rows + {tally.errors} errors: {dict(tally.figures.errors)}")
    print(f"memory at most: parent {peaks['parent'] / 1e6:,.0f} MB, a worker {peaks['worker'] / 1e6:,.0f} MB")
    print(f"out {out.stat().st_size / 1e6:,.1f} MB")


def watch(peaks: dict[str, int], done: threading.Event) -> None:
    """The largest resident sizes of this process and of its children, as seen now and then (Linux)."""
    while not done.wait(EVERY):
        peaks["parent"] = max(peaks["parent"], resident(os.getpid()))
        peaks["worker"] = max([peaks["worker"], *map(resident, children(os.getpid()))])


def children(parent: int) -> Iterator[int]:
    """Processes begun by this one, and by those."""
    for task in Path(f"/proc/{parent}/task").iterdir():
        for child in (task / "children").read_text().split():
            yield int(child)
            yield from children(int(child))


def resident(process: int) -> int:
    """Bytes in memory; 0 for a process that has ended."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return 0


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    main()
