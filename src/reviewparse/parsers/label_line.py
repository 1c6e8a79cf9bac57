"""Label and year without a word that says so: ``(Grey Heron, 2012)``, ``CD / Norda / 62:10``.

The parts of such a line each say what they are: a year, a playing time, a price, a format; the one left is the label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reviewparse.evidence import Hit, Span
from reviewparse.languages import Words
from reviewparse.model import PartialDate
from reviewparse.parsers.bibliography import counts_pages
from reviewparse.parsers.company import is_company, names_company
from reviewparse.parsers.headline_parts import all_known
from reviewparse.parsers.work_words import phrases_in

MAX_LINE = 90
"""Characters of such a line."""

MAX_PARTS = 5

_PART = re.compile(r"[^,;/|•·–—()\[\]]++(?:(?<=\S)[–/](?=\S)[^,;/|•·–—()\[\]]++)?")
_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)")
_YEAR_BEHIND = re.compile(r"\s(?P<year>(?:19|20)\d\d)$")
_NUMBERS = re.compile(r"(?:[£$€]\s?)?\d[\d:.'’,\s]{0,12}(?:[£$€%]|\w{1,8}\.?)?")


@dataclass(frozen=True, slots=True)
class LabelLine:
    """What such a line says, as hits in it."""

    label: Hit[str]
    released: Hit[PartialDate] | None
    bare: bool
    """Nothing but the place of the name says that it is a label's: no year, no word of companies."""


def parse_label_line(text: str, words: Words) -> LabelLine | None:
    """The label of a line, or of what stands in brackets; ``None`` when more than one part may be it.

    >>> from reviewparse.languages import load
    >>> line = parse_label_line("(Grey Heron, 2012)", load("en"))
    >>> line.label.value, line.released.value.isoformat()
    ('Grey Heron', '2012')
    """
    if not 2 < len(text) <= MAX_LINE:
        return None
    names: list[Span] = []
    years: list[Span] = []
    parts = list(_parts(text))
    for span in parts if len(parts) <= MAX_PARTS else ():
        (start, end), year = _without_year(text, *span)
        years += [year] if year is not None else []
        if start < end and not _is_no_name(text[start:end], words):
            names.append((start, end))
    if len(names) != 1 or len(years) > 1:
        return None
    name = text[slice(*names[0])]
    if ":" in name or not is_company(name, words) or _begins_otherwise(name, words):
        return None
    released = [Hit(PartialDate(year=int(text[slice(*year)])), text[slice(*year)], year) for year in years]
    return LabelLine(
        label=Hit(name, name, names[0]),
        released=released[0] if released else None,
        bare=not released and not names_company(name, words),
    )


def _begins_otherwise(name: str, words: Words) -> bool:
    """``feat. Orla Venn``, ``Live at Leeds``: what begins in lower case or with a word of versions is no label."""
    if name[0].islower():
        return True
    first = next(phrases_in(name, words), None)
    return first is not None and first.start == 0 and not names_company(name, words)


def _parts(text: str) -> Iterator[Span]:
    for match in _PART.finditer(text):
        part = match[0]
        start = match.start() + len(part) - len(part.lstrip())
        if part.strip():
            yield start, match.start() + len(part.rstrip())


def _without_year(text: str, start: int, end: int) -> tuple[Span, Span | None]:
    """A part without the year in it: a part of its own, or the last word of one."""
    if match := _YEAR.fullmatch(text, start, end):
        return (end, end), match.span("year")
    if match := _YEAR_BEHIND.search(text, start, end):
        return (start, match.start()), match.span("year")
    return (start, end), None


def _is_no_name(part: str, words: Words) -> bool:
    """Whether a part is a time, a price, a number of pages, a format."""
    return bool(_NUMBERS.fullmatch(part)) or counts_pages(part, words) or bool(all_known(part, words))
