"""Orchestras and choirs in lists of players, with who leads them: ``Nordsee Philharmonic/Igor Palm``."""

from __future__ import annotations

from collections.abc import Iterator

from reviewparse.languages import Words
from reviewparse.model import Credit, Role
from reviewparse.parsers.credit_names import is_maker
from reviewparse.parsers.credit_values import credit
from reviewparse.parsers.roles import PrintedRole, role_book


def credits_of_ensemble(text: str, words: Words) -> Iterator[Credit]:
    """``Nordsee Philharmonic/Igor Palm``: the slash leads the conductor in."""
    name, slash, conductor = (part.strip(" .") for part in text.partition("/"))
    role = _ensemble_role(name, words)
    if role is None:
        return
    yield credit(PrintedRole(role, ""), (name,))
    if slash and is_maker(conductor, words):
        yield credit(PrintedRole(Role("conductor"), ""), (conductor,))


def is_ensemble(text: str, words: Words) -> bool:
    """Whether an entry without role names an orchestra or choir, with or without its conductor."""
    return _ensemble_role(text.partition("/")[0].strip(" ."), words) is not None


def _ensemble_role(name: str, words: Words) -> Role | None:
    kinds = role_book(words).ensembles
    found = next((kinds[word] for word in name.casefold().split() if word in kinds), None)
    return found if found is not None and is_maker(name, words) else None
