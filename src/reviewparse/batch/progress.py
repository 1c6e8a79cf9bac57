"""How far a batch is: a bar on a terminal, a line a minute elsewhere."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Self, TextIO

from reviewparse.batch.tally import Tally
from reviewparse.errors import MissingExtra
from reviewparse.extras import require

MINUTE = 60.0

Clock = Callable[[], float]


@dataclass(slots=True)
class Pace:
    """Pages a second and the time left, from what this run has done."""

    clock: Clock = time.monotonic
    size: int = 0
    begun: float = 0.0
    read: int = 0
    """Pages of this run."""
    _pages: int = 0
    _passed: int = 0
    """Bytes of pages that earlier runs have read."""
    end: int = 0

    def begin(self, size: int, before: Tally) -> None:
        """Start the watch."""
        self.size, self.begun, self._pages = size, self.clock(), before.pages

    def advance(self, end: int, tally: Tally, *, read: bool) -> None:
        """Look at it."""
        self.read += tally.pages - self._pages
        self._pages = tally.pages
        if not read and self.read == 0:
            self._passed, self.begun = end, self.clock()
        self.end = max(self.end, end)

    @property
    def rate(self) -> float:
        """Pages a second."""
        return self.read / max(1e-9, self.clock() - self.begun)

    @property
    def left(self) -> float | None:
        """Seconds, if it goes on like this; ``None`` where nobody knows."""
        gone = self.end - self._passed
        if not self.size or gone <= 0:
            return None
        return (self.clock() - self.begun) * max(0, self.size - self.end) / gone

    def line(self, tally: Tally) -> str:
        """Everything on a line."""
        left = self.left
        share = f" ({min(1.0, self.end / self.size):.0%})" if self.size else ""
        rest = "" if left is None else f", {_duration(left)} left"
        return f"{tally.pages:,} pages{share}, {self.rate:,.0f} a second, {tally.errors:,} errors{rest}"


@dataclass(slots=True)
class Lines:
    """A line a minute, for logs."""

    stream: TextIO
    pace: Pace = field(default_factory=Pace)
    _next: float = 0.0

    def __enter__(self) -> Self:
        """Nothing to set up."""
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing to take down."""

    def begin(self, size: int, before: Tally) -> None:
        """Say what earlier runs have done."""
        self.pace.begin(size, before)
        self._next = self.pace.clock() + MINUTE
        if before.pages:
            self._write(f"going on behind {before.pages:,} pages")

    def advance(self, end: int, tally: Tally, *, read: bool) -> None:
        """Say how far it is, once a minute."""
        self.pace.advance(end, tally, read=read)
        if self.pace.clock() >= self._next:
            self._next = self.pace.clock() + MINUTE
            self._write(self.pace.line(tally))

    def _write(self, line: str) -> None:
        self.stream.write(f"reviewparse: {line}\n")
        self.stream.flush()


class Bar:
    """A bar, for people."""

    def __init__(self, rich: Any, stream: TextIO) -> None:  # noqa: ANN401 - the module rich.progress
        """Draw on a terminal."""
        console = require("rich.console", "cli").Console(file=stream)
        columns = (rich.BarColumn(), rich.TextColumn("{task.percentage:>3.0f}%"), rich.TextColumn("{task.description}"))
        self._progress = rich.Progress(*columns, console=console, transient=True)
        self._task = self._progress.add_task("", total=None)
        self.pace = Pace()

    def __enter__(self) -> Self:
        """Show it."""
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Wipe it off."""
        self._progress.stop()

    def begin(self, size: int, before: Tally) -> None:
        """Set its length."""
        self.pace.begin(size, before)
        self._progress.update(self._task, total=size or None)

    def advance(self, end: int, tally: Tally, *, read: bool) -> None:
        """Move it."""
        self.pace.advance(end, tally, read=read)
        self._progress.update(self._task, completed=self.pace.end, description=self.pace.line(tally))


def watch_on(stream: TextIO) -> Bar | Lines:
    """A bar where somebody looks and rich is installed; lines elsewhere."""
    if not stream.isatty():
        return Lines(stream)
    try:
        return Bar(require("rich.progress", "cli"), stream)
    except MissingExtra:
        return Lines(stream)


def _duration(seconds: float) -> str:
    """``1:02:03`` or ``2:03``."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
