"""Quoted titles in headlines: ``THE SPARROWS "Cold Tap"``, ``『Cold Tap』``, and whoever stands beside them."""

from __future__ import annotations

import re

from reviewparse.languages import Words
from reviewparse.parsers.headline_by import by_pattern
from reviewparse.parsers.headline_form import MUSIC, Form, Named, Page
from reviewparse.parsers.headline_parts import Peeled, all_known
from reviewparse.parsers.headline_peel import peel
from reviewparse.parsers.work_names import looks_like_act, looks_like_person, split_creators
from reviewparse.parsers.work_words import phrases_in

_QUOTED = re.compile(
    r"""(?:(?<=[\s(\[:,–—-])|^|(?=[『「《]))
    (?: [“”][^“”"]{1,120}[”"“] | "[^"“”]{1,120}["”] | „[^„“”"]{1,120}[“”"] | «[^«»]{1,120}» | »[^«»]{1,120}[«»]
      | 『[^『』]{1,120}』 | 「[^「」]{1,120}」 | 《[^《》]{1,120}》 | <[^<>]{1,120}>
      | ‘(?:[^‘’]|’(?=\w)){1,120}’(?!\w) | '(?:[^']|'(?=\w)){1,120}'(?!\w)
    )""",
    re.VERBOSE,
)
"""A quotation from its first to its last sign; apostrophes inside words are none."""

_OPENING_QUOTES = frozenset("“”\"„«»『「《<‘'")

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")

APOSTROPHES = dict.fromkeys(map(ord, "’`´ʼ‘"), "'")

_SPEECH = frozenset("「")
"""Signs that mark speech as well as titles."""

SPOKEN = frozenset({"restaurant"})
"""Kinds whose headlines quote what was said of the work."""

MAX_PLACE = 3
"""Words of the place behind the name of a restaurant."""

_CLOSING = (")", "]", "）", "】")


def quotations(core: str) -> list[re.Match[str]]:
    """The quotations in a headline."""
    return [] if _OPENING_QUOTES.isdisjoint(core) else list(_QUOTED.finditer(core))


def quoted(peeled: Peeled, page: Page) -> Named | None:
    """``THE SPARROWS "Cold Tap"``, ``“Cold Tap” by The Sparrows``."""
    core = peeled.core
    quotes = quotations(core)
    if not quotes or not _title_of(quotes[0]):
        return None
    before, behind = core[: quotes[0].start()].strip(" ,:–—-|"), core[quotes[0].end() :]
    nickname = _nickname(before, behind) and not _is_known(behind, page)
    if nickname and peeled.marked and len(quotes) == 1:
        return None
    speech = quotes[0][0][0] in _SPEECH and not before and _runs_on(behind, page)
    if before and (page.kind in SPOKEN or _is_said(_title_of(quotes[0]), page)):
        # "Gull & Anchor, Whitby: 'Go for the crab'": places are not quoted, those who speak of them are
        return place_of(before, page) if page.kind not in MUSIC else Named(Form.NONE, None)
    if len(quotes) > 1 or nickname or speech:
        return Named(Form.NONE, None)
    return _read(_title_of(quotes[0]), before, behind, page)


def _is_said(quote: str, page: Page) -> bool:
    """Whether a quotation is written as a sentence: where titles are capitalised, their last word always is."""
    parts = quote.split()
    sentence = len(parts) > 2 and parts[0][0].isupper() and parts[-1].isalpha() and parts[-1].islower()
    return page.words.tracklist.title_case and sentence


def place_of(name: str, page: Page) -> Named:
    """A restaurant without the place behind its name: ``Pilot & Daughters, Strandwick``."""
    first, comma, rest = name.partition(", ")
    if comma and "," not in rest and len(rest.split()) <= MAX_PLACE:
        name = first
    return Named(Form.MARKED, name) if looks_like_act(name, page.words) else Named(Form.NONE, None)


def _title_of(quotation: re.Match[str]) -> str:
    return quotation[0][1:-1].strip(" ,")


def _read(title: str, before: str, behind: str, page: Page) -> Named:
    creators = _makers_beside(before, behind, page)
    inner = peel(title, page.words) if title.endswith(_CLOSING) else None
    if inner is not None and inner.core and inner.kind is not None:
        return Named(Form.QUOTED, inner.core, creators, inner.kind)
    return Named(Form.QUOTED, title, creators, _kind_beside(before, behind, page))


def _runs_on(behind: str, page: Page) -> bool:
    """Whether a sentence goes on behind quoted speech: 「...」 is said as often as it is titled."""
    known = next(phrases_in(behind, page.words), None)
    return behind[:1].isalpha() and (known is None or known.start > 0) and not _behind_postposition(behind, page)


def _kind_beside(before: str, behind: str, page: Page) -> str | None:
    """The kind that type words around the title tell: ``映画『遠い門』``."""
    kinds = [phrase.kind for part in (before, behind) for phrase in phrases_in(part, page.words) if phrase.kind]
    return kinds[0] if kinds else None


def _nickname(before: str, behind: str) -> bool:
    """``Lee ‘Patch’ Malin``: a quoted word between two capitalised ones."""
    return bool(before) and behind[:1] == " " and behind[1:2].isupper() and before.rsplit(maxsplit=1)[-1][:1].isupper()


def _makers_beside(before: str, behind: str, page: Page) -> tuple[str, ...]:
    by = by_pattern(page.words).match(behind)
    if by and looks_like_act(behind[by.end() :], page.words):
        return split_creators(behind[by.end() :], page.words)
    if (name := _behind_postposition(behind, page)) and looks_like_act(name, page.words):
        return split_creators(name, page.words)
    rest = behind.strip(" .,!–—-:|/")
    author = page.kind == "book" and looks_like_person(rest, page.words)
    apart = _set_apart(behind) or (page.words.family_name_first and behind[:1].isspace() and not _is_known(rest, page))
    if rest and not before and (author or apart) and looks_like_act(rest, page.words):
        return split_creators(rest, page.words)
    return _makers_before(before, page, alone=not rest or _is_known(rest, page))


def _is_known(behind: str, page: Page) -> bool:
    """Whether nothing but words for type, format and edition, or a year, stands behind a title: ``CD 2014``."""
    text = _YEAR.sub("", behind).strip(" .,!–—-:|/()[]")
    return bool(all_known(text, page.words)) or (not text and bool(behind.strip()))


def _makers_before(before: str, page: Page, *, alone: bool) -> tuple[str, ...]:
    """Whoever stands before a quoted title: the owner in any headline, a bare name where nothing follows the title."""
    name = before.rsplit(":", 1)[-1].strip()
    owner = _owner(name, page)
    maker = owner or (name if alone else "")
    if not maker or not looks_like_act(maker, page.words) or all_known(maker, page.words):
        return ()
    return split_creators(maker, page.words)


def _owner(name: str, page: Page) -> str:
    """The name that owns a quoted title: ``Ruth Amory’s ‘Saltfield’ is a marvel``."""
    owner = without_possessive(name, page.words)
    return owner if owner != name else ""


def without_possessive(name: str, words: Words) -> str:
    """``Ruth Amory`` of ``Ruth Amory's``."""
    plain = name.translate(APOSTROPHES)
    for ending in words.work.possessives:
        if plain.endswith(ending):
            return name[: len(name) - len(ending.removeprefix("s"))]
    return name


def _behind_postposition(behind: str, page: Page) -> str:
    """The name before a word that languages without blanks put behind makers: ``『川の三月』森野ひばり著``."""
    for word in page.words.work.by:
        if not word.isascii() and behind.endswith(word):
            return behind[: -len(word)].strip()
    return ""


def _set_apart(behind: str) -> bool:
    """Whether a sign stands between a quoted title and the name behind it."""
    return behind.lstrip()[:1] in ("–", "—", "-", ",", "|", "/", ":")
