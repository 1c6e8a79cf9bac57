"""The processes of a batch from inside: what they may use, how they end, and what they do not hear."""

from __future__ import annotations

import contextlib
import os
import signal
import threading
from collections.abc import Callable, Iterator
from multiprocessing import connection, parent_process, resource_tracker

from reviewparse.batch.items import MEMORY, Chunk
from reviewparse.batch.work import Done

Step = Callable[[Chunk], Done]

SPENT = 86
"""How a worker ends for want of memory."""


@contextlib.contextmanager
def deaf() -> Iterator[None]:
    """Threads and processes that are begun herein never hear of Ctrl-C; this thread does, at the end."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    resource_tracker.ensure_running()  # which lets this thread hear again where it has to start the tracker first
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def in_worker(step: Step, chunk: Chunk) -> Done:
    """Take the step, and end this process where memory did not suffice: what it holds may be of earlier pages."""
    try:
        done = step(chunk)
    except MemoryError:
        os._exit(SPENT)
    if done.tally.figures.errors[MEMORY]:
        os._exit(SPENT)
    return done


def prepare(megabytes: int) -> None:
    """What a worker does first: limit its memory, and look for the end of its parent."""
    limit_memory(megabytes)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def limit_memory(megabytes: int) -> None:
    """Ask the system to refuse this process more memory than that, where it can."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - there is none on Windows

        most = megabytes << 20
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (most if hard < 0 else min(most, hard), hard))


def _end_with(sentinel: int) -> None:
    """A parent that is killed leaves no workers behind."""
    connection.wait([sentinel])
    os._exit(1)
