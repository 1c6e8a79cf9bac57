"""``Cold Tap by The Sparrows``: a headline that says who made the work."""

from __future__ import annotations

import re
from functools import lru_cache

from reviewparse.languages import Words
from reviewparse.parsers.headline_form import Form, Named, Page
from reviewparse.parsers.headline_parts import DASH, Peeled
from reviewparse.parsers.headline_peel import peel_apposition
from reviewparse.parsers.labels import fold
from reviewparse.parsers.work_names import looks_like_act, split_creators


@lru_cache(maxsize=64)
def by_pattern(words: Words) -> re.Pattern[str]:
    """The words between a work and its maker, with a sign before them."""
    elided = [f"{re.escape(name[:-1])}['’]" for name in words.work.by if name.endswith("'")]
    whole = [rf"{re.escape(name)}(?=\s)" for name in words.work.by if not name.endswith("'")]
    names = "|".join(sorted((*elided, *whole), key=len, reverse=True)) or r"(?!)"
    return re.compile(rf"\s{{0,2}}[,:–—-]?\s{{1,3}}(?P<by>{names})\s{{0,3}}", re.IGNORECASE)


def by(peeled: Peeled, page: Page) -> Named | None:
    """``Cold Tap by The Sparrows``, ``27: An Album by Saffi``."""
    core = peeled.core
    matches = list(by_pattern(page.words).finditer(core))
    match = matches[-1] if matches else None
    if match is None or match.start() == 0:
        return None
    makers = core[match.end() :].strip()
    title = peel_apposition(core[: match.start()], page.words)
    sure = peeled.marked or title.marked or "," in match[0] or page.makes(makers)
    if (makers[:1].islower() and not core.islower()) or DASH.search(makers):
        return None  # "Harbour Pie by the Sea"
    if fold(match["by"]) in page.words.work.of and "," not in match[0] and not _is_maker(makers, peeled, page):
        return None  # "El valle de Hierro": the word links any two nouns
    if not looks_like_act(makers, page.words) or not _may_follow_by(makers, page.words, sure=sure):
        return None
    return Named(Form.BY, title.core or core[: match.start()], split_creators(makers, page.words), title.kind)


def _is_maker(name: str, peeled: Peeled, page: Page) -> bool:
    """Whether a name is known as a maker's, or has several words or a marked headline where persons make works."""
    return page.makes(name) or (page.kind not in ("game", "product") and (peeled.marked or " " in name))


def _may_follow_by(makers: str, words: Words, *, sure: bool) -> bool:
    """One word behind ``by`` is a maker's name only with other signs: ``Stand by Me``, ``Death by Water``."""
    parts = makers.split()
    if parts[0].casefold() in words.work.not_creators:
        return False
    return len(parts) > 1 or sure or (makers.isupper() and len(makers) > 1)
