"""Which date a date is: the words before it decide, then those right after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reviewparse.parsers.date_grammar import WORD, Found, Grammar, Line, comparable, phrase_of
from reviewparse.parsers.date_patterns import word_before

UNKNOWN = "unknown"
PUBLISHED = "published"
RELEASED = "released"
ISSUE = "issue"
COMMENT = "comment"
PERFORMED = "performed"

_REACH = 90
"""Characters to the left in which a label may stand."""
_MAX_WORDS = 5
"""In a label."""
_DISTANT = 7
"""Letters a single word must have to be a label some words before the date; shorter ones mean too many other things."""
_SHORT_NAME = 5
"""Letters of a word that may be a name, whatever its ending: Ahmed, Jared."""
_STATED = 9
"""Words between a label and its date, at most."""

_HARD = re.compile(r"[\n|•·]")
_BORDER = re.compile(r"[\n|•·;()\[\]{}]|\s/\s|(?<=[^\W\d_]{3})[.!?]\s")
_EDGE = " \t\n:,-–(/[{|•·~*_>\"'"
_LABEL_EDGE = _EDGE + ".'"
_PUNCTUATION = ":,-/&~"
_TAIL = re.compile(r"[ \t,]{0,3}[(\[]?\s?")
_AFTER = re.compile(r"[^\n|•·;()\[\]{}]{0,60}")
_SENTENCE_END = re.compile(r"[.!?](?:\s|\Z)")
_GLUED = re.compile(r"(?<=[a-zà-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])")
"""Where two texts were glued: ``Orla VennUpdated``."""
_RIGHTS = frozenset("©℗")
_LOWER_NEXT = re.compile(r"\s?[a-zà-öø-ÿ%]")
_WIDE = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_CLOCK = re.compile(r"(?<!\d)\d{1,2}:\d\d(?!\d)")
_HALF_OF_DAY = re.compile(r"(?<=\d)\s?[AaPp]\.\s?[Mm]\.?")
"""``9:05 a.m.``"""
_WIDE_LINE = 30
"""Characters of a line in a script without blanks, from which on it is prose."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the words around a date say about it."""

    kind: str
    free: bool
    """It has no label and stands by itself, or beside names and furniture: not inside a sentence."""
    refused: bool = False
    """The word before it says that it is no date."""
    apart: bool = False
    """Nothing but punctuation, a border or a capital touches it."""


def setting_of(line: Line, dates: Sequence[Found], index: int) -> Setting:
    """The kind of one of the dates of a line, and whether it stands free."""
    date, grammar = dates[index], line.grammar
    floor = max(dates[index - 1].end if index else 0, date.start - _REACH)
    left = line.plain[floor : date.start]
    stripped = left.rstrip(_EDGE)
    gap = left[len(stripped) :]
    border = _last_border(stripped, grammar)
    printed = line.printed[floor + border : floor + len(stripped)]
    clause = comparable(_GLUED.sub(" ", printed))
    words = WORD.findall(clause)
    if words and not _HARD.search(gap) and (_refused(words, grammar) or not _RIGHTS.isdisjoint(words)):
        return Setting(UNKNOWN, free=False, refused=True)
    ceiling = dates[index + 1].start if index + 1 < len(dates) else None
    kind = _before(clause, words, gap, grammar) or _numbered(stripped, gap, grammar) or _after(line, date.end, ceiling)
    if kind is not None:
        return Setting(kind, free=False)
    if _opens_comment(line, date.end):
        return Setting(COMMENT, free=False)
    if _beside_venue(line, clause, words, date.end):
        return Setting(PERFORMED, free=False)
    crossed = bool(_HARD.search(gap))
    beside = not words or crossed or (_names_only(printed, grammar) and _no_other_label(clause, grammar))
    free = beside and not gap.startswith(":") and _free_after(line, date.end)
    return Setting(UNKNOWN, free=free, apart=_touches_nothing(line, date, stripped, gap))


def _refused(words: list[str], grammar: Grammar) -> bool:
    """Whether a word says that what follows is no date: ``Retrieved``, ``Posts from``."""
    at = next((at for at in range(len(words) - 1, -1, -1) if words[at] not in grammar.links), len(words) - 1)
    word = words[at]
    done = len(word) > _SHORT_NAME and word.endswith(grammar.done_endings) and grammar.by.isdisjoint(words[:at])
    deadline = words[-1] in grammar.by  # "order by 3 March"
    if not (done or deadline or word in grammar.refused or words[-1] in grammar.refused):
        return False
    return _touching(words[-_MAX_WORDS:], grammar) is None  # "online since" is a label


def _opens_comment(line: Line, end: int) -> bool:
    """Whether the line of a date ends as the heads of comments do: ``| Greywolf says:``, ``| Reply``."""
    stop = line.plain.find("\n", end, end + _REACH)
    rest = line.plain[end : stop if stop >= 0 else end + _REACH].rstrip()
    if "|" in rest and rest.rsplit("|", 1)[-1].strip() in line.grammar.replying:
        return True
    return rest.endswith(":") and any(line.grammar.labels.get(word) == COMMENT for word in WORD.findall(rest)[-1:])


def _beside_venue(line: Line, clause: str, words: list[str], end: int) -> bool:
    """Whether the clause of a date names a venue and a place or act beside it: ``Corn Hall, Nordvik, 17 June 2011``."""
    grammar = line.grammar
    if not grammar.by.isdisjoint(words):
        return False
    at = clause.find(" @ ")
    if at >= 0 and not clause[at + 3 : at + 4].isdigit():
        return True
    right = _AFTER.match(line.plain, end)
    parts = [part.strip(_EDGE) for part in f"{clause},{right[0] if right else ''}".split(",")]
    parts = [part for part in parts if part]
    return len(parts) > 1 and any(part.endswith(grammar.venues) for part in parts)


def _touches_nothing(line: Line, date: Found, stripped: str, gap: str) -> bool:
    """No word directly before numbers, and no word in lower case behind; a month's name needs no such care in front."""
    named = any(char.isalpha() for char in line.plain[date.start : date.end])
    return (named or not stripped or bool(gap.strip(" "))) and not _LOWER_NEXT.match(line.printed, date.end)


def label_near(line: Line, start: int, end: int) -> bool:
    """Whether the word before or after a number may belong to a label: asked before anything dearer."""
    grammar = line.grammar
    word = word_before(line, start, max(0, start - _REACH), grammar.links, _LABEL_EDGE)
    if word is not None and line.plain[slice(*word)] in grammar.label_tails:
        return True
    after = WORD.match(line.plain, _after_tail(line.plain, end))
    return after is not None and after[0] in grammar.label_heads


def _last_border(text: str, grammar: Grammar) -> int:
    last = 0
    for match in _BORDER.finditer(text):
        if match[0] == ". " and _abbreviates(text, last, match, grammar):
            continue
        last = match.end()
    return last


def _abbreviates(text: str, start: int, stop: re.Match[str], grammar: Grammar) -> bool:
    """Whether a full stop stands within a label: ``Pub. date``."""
    before = WORD.findall(text[start : stop.start()])[-1:]
    return bool(before) and " ".join([*before, *WORD.findall(text[stop.end() :])]) in grammar.labels


def _before(clause: str, words: list[str], gap: str, grammar: Grammar) -> str | None:
    """The kind a label to the left gives; one beyond a line or cell border must be all of its line or cell."""
    if not words:
        return None
    if words[-1].isdigit() and grammar.labels.get(" ".join(words[-2:-1])) == ISSUE:
        return ISSUE
    if _HARD.search(gap):
        return grammar.labels.get(phrase_of(clause))
    near = _touching(words, grammar)
    if near is not None and near[0] and ":" in gap and near[1] in grammar.shared_ends:
        near = None  # the end of a label nobody listed: "Birth date:"
    if near is not None:
        return grammar.labels[near[1]]
    return _distant(clause, grammar)


def _numbered(stripped: str, gap: str, grammar: Grammar) -> str | None:
    """``Vol. 3 (March 2011)``: the number of an issue before the bracket."""
    last = WORD.findall(stripped[-_REACH // 3 :])[-2:] if "(" in gap else []
    counted = len(last) > 1 and last[1].isdigit() and grammar.labels.get(last[0]) == ISSUE
    return ISSUE if counted else None


def _touching(words: list[str], grammar: Grammar) -> tuple[int, str] | None:
    """Words left over before the label that ends here, links aside, and the label; the longest wins."""
    end = len(words)
    while end:
        for start in range(max(0, end - _MAX_WORDS), end):
            if words[start] in grammar.label_heads:
                phrase = " ".join(words[start:end])
                if phrase in grammar.labels:
                    return start, phrase
        if words[end - 1] not in grammar.links and words[end - 1] not in grammar.weekdays:
            break
        end -= 1
    return _glued(words[-1], grammar) if words else None


def _glued(word: str, grammar: Grammar) -> tuple[int, str] | None:
    """A label at the end of a run without blanks, in scripts that have none."""
    if not _WIDE.match(word):
        return None
    return next(((0, word[at:]) for at in range(1, len(word) - 1) if word[at:] in grammar.labels), None)


def _distant(clause: str, grammar: Grammar) -> str | None:
    """A label with other words between it and the date: ``Posted by Orla Venn on``, ``Recorded at Strand Hall,``."""
    matches = list(WORD.finditer(clause))
    for index in range(len(matches) - 1, max(-1, len(matches) - 1 - _STATED - _MAX_WORDS), -1):
        if matches[index][0] not in grammar.label_heads:
            continue
        for end in range(min(len(matches), index + _MAX_WORDS), index, -1):
            phrase = " ".join(match[0] for match in matches[index:end])
            kind = _of_longer(matches[:end], index, grammar) or grammar.labels.get(phrase)
            if kind is None or (end - index == 1 and len(phrase) < _DISTANT):
                continue
            before = clause[: matches[index].start()].rstrip()
            if kind != PUBLISHED or not before or before[-1] in _PUNCTUATION:
                return kind
    return None


def _of_longer(matches: list[re.Match[str]], start: int, grammar: Grammar) -> str | None:
    """The kind of a label that ends like a shorter one: ``recorded live at``."""
    for first in range(max(0, start - _MAX_WORDS), start):
        if matches[first][0] in grammar.label_heads:
            kind = grammar.labels.get(" ".join(match[0] for match in matches[first:]))
            if kind is not None:
                return kind
    return None


def _after(line: Line, end: int, ceiling: int | None) -> str | None:
    """The kind a word right after the date gives: ``the May 2016 issue``, ``2009年7月13日発売``."""
    start = _after_tail(line.plain, end)
    matches = [match for match, _ in zip(WORD.finditer(line.plain, start, start + 60), range(_MAX_WORDS), strict=False)]
    if not matches or matches[0].start() != start or matches[0][0] not in line.grammar.label_heads:
        return None
    for count in range(len(matches), 0, -1):
        last = matches[count - 1].end()
        phrase = " ".join(match[0] for match in matches[:count])
        kind = line.grammar.labels.get(phrase)
        if kind is not None:
            belongs_to_next = ceiling is not None and ceiling - last <= 24
            return None if belongs_to_next or line.plain[last : last + 2].strip().startswith(":") else kind
    return None


def _after_tail(plain: str, end: int) -> int:
    tail = _TAIL.match(plain, end)
    return tail.end() if tail else end


def _names_only(printed: str, grammar: Grammar) -> bool:
    """Whether words could be names, labels and furniture: none of them in lower case but the quiet ones."""
    if len(printed) > _WIDE_LINE and _WIDE.search(printed):
        return False
    previous = ""
    for word in WORD.findall(printed):
        if word.islower() and word not in grammar.quiet and not _may_be_lower(word, previous, grammar):
            return False
        previous = word
    return True


def _no_other_label(clause: str, grammar: Grammar) -> bool:
    """Whether the words are no ``Label: value`` of something else; a byline's label may stand before a date."""
    label, colon, _ = _CLOCK.sub("", clause).partition(":")
    return not colon or phrase_of(label) in grammar.byline_labels


def _may_be_lower(word: str, previous: str, grammar: Grammar) -> bool:
    """What is counted (``9 comments``), and a pseudonym: after ``by``, or with digits in it."""
    return previous.isdigit() or previous.lower() in grammar.by or not word.isalpha()


def _free_after(line: Line, end: int) -> bool:
    """Whether what follows the date is a border, a time, a name or furniture, and not the rest of a sentence."""
    tail = _AFTER.match(line.printed, end)
    text = _HALF_OF_DAY.sub("", tail[0]) if tail else ""
    stop = _SENTENCE_END.search(text)
    text = text[: stop.start()] if stop else text
    if len(text) > _WIDE_LINE and _WIDE.search(text):
        return False
    words = WORD.findall(text)[:4]
    return _names_only(" ".join(words), line.grammar)
