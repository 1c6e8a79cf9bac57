"""Whether a page is a review, and of what: a vote of named signs, each with its weight.

Two questions are asked in turn. *Is it a review?* The signs for and against stand in ``FOR`` and ``AGAINST``; their
weights are added, and the page is a review when the sum reaches ``ENOUGH``. *Of what?* The kind with the most weight.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reviewparse.document import Document
from reviewparse.evidence import Candidate, Evidence, Hit
from reviewparse.finders.base import Finder, Known
from reviewparse.finders.kind_against import SHORT, signs_against
from reviewparse.finders.kind_signs import FRONT_MATTER, MAX_SECTION, REVIEW, WEIGHTS, Sign, vote
from reviewparse.finders.kind_tables import JUDGING_KEYS
from reviewparse.finders.kind_text import judgements, likeliest
from reviewparse.finders.title_headings import titles_of
from reviewparse.finders.work_subject import Reading, Subject, subject_of
from reviewparse.metadata.front_matter_keys import squeeze
from reviewparse.parsers import byline_labels
from reviewparse.parsers.headline import Form
from reviewparse.parsers.labels import fold
from reviewparse.parsers.work_words import Sense, phrases_in
from reviewparse.resolve import Choice, best

NOT_REVIEW = "not-review"

OTHER = "other"
"""A review of something else, or of something the page does not name the kind of."""

ENOUGH = 1.5
"""Weight that makes a page a review."""

RATED = 3.0
"""A verdict of the page's author."""

CALLED_REVIEW = {
    "headline": 4.0,
    "stated title": 3.0,
    "schema": 3.0,
    "layout": 3.0,
    "category": 3.0,
    "breadcrumb": 2.5,
    "address": 2.5,
    "section heading": 2.5,
    "tag": 2.0,
}
"""Weight of the word for review, by where it stands."""

ABOUT_WORK = {Form.QUOTED: 1.0, Form.BY: 2.0, Form.SPLIT: 1.0, Form.MARKED: 1.0}
"""Weight of a headline that names a work, by its form."""

TOLD_KIND = 1.0
"""A kind of work is told by more than one sort of sign."""

READS_SO = 0.5
"""For each unit of weight of the words of the text."""

TRADE = frozenset(("other",))
READS_LIKE_TRADE = 0.25
"""The same where press releases and manuals use the same words."""

JUDGES = 0.5
MAX_JUDGES = 1.5
"""For each different word that judges, on a page that tells of what kind its work is; and for all of them."""

JUDGED = 1.5
"""A section in which the work is judged: ``Final thoughts``, ``Pros``."""

MADE = 0.5
"""The headline names the maker, too."""

SIGNED = 1.0
"""``Reviewed by Orla Venn``: the label of the byline calls the page a review."""

MARKED = "has a labelled mark"

JUDGING_KEY = "judges under a key"

SURE = frozenset((MARKED, JUDGING_KEY, "called a review: layout", "signed as a review"))
"""Signs that a page of few words is a short review, and no list or form."""

LABELLED = frozenset(("rating.label", "rating.front_matter", "rating.aspects"))
"""Finders of marks behind a word for marks."""

STATED = 0.5
"""Front matter has a key for the title of a work of a kind that more than one sort of sign tells."""

DATED = 1.0
"""``Saltfield (2012)``, and no maker: so films are named, to tell them from others of their name."""

LISTED = 1.0
"""A tracklist, a label, credits: what reviews print and articles about other things seldom do."""


def review_signs(known: Known, subject: Subject) -> Iterator[Sign]:
    """Signs that the page is a review."""
    for sign in subject.signs:
        if sign.says == REVIEW:
            yield _pro(f"called a review: {sign.name}", CALLED_REVIEW[sign.name], sign)
        elif sign.name == "text":
            weight = sign.weight * (READS_LIKE_TRADE if sign.says in TRADE else READS_SO)
            yield _pro("reads like one", weight, sign)
    yield from _headline_signs(subject)
    for field, weight in (("ratings", RATED), ("tracks", LISTED), ("credits", LISTED)):
        for found in known.get(field, ())[:1]:
            labelled = field == "ratings" and found.evidence.finder in LABELLED
            yield _pro(MARKED if labelled else f"has {field}", weight, found.evidence)
    told = _told_by(subject)
    if len({sign.name for sign in told}) > 1:
        yield _pro("kind of work", TOLD_KIND, told[0])


def _told_by(subject: Subject) -> list[Sign]:
    return [sign for sign in subject.signs if sign.says == subject.kind and sign.name != "text"]


def _judging_signs(document: Document, subject: Subject) -> Iterator[Sign]:
    """Words and sections of somebody who judges: news and catalogues of works have few of them."""
    if subject.kind in (None, *TRADE):
        return
    words = judgements(document)
    if words:
        weight = min(JUDGES * len(words), MAX_JUDGES)
        yield Sign("judges", REVIEW, weight, words[0], locator=f"text: {', '.join(words)}")
    titles = [fact for fact in document.facts_of("work.title") if fact.source == FRONT_MATTER]
    if titles and len({sign.name for sign in _told_by(subject)}) > 1:
        yield Sign("front matter names a work", REVIEW, STATED, titles[0].value, locator=titles[0].locator)
    for fact in document.facts:
        if fact.path.startswith("front-matter.") and squeeze(fact.path.rpartition(".")[2]) in JUDGING_KEYS:
            yield Sign(JUDGING_KEY, REVIEW, JUDGED, fact.value, locator=fact.locator)
            return
    known = document.words.work.verdict_headings
    for heading in titles_of(document).headings:
        if len(heading.text) <= MAX_SECTION and fold(heading.text).strip("?!. ") in known:
            yield Sign("judges in a section", REVIEW, JUDGED, heading.text, (heading.start, heading.end))
            return


def _byline_signs(document: Document, known: Known) -> Iterator[Sign]:
    for found in known.get("authors", ()):
        label = byline_labels.label_of(found.evidence.quote, document.words)
        if label and any(Sense.REVIEW in phrase.senses for phrase in phrases_in(label, document.words)):
            yield _pro("signed as a review", SIGNED, found.evidence)


def _headline_signs(subject: Subject) -> Iterator[Sign]:
    for reading in subject.readings:
        place = "headline" if reading.place == "headline" else "stated title"
        headline = reading.headline
        if headline.is_review:
            name, weight = f"called a review: {place}", CALLED_REVIEW[place]
            yield Sign(name, REVIEW, weight, reading.text, reading.span, reading.locator)
        if reading.place == "headline" and headline.form in ABOUT_WORK:
            weight = ABOUT_WORK[headline.form] + (MADE if headline.creators else 0)
            yield Sign("headline names a work", REVIEW, weight, reading.text, reading.span, reading.locator)


def _pro(name: str, weight: float, shown: Sign | Evidence) -> Sign:
    return Sign(name, REVIEW, weight, shown.quote, shown.span, shown.locator)


def kind_signs(known: Known, subject: Subject) -> Iterator[Sign]:
    """Signs of the kind of work, those of the headline and of other fields included."""
    yield from subject.signs
    for reading in subject.readings:
        place = "headline" if reading.place == "headline" else "stated title"
        if reading.headline.type is not None:
            yield Sign(place, reading.headline.type, WEIGHTS[place], reading.text, reading.span, reading.locator)
        if _is_dated_title(reading):
            yield Sign("title and year", "film", DATED, reading.text, reading.span, reading.locator)
    for tracks in known.get("tracks", ())[:1]:
        evidence = tracks.evidence
        if not any(sign.says == "soundtrack" for sign in subject.signs):
            yield Sign("has tracks", "album", 2.0, evidence.quote, evidence.span, evidence.locator)


def _is_dated_title(reading: Reading) -> bool:
    headline = reading.headline
    dated = reading.place == "headline" and headline.form is Form.MARKED and not headline.creators
    return dated and headline.released is not None and f"({headline.released.isoformat()})" in reading.text


def total(signs: Iterable[Sign]) -> float:
    """The weight of signs, each sort counted once."""
    heaviest: dict[str, float] = {}
    for sign in signs:
        heaviest[sign.name] = max(heaviest.get(sign.name, 0.0), sign.weight, key=abs)
    return sum(heaviest.values())


def by_vote(document: Document, known: Known) -> Iterator[Hit[str]]:
    """The kind of work of a review; ``not-review`` for any other page."""
    subject = subject_of(document, known)
    pro = [*review_signs(known, subject), *_judging_signs(document, subject), *_byline_signs(document, known)]
    sure = any(sign.name in SURE for sign in pro)
    contra = [sign for sign in signs_against(document, subject) if not (sure and sign.name == SHORT)]
    if total(pro) + total(contra) < ENOUGH:
        reason = min(contra, key=lambda sign: sign.weight, default=None)
        if reason is not None:
            yield _hit(NOT_REVIEW, reason)
        elif document.text:
            quote = next((title.evidence.quote for title in known.get("title", ())), document.blocks[0].text)
            yield Hit(NOT_REVIEW, quote, locator="no sign of a review")
        return
    signs = list(kind_signs(known, subject))
    ranked = vote(signs)
    kind = ranked[0][0] if ranked else likeliest(document) or OTHER
    strongest = [sign for sign in signs if sign.says == kind] or pro
    yield _hit(kind, max(strongest, key=lambda sign: sign.weight))


def _hit(kind: str, sign: Sign) -> Hit[str]:
    if sign.span is not None:
        return Hit(kind, sign.quote, sign.span)
    return Hit(kind, sign.quote, locator=sign.locator or sign.name)


def choose_kind(candidates: Sequence[Candidate[str]]) -> Choice[str]:
    """The kind."""
    return best(candidates, str)


FINDERS: tuple[Finder[str], ...] = (Finder("kind.vote", by_vote, 0.85),)
