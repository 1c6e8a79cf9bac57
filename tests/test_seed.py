"""The article that started the project, as text and in four dresses: every field, every time."""

from __future__ import annotations

from pathlib import Path

import pytest

import reviewparse as rp
from tests.dresses import DRESSES, Article

SEED = Path(__file__).parents[2] / "shared" / "seed" / "article.txt"


@pytest.fixture(scope="module", params=["text", *DRESSES])
def page(request: pytest.FixtureRequest) -> str:
    if not SEED.exists():
        pytest.skip("the article is other people's text and lies beside the repository, not in it")
    text = SEED.read_text(encoding="utf-8")
    dress = DRESSES.get(str(request.param))
    return dress(Article.from_text(text)) if dress else text


@pytest.fixture(scope="module")
def review(page: str) -> rp.Review:
    return rp.parse(page)


@pytest.fixture(scope="module")
def article() -> Article:
    return Article.from_text(SEED.read_text(encoding="utf-8"))


def test_headline(review: rp.Review) -> None:
    assert review.title == "Soundtrack Review: NEVER LET ME GO"
    assert (review.kind, review.lang) == ("soundtrack", "en")


def test_work(review: rp.Review) -> None:
    assert review.work is not None
    assert (review.work.title, review.work.type) == ("NEVER LET ME GO", "soundtrack")
    assert review.work.creators == ("Rachel Portman",)
    assert review.work.label == "Varese Sarabande"
    assert review.work.released is None


def test_author_and_date(review: rp.Review) -> None:
    assert review.authors == ("Allison Loring",)
    assert review.published == rp.PartialDate(year=2010, month=10, day=12)


def test_rating(review: rp.Review) -> None:
    assert [(rating.value, rating.best, rating.label) for rating in review.ratings] == [(4, 5, None)]


def test_tracks(review: rp.Review, article: Article) -> None:
    assert len(article.tracks) == 19
    assert [track.title for track in review.tracks] == [title[1:-1] for title in article.tracks]
    assert {track.seconds for track in review.tracks} == {None}
    assert {track.artist for track in review.tracks} == {None}


def test_credits(review: rp.Review) -> None:
    assert [(credit.role, credit.names) for credit in review.credits] == [("composer", ("Rachel Portman",))]


def test_body(review: rp.Review, article: Article) -> None:
    assert review.body is not None
    paragraphs = [" ".join(paragraph.split()) for paragraph in review.body.split("\n\n")]
    wanted = [" ".join(paragraph.split()) for paragraph in article.paragraphs]
    assert len(wanted) == 8
    assert paragraphs in (wanted, [*wanted, article.label])


def test_every_field_has_evidence(review: rp.Review) -> None:
    for field in ("title", "work", "authors", "published", "ratings", "tracks", "credits"):
        assert review.why(field), field


def test_nothing_is_cut_short(review: rp.Review) -> None:
    assert review.warnings == ()
