"""The result of reading one page: every field, and what supports it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from reviewparse import json_ld, notebook, serialize
from reviewparse.evidence import Evidence, Span
from reviewparse.model import Credit, PartialDate, Rating, Track, Value, Work

FieldEvidence = tuple[tuple[str, tuple[Evidence, ...]], ...]
"""Field name and its evidence, one entry for each separately chosen value, in the order of the values."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Review(Value):
    """What one page says about one work. Missing one: ``None``; missing many: ``()``.

    Two reviews are equal when their values are; the evidence is left out of the comparison.
    """

    kind: str | None = None
    """``album``, ``soundtrack``, ``single``, ``live``, ``film``, ``tv``, ``book``, ``game``, ``product``,
    ``restaurant``, ``other``, or ``not-review``."""
    lang: str | None = None
    """ISO 639-1 code of the article."""
    title: str | None = None
    """The headline as printed, without the name of the site."""
    authors: tuple[str, ...] = ()
    """Who wrote the review: names only, in printed order."""
    published: PartialDate | None = None
    """The calendar day the page prints as that of publication."""
    updated: PartialDate | None = None
    """The day of the last change, where the page states one."""
    ratings: tuple[Rating, ...] = ()
    """The reviewer's own verdicts, in printed order; the overall one has no label."""
    work: Work | None = None
    """The thing reviewed; ``None`` also on pages that review several."""
    tracks: tuple[Track, ...] = ()
    """The printed tracklist; songs merely named in the prose are none."""
    credits: tuple[Credit, ...] = ()
    """Who made the work, where the page states it as a credit."""
    url: str | None = None
    """The page's own address, given by the caller or stated by the page."""
    body: str | None = None
    """The prose alone, paragraphs parted by an empty line."""
    warnings: tuple[str, ...] = ()
    """Stable codes of what was cut short while reading; empty for nearly every page."""
    evidence: FieldEvidence = field(default=(), repr=False, compare=False)
    """What supports each field; ``why`` reads it."""
    text: str = field(default="", repr=False, compare=False)
    """The page's canonical text, in which the spans of the evidence count; no part of the JSON form."""
    article: tuple[Span, ...] = field(default=(), repr=False, compare=False)
    """The parts of ``text`` that are the article, in order, without navigation, comments and the like."""

    @property
    def rating(self) -> Rating | None:
        """The overall verdict: the first one without a label.

        >>> Review(ratings=(Rating(value=9, label="Sound"), Rating(value=7, best=10))).rating.value
        7
        """
        return next((rating for rating in self.ratings if rating.label is None), None)

    def why(self, name: str) -> tuple[Evidence, ...]:
        """What supports a field: one entry for each separately chosen value, in the order of the values.

        A date, a byline or a whole tracklist has one, ratings and credits have one each; an empty field has none.

        Raises:
            ValueError: there is no field of this name.
        """
        known = dict(self.evidence)
        if name not in known and name not in FIELDS:
            message = f"no field {name!r}; the fields are {', '.join(FIELDS)}"
            raise ValueError(message)
        return known.get(name, ())

    def to_dict(self, *, evidence: bool = False) -> dict[str, Any]:
        """The JSON form, described by the JSON Schema that ``reviewparse schema`` prints.

        Args:
            evidence: Add the key ``evidence``: for each field what supports it.

        >>> Review(authors=("Mara Linfield",)).to_dict()["authors"]
        ['Mara Linfield']
        """
        data = serialize.to_dict(self)
        if evidence:
            data["evidence"] = {name: [serialize.to_dict(one) for one in found] for name, found in self.evidence}
        return data

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> Review:
        """The review of a JSON form; ``Review.from_dict(review.to_dict()) == review``.

        Raises:
            FormError: a key is unknown or a value is not of its type; the message begins with its path.

        >>> Review.from_dict({"published": "2011-03-03"}).published.year
        2011
        """
        values, evidence = _split(data)
        return replace(serialize.from_dict(cls, values), evidence=evidence)

    def to_json_ld(self) -> dict[str, Any]:
        """A schema.org ``Review`` (an ``Article`` where nothing is reviewed), for ``json.dumps`` or ``json_ld.script``.

        >>> Review(kind="film", ratings=(Rating(value=4, best=5),)).to_json_ld()["reviewRating"]["bestRating"]
        5
        """
        return json_ld.from_review(self)

    def _repr_html_(self) -> str:
        """For notebooks: the fields as a table, and the article with the words they were read from."""
        return notebook.review(self)


def _split(data: object) -> tuple[object, FieldEvidence]:
    if not isinstance(data, Mapping) or "evidence" not in data:
        return data, ()
    evidence = serialize.from_table(Evidence, data["evidence"], "evidence")
    return {key: value for key, value in data.items() if key != "evidence"}, tuple(evidence.items())


FIELDS: tuple[str, ...] = tuple(spec.name for spec in fields(Review) if spec.compare)
"""Names of the fields, in the order of the JSON form."""
