"""Two sides of a headline and the sign between them: which is the maker, which the title.

Records print the maker first, books and films the title; what the page knows of makers decides before that.
"""

from __future__ import annotations

import re

from reviewparse.parsers.headline_behind import cut_year
from reviewparse.parsers.headline_form import MUSIC, TITLE_FIRST, Form, Named, Page, may_be_title
from reviewparse.parsers.headline_parts import Peeled
from reviewparse.parsers.headline_peel import peel
from reviewparse.parsers.headline_quotes import APOSTROPHES, MAX_PLACE, quotations
from reviewparse.parsers.work_names import looks_like_act, looks_like_person, split_creators
from reviewparse.parsers.work_words import Sense, phrases_in

PLACED = frozenset({"restaurant", "tv", "other"})
"""Kinds whose headlines print a town, a channel or a house behind the title."""

PERSONAL = frozenset({"book", "film", "soundtrack", "other"})
"""Kinds made by persons: what looks like one behind a dash is the maker; a game's or a product's slogan is none."""

MAKER_FIRST = frozenset({"book", "soundtrack"})
"""Kinds whose headlines print the maker first on some sites."""

MAX_ACT_WORDS = 8
"""Words of the longest name of an act."""

MAX_SMALL = 4
"""Letters of the small words in it."""

MIN_SLOGAN = 3
"""Words of a slogan behind a name."""

MIN_CAPITALS = 4
"""Capitals of an act that is told from the title by them alone."""

DASH = re.compile(r"\s{1,3}(?:[–—~•·]|-{1,2}|::)\s{1,3}|\s{1,3}\|{1,2}\s{1,3}")
_BARE_DASH = re.compile(r"(?<=\w)[–—](?=\w)")
_COLON = re.compile(r"[:：]\s{1,3}|：")
_SLASH = re.compile(r"\s{1,3}/{1,2}\s{1,3}")
_COMMA = re.compile(r",\s{1,3}")
_OPEN_BRACKET = re.compile(r"\s?\([^()]{1,20}\)$")
"""The country behind an act: ``Gravemoss (Nor)``."""
_YEAR_BEHIND = re.compile(r"[(\[](?:19|20)\d\d[)\]]$")
_BAR = re.compile(r"\s\|\s")


def split(peeled: Peeled, page: Page) -> Named | None:
    """Title and makers on two sides of a dash, colon, slash or comma, or of nothing but capitals or a bracket."""
    core = peeled.core
    if counts_several(core):
        return Named(Form.NONE, None)
    signs = ((DASH, _dashed), (_BARE_DASH, _dashed), (_COLON, _coloned), (_SLASH, _slashed))
    for sign, read in signs:
        match = sign.search(core)
        if match and core[: match.start()].count("[") == core[: match.start()].count("]"):
            return read(core[: match.start()].strip(), core[match.end() :].strip(), page)
    return _listed(peeled, page) or _owned(core, page) or _bracketed(core, page) or _capitals(core, page)


def _dashed(left: str, right: str, page: Page) -> Named | None:
    """Artist and title on pages about music, title and author on pages about books."""
    if page.makes(right) and not page.makes(left):
        return Named(Form.SPLIT, left, split_creators(right, page.words))
    typed = peel(left, page.words)
    if typed.kind is not None and not page.makes(left):
        # "Saltfield OST - Out at sea": what ends with its type is the work, the rest a slogan
        return Named(Form.MARKED, typed.core or left, (), typed.kind)
    if page.kind in TITLE_FIRST and not page.makes(left):
        person = page.kind in PERSONAL and looks_like_person(right, page.words)
        if person and not (page.kind == "book" and _is_maker_first(left, page)):
            return Named(Form.SPLIT, left, split_creators(right, page.words))
        if not _is_maker_first(left, page):
            return _before_slogan(left, right, page)
    # a column's name stands before the act: "Music Monday: The Sparrows - Cold Tap"
    act = _OPEN_BRACKET.sub("", left.rpartition(": ")[2])
    is_act = looks_like_act(act, page.words) or _names_act(act, page)
    if not is_act or not may_be_title(right) or _is_slogan(left, right, page):
        return None
    return Named(Form.SPLIT, right, split_creators(act, page.words))


def _is_slogan(left: str, right: str, page: Page) -> bool:
    """``Cold Tap: a plain record for wet rooms``: several words, mostly small, behind a name with a capital."""
    parts = [part for part in right.split() if part[0].isalpha()]
    if not parts or len(right.split()) < MIN_SLOGAN or left[0].islower() or page.makes(left):
        return False
    small = sum(part[0].islower() for part in parts)
    longer = [part for part in parts if len(part) > MAX_SMALL]
    plain = page.words.tracklist.title_case and 2 * sum(part[0].islower() for part in longer) > len(longer)
    return parts[0][0].islower() or (plain and small > 1)


def without_slogan(core: str, page: Page) -> str:
    """``Saltfield`` of ``Saltfield: a quiet flood``, the core of a headline that is called a review."""
    for sign in (_COLON, DASH):
        match = sign.search(core)
        if match and _is_slogan(core[: match.start()], core[match.end() :], page):
            return core[: match.start()].rstrip()
    return core


def _names_act(act: str, page: Page) -> bool:
    """On pages about music: a name with short words in small letters inside, ``Far from the Weir``."""
    parts = act.split()
    small = [part for part in parts if part[0].islower()]
    return (
        page.kind in MUSIC
        and not parts[0][0].islower()
        and not parts[-1][0].islower()
        and 2 * len(small) <= len(parts) <= MAX_ACT_WORDS
        and all(len(part) <= MAX_SMALL for part in small)
        and act[-1].isalnum()
    )


def _before_slogan(left: str, right: str, page: Page) -> Named | None:
    """``Saltfield - a slow burn that catches``: what goes on in lower case is no part of a title."""
    if _YEAR_BEHIND.search(left) or (page.kind == "restaurant" and len(right.split()) <= MAX_PLACE):
        return Named(Form.MARKED, left)
    slogan = page.words.tracklist.title_case and not looks_like_act(right, page.words)
    return Named(Form.MARKED, left) if slogan and looks_like_act(left, page.words) else None


def _is_maker_first(left: str, page: Page) -> bool:
    """Whether a personal name stands before the dash: authors may; what looks like one on other pages is a title."""
    return page.kind in MAKER_FIRST and looks_like_person(left, page.words) and not left.isupper()


def _slashed(left: str, right: str, page: Page) -> Named | None:
    """``The Sparrows / Cold Tap`` on pages about music; elsewhere a slash lists what belongs together."""
    if page.kind == "book" and looks_like_person(right, page.words) and not looks_like_person(left, page.words):
        return Named(Form.SPLIT, left, split_creators(right, page.words))
    if page.kind not in MUSIC or not looks_like_act(left, page.words) or not may_be_title(right):
        return None
    return Named(Form.SPLIT, right, split_creators(left, page.words))


def _coloned(left: str, right: str, page: Page) -> Named | None:
    """``The Sparrows: Cold Tap``; elsewhere a colon stands inside titles."""
    if page.makes(right) and not page.makes(left):
        return Named(Form.SPLIT, left, split_creators(right, page.words))
    if page.kind not in MUSIC and _YEAR_BEHIND.search(left):
        # what follows a dated title, as in "Saltfield (1994): The Marsh That Ate a Town", is a slogan
        return Named(Form.MARKED, left)
    music = page.kind in MUSIC or page.makes(left)
    named = page.kind == "book" and looks_like_person(left, page.words)
    person = named and next(phrases_in(left, page.words), None) is None
    if _is_slogan(left, right, page):
        return None
    if (music or person) and looks_like_act(left, page.words) and may_be_title(right):
        return Named(Form.SPLIT, right, split_creators(left, page.words))
    return None


def _listed(peeled: Peeled, page: Page) -> Named | None:
    """``The Making of Salt, Noam Ferrars, Edda S. Holm``: title, then its makers; of records the other way round."""
    parts = _COMMA.split(peeled.core)
    if len(parts) < 2:
        return None
    title, makers = parts[0], parts[1:]
    if all(page.makes(maker) for maker in makers):
        return Named(Form.SPLIT, title, tuple(makers))
    if len(parts) == 2 and page.makes(title):
        return Named(Form.SPLIT, makers[0], split_creators(title, page.words))
    told_apart = peeled.kind is not None or is_act_in_capitals(title, makers[0])
    if told_apart and len(parts) == 2 and page.kind in MUSIC and looks_like_act(title, page.words):
        return Named(Form.SPLIT, makers[0], split_creators(title, page.words))
    return _placed(title, makers, page, marked=peeled.review) or _written(title, makers, page)


def is_act_in_capitals(act: str, title: str) -> bool:
    """``THE SPARROWS, Cold Tap``: what is printed in capitals before a comma, unlike what follows."""
    return act.isupper() and sum(map(str.isupper, act)) >= MIN_CAPITALS and not title.isupper()


def _placed(title: str, others: list[str], page: Page, *, marked: bool) -> Named | None:
    """``Pilot & Daughters, Strandwick``; of other kinds only in what is called a review."""
    if page.kind not in PLACED or len(others) > 1 or not (page.kind == "restaurant" or marked):
        return None
    place = others[0].split()
    joined = others[0][:1].islower() or place[0].casefold() in page.words.byline.joiners
    return Named(Form.MARKED, title) if len(place) <= MAX_PLACE and not joined else None


def _written(title: str, makers: list[str], page: Page) -> Named | None:
    """A book and its authors."""
    people = all(looks_like_person(maker, page.words) for maker in makers)
    if page.kind == "book" and people and not looks_like_person(title, page.words):
        return Named(Form.SPLIT, title, tuple(makers))
    return None


def _owned(core: str, page: Page) -> Named | None:
    """``Ironclad's Halls Of Steel``: only the possessive of a known maker is no part of the title."""
    plain = core.translate(APOSTROPHES)
    for ending in page.words.work.possessives:
        at = plain.casefold().find(f"{ending} ")
        # the s of "The Sparrows' Cold Tap" belongs to the name
        owner = core[: at + len(ending) - 1] if ending.endswith("'") else core[:at]
        title = core[at + len(ending) + 1 :]
        known = page.makes(owner) or page.kind == "product"
        if at > 0 and known and looks_like_act(owner, page.words) and looks_like_act(title, page.words):
            return Named(Form.SPLIT, title, split_creators(owner, page.words))
    return None


def _capitals(core: str, page: Page) -> Named | None:
    """``GIANNA VENN Disco Minore``: on pages about music the act in capitals, the title not."""
    if page.kind not in MUSIC or core.isupper():
        return None
    parts = core.split(" ")
    count = next((index for index, part in enumerate(parts) if any(map(str.islower, part))), 0)
    act, title = " ".join(parts[:count]), " ".join(parts[count:])
    if sum(map(str.isupper, act)) < MIN_CAPITALS or not looks_like_act(act, page.words) or not title:
        return None
    return Named(Form.SPLIT, title, split_creators(act, page.words))


def _bracketed(core: str, page: Page) -> Named | None:
    """``The Long Jetty (Teodor Vance)``, ``The Long Jetty (Ida Moss, 2012)``, and whoever is known elsewhere."""
    if not core.endswith(")") or "(" not in core[1:]:
        return None
    title, _, inside = core[:-1].rpartition("(")
    name, _, year = cut_year(inside.strip())
    person = page.kind in PERSONAL and looks_like_person(name, page.words) and not _is_edition(name, page)
    if title.strip() and name and (person or page.makes(name)):
        creators = split_creators(name, page.words)
        return Named(Form.SPLIT, title.strip(), creators, year=int(year) if year else None)
    return None


def _is_edition(name: str, page: Page) -> bool:
    return any(Sense.EDITION in phrase.senses for phrase in phrases_in(name, page.words))


def counts_several(core: str) -> bool:
    """Whether a core that names no single work lists several: between bars, or in quotes."""
    halves = _SLASH.split(core)
    lists = len(halves) == 2 and all("," in half for half in halves)
    return len(_BAR.findall(core)) >= 2 or len(quotations(core)) >= 2 or lists
