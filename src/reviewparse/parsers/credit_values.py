"""From roles and makers to ``Credit`` values: who shares a scope, whose bracket names instruments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from reviewparse.languages import Words
from reviewparse.model import Credit
from reviewparse.parsers.credit_names import Maker
from reviewparse.parsers.roles import OPEN_ROLES, PrintedRole, split_roles
from reviewparse.parsers.scope import Scope, read_scope, split_scope


@dataclass(frozen=True, slots=True)
class Share:
    """A maker, with what the bracket behind the name says."""

    name: str
    scope: Scope | None = None
    roles: tuple[PrintedRole, ...] = ()
    character: str | None = None
    played: Scope | None = None
    """The scope of those roles: ``cello on 4``."""


def share_of(maker: Maker, words: Words) -> Share:
    """A maker whose bracket is read as scope or as instruments; any other bracket is left out."""
    if not maker.note:
        return Share(maker.name)
    scope = read_scope(maker.note, words)
    if scope is not None:
        return Share(maker.name, scope)
    printed, behind = split_scope(maker.note, words)
    return Share(maker.name, roles=split_roles(printed, words), played=read_scope(behind, words) if behind else None)


def credits_of(
    roles: Sequence[PrintedRole], makers: Sequence[Maker], words: Words, *, scope: Scope | None = None
) -> Iterator[Credit]:
    """The credits of one statement: each role with all who share it.

    A scope with a word (``tracks 1-3``) behind the last name covers all names that have none of their own; bare
    numbers cover the last name alone.
    """
    shares = [share_of(maker, words) for maker in makers]
    last = shares[-1].scope if shares else None
    if scope is None and last is not None and last.shared and all(share.scope is None for share in shares[:-1]):
        scope = last
    yield from credits_of_shares(roles, shares, scope=scope)


def credits_of_shares(
    roles: Sequence[PrintedRole], shares: Sequence[Share], *, scope: Scope | None = None
) -> Iterator[Credit]:
    """The credits of makers whose brackets were read before."""
    for role in roles:
        own = [share for share in shares if not (share.roles and role.role in OPEN_ROLES)]
        for (covered, character), group in groupby(own, key=lambda share: (share.scope or scope, share.character)):
            yield credit(role, tuple(share.name for share in group), scope=covered, character=character)
    if not roles or roles[0].role in OPEN_ROLES:
        for share in shares:
            yield from (credit(role, (share.name,), scope=share.played or share.scope or scope) for role in share.roles)


def credit(
    role: PrintedRole, names: tuple[str, ...], *, scope: Scope | None = None, character: str | None = None
) -> Credit:
    """One credit value."""
    return Credit(
        role=role.role,
        names=tuple(dict.fromkeys(names)),
        printed_role=role.printed,
        scope=scope.text if scope else None,
        tracks=scope.positions if scope else (),
        character=character,
    )
