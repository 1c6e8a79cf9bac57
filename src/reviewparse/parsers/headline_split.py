"""Title and maker in the core of a headline: the ways of telling them apart, from the surest to the weakest."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from reviewparse.languages import Words
from reviewparse.parsers.headline_by import by
from reviewparse.parsers.headline_form import Form, Named, Page, may_be_title
from reviewparse.parsers.headline_parts import Peeled
from reviewparse.parsers.headline_quotes import quoted
from reviewparse.parsers.headline_sides import DASH, split, without_slogan
from reviewparse.parsers.labels import fold
from reviewparse.parsers.work_names import looks_like_act, looks_like_person, split_creators
from reviewparse.parsers.work_words import words_of

_YEAR_BEHIND = re.compile(r"\s{0,2}[(\[](?P<year>(?:19|20)\d\d)[)\]]$")


def name_work(peeled: Peeled, page: Page) -> Named:
    """Title and makers of the core: the first way of telling them apart that fits."""
    for read in (quoted, by, _show, split):
        named = read(peeled, page)
        if named is not None:
            return _dated(_self_titled(named, page.words))
    named = _whole(peeled, page)
    if page.kind == "soundtrack" and peeled.aside is not None and looks_like_person(peeled.aside, page.words):
        return replace(named, creators=split_creators(peeled.aside, page.words))
    return named


def _dated(named: Named) -> Named:
    """``Saltfield (1994) - Ruth Amory``: the year in brackets is no part of the title."""
    match = _YEAR_BEHIND.search(named.title) if named.title is not None else None
    if named.title is None or match is None or match.start() == 0:
        return named
    return replace(named, title=named.title[: match.start()], year=named.year or int(match["year"]))


def _self_titled(named: Named, words: Words) -> Named:
    if named.title is not None and len(named.creators) == 1 and fold(named.title) in words.work.self_titled:
        return replace(named, title=named.creators[0])
    return named


@lru_cache(maxsize=64)
def _at_pattern(words: Words) -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, words.work.at), key=len, reverse=True)) or r"(?!)"
    return re.compile(rf"\s{{0,2}}[,:–—-]?\s{{1,3}}(?:{names})\s{{1,3}}", re.IGNORECASE)


def _show(peeled: Peeled, page: Page) -> Named | None:
    """``Opaline at The Corn Hall``: the whole is the show, the act before it the maker."""
    if page.kind != "live":
        return None
    core = peeled.core
    parts = DASH.split(core)
    if len(parts) > 1 and any(_is_day(part, page.words) for part in parts[1:]) and looks_like_act(parts[0], page.words):
        return Named(Form.SPLIT, core, split_creators(parts[0], page.words))
    match = _at_pattern(page.words).search(core)
    if match is None or not looks_like_act(core[: match.start()], page.words):
        return None
    return Named(Form.SPLIT, core, split_creators(core[: match.start()], page.words))


def _is_day(text: str, words: Words) -> bool:
    """Whether a part names a day: a number beside a month or weekday."""
    names = {name for names in (*words.date.months, *words.date.weekdays) for name in names}
    return any(char.isdigit() for char in text) and any(word.text in names for word in words_of(text))


def _whole(peeled: Peeled, page: Page) -> Named:
    core = peeled.core
    if page.kind == "product":
        core = _without_qualifiers(core, page.words)
    core = without_slogan(_without_loose_end(core, page.words), page) if peeled.review else core
    if not may_be_title(core):
        return Named(Form.NONE, None)
    return Named(Form.MARKED if peeled.marked else Form.PLAIN, core)


def _without_loose_end(core: str, words: Words) -> str:
    """``Wanderer 40 Unboxing and`` of ``... and Review``: the word that joined goes with what it joined."""
    front, _, last = core.rpartition(" ")
    loose = last.islower() and last in (*words.byline.joiners, *words.work.of)
    return front if front and loose else core


def _without_qualifiers(core: str, words: Words) -> str:
    """``The new Wanderer 40`` of a product's headline: no part of its name."""
    parts = words_of(core)
    count = 0
    while count < len(parts) - 1 and parts[count].text in words.work.qualifiers:
        count += 1
    return core[parts[count].start :] if count > 1 else core
