"""One batch from its sources to its output."""

from __future__ import annotations

import contextlib
import dataclasses
import os
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from typing import Any, Protocol

from reviewparse.batch.items import Chunk, Item, stamp, weight
from reviewparse.batch.lock import locked
from reviewparse.batch.pool import Limits, Numbered, Workers, in_this_process
from reviewparse.batch.sinks import USUAL, Form, needs_of, sink_for
from reviewparse.batch.source_tables import Columns
from reviewparse.batch.sources import open_sources, pages_of
from reviewparse.batch.store import Finished, Placed, Store
from reviewparse.batch.tally import Tally
from reviewparse.batch.work import Reader, Work, read_page
from reviewparse.errors import BatchError
from reviewparse.extras import require_all
from reviewparse.options import Options, check

CHUNK = 16
"""Pages sent to a worker at a time."""

CHUNK_BYTES = 1 << 23
"""A chunk ends earlier when its pages are as large as this together."""

PART_CHUNKS = 64
"""Chunks of a part: what a run that is killed may have to read again."""


class Watch(Protocol):
    """Who looks on."""

    def begin(self, size: int, before: Tally) -> None:
        """The sources have so many bytes (0: unknown), and earlier runs have done so much."""

    def advance(self, end: int, tally: Tally, *, read: bool) -> None:
        """One more chunk is done; the sources are read up to ``end``. ``read`` is false for one of an earlier run."""


class Nobody:
    """A watch that does not look."""

    def begin(self, size: int, before: Tally) -> None:
        """Nothing."""

    def advance(self, end: int, tally: Tally, *, read: bool) -> None:
        """Nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What is to be done.

    >>> Job(sources=("pages/",), out=Path("reviews.parquet")).ordered
    True
    """

    sources: tuple[str, ...]
    """Files, folders, globs; ``-`` for standard input."""
    out: Path
    """Its suffix decides what is written: ``.jsonl``, ``.csv``, ``.parquet``, ``.duckdb``, none for a folder."""
    columns: Columns = field(default_factory=Columns)
    form: Form = USUAL
    options: Options = field(default_factory=Options)
    """As of ``parse``."""
    workers: int = 1
    """Processes; 0 reads in this one, with no limits and no protection."""
    limits: Limits = field(default_factory=Limits)
    ordered: bool = True
    """Rows in the order of the pages. Else as they are done, and a slow page holds up nothing."""
    force: bool = False
    """Overwrite the output, and begin anew where a work folder is of another job."""
    read: Reader = read_page
    """How a worker reads a page."""
    chunk: int = CHUNK
    part_chunks: int = PART_CHUNKS


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a batch."""

    paths: tuple[Path, ...]
    """What was written."""
    tally: Tally
    taken: int
    """Pages that the sources gave; ``tally.pages`` is their number, or some are lost."""
    resumed: int = 0
    """Of them, those that earlier runs have read."""


def run(job: Job, watch: Watch | None = None) -> Outcome:
    """Do it, from where an earlier run of the same job was ended.

    Raises:
        BatchError: a source or the output is not as it must be, or another run is at
            work on the output; nothing is overwritten then.
        MissingExtra: it needs a package that is not installed.
        UnknownLanguage: there is no table for a language of the options.
    """
    require_all({**({"pebble": "batch"} if job.workers else {}), **needs_of(job.out)})
    watch = watch or Nobody()
    check(job.options)
    sink = sink_for(job.out, job.form)
    store = Store(job.out, sink, job.part_chunks)
    with locked(store.folder):
        return _run(job, store, watch)


def _run(job: Job, store: Store, watch: Watch) -> Outcome:
    identity = _identity(job)
    finished = store.left_over()
    if finished is not None and finished.job == identity:
        return _outcome(finished, finished.tally.pages, finished.tally.pages)
    sources = open_sources(job.sources, job.columns)
    store.begin(identity, force=job.force)
    resumed = store.tally.pages
    watch.begin(sum(source.size for source in sources), store.tally)
    desk = _Desk(store, watch)
    chunks = desk.missing(_chunks(pages_of(sources), job.chunk))
    with contextlib.closing(chunks):
        for done in _results(job, Work(encoder=store.sink, options=job.options, read=job.read), chunks):
            desk.keep(done)
    desk.check_complete()
    return _outcome(store.finish(), desk.taken, resumed)


def _results(job: Job, work: Work, chunks: Iterator[Numbered]) -> Iterator[Finished]:
    if job.workers == 0:
        yield from in_this_process(chunks, work)
        return
    with Workers(work, job.workers, job.limits) as workers:
        yield from workers.results(chunks, ordered=job.ordered)


@dataclass(slots=True)
class _Desk:
    """Gives out the chunks that are missing and keeps what comes back."""

    store: Store
    watch: Watch
    taken: int = 0
    tally: Tally = field(default_factory=Tally)
    """Of this run and the earlier ones."""
    _ends: dict[int, int] = field(default_factory=dict)
    _known: int = 0

    def missing(self, chunks: Iterable[Chunk]) -> Generator[Numbered]:
        """Chunks that no earlier run has read; those that one has are compared with what they were then."""
        earlier = dict(self.store.done)
        self.tally.merge(self.store.tally)
        for number, chunk in enumerate(chunks):
            self.taken += len(chunk)
            known = earlier.get(number)
            if known is None:
                self._ends[number] = chunk[-1].end
                yield number, chunk
                continue
            self._known += 1
            if known != stamp(chunk):
                self._refuse(f"page {chunk[0].id} is not what it was")
            self.watch.advance(chunk[-1].end, self.tally, read=False)
        if self._known != len(earlier):
            self._refuse("there were more pages")

    def keep(self, finished: Finished) -> None:
        """Keep what came of one."""
        self.tally.merge(finished[2].tally)
        self.store.add(finished)
        self.watch.advance(self._ends.pop(finished[0]), self.tally, read=True)

    def check_complete(self) -> None:
        """Every page is a row or an error, or this says how many are not."""
        if self._ends or self.tally.pages != self.taken:
            message = f"{self.taken} pages were taken and {self.tally.pages} came back; this is a defect"
            raise BatchError(message)

    def _refuse(self, problem: str) -> None:
        folder = self.store.folder
        message = f"{folder}: the sources have changed since it was begun ({problem}); remove it to begin anew"
        raise BatchError(message)


def _chunks(items: Iterable[Item], most: int) -> Iterator[Chunk]:
    chunk: list[Item] = []
    size = 0
    for item in items:
        chunk.append(item)
        size += weight(item)
        if len(chunk) == most or size >= CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _outcome(placed: Placed, taken: int, resumed: int) -> Outcome:
    return Outcome(paths=tuple(placed.paths), tally=placed.tally, taken=taken, resumed=resumed)


def _identity(job: Job) -> dict[str, Any]:
    """What makes two runs the same job, as JSON gives it back."""
    return {
        "version": _version(),
        "sources": list(job.sources),
        "columns": dataclasses.asdict(job.columns),
        "form": dataclasses.asdict(job.form),
        "options": {name: repr(value) for name, value in sorted(job.options.items())},
        "order": job.ordered,
        "steps": [job.chunk, job.part_chunks],
    }


def _version() -> str:
    try:
        return metadata.version("reviewparse")
    except metadata.PackageNotFoundError:  # it runs from a folder
        return ""


def processors() -> int:
    """How many processors this process may use."""
    affinity: Callable[[int], set[int]] | None = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
