"""What stands behind the work in a headline: slogan, the word for review, format, year, label, score."""

from __future__ import annotations

import re
from dataclasses import replace

from reviewparse.languages import Words
from reviewparse.parsers.company import names_company
from reviewparse.parsers.credit_words import lowered
from reviewparse.parsers.headline_parts import DASH, TRIM, Peeled, all_known, senses_of, separates, trailing
from reviewparse.parsers.headline_venue import peel_venue
from reviewparse.parsers.labels import fold
from reviewparse.parsers.work_names import looks_like_act
from reviewparse.parsers.work_words import Phrase, Sense, vocabulary, words_of

_BRACKET = re.compile(r"\s{0,3}[(\[【（](?P<inside>[^()\[\]【】（）]{1,80})[)\]】）]\s{0,3}$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_BAR_YEAR = re.compile(r"\s{0,3}[|/]\s{0,3}(?P<year>(?:19|20)\d\d)$")
_GLUED_YEAR = re.compile(r"(?<=[^\W\d_])-(?P<year>(?:19|20)\d\d)$")
_COMMA_YEAR = re.compile(r",\s{1,3}(?P<year>(?:19|20)\d\d)$")
_DASH_YEAR = re.compile(r"\s{1,3}[-–—]\s{1,3}(?P<year>(?:19|20)\d\d)$")
_SHOW_DATE = re.compile(r"[\s,(\-–—|]{1,4}\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d\d)\)?$")
_SCORE = re.compile(
    r"""[\s:|(\[–—-]{1,4}
    (?P<score>
        (?:[★☆✭✮⭐●○♥♡❤💛🖤]\ufe0f?){1,10}½? | \*{2,10}\s?(?:½|1/2)?
      | \d{1,2}(?:[.,]\d{1,2})?\s?/\s?(?:4|5|6|10|20|100)
      | (?:(?<=[–—|(-]\s)|(?<=[|(]))\d{2,3}\s?%
    )[)\]]?$""",
    re.VERBOSE,
)
_HANDLE = re.compile(r"\s[@#]\w{3,30}$")
_BARE_SCORE = re.compile(r"\d{1,2}(?:[.,]\d)?")
_LAST_YEAR = re.compile(r"[\s,/–—-]{1,3}(?P<year>(?:19|20)\d\d)$")

_CLOSING_QUOTES = frozenset("”\"»』’'")

_OPENING = frozenset("([【（")

_BORDERS = frozenset("–—:|,")
"""Signs that set type words apart from the work before them."""

MAX_SCORE = 24
"""Characters of a score or date at the end of a headline."""

MIN_ACT = 4
"""Letters of an act that is told from the title by its capitals."""

MAX_BRACKET = 90
"""Characters of a bracket at the end of a headline."""


def peel_slogan(peeled: Peeled, words: Words) -> Peeled:
    """``Saltfield review: the sea gives nothing back``: the work ends with the word for review."""
    core = peeled.core
    parts = words_of(core)
    book = vocabulary(words)
    for index in range(1, len(parts) - 1):
        phrase = book.at(parts, index, core)
        if phrase is None or Sense.REVIEW not in phrase.senses:
            continue
        behind = core[phrase.end : phrase.end + 3]
        if not separates(behind):
            continue
        if fold(core[: phrase.start]) in words.work.not_labels:
            # "Netflix Review: Saltfield": where it was seen
            return peeled.told([phrase]).cut(peeled.start + phrase.end, peeled.end)
        return peeled.cut(peeled.start, peeled.start + phrase.end)
    return peeled


def peel_tail(peeled: Peeled, words: Words) -> Peeled:
    """One thing off the end of the core."""
    if peeled.furniture or not peeled.core:
        return peeled
    for take in (_score, _bracket, _year, _words_behind, peel_venue):
        shorter = take(peeled, words)
        if shorter is not peeled and shorter != peeled:
            return shorter
    return peeled


def _score(peeled: Peeled, words: Words) -> Peeled:  # noqa: ARG001 - one signature for all peels
    core = peeled.core
    if match := _HANDLE.search(core):
        return peeled.cut(peeled.start, peeled.start + match.start())
    if not peeled.score and (match := _SCORE.search(core[-MAX_SCORE:])):
        begin = peeled.end - len(core[-MAX_SCORE:]) + match.start()
        return replace(peeled, score=match["score"]).cut(peeled.start, begin)
    if match := _SHOW_DATE.search(core[-MAX_SCORE:]):
        return peeled.cut(peeled.start, peeled.end - (match.end() - match.start()))
    return peeled


def _year(peeled: Peeled, words: Words) -> Peeled:
    core = peeled.core
    match = _BAR_YEAR.search(core) or _GLUED_YEAR.search(core)
    if match is None and (found := _DASH_YEAR.search(core)) and _says_more(core[: found.start()], words):
        match = found
    if match is None and peeled.score:
        match = _COMMA_YEAR.search(core)  # "Saltfield, 2012 - ★★★★", the form of diaries
    if match is None or match.start() == 0:
        return peeled
    return replace(peeled, year=peeled.year or int(match["year"])).cut(peeled.start, peeled.start + match.start())


def _says_more(core: str, words: Words) -> bool:
    """Whether maker and title are both named before a dash and a year: ``Van Heron - 1984`` names the title so."""
    return (
        bool(DASH.search(core))
        or core[-1:] in _CLOSING_QUOTES
        or any(_names_behind(f" {word} ", core, words) for word in words.work.by)
    )


def _names_behind(link: str, core: str, words: Words) -> bool:
    """Whether a capital follows: ``Cold Tap by The Sparrows``; the *de* of ``La casa de papel`` names nobody."""
    _, found, behind = lowered(core).rpartition(link)
    parts = core[len(core) - len(behind) :].split() if found else []
    while len(parts) > 1 and parts[0] in words.work.articles:
        del parts[0]
    return bool(parts) and not parts[0][0].islower()


def _bracket(peeled: Peeled, words: Words) -> Peeled:
    core = peeled.core
    match = _BRACKET.search(core[-MAX_BRACKET:])
    begin = len(core) - len(core[-MAX_BRACKET:]) + match.start() if match else 0
    if match is None or begin == 0:
        return peeled
    inside = match["inside"].strip()
    shorter = peeled.cut(peeled.start, peeled.start + begin)
    if phrases := all_known(inside, words):
        # "Cold Tap (Live)" is another record than "Cold Tap"
        return peeled if {phrase.kind for phrase in phrases} == {"live"} else shorter.told(phrases)
    year = int(inside) if _YEAR.fullmatch(inside) else None
    if year is not None or fold(inside) in words.work.not_labels:
        # "Harrow Lane (Netflix)": neither a year nor a shop is part of a name
        return replace(shorter, year=peeled.year or year)
    if not peeled.score and (_BARE_SCORE.fullmatch(inside) or _counts_units(inside, words)):
        return replace(shorter, score=inside)
    if _calls_review(inside, words):
        # "Will it float? (SALTFIELD - Music Review)": the pun goes, the bracket stays
        begin_inside = peeled.end - len(match[0]) + match.start("inside") - match.start()
        return peeled.cut(begin_inside, begin_inside + len(inside))
    return _label_bracket(peeled, shorter, inside, words)


def _counts_units(inside: str, words: Words) -> bool:
    """``3 out of 5 stars``: numbers, and nothing but the words of a verdict."""
    known = {part for phrases in words.rating.units.values() for phrase in phrases for part in phrase.split()}
    known.update(part for phrase in words.rating.out_of for part in phrase.split())
    parts = [word.text for word in words_of(inside)]
    return any(part.isdigit() for part in parts) and all(part.isdigit() or part in known for part in parts)


def _calls_review(text: str, words: Words) -> bool:
    parts = words_of(text)
    phrase = vocabulary(words).before(parts, len(parts) - 1, text) if parts else None
    return phrase is not None and Sense.REVIEW in phrase.senses


def _label_bracket(peeled: Peeled, shorter: Peeled, inside: str, words: Words) -> Peeled:
    """``(Grey Heron, 2012)``, ``(Grey Heron Records)``, ``(Grey Heron)``: the last one only may be a label."""
    name, comma, year = cut_year(inside)
    act, comma_behind, title = shorter.core.partition(", ")
    # an act in capitals before a comma, as in "THE SPARROWS, Cold Tap (Grey Heron)", is one, too
    in_capitals = act.isupper() and len(act) >= MIN_ACT and bool(comma_behind) and not title.isupper()
    listed = (peeled.kind in ("music", "album") and "," in shorter.core) or in_capitals
    if not listed and not _says_more(shorter.core, words) and ":" not in shorter.core:
        # a year behind a name is no part of a title, whoever that is; a name alone may be
        return shorter if year and not comma and looks_like_act(name, words) else peeled
    if not name or not looks_like_act(name, words):
        return peeled
    shorter = replace(shorter, year=shorter.year or (int(year) if comma else None))
    if comma or names_company(name, words):
        return replace(shorter, label=shorter.label or name)
    return replace(shorter, aside=shorter.aside or name)


def cut_year(inside: str) -> tuple[str, bool, str]:
    """Name, whether a comma stood before the year, year: ``("Grey Heron", True, "2012")``."""
    match = _LAST_YEAR.search(inside)
    if match is None:
        return inside, False, ""
    return inside[: match.start()].strip(" ,/-–—"), "," in match[0] or "/" in match[0], match["year"]


def _words_behind(peeled: Peeled, words: Words) -> Peeled:
    core = peeled.core
    parts = words_of(core)
    phrases = trailing(parts, core, words)
    if not phrases:
        return peeled
    gap = core[: phrases[0].start]
    parted = separates(gap[-3:]) or gap.rstrip()[-1:] in _BORDERS
    if not gap.strip(TRIM):
        return peeled
    kept = phrases if parted else _same_style(phrases, core, words)
    if Sense.SEVERAL in senses_of(kept):
        return replace(peeled.told(kept), several=True, furniture=True)
    asked = core[phrases[-1].end :].strip() not in ("", ".")
    if not kept or asked or not _may_go(kept, parted=parted, core=core):
        return peeled
    return peeled.told(kept).cut(peeled.start, peeled.start + _before_link(core, kept[0].start, words))


def _before_link(core: str, end: int, words: Words) -> int:
    """Where the work ends before ``for PS5``: the word that links it to the format goes, too."""
    end = len(core[:end].rstrip(" ([【（")) if core[:end].rstrip()[-1:] in _OPENING else end
    parts = words_of(core[:end])
    return parts[-1].start if len(parts) > 1 and parts[-1].text in words.work.of else end


def _may_go(phrases: list[Phrase], *, parted: bool, core: str) -> bool:
    """Whether type words behind a work are no part of it: ``Passages EP`` is one, ``The Sparrows - EP`` the other."""
    senses = senses_of(phrases)
    if Sense.REVIEW in senses:
        return True
    kinds = {phrase.kind for phrase in phrases}
    if parted:
        media = bool(kinds & {"game", "film", "book"}) and Sense.FORMAT in senses
        edition = Sense.EDITION in senses and not DASH.search(core)
        return media or "soundtrack" in kinds or edition or len(DASH.findall(core)) > 1
    return bool(senses & {Sense.FORMAT, Sense.EDITION}) or "soundtrack" in kinds


def _same_style(phrases: list[Phrase], text: str, words: Words) -> list[Phrase]:
    """Without a border only words printed in the style of the last one: ``The Jungle Book review`` keeps its Book."""
    last = text[phrases[-1].start]
    kept: list[Phrase] = []
    for phrase in reversed(phrases):
        bare = phrase.senses == {Sense.QUALIFIER}
        if text[phrase.start].isupper() != last.isupper() or (bare and not kept):
            break
        kept.insert(0, phrase)
    while kept and text[kept[0].start : kept[0].end].casefold() in words.work.articles:
        kept.pop(0)
    return kept
