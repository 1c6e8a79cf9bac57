"""A mark under way: what a notation read, then what its label adds, and at last the ``Rating`` it makes."""

from __future__ import annotations

from dataclasses import dataclass

from reviewparse.model import Rating
from reviewparse.parsers.rating_labels import NOTHING, Introduction

JOKE = 1.5
"""How far above a maximum of ten a mark may be for fun: ``11/10``."""

SCHOOL_BEST, SCHOOL_WORST = 1.0, 6.0

DIE = 6.0
"""The highest throw."""


@dataclass(slots=True)
class Mark:
    """The parts of a rating while a line is read; it never leaves the parser."""

    value: float | None = None
    best: float | None = None
    upper: float | None = None
    worst: float | None = None
    unit: str | None = None
    grade: str | None = None
    unrated: bool = False
    aspect: str | None = None
    rater: str | None = None
    start: int = 0
    end: int = 0
    label: Introduction = NOTHING
    weak: bool = False
    """Read with a single small word between value and maximum (``4 of 5``)."""
    given: bool = False
    """The reviewer gives it in so many words (``I give it 4/5``)."""

    def introduced_by(self, label: Introduction) -> Mark:
        """The same mark with what its label says of it."""
        self.label, self.aspect, self.rater = label, label.aspect, label.rater
        if self.best is None and label.best is not None and self.value is not None and self.value <= label.best:
            self.best, self.worst = label.best, label.worst
        if label.between and self.best in (7, 8, 9) and self.value == self.best - 1:
            self.best, self.upper = None, self.best
        if label.school and self.best is None and self.value is not None and self.value <= SCHOOL_WORST:
            self.worst = SCHOOL_WORST
        return self

    def is_small(self) -> bool:
        """Whether its number is of one of the usual scales up to ten."""
        return self.value is not None and 0 <= self.value <= 10

    def is_letter(self) -> bool:
        """Whether it is a letter grade."""
        return self.grade is not None and len(self.grade) <= 2

    def share(self) -> float | None:
        """The value as a share of its printed maximum."""
        return self.value / self.best if self.value is not None and self.best else None

    def rating(self, raw: str) -> Rating:
        """The finished value."""
        return Rating(
            value=self.value,
            upper=self.upper,
            best=self.best,
            worst=self.worst,
            assumed_best=None if self.best is not None or self.value is None else self._assumed(),
            grade=self.grade,
            label=self.aspect,
            rater=self.rater,
            unit=self.unit,
            unrated=self.unrated,
            raw=raw,
        )

    def _assumed(self) -> float | None:
        """The likely maximum of a mark that prints none."""
        value = self.value if self.upper is None else self.upper
        if value is None or value < 0:
            return None
        if self.label.school:
            return SCHOOL_BEST if value <= SCHOOL_WORST else None
        if self.label.die and value <= DIE:
            return DIE
        if self.unit == "points":
            return 100.0 if 50 <= value <= 100 else None
        if value < 1 or (self.unit is not None and value <= 5):
            return 5.0
        # five and less may be of five, six or ten
        scales = (10.0, 20.0, 100.0) if self.unit is None and value > 5 else ()
        return next((best for best in scales if value <= best), None)


def mark(value: float | None, best: float | None = None, unit: str | None = None) -> Mark | None:
    """A mark, unless its value is beyond its maximum."""
    if value is None or (
        best is not None and (best <= 0 or value > best) and not (best == 10 and value <= best * JOKE)
    ):
        return None
    return Mark(value=value, best=best, unit=unit)


@dataclass(frozen=True, slots=True)
class Reading:
    """A rating in a string: where it stands, and what introduces it."""

    rating: Rating
    start: int
    end: int
    label: Introduction = NOTHING
    given: bool = False
    """The reviewer gives it in so many words."""

    @property
    def labelled(self) -> bool:
        """Whether a word for verdicts introduces it."""
        return self.label.label or self.label.overall
