"""Many pages, in one process or several: ordered, streaming, and one bad page costs one page."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from itertools import islice
from multiprocessing import get_context
from typing import Any, Unpack

from reviewparse.api import parse
from reviewparse.errors import WORKERS_END, BatchError
from reviewparse.options import Options, check
from reviewparse.review import Review

CHUNK = 16
"""Pages sent to a worker at a time: enough to forget what sending costs, few enough to lose."""

AHEAD = 3
"""Chunks under way for each worker; the rest of the sources is not read before a result is taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A source with its own address, for batches whose pages are of many sites."""

    content: object
    """Whatever ``parse`` reads."""
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one source of a batch."""

    index: int
    """Its place among the sources, from 0."""
    review: Review | None = None
    """``None`` when it could not be read at all."""
    error: str | None = None
    """Name of the exception, or ``worker_died``; ``None`` when there is a review."""
    message: str = ""
    """What the exception said."""


def parse_many(sources: Iterable[object], *, workers: int = 1, **options: Unpack[Options]) -> Iterator[Outcome]:
    """Read many sources; an ``Outcome`` for each, in the order of the sources, as soon as it is there.

    Args:
        sources: Whatever ``parse`` reads, or ``Page`` with an address of its own. Read lazily.
        workers: Processes. With more than one, sources and reviews travel between processes, which are started anew
            (spawned), so a script needs its ``if __name__ == "__main__":``.
        **options: As of ``parse``, for every source.

    Raises:
        InputError, UnknownLanguage: an option is none.
        BatchError: no worker can be started, as in a script without that line.

    >>> [outcome.error for outcome in parse_many(["Rating: 4/5", None])]
    [None, 'InputError']
    """
    check(options)
    numbered = enumerate(sources)
    if workers <= 1:
        return (_outcome(item, options) for item in numbered)
    return _in_processes(numbered, workers, options)


def _outcome(item: tuple[int, object], options: Options) -> Outcome:
    index, source = item
    try:
        if isinstance(source, Page):
            given: Any = {**options, "url": source.url} if source.url else options
            return Outcome(index=index, review=parse(source.content, **given))
        return Outcome(index=index, review=parse(source, **options))
    except Exception as error:  # noqa: BLE001 - a batch outlives whatever one of its pages does
        return Outcome(index=index, error=type(error).__name__, message=str(error))


def _outcomes(items: Sequence[tuple[int, object]], options: Options) -> list[Outcome]:
    return [_outcome(item, options) for item in items]


def _in_processes(numbered: Iterator[tuple[int, object]], workers: int, options: Options) -> Iterator[Outcome]:
    chunks = iter(lambda: list(islice(numbered, CHUNK)), [])
    work = partial(_outcomes, options=options)
    pool = _pool(workers)
    waiting: deque[tuple[list[tuple[int, object]], Future[list[Outcome]]]] = deque()
    try:
        while True:
            waiting.extend(
                (chunk, pool.submit(work, chunk)) for chunk in islice(chunks, AHEAD * workers - len(waiting))
            )
            if not waiting:
                return
            chunk, future = waiting.popleft()
            try:
                yield from future.result()
            except BrokenProcessPool:
                pool.shutdown(wait=False, cancel_futures=True)
                _check_start()
                yield from _one_by_one(chunk, options)
                pool = _pool(workers)
                waiting = deque((other, pool.submit(work, other)) for other, _ in waiting)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _one_by_one(items: Sequence[tuple[int, object]], options: Options) -> Iterator[Outcome]:
    """A chunk in which a worker died, a page at a time, each death costing a process of its own."""
    pool = _pool(1)
    for item in items:
        try:
            yield pool.submit(_outcome, item, options).result()
        except BrokenProcessPool:
            pool = _pool(1)
            yield Outcome(
                index=item[0], error="worker_died", message="the worker process ended while it read this page"
            )
    pool.shutdown()


def _check_start() -> None:
    """Tell a page that ended its worker from workers that end whatever they are given."""
    with _pool(1) as pool:
        try:
            pool.submit(int).result()
        except BrokenProcessPool:
            raise BatchError(WORKERS_END) from None


def _pool(workers: int) -> ProcessPoolExecutor:
    # never fork: the caller may run threads
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
