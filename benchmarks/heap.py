"""A heap of pages through ``reviewparse batch``: a web archive in, Parquet out; pages a second, memory, nothing lost.

    pip install '.[batch,arrow,warc]'
    python benchmarks/heap.py 100000 --workers 2

The pages are those of the tests, made different by numbers, names and paragraphs of varied length. One in a thousand
is poisoned: it ends its worker, hangs, asks for a terabyte, or is a damaged record.
"""

from __future__ import annotations

import argparse
import gzip
import os
import random
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from reviewparse.api import Options
from reviewparse.batch import Job, Limits, StoredPage, read_page, run
from reviewparse.review import Review

FIXTURES = Path(__file__).parents[1] / "tests" / "fixtures"
POISONED = 1000
KINDS = (b"poison: abort", b"poison: hang", b"poison: hog", b"")
"""What a poisoned page does to its worker; nothing: its record is damaged."""

SENTENCES = (
    "The kettle was on before the rain had stopped.",
    "Nobody at the harbour remembers who painted the gate.",
    "By noon the road was white with dust and gulls.",
    "She kept the tickets in a tin that had once held nails.",
)


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
    parser.add_argument("--folder", type=Path, default=None, help="where archive and output are kept")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = args.folder or Path(temporary)
        archive = folder / f"heap-{args.pages}.warc.gz"
        plain = archive.stat().st_size if archive.exists() else write(archive, args.pages)
        print(f"{args.pages} pages, {plain / 1e6:,.0f} MB; packed {archive.stat().st_size / 1e6:,.0f} MB")
        measure(archive, folder / f"out-{args.workers}.parquet", args.workers)


def write(archive: Path, count: int) -> int:
    """Write the web archive; the bytes of its pages."""
    chance = random.Random(7)  # noqa: S311 - the same heap each time
    pages = [path.read_bytes() for path in sorted(FIXTURES.rglob("*.html"))]
    total = 0
    with archive.open("wb") as file:
        for number in range(count):
            page = varied(pages[number % len(pages)], number, chance)
            kind = number // POISONED % len(KINDS) if number % POISONED == POISONED // 2 else None
            record = packed(page + (KINDS[kind] if kind is not None else b""), number)
            damaged = kind is not None and not KINDS[kind]
            file.write(record[: len(record) // 2] + b"\0" * (len(record) // 2) if damaged else record)
            total += len(page)
    return total


def varied(page: bytes, number: int, chance: random.Random) -> bytes:
    """A page with its own number, and with paragraphs before its end; most have few, some many."""
    count = int(chance.paretovariate(1.1)) * 8
    prose = "".join(f"<p>{' '.join(chance.choices(SENTENCES, k=5))} {number}.</p>" for _ in range(min(count, 4000)))
    return page.replace(b"</body>", prose.encode() + b"</body>") if b"</body>" in page else page + prose.encode()


def packed(page: bytes, number: int) -> bytes:
    """One record of a web archive, in a gzip member of its own."""
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012d}>\r\n"
        f"WARC-Target-URI: https://heap.example/{number}\r\nWARC-Date: 2012-05-09T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + http + b"\r\n\r\n", compresslevel=1, mtime=0)


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
    """The largest resident sizes of this process and of its children, seen twice a second (Linux)."""
    while not done.wait(0.5):
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
