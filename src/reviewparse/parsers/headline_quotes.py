"""Quoted titles in headlines: ``THE SPARROWS "Cold Tap"``, ``『Cold Tap』``, and whoever stands beside them."""

from __future__ import annotations

import re

from reviewparse.parsers.headline_by import by_pattern
from reviewparse.parsers.headline_form import Form, Named, Page
from reviewparse.parsers.headline_parts import Peeled
from reviewparse.parsers.headline_peel import peel
from reviewparse.parsers.work_names import looks_like_act, split_creators

_QUOTED = re.compile(
    r"""(?:(?<=[\s(\[:,–—-])|^|(?=[『「《]))
    (?: “[^“”"]{1,120}[”"“] | "[^"“”]{1,120}["”] | „[^„“”"]{1,120}[“”"] | «[^«»]{1,120}» | »[^«»]{1,120}«
      | 『[^『』]{1,120}』 | 「[^「」]{1,120}」 | 《[^《》]{1,120}》 | <[^<>]{1,120}>
      | ‘(?:[^‘’]|’(?=\w)){1,120}’(?!\w) | '(?:[^']|'(?=\w)){1,120}'(?!\w)
    )""",
    re.VERBOSE,
)
"""A quotation from its first to its last sign; apostrophes inside words are none."""

_CLOSING = (")", "]", "）", "】")


def quotations(core: str) -> list[re.Match[str]]:
    """The quotations in a headline."""
    return list(_QUOTED.finditer(core))


def quoted(peeled: Peeled, page: Page) -> Named | None:
    """``THE SPARROWS "Cold Tap"``, ``“Cold Tap” by The Sparrows``."""
    core = peeled.core
    quotes = quotations(core)
    if not quotes:
        return None
    if len(quotes) > 1:
        return Named(Form.NONE, None)
    before, behind = core[: quotes[0].start()].strip(" ,:–—-|"), core[quotes[0].end() :]
    if _nickname(before, behind):
        return None if peeled.marked else Named(Form.NONE, None)
    creators = _makers_beside(before, behind, page)
    title = quotes[0][0][1:-1].strip(" ,")
    inner = peel(title, page.words) if title.endswith(_CLOSING) else None
    if inner is not None and inner.core and inner.kind is not None:
        return Named(Form.QUOTED, inner.core, creators, inner.kind)
    return Named(Form.QUOTED, title, creators)


def _nickname(before: str, behind: str) -> bool:
    """``Lee ‘Patch’ Malin``: a quoted word between two capitalised ones."""
    return bool(before) and behind[:1] == " " and behind[1:2].isupper() and before.rsplit(maxsplit=1)[-1][:1].isupper()


def _makers_beside(before: str, behind: str, page: Page) -> tuple[str, ...]:
    by = by_pattern(page.words).match(behind)
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
