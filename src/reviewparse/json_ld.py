"""A review as schema.org JSON-LD, and the text that may stand in a ``<script>``."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from reviewparse.model import Credit, Rating, Track, Work

if TYPE_CHECKING:
    from reviewparse.review import Review

TYPES: Mapping[str, str] = {
    "album": "MusicAlbum",
    "soundtrack": "MusicAlbum",
    "single": "MusicAlbum",
    "live": "MusicEvent",
    "film": "Movie",
    "tv": "TVSeries",
    "book": "Book",
    "game": "VideoGame",
    "product": "Product",
    "restaurant": "Restaurant",
}
"""Kind of a review to the type of what it reviews; anything else is a ``CreativeWork``."""


class Names(NamedTuple):
    """What a type calls the makers of a thing, its publisher and its day; ``""`` where it has no such property."""

    creators: str
    maker: str
    """The type of a creator; schema.org counts solo musicians among the groups."""
    label: str = "publisher"
    released: str = "datePublished"


NAMES: Mapping[str, Names] = {
    "MusicAlbum": Names("byArtist", "MusicGroup", label=""),
    "MusicEvent": Names("performer", "MusicGroup", label="", released="startDate"),
    "Movie": Names("director", "Person"),
    "TVSeries": Names("creator", "Person"),
    "Book": Names("author", "Person"),
    "VideoGame": Names("creator", "Organization"),
    "Product": Names("brand", "Brand", label="manufacturer", released="releaseDate"),
    "Restaurant": Names("", "", label="", released=""),
    "CreativeWork": Names("creator", "Person"),
}

_SCREEN = {"actor": "actor", "composer": "musicBy", "director": "director"}
ROLES: Mapping[str, Mapping[str, str]] = {
    "Movie": {**_SCREEN, "producer": "producer"},
    "TVSeries": {**_SCREEN, "producer": "producer"},
    "VideoGame": _SCREEN,
    "MusicAlbum": {"producer": "producer"},
    "Book": {"illustrator": "illustrator", "translator": "translator"},
}
"""Credits that have a property of their own; the others are left out."""

ALBUMS: Mapping[str, tuple[str, str]] = {
    "soundtrack": ("albumProductionType", "https://schema.org/SoundtrackAlbum"),
    "single": ("albumReleaseType", "https://schema.org/SingleRelease"),
}
"""What an album of a kind says of itself."""

_UNSAFE = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def script(data: object) -> str:
    r"""JSON that cannot end the ``<script>`` it stands in, nor break JavaScript that holds it.

    >>> script({"name": "</script>"})
    '{"name": "\\u003c/script\\u003e"}'
    """
    return json.dumps(data, ensure_ascii=False).translate(_UNSAFE)


def from_review(review: Review) -> dict[str, Any]:
    """A schema.org ``Review``; an ``Article`` for a page that reviews nothing."""
    reviewed = review.kind != "not-review"
    return _filled(
        {
            "@context": "https://schema.org",
            "@type": "Review" if reviewed else "Article",
            "name" if reviewed else "headline": review.title,
            "url": review.url,
            "inLanguage": review.lang,
            "author": _named("Person", review.authors),
            "datePublished": review.published and review.published.isoformat(),
            "dateModified": review.updated and review.updated.isoformat(),
            "itemReviewed": _item(review) if reviewed else None,
            "reviewRating": _one_or_more([_rating(rating) for rating in review.ratings if _marks(rating)]),
            "reviewBody" if reviewed else "articleBody": review.body,
        }
    )


def _item(review: Review) -> dict[str, Any] | None:
    work = review.work
    if work is None:
        return None
    kind = TYPES.get(review.kind or work.type or "", "CreativeWork")
    item: dict[str, Any] = {"@type": kind, "name": work.title}
    item |= _contributors(review.credits, ROLES.get(kind, {}))
    if kind == "MusicAlbum":
        item |= _album(review, work)
    names = NAMES[kind]
    item[names.creators] = _named(names.maker, work.creators) or item.get(names.creators)
    item[names.label] = _organization(work.label)
    item[names.released] = work.released and work.released.isoformat()
    item.pop("", None)
    return _filled(item)


def _album(review: Review, work: Work) -> dict[str, Any]:
    tracks = [_track(track) for track in review.tracks]
    sort, value = ALBUMS.get(review.kind or "", ("albumProductionType", None))
    return {sort: value, "albumRelease": _release(work), "numTracks": len(tracks) or None, "track": tracks}


def _contributors(credits_: Sequence[Credit], roles: Mapping[str, str]) -> dict[str, Any]:
    names: dict[str, list[str]] = {}
    for credit in credits_:
        if credit.role in roles:
            names.setdefault(roles[credit.role], []).extend(credit.names)
    return {name: _named("Person", tuple(dict.fromkeys(people))) for name, people in names.items()}


def _release(work: Work) -> dict[str, Any] | None:
    facts = _filled({"recordLabel": _organization(work.label), "catalogNumber": work.catalogue})
    return {"@type": "MusicRelease", **facts} if facts else None


def _track(track: Track) -> dict[str, Any]:
    return _filled(
        {
            "@type": "MusicRecording",
            "position": track.position,
            "name": track.title,
            "byArtist": _named("MusicGroup", (track.artist,)) if track.artist else None,
            "duration": None if track.seconds is None else f"PT{track.seconds // 60}M{track.seconds % 60}S",
        }
    )


def _marks(rating: Rating) -> bool:
    return rating.value is not None or rating.grade is not None


def _rating(rating: Rating) -> dict[str, Any]:
    return _filled(
        {
            "@type": "Rating",
            "ratingValue": rating.grade if rating.value is None else rating.value,
            "bestRating": rating.best,
            "worstRating": rating.worst,
            "reviewAspect": rating.label,
            "author": _named("Person", (rating.rater,)) if rating.rater else None,
        }
    )


def _organization(name: str | None) -> dict[str, str] | None:
    return {"@type": "Organization", "name": name} if name else None


def _named(kind: str, names: Sequence[str]) -> Any:  # noqa: ANN401 - one object, a list of them, or None
    return _one_or_more([{"@type": kind, "name": name} for name in names])


def _one_or_more(parts: list[Any]) -> Any:  # noqa: ANN401 - one object, a list of them, or None
    return parts[0] if len(parts) == 1 else parts or None


def _filled(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value not in (None, "", [])}
