"""What the words before a number make of it: the overall verdict, an aspect, a critic's mark, or no verdict at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reviewparse.parsers.rating_lexicon import LONGEST_PHRASE, TOKEN, Lexicon, Sense
from reviewparse.parsers.rating_numbers import MAXIMA

MAX_LABEL = 60
"""Characters looked at before a value."""

MAX_OPEN_WORDS = 4
"""Words of a label that no colon ends; more are a sentence."""

MAX_ASPECT_WORDS = 5

LEAST_MAXIMUM = 4
"""Of a mark; halves and thirds are measures: ``Mix 1/2 and 1/2``."""

VERDICTS = frozenset((Sense.LABEL, Sense.OVERALL))
_NAMING = frozenset((Sense.ASPECT, Sense.QUALIFIER))
REFUSED = frozenset((Sense.READERS, Sense.OTHER))

_STOPS = (". ", "! ", "? ")
_LEAST_SENTENCE = 6
"""Characters before a full stop that ends no abbreviation: ``Vol. ``."""
_CLOSING = frozenset(":=|→")
_DASHES = frozenset((" -", " –", " —"))
_BRACKETS = re.compile(r"[(\[](?P<inside>[^()\[\]]{1,40})[)\]]")
_EDGES = " \t:=|~*_•·>→-–—([{\"'“”„«»‘’#.,;/\\+✔"
_SCALE = re.compile(
    r"\D{0,12}?(?P<worst>-?[0-9]{1,2})\s?(?:[^\W\d_]{1,6}|[–—-]|\.{2,3})\s?\+?(?P<best>[0-9]{1,3})\D{0,12}"
)
_POSSESSIVE = re.compile(r"(?P<name>\S.{0,30}?)'s?(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or phrase of a label and where it stands."""

    sense: Sense | None
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _End:
    """How a label ends."""

    closed: bool
    filler: bool
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Introduction:
    """What is said before a value."""

    refused: bool = False
    """It introduces something else: an age limit, the readers' average."""
    known: bool = False
    """All its words are words of ratings."""
    label: bool = False
    """A word for verdicts stands in it."""
    overall: bool = False
    """A word for the whole stands in it."""
    closed: bool = False
    """A colon, a dash or the like ends it."""
    dashed: bool = False
    """A dash does, as behind titles and quotations."""
    capital: bool = False
    """It begins with a capital, as labels do."""
    aspect: str | None = None
    noun: str | None = None
    """The label, if it is a medium that elsewhere says nothing (``Disc``): beside other marks it names an aspect."""
    rater: str | None = None
    best: float | None = None
    worst: float | None = None
    filler: bool = False
    """Words stand between the colon and the value."""
    shared: bool = False
    """Content boards print the same label."""
    school: bool = False
    """A label of marks where 1 is the best."""
    die: bool = False
    """A label of marks out of six."""
    between: bool = False
    """A label after which ``6/7`` means between six and seven."""

    def names_value(self, *, beside_others: bool, maximum: float | None, share: bool = False) -> bool:
        """Whether it makes a verdict of a value in a notation of its own (``4/5``).

        A share of a hundred is printed of many a thing: before it only words of ratings count.
        """
        if self.label or self.overall:
            return True
        if self.aspect is None or self.filler:
            return False
        if share:
            return self.known and self.closed
        if self.known:
            return maximum is None or maximum >= LEAST_MAXIMUM
        is_label = (self.closed and not self.dashed) or (beside_others and self.capital)
        return is_label and maximum in (None, *MAXIMA)

    def names_bare(self, value: str, *, beside_others: bool) -> bool:
        """Whether it makes a verdict of a bare number or word."""
        if self.label:
            return True
        if self.overall:
            return self.closed or beside_others or any(char in ".,½" for char in value)
        return self.known and self.aspect is not None and (self.closed or beside_others)


NOTHING = Introduction()


def read_label(before: str, lexicon: Lexicon) -> Introduction:
    """Understand the text between the last value (or the line's beginning) and a value.

    >>> from reviewparse.languages import load
    >>> from reviewparse.parsers.rating_lexicon import lexicon_of
    >>> read_label("Story rating: ", lexicon_of(load("en"))).aspect
    'Story'
    """
    if not before or before.isspace():
        return NOTHING
    before = _last_sentence(before)
    if len(before) > MAX_LABEL:
        _, _, before = before[-MAX_LABEL:].partition(" ")
    return _read(before, lexicon)


def _last_sentence(before: str) -> str:
    """What stands behind the last sentence before a value: ``Film: `` of ``... a flawed film. Film: ``."""
    at = max(before.rfind(stop) for stop in _STOPS) + 2
    behind = before[at:]
    return behind if at > _LEAST_SENTENCE and behind.strip(_EDGES) else before


@lru_cache(maxsize=1024)
def _read(text: str, lexicon: Lexicon) -> Introduction:
    inside = ""
    scale = _BRACKETS.search(text) if "(" in text or "[" in text else None
    if scale is None and any(map(str.isdigit, text)):
        scale = lexicon.scale.search(text)
    if scale is not None:
        inside = scale["inside"]
        text = text[: scale.start()] + " " + text[scale.end() :]
    stripped = text.rstrip(" \t*_([{\"'“”„«»")
    dashed = stripped[-2:] in _DASHES
    closed = dashed or stripped[-1:] in _CLOSING
    label, filler = _label_and_filler(text)
    if closed and filler:
        # the end of one field and the label of the next: "Highlight: Bellmouth Rating:"
        return _tail(filler, tuple(_senses(filler, lexicon)), lexicon, closed=True)
    inner = tuple(_senses(filler, lexicon)) if filler else ()
    if any(word.sense is Sense.ASPECT for word in inner) and all(word.sense in _NAMING for word in inner):
        # "Ratings: Music 8/10, Sound 7/10": a heading before the first label
        return _understand(filler, inner, "", lexicon, _End(closed=True, filler=False))
    words = tuple(_senses(label, lexicon))
    if not words and not filler:
        # the scale alone introduces the number: "Out of 10: 7.5"
        best = _inside(inside, lexicon)[0]
        return Introduction(known=True, label=True, closed=closed, best=best) if best and closed else NOTHING
    return _understand(label, words, inside, lexicon, _End(closed=closed, dashed=dashed, filler=bool(filler)))


def _label_and_filler(text: str) -> tuple[str, str]:
    """``Verdict: a solid`` is a label and words that say nothing."""
    text = text.strip(_EDGES)
    at = max(text.rfind(":"), text.rfind("="))
    return (text, "") if at < 0 else (text[:at].strip(_EDGES), text[at + 1 :].strip())


def _senses(label: str, lexicon: Lexicon) -> Iterator[Word]:
    tokens = [(match[0].casefold(), match.start(), match.end()) for match in TOKEN.finditer(label)]
    senses, starters = lexicon.senses, lexicon.long_starters
    index, last = 0, len(tokens)
    while index < last:
        text, start, end = tokens[index]
        size = 1
        if text in starters:
            for size in range(min(LONGEST_PHRASE, last - index), 0, -1):
                text = " ".join([token[0] for token in tokens[index : index + size]])
                if text in senses:
                    end = tokens[index + size - 1][2]
                    break
        yield Word(senses.get(text), start, end, text)
        index += size


def _understand(label: str, words: tuple[Word, ...], inside: str, lexicon: Lexicon, end: _End) -> Introduction:
    verdict = [word for word in words if word.sense in VERDICTS]
    rest = [word for word in words if word.sense is None or word.sense is Sense.ASPECT]
    is_open = not end.closed and not end.filler
    if len(rest) > MAX_ASPECT_WORDS or (rest and is_open and len(words) > MAX_OPEN_WORDS):
        return _tail(label, words, lexicon, closed=end.closed) if verdict else NOTHING
    best, worst, rater = _inside(inside, lexicon)
    aspect = None
    if rest:
        owner = _POSSESSIVE.match(label) if verdict else None
        if owner and len(rest) <= 2 and rest[0].start == owner.start():
            rater = owner["name"]
        elif _is_outlet(label, rest, verdict):
            pass
        elif not any(
            word.sense is None and (word.text in lexicon.giving or word.text in lexicon.stop_words) for word in rest
        ):
            aspect = _aspect(label, words)
    return Introduction(
        refused=any(word.sense in REFUSED for word in words),
        known=all(word.sense is not None for word in words),
        label=any(word.sense is Sense.LABEL for word in words),
        overall=any(word.sense is Sense.OVERALL for word in words),
        closed=not is_open,
        dashed=end.dashed,
        filler=end.filler,
        capital=label[:1].isupper(),
        aspect=aspect,
        noun=label if len(words) == 1 and words[0].text in lexicon.media and label[0].isupper() else None,
        rater=rater,
        best=best,
        worst=worst,
        shared=any(word.text in lexicon.shared for word in verdict),
        school=any(word.text in lexicon.school for word in verdict),
        die=any(word.text in lexicon.dice for word in verdict),
        between=any(word.text in lexicon.between for word in verdict),
    )


def _is_outlet(label: str, rest: list[Word], verdict: list[Word]) -> bool:
    """``Harbour Weekly Overall Rating``: before the word for the whole stands the name of the paper, no aspect."""
    whole = next((word.start for word in verdict if word.sense is Sense.OVERALL), 0)
    named = [word for word in rest if word.end < whole and word.sense is None and label[word.start].isupper()]
    return len(rest) == len(named) > 1


def _tail(label: str, words: tuple[Word, ...], lexicon: Lexicon, *, closed: bool) -> Introduction:
    """The label at the end of a longer sentence: ``... and so I settle on a final score of``."""
    index = len(words)
    while index and words[index - 1].sense is not None:
        index -= 1
    tail = words[index:]
    if not any(word.sense in VERDICTS for word in tail):
        return NOTHING
    return _understand(label[tail[0].start :], tail, "", lexicon, _End(closed=closed, filler=False))


def _aspect(label: str, words: tuple[Word, ...]) -> str | None:
    """The printed label without its words for verdicts and without small words at its ends."""
    dropped = (Sense.LABEL, Sense.OVERALL, Sense.QUALIFIER)
    kept = [word for word in words if word.sense not in dropped]
    aspect = " ".join(label[kept[0].start : kept[-1].end].split())
    return aspect if aspect[:1].isalpha() else None


def read_scale(line: str, at: int, lexicon: Lexicon) -> tuple[float | None, float] | None:
    """The scale in brackets behind a value: ``(1-10)``."""
    bracket = _BRACKETS.match(line, at + 1) if line[at : at + 1] == " " else None
    best, worst, _ = _inside(bracket["inside"], lexicon) if bracket else (None, None, None)
    return None if best is None else (worst, best)


def _inside(inside: str, lexicon: Lexicon) -> tuple[float | None, float | None, str | None]:
    """What brackets in a label hold: a scale or the critic's name."""
    if not inside:
        return None, None, None
    folded = inside.strip().casefold()
    for phrase in lexicon.out_of:
        if folded.startswith(phrase):
            return lexicon.value(folded[len(phrase) :].strip()), None, None
    if folded.isdecimal() and float(folded) in MAXIMA:
        return float(folded), None, None
    scale = _SCALE.fullmatch(folded)
    if scale is not None:
        return float(scale["best"]), float(scale["worst"]), None
    tokens = TOKEN.findall(folded)
    numbers = [float(token) for token in tokens if token.isdecimal()]
    if len(numbers) == 1 and len(tokens) < MAX_ASPECT_WORDS and not lexicon.maximum.isdisjoint(tokens):
        return numbers[0], None, None
    known = all(word.sense is not None for word in _senses(inside, lexicon))
    return None, None, inside.strip() if inside[0].isupper() and not known else None
