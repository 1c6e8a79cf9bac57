"""The values a review page yields: frozen, slotted, keyword-only, and free of any parsing.

Missing one is ``None``; missing many is ``()``. Names equal the keys of the JSON form.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from dataclasses import dataclass
from typing import NewType

Role = NewType("Role", str)
"""A canonical role: a lower-case singular noun of the documented vocabulary, or the printed role in lower case."""


_LONG = 200
"""Characters of a text that are printed."""


class Value:
    """Base of all values: prints only what is set, and of a long text its beginning."""

    __slots__ = ()

    def __repr__(self) -> str:
        """``Rating(value=4.0, best=5.0, raw='4/5')``."""
        given = [(one, getattr(self, one.name)) for one in dataclasses.fields(self) if one.repr]  # type: ignore[arg-type]
        shown = [f"{one.name}={_shown(value)}" for one, value in given if value != one.default]
        return f"{type(self).__name__}({', '.join(shown)})"


def _shown(value: object) -> str:
    """A whole article in the middle of a line hides what stands around it."""
    if isinstance(value, str) and len(value) > _LONG:
        return repr(value[:_LONG] + "…")
    return repr(value)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PartialDate(Value):
    """A calendar date, as precise as it was printed."""

    year: int
    """Four digits."""
    month: int | None = None
    """1 to 12; ``None`` when only a year is printed."""
    day: int | None = None
    """1 to 31; ``None`` when only year and month are printed."""
    alternative: PartialDate | None = None
    """The other reading of an ambiguous ``03/04/2010``; ``None`` when there is one reading."""

    @property
    def ambiguous(self) -> bool:
        """Whether day and month could be read the other way round."""
        return self.alternative is not None

    def isoformat(self) -> str:
        """``2010-10-12``, ``2010-10`` or ``2010``."""
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def date(self) -> dt.date | None:
        """A ``datetime.date`` when the day is known."""
        if self.month is None or self.day is None:
            return None
        return dt.date(self.year, self.month, self.day)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Rating(Value):
    """One verdict of the reviewer."""

    value: float | None = None
    """The number as printed; ``None`` for letter grades and verdict words. The lower end of a range."""
    upper: float | None = None
    """The upper end of a printed range (``7-8/10``)."""
    best: float | None = None
    """The maximum, when printed, shown or implied by the notation (percent); never assumed."""
    worst: float | None = None
    """The minimum, when printed (``-4 to +4``)."""
    assumed_best: float | None = None
    """A likely maximum where none is printed (5 for bare stars)."""
    grade: str | None = None
    """A letter grade or the word of a closed verdict scale: ``B+``, ``Rent It``, ``thumbs up``."""
    label: str | None = None
    """The aspect it rates (``Audio``), or the work's name on pages of several; ``None``: the overall verdict."""
    rater: str | None = None
    """Who gave it, where several critics rate one work."""
    unit: str | None = None
    """What is counted: ``stars``, ``skulls``, ``points``, ``%``."""
    unrated: bool = False
    """The page says that it gives no rating."""
    raw: str = ""
    """The notation as printed."""

    @property
    def fraction(self) -> float | None:
        """0 (worst) to 1 (best), or ``None`` where the scale is unknown. School marks, 1 best, are turned round."""
        best = self.best if self.best is not None else self.assumed_best
        if self.value is None or best is None:
            return None
        worst = 0.0 if self.worst is None else self.worst
        if best == worst:
            return None
        value = self.value if self.upper is None else (self.value + self.upper) / 2
        return min(1.0, max(0.0, (value - worst) / (best - worst)))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Track(Value):
    """One line of a printed tracklist."""

    title: str
    """Without number, quotes, duration and guests; versions (``Live``) belong to it."""
    position: str | None = None
    """As printed: ``1``, ``A1``; ``None`` in an unnumbered list."""
    disc: int | None = None
    """Counted from 1; ``None`` when the list knows no discs."""
    side: str | None = None
    """``A``, ``B`` ... of a record or cassette."""
    artist: str | None = None
    """The track's own artist, on compilations and soundtracks."""
    featuring: tuple[str, ...] = ()
    """Guests printed behind the title."""
    seconds: int | None = None
    """Playing time in whole seconds."""
    bonus: bool = False
    """Marked as a bonus track."""
    highlight: bool = False
    """Marked by the reviewer as a highlight."""
    rating: Rating | None = None
    """A mark given to this track alone."""
    parts: tuple[Track, ...] = ()
    """Movements of a work, parts of a medley or suite."""

    @property
    def duration(self) -> str | None:
        """``3:45`` or ``1:02:03``."""
        return clock(self.seconds)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Credit(Value):
    """Who made what, as the page prints it."""

    role: Role
    """Canonical role, see ``docs/reference/roles``."""
    names: tuple[str, ...]
    """At least one name, in printed order."""
    printed_role: str | None = None
    """The word on the page: ``prod. by``."""
    scope: str | None = None
    """What the credit covers, as printed: ``tracks 1-3``; ``None``: all of it."""
    tracks: tuple[str, ...] = ()
    """The positions a numeric scope names: ``("1", "2", "3")``."""
    character: str | None = None
    """The part an actor plays."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Work(Value):
    """The thing reviewed."""

    title: str | None = None
    """Its own title, without quotes, creator, year and format."""
    creators: tuple[str, ...] = ()
    """Artist, composer, author, director or studio, as the page presents them."""
    label: str | None = None
    """Record label, publisher or distributor."""
    released: PartialDate | None = None
    """When it came out."""
    type: str | None = None
    """``album``, ``soundtrack``, ``film``, ``book`` ..., as ``Review.kind``."""
    catalogue: str | None = None
    """Catalogue number or ISBN."""
    seconds: int | None = None
    """Printed total playing time or running time, in seconds."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class DatedAs(Value):
    """A printed date and what it is the date of."""

    date: PartialDate
    """The day, or the first one of a range."""
    kind: str = "unknown"
    """``published``, ``updated``, ``released``, ``recorded``, ``performed``, ``aired``, ``consumed``, ``comment``,
    ``issue``; ``unknown`` when no word says it."""
    until: PartialDate | None = None
    """The last day of a range (``4–7 May 2009``)."""


def clock(seconds: int | None) -> str | None:
    """A playing time as it is printed: ``3:45`` or ``1:02:03``."""
    if seconds is None:
        return None
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{seconds:02d}" if hours else f"{minutes}:{seconds:02d}"
