"""What an object says about a work: title, makers, label, release, tracks and credits."""

from __future__ import annotations

from typing import Final

from reviewparse.metadata.statements import Statements
from reviewparse.metadata.things import Thing
from reviewparse.metadata.vocabulary import CREATORS, CREDITS, LABEL_PROPERTIES, WORKS

MOST_TRACKS: Final = 200

RELEASED: Final = ("releaseDate", "datePublished", "dateCreated")

_MAKERS: Final = tuple(
    (path, name, role) for path, table in (("work.creator", CREATORS), ("credit", CREDITS)) for name, role in table
)


def state_work(work: Thing, where: str, statements: Statements) -> None:
    """Write down a work found at ``where``: ``Review.itemReviewed``, ``MusicAlbum``."""
    kind = work.one_of(WORKS) or work.type
    title = work.name
    statements.add("work.title", title, f"{where}.name", type=kind)
    statements.add("work.type", kind, f"{where}.@type", subject=title)
    for path, name, role in _MAKERS:
        for maker in work.things(name) if name in work.properties else ():
            statements.add(path, maker.name, f"{where}.{name}.name", role=role, subject=title, type=maker.type)
    _state_issue(work, where, title, statements)
    for release in work.things("albumRelease"):
        _state_issue(release, f"{where}.albumRelease", title, statements)
    for genre in work.texts("genre"):
        statements.add("work.genre", genre, f"{where}.genre", subject=title)
    statements.add("work.duration", work.text("duration"), f"{where}.duration", subject=title)
    statements.add("work.performed", work.text("startDate"), f"{where}.startDate", subject=title)
    _state_tracks(work, where, statements)


def _state_issue(work: Thing, where: str, title: str, statements: Statements) -> None:
    for name in LABEL_PROPERTIES:
        for label in work.things(name):
            statements.add("work.label", label.name, f"{where}.{name}.name", subject=title)
    for name in RELEASED:
        statements.add("work.released", work.text(name), f"{where}.{name}", subject=title)
    for name in ("isbn", "catalogNumber"):
        statements.add("work.catalogue", work.text(name), f"{where}.{name}", subject=title)


def _state_tracks(work: Thing, where: str, statements: Statements) -> None:
    listed = work.things("track", "tracks")
    if len(listed) == 1 and listed[0].has("itemListElement"):
        listed = listed[0].things("itemListElement")
    for row in listed[:MOST_TRACKS]:
        track = row.thing("item") or row
        artist = track.thing("byArtist")
        statements.add(
            "track",
            track.name,
            f"{where}.track.name",
            position=row.text("position") or track.text("position"),
            duration=track.text("duration"),
            artist=artist.name if artist else "",
        )
