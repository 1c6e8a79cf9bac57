"""Title and maker in the core of a headline, told apart by quotes, ``by``, or the sign between them."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from reviewparse.languages import Words
from reviewparse.parsers.headline_parts import Peeled
from reviewparse.parsers.headline_peel import peel, peel_apposition
from reviewparse.parsers.labels import fold
from reviewparse.parsers.work_names import looks_like_act, looks_like_person, split_creators
from reviewparse.parsers.work_words import words_of

MAX_TITLE_WORDS = 14
"""Words of the longest title of a work."""

_QUOTED = re.compile(
    r"""(?:(?<=[\s(\[:,–—-])|^)
    (?: “(?P<a>[^“”"]{1,120})[”"“] | "(?P<b>[^"“”]{1,120})["”] | „(?P<c>[^„“”"]{1,120})[“”"]
      | «\s?(?P<d>[^«»]{1,120}?)\s?» | »(?P<e>[^«»]{1,120})« | 『(?P<f>[^『』]{1,120})』 | 「(?P<g>[^「」]{1,120})」
      | 《(?P<h>[^《》]{1,120})》 | ‘(?P<i>(?:[^‘’]|’(?=\w)){1,120})’(?!\w) | '(?P<j>(?:[^']|'(?=\w)){1,120})'(?!\w)
      | <(?P<k>[^<>]{1,120})>
    )""",
    re.VERBOSE,
)
_DASH = re.compile(r"\s{1,3}(?:[–—~]|-{1,2})\s{1,3}|\s{1,3}\|{1,2}\s{1,3}")
_BARE_DASH = re.compile(r"(?<=\w)[–—](?=\w)")
_COLON = re.compile(r"[:：]\s{1,3}|：")
_COMMA = re.compile(r",\s{1,3}")
_BAR = re.compile(r"\s\|\s")

_MUSIC = frozenset({"music", "album", "single", "live"})
_TITLE_FIRST = frozenset({"soundtrack", "book", "film", "tv", "game", "product", "restaurant", "other"})


class Form(Enum):
    """How a headline names the work."""

    QUOTED = "quoted"
    """Title in quotes."""
    BY = "by"
    """``Cold Tap by The Sparrows``."""
    SPLIT = "split"
    """Maker and title, or title and maker, with a sign between."""
    MARKED = "marked"
    """All that is left beside type words, year or score."""
    PLAIN = "plain"
    """The whole headline, without a sign that it is the work's title."""
    NONE = "none"
    """No work, or several."""


@dataclass(frozen=True, slots=True)
class Named:
    """Title and makers, and how they were told apart."""

    form: Form
    title: str | None
    creators: tuple[str, ...] = ()
    kind: str | None = None
    """The kind of work that words inside the core tell: ``Passages EP by Sunheron``."""


@dataclass(frozen=True, slots=True)
class Page:
    """What is known from elsewhere on the page."""

    words: Words
    kind: str | None
    makers: AbstractSet[str]

    def makes(self, name: str) -> bool:
        """Whether a name is known to be a maker's."""
        return fold(name) in self.makers


def name_work(peeled: Peeled, page: Page) -> Named:
    """Title and makers of the core: the first way of telling them apart that fits."""
    for read in (_quoted, _by, _show, _split):
        named = read(peeled, page)
        if named is not None:
            return _self_titled(named, page.words)
    return _whole(peeled, page)


def _self_titled(named: Named, words: Words) -> Named:
    if named.title is not None and len(named.creators) == 1 and fold(named.title) in words.work.self_titled:
        return replace(named, title=named.creators[0])
    return named


# --- quotes -----------------------------------------------------------------------------------------------------------


def _quotes(core: str) -> list[re.Match[str]]:
    return list(_QUOTED.finditer(core))


def _inside(match: re.Match[str]) -> str:
    return next(group for group in match.groups() if group is not None).strip(" ,")


def _quoted(peeled: Peeled, page: Page) -> Named | None:
    """``THE SPARROWS "Cold Tap"``, ``“Cold Tap” by The Sparrows``."""
    core = peeled.core
    quotes = _quotes(core)
    if not quotes:
        return None
    if len(quotes) > 1:
        return Named(Form.NONE, None)
    before, behind = core[: quotes[0].start()].strip(" ,:–—-|"), core[quotes[0].end() :]
    if _nickname(before, behind):
        return None if peeled.marked else Named(Form.NONE, None)
    creators = _makers_beside(before, behind, page)
    return Named(Form.QUOTED, _inside(quotes[0]), creators)


def _nickname(before: str, behind: str) -> bool:
    """``Lee ‘Patch’ Malin``: a quoted word between two capitalised ones."""
    return bool(before) and behind[:1] == " " and behind[1:2].isupper() and before.rsplit(maxsplit=1)[-1][:1].isupper()


def _makers_beside(before: str, behind: str, page: Page) -> tuple[str, ...]:
    by = _by_pattern(page.words).match(behind)
    if by and looks_like_act(behind[by.end() :], page.words):
        return split_creators(behind[by.end() :], page.words)
    rest = behind.strip(" .,!–—-:|/")
    if rest and not before and _set_apart(behind) and looks_like_act(rest, page.words):
        return split_creators(rest, page.words)
    if rest or not before:
        return ()
    name = before.rsplit(":", 1)[-1].strip()
    if not looks_like_act(name, page.words):
        return ()
    return split_creators(name, page.words)


def _set_apart(behind: str) -> bool:
    """Whether a sign stands between a quoted title and the name behind it."""
    return behind.lstrip()[:1] in ("–", "—", "-", ",", "|", "/", ":")


# --- by ---------------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=64)
def _by_pattern(words: Words) -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, words.work.by), key=len, reverse=True)) or r"(?!)"
    return re.compile(rf"\s{{0,2}}[,:–—-]?\s{{1,3}}(?:{names})\s{{1,3}}", re.IGNORECASE)


def _by(peeled: Peeled, page: Page) -> Named | None:
    """``Cold Tap by The Sparrows``, ``27: An Album by Saffi``."""
    core = peeled.core
    matches = list(_by_pattern(page.words).finditer(core))
    match = matches[-1] if matches else None
    if match is None or match.start() == 0:
        return None
    makers = core[match.end() :].strip()
    title = peel_apposition(core[: match.start()], page.words)
    sure = peeled.marked or title.marked or "," in match[0] or page.makes(makers)
    if not looks_like_act(makers, page.words) or not _may_follow_by(makers, page.words, sure=sure):
        return None
    return Named(Form.BY, title.core or core[: match.start()], split_creators(makers, page.words), title.kind)


def _may_follow_by(makers: str, words: Words, *, sure: bool) -> bool:
    """One word behind ``by`` is a maker's name only with other signs: ``Stand by Me``, ``Death by Water``."""
    parts = makers.split()
    if parts[0].casefold() in words.work.not_creators:
        return False
    return len(parts) > 1 or sure or (makers.isupper() and len(makers) > 1)


# --- shows ------------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=64)
def _at_pattern(words: Words) -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, words.work.at), key=len, reverse=True)) or r"(?!)"
    return re.compile(rf"\s{{0,2}}[,:–—-]?\s{{1,3}}(?:{names})\s{{1,3}}", re.IGNORECASE)


def _show(peeled: Peeled, page: Page) -> Named | None:
    """``Opaline at The Corn Hall``: the whole is the show, the act before it the maker."""
    if page.kind != "live":
        return None
    core = peeled.core
    match = _at_pattern(page.words).search(core)
    if match is None or not looks_like_act(core[: match.start()], page.words):
        return None
    return Named(Form.SPLIT, core, split_creators(core[: match.start()], page.words))


# --- signs between ----------------------------------------------------------------------------------------------------


def _split(peeled: Peeled, page: Page) -> Named | None:
    core = peeled.core
    if len(_BAR.findall(core)) >= 2:
        return Named(Form.NONE, None)
    for sign, read in ((_DASH, _dashed), (_BARE_DASH, _dashed), (_COLON, _coloned)):
        if match := sign.search(core):
            return read(core[: match.start()].strip(), core[match.end() :].strip(), page)
    return _listed(core, page) or _owned(core, page) or _bracketed(core, page)


def _dashed(left: str, right: str, page: Page) -> Named | None:
    """Artist and title on pages about music, title and author on pages about books."""
    if page.makes(right) and not page.makes(left):
        return Named(Form.SPLIT, left, split_creators(right, page.words))
    typed = peel(left, page.words)
    if typed.kind is not None and not page.makes(left):
        # "Saltfield OST - Out at sea": what ends with its type is the work, the rest a slogan
        return Named(Form.MARKED, typed.core or left, (), typed.kind)
    if page.kind in _TITLE_FIRST and not page.makes(left):
        if looks_like_person(right, page.words) and not looks_like_person(left, page.words):
            return Named(Form.SPLIT, left, split_creators(right, page.words))
        if not (page.kind in ("book", "soundtrack") and looks_like_person(left, page.words)):
            return None
    if not looks_like_act(left, page.words) or not _may_be_title(right):
        return None
    return Named(Form.SPLIT, right, split_creators(left, page.words))


def _coloned(left: str, right: str, page: Page) -> Named | None:
    """``The Sparrows: Cold Tap``; elsewhere a colon stands inside titles."""
    music = page.kind in _MUSIC or page.makes(left)
    person = page.kind == "book" and looks_like_person(left, page.words)
    if (music or person) and looks_like_act(left, page.words) and _may_be_title(right):
        return Named(Form.SPLIT, right, split_creators(left, page.words))
    return None


def _listed(core: str, page: Page) -> Named | None:
    """``The Making of Salt, Noam Ferrars, Edda S. Holm``: title, then its makers."""
    parts = _COMMA.split(core)
    if len(parts) < 2:
        return None
    title, makers = parts[0], parts[1:]
    if all(page.makes(maker) for maker in makers):
        return Named(Form.SPLIT, title, tuple(makers))
    if len(parts) == 2 and page.makes(title):
        return Named(Form.SPLIT, makers[0], split_creators(title, page.words))
    people = all(looks_like_person(maker, page.words) for maker in makers)
    if page.kind == "book" and people and not looks_like_person(title, page.words):
        return Named(Form.SPLIT, title, tuple(makers))
    return None


def _owned(core: str, page: Page) -> Named | None:
    """``Ironclad's Halls Of Steel``: only the possessive of a known maker is no part of the title."""
    plain = core.translate(_APOSTROPHES)
    for ending in page.words.work.possessives:
        at = plain.casefold().find(f"{ending} ")
        # the s of "The Sparrows' Cold Tap" belongs to the name
        owner = core[: at + len(ending) - 1] if ending.endswith("'") else core[:at]
        title = core[at + len(ending) + 1 :]
        known = page.makes(owner) or page.kind == "product"
        if at > 0 and known and looks_like_act(owner, page.words) and looks_like_act(title, page.words):
            return Named(Form.SPLIT, title, split_creators(owner, page.words))
    return None


_APOSTROPHES = dict.fromkeys(map(ord, "’`´ʼ‘"), "'")


def _bracketed(core: str, page: Page) -> Named | None:
    """``The Long Jetty (Teodor Vance)`` on pages about soundtracks, and whoever is known elsewhere."""
    if not core.endswith(")") or "(" not in core[1:]:
        return None
    title, _, inside = core[:-1].rpartition("(")
    person = page.kind == "soundtrack" and looks_like_person(inside, page.words)
    if title.strip() and (person or page.makes(inside)):
        return Named(Form.SPLIT, title.strip(), split_creators(inside, page.words))
    return None


# --- all of it --------------------------------------------------------------------------------------------------------


def _may_be_title(text: str) -> bool:
    return bool(text) and len(text.split()) <= MAX_TITLE_WORDS and any(char.isalnum() for char in text)


def _whole(peeled: Peeled, page: Page) -> Named:
    core = peeled.core
    if page.kind == "product":
        core = _without_qualifiers(core, page.words)
    if not _may_be_title(core):
        return Named(Form.NONE, None)
    return Named(Form.MARKED if peeled.marked else Form.PLAIN, core)


def _without_qualifiers(core: str, words: Words) -> str:
    """``The new Wanderer 40`` of a product's headline: no part of its name."""
    parts = words_of(core)
    count = 0
    while count < len(parts) - 1 and parts[count].text in words.work.qualifiers:
        count += 1
    return core[parts[count].start :] if count > 1 else core


def counts_several(core: str) -> bool:
    """Whether a core that names no single work lists several: between bars, or in quotes."""
    return len(_BAR.findall(core)) >= 2 or len(_quotes(core)) >= 2
