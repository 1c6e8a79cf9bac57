"""What hangs on a title: quotes, guests, performers, bonus and highlight marks, remarks, parts of a medley."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from reviewparse.languages import Words
from reviewparse.languages.words import Phrases
from reviewparse.parsers.labels import fold
from reviewparse.parsers.tracklist_marks import unwrap
from reviewparse.parsers.tracklist_quotes import DOUBLE, SINGLE, split_quoted

_EDGES = " \t,;:–—-|•·"

_LAST_BRACKET = re.compile(r"\s{0,9}[(\[（](?P<inner>[^()\[\]（）]{1,120})[)\]）]\s{0,9}\Z")

_HANGING = DOUBLE | SINGLE | frozenset("()[]（）*/.")

_WORD = re.compile(r"\w+")

_NAMES_CUT = re.compile(r"\s{0,9}(?:,|&|\+)\s{0,9}")

_PARTS = re.compile(r"(?:^|[\s,;:–—-])\s?(?:\(?(?P<letter>[a-h])\)|(?P<roman>[IVX]{1,4})[.)])\s")


@dataclass(frozen=True, slots=True)
class Dressed:
    """A title and what hung on it."""

    title: str
    artist: str | None = None
    featuring: tuple[str, ...] = ()
    bonus: bool = False
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Patterns:
    feat: re.Pattern[str]
    feat_inside: re.Pattern[str]
    with_inside: re.Pattern[str]
    performer: re.Pattern[str]
    by: re.Pattern[str]
    bonus: re.Pattern[str]
    bonus_inside: re.Pattern[str]
    remark: re.Pattern[str]
    versions: frozenset[str]
    medley: re.Pattern[str]
    joiner: re.Pattern[str]
    hooks: frozenset[str]
    """First words of all phrases that hang something on a title."""
    unspaced: tuple[str, ...]
    """Such phrases of scripts without blanks."""


def dress(text: str, words: Words, *, quoted: bool) -> Dressed:
    """Take a title apart.

    Args:
        text: The line without number and duration.
        words: Where the words for guests, bonus tracks, versions and remarks stand.
        quoted: Whether the titles of this list stand in quotes.
    """
    text, patterns = unwrap(text.strip(_EDGES)), _patterns(words)
    if _is_bare(text, patterns):
        return Dressed(text)
    undressed = _Undressing(text, patterns)
    undressed.bonus_mark()
    undressed.quotes(single=quoted)
    undressed.brackets()
    undressed.guests()
    title, parts = _split_parts(undressed.title(), patterns)
    return Dressed(title, undressed.artist, undressed.featuring, bonus=undressed.bonus, parts=parts)


def _is_bare(text: str, patterns: _Patterns) -> bool:
    """Whether nothing can hang on a title: no brackets, quotes or marks, and none of the words that hang things."""
    if not _HANGING.isdisjoint(text):
        return False
    folded = text.casefold()
    return patterns.hooks.isdisjoint(_WORD.findall(folded)) and not any(hook in folded for hook in patterns.unspaced)


class _Undressing:
    """A title on the way from its line, and what was taken off it so far."""

    def __init__(self, text: str, patterns: _Patterns) -> None:
        self.patterns = patterns
        self.text = text
        self.behind = ""
        """What stands behind the closing quote."""
        self.artist: str | None = None
        self.featuring: tuple[str, ...] = ()
        self.bonus = False

    def title(self) -> str:
        """What is left."""
        return f"{self.text} {self.behind.strip()}".strip(_EDGES)

    def bonus_mark(self) -> None:
        """``Bonus track: Chimney``, ``Chimney *bonus``, ``Hidden track: Salt``."""
        match = self.patterns.bonus.search(self.text)
        if match is not None:
            self.text = (self.text[: match.start()] + self.text[match.end() :]).strip(_EDGES)
            self.bonus = True
        remark = self.patterns.remark.match(self.text)
        if remark is not None and self.text[remark.end() :].lstrip()[:1] == ":":
            self.text = self.text[remark.end() :].lstrip(" :")

    def quotes(self, *, single: bool) -> None:
        """Part the quoted title from what stands around it; or the performer from an unquoted one."""
        pieces = split_quoted(self.text, single=single)
        if pieces is not None and (single or (not pieces[0].strip() and _may_follow(pieces[2]))):
            _, self.text, self.behind = pieces
            match = self.patterns.by.match(self.behind)
            if match is not None:
                self.artist, self.behind = match["artist"].strip(" .,"), ""
        elif (match := self.patterns.performer.search(self.text)) is not None:
            self.artist, self.text = match["artist"].strip(" .,()[]"), self.text[: match.start()]

    def brackets(self) -> None:
        """Guests, bonus marks and remarks in brackets at the end go, versions stay; behind quotes nothing else does."""
        kept = ""
        while (match := _LAST_BRACKET.search(self.behind)) is not None:
            if self.stays(match["inner"].strip()) and is_version(match["inner"], self.patterns.versions):
                kept = match.group() + kept
            self.behind = self.behind[: match.start()]
        self.behind, kept = kept, ""
        while (match := _LAST_BRACKET.search(self.text)) is not None and match.start():
            if self.stays(match["inner"].strip()):
                kept = match.group() + kept
            self.text = self.text[: match.start()]
        self.text += kept

    def stays(self, inner: str) -> bool:
        """Read what stands in brackets; ``False`` when it is no part of the title."""
        patterns = self.patterns
        for pattern, is_part in ((patterns.feat_inside, False), (patterns.with_inside, True)):
            guests = pattern.match(inner)
            if guests is not None:
                self.featuring = _names(guests["names"], patterns) + self.featuring
                return is_part
        if patterns.bonus_inside.search(inner) is not None:
            self.bonus = True
            return False
        remark = patterns.remark.match(inner)
        return remark is None or (remark.end() < len(inner) and is_version(inner, patterns.versions))

    def guests(self) -> None:
        """Guests without brackets: ``Ferry Home ft. Ida Moss``."""
        match = self.patterns.feat.search(self.text)
        if match is not None and match.start():
            self.featuring = self.featuring or _names(match["names"], self.patterns)
            self.text = self.text[: match.start()]


def _may_follow(text: str) -> bool:
    """Whether what stands behind the closing quote leaves the quoted part a whole title."""
    return not text.strip() or _LAST_BRACKET.fullmatch(text) is not None


def is_version(text: str, versions: frozenset[str]) -> bool:
    """Whether a bracket, or what follows a dash, names a version: ``2011 Remaster``, ``Live in Nordvik``."""
    return any(part in versions for part in fold(text).replace(".", " ").split())


def version_words(words: Words) -> frozenset[str]:
    """The words that tell a version."""
    return _patterns(words).versions


def _split_parts(title: str, patterns: _Patterns) -> tuple[str, tuple[str, ...]]:
    """``Medley: a) Rise b) Fall`` to its title and parts; a title without such marks as it is."""
    if ")" not in title and "." not in title and "/" not in title:
        return title, ()
    marks = list(_PARTS.finditer(title))
    named = [match["letter"] or match["roman"] for match in marks]
    if len(marks) > 1 and named[:2] in (["a", "b"], ["I", "II"]):
        ends = [match.start() for match in marks[1:]] + [len(title)]
        parts = tuple(title[match.end() : end].strip(_EDGES) for match, end in zip(marks, ends, strict=True))
        whole = title[: marks[0].start()].strip(_EDGES)
        return whole or title, parts
    if title.count(" / ") > 1 or (" / " in title and patterns.medley.match(title)):
        return title, tuple(part.strip(_EDGES) for part in patterns.medley.sub("", title).split(" / "))
    return title, ()


def _names(text: str, patterns: _Patterns) -> tuple[str, ...]:
    names = (name.strip(" .,;") for piece in _NAMES_CUT.split(text) for name in patterns.joiner.split(piece))
    return tuple(name for name in names if name)


@lru_cache(maxsize=64)
def _patterns(words: Words) -> _Patterns:
    table = words.tracklist
    feat, bonus = _either(table.feat), _either(table.bonus)
    performed = _either(tuple(word for word in table.performed_by if " " in word))
    hanging = (*table.feat, *table.bonus, *table.remarks, *(word for word in table.performed_by if " " in word))
    flags = re.IGNORECASE
    return _Patterns(
        feat=re.compile(rf"\s[\-–—]?\s?(?:{feat})(?:(?<=\.)\s?|\s)(?P<names>\S.{{0,120}})\Z", flags),
        feat_inside=re.compile(rf"(?:{feat})(?:(?<=[./])\s?|[\s:]\s?)(?P<names>\S.*)", flags),
        with_inside=re.compile(rf"(?:{_either(table.with_)})\s(?P<names>\S.*)", flags),
        performer=re.compile(rf"\s?[\-–—,(\[]?\s?\b(?:{performed})\s(?P<artist>\S.{{0,100}})\Z", flags),
        by=re.compile(rf"\s?[\-–—,(]?\s?(?:{_either(table.performed_by)})\s(?P<artist>[^()]{{1,100}})", flags),
        bonus=re.compile(rf"\A[*\s]*(?:{bonus})\s?[:\-–—]\s|\s?\*\s?(?:\w+\s)?(?:{bonus})\s?\*?\Z", flags),
        bonus_inside=re.compile(rf"\b(?:{bonus})\b", flags),
        remark=re.compile(rf"(?:{_either(table.remarks)})(?!\w)", flags),
        versions=frozenset(fold(word) for word in table.versions),
        medley=re.compile(rf"(?:{_either(table.medley)})\s?[:\-–—]?\s", flags),
        joiner=re.compile(rf"\s(?:{_either(words.credits.joiners)})\s", flags),
        hooks=frozenset(_WORD.findall(phrase)[0] for phrase in hanging if _WORD.search(phrase)),
        unspaced=tuple(phrase for phrase in hanging if phrase > "\u2e80"),
    )


def _either(words: Phrases) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or r"(?!)"
