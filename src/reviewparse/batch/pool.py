"""Worker processes that may die or hang: results come one for each chunk, whatever its pages do to the worker.

A chunk whose worker dies or takes too long is read again page by page, aside, so that one page costs one page and the
others go on meanwhile. A page whose worker dies there is read once more in a new one: what ended the other may have
been left behind by pages before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any, Self

from reviewparse.batch.items import FAILED, MEMORY, TIME_LIMIT, WORKER_DIED, Chunk, Item, stamp, weight
from reviewparse.batch.store import Finished
from reviewparse.batch.work import Done, failure, joined
from reviewparse.batch.worker import SPENT, Step, deaf, in_worker, prepare
from reviewparse.errors import WORKERS_END, BatchError
from reviewparse.extras import require

if TYPE_CHECKING:
    from pebble import ProcessPool

Numbered = tuple[int, Chunk]

AHEAD = 64
"""Chunks under way for each worker: while a page hangs, the other workers have something to do."""

MOST_BYTES = 1 << 26
"""Of pages under way; the next ones are not taken from their source before some are done."""

CHUNKS_OF_A_WORKER = 2_000
"""Then it is replaced, and whatever a page left behind in it is gone."""

GLANCE = 1.0
"""Seconds between two looks whether the pool still stands."""

MOST_BREAKS = 5
"""Pools that end without a result in between."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a worker may use."""

    seconds: float = 30.0
    """For a page, by the clock on the wall; then its worker is ended."""
    megabytes: int = 2048
    """Of memory for a worker, where the system can limit it."""


def in_this_process(chunks: Iterator[Numbered], step: Step) -> Iterator[Finished]:
    """One after the other, with nothing that protects it: for debugging, and for tests."""
    return ((number, stamp(chunk), step(chunk)) for number, chunk in chunks)


@dataclass(slots=True)
class _Task:
    """A chunk under way."""

    number: int
    chunk: Chunk
    weight: int
    main: Future[Done]
    apart: list[Future[Done]] = field(default_factory=list)
    """Its pages one by one, when it did not go well."""
    again: set[int] = field(default_factory=set)
    """Those that are read once more."""

    def waits_for(self) -> list[Future[Done]]:
        return [one for one in self.apart or [self.main] if not one.done()]


@dataclass(slots=True)
class Workers:
    """The processes; leave the ``with`` block and they are gone."""

    step: Step
    count: int
    limits: Limits
    _pool: ProcessPool | None = None
    _aside: dict[int, ProcessPool] = field(default_factory=dict)
    """Those of one process for single pages, by the tasks that a process has."""
    _breaks: int = 0

    def __enter__(self) -> Self:
        """Nothing is started before it is needed."""
        require("pebble", "batch")
        return self

    def __exit__(self, *_: object) -> None:
        """End all processes, busy or not."""
        for pool in (self._pool, *self._aside.values()):
            if pool is not None:
                pool.stop()
                pool.join()

    def results(self, chunks: Iterator[Numbered], *, ordered: bool) -> Iterator[Finished]:
        """What came of each chunk, in the order of the chunks, or as soon as it is there."""
        tasks: dict[int, _Task] = {}
        while True:
            self._fill(tasks, chunks)
            if not tasks:
                return
            head = next(iter(tasks.values()))
            waiting = [one for task in tasks.values() for one in task.waits_for()]
            if head.waits_for() or not ordered:
                wait(waiting, GLANCE, FIRST_COMPLETED)
            for task in tasks.values():
                self._look_after(task)
            yield from self._ready(tasks, ordered=ordered)

    def _fill(self, tasks: dict[int, _Task], chunks: Iterator[Numbered]) -> None:
        """Take chunks from their source while there is room."""
        room = MOST_BYTES - sum(task.weight for task in tasks.values())
        while room > 0 and len(tasks) < AHEAD * self.count:
            numbered = next(chunks, None)
            if numbered is None:
                return
            number, chunk = numbered
            task = _Task(number, chunk, sum(map(weight, chunk)), self._submit(chunk))
            tasks[number] = task
            room -= task.weight

    def _look_after(self, task: _Task) -> None:
        """Where a chunk did not go well, its pages one by one; where one of them did not, that one again."""
        if task.apart:
            for place, future in enumerate(task.apart):
                if place not in task.again and future.done() and self._died(future.exception()):
                    task.again.add(place)
                    task.apart[place] = self._submit_aside(task.chunk[place], 1)
            return
        if not task.main.done():
            if self._pool is not None and _works(self._pool):
                return
            task.main.cancel()
        error = None if task.main.cancelled() else task.main.exception()
        if task.main.cancelled() or isinstance(error, BrokenProcessPool):
            task.main = self._submit(task.chunk)
        elif error is not None:
            task.apart = [self._submit_aside(item, CHUNKS_OF_A_WORKER) for item in task.chunk]

    def _ready(self, tasks: dict[int, _Task], *, ordered: bool) -> Iterator[Finished]:
        for number, task in list(tasks.items()):
            if not task.waits_for() and self._is_settled(task):
                del tasks[number]
                self._breaks = 0
                yield number, stamp(task.chunk), self._done(task)
            elif ordered:
                return

    def _is_settled(self, task: _Task) -> bool:
        """Whether nothing of a task that is done has to be done again."""
        if not task.apart:
            return task.main.exception() is None
        return all(place in task.again or not self._died(one.exception()) for place, one in enumerate(task.apart))

    def _done(self, task: _Task) -> Done:
        if not task.apart:
            return task.main.result()
        return joined(self._done_apart(item, one) for item, one in zip(task.chunk, task.apart, strict=True))

    def _done_apart(self, item: Item, future: Future[Done]) -> Done:
        error = future.exception()
        return future.result() if error is None else failure(item, *self._reason(error))

    def _reason(self, error: BaseException) -> tuple[str, str]:
        """Code and message for a page that was alone with its worker."""
        if isinstance(error, TimeoutError):
            return TIME_LIMIT, f"longer than {self.limits.seconds:g} s"
        if self._died(error):
            code = getattr(error, "exitcode", None)
            if code == SPENT:
                return MEMORY, "more memory than a worker may have"
            return WORKER_DIED, f"the worker ended with code {code} while it read this page"
        return FAILED, f"{type(error).__name__}: {error}"

    @staticmethod
    def _died(error: BaseException | None) -> bool:
        return isinstance(error, BrokenProcessPool | require("pebble", "batch").ProcessExpired)

    def _submit(self, chunk: Chunk) -> Future[Done]:
        """To a pool that works; one that is broken is replaced."""
        if self._pool is not None and not _works(self._pool):
            self._pool.stop()
            self._pool.join()
            self._pool = None
            self._breaks += 1
            if self._breaks > MOST_BREAKS:
                raise BatchError(WORKERS_END)
        if self._pool is None:
            self._pool = self._start(self.count)
        return self._schedule(self._pool, chunk)

    def _submit_aside(self, item: Item, tasks: int) -> Future[Done]:
        pool = self._aside.get(tasks)
        if pool is None or not _works(pool):
            if pool is not None:
                pool.stop()
                pool.join()
            pool = self._aside[tasks] = self._start(1, tasks)
        return self._schedule(pool, [item])

    def _schedule(self, pool: ProcessPool, chunk: Sequence[Item]) -> Future[Done]:
        # a chunk has the time of one page: it is normally read in a hundredth of that
        future: Future[Done] = pool.schedule(in_worker, args=(self.step, chunk), timeout=self.limits.seconds)
        return future

    def _start(self, count: int, tasks: int = CHUNKS_OF_A_WORKER) -> ProcessPool:
        # never fork: the caller may run threads
        pool: ProcessPool = require("pebble", "batch").ProcessPool(
            count,
            max_tasks=tasks,
            initializer=prepare,
            initargs=(self.limits.megabytes,),
            context=get_context("spawn"),
        )
        with deaf():
            _works(pool)  # which starts it
        return pool


def _works(pool: Any) -> bool:  # noqa: ANN401 - a class of pebble, and one of ours in tests
    return bool(pool.active)
