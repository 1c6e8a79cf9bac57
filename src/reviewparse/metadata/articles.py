"""What an article or page object states: title, authors, dates, section, language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reviewparse.metadata.statements import Clues, Statements, fold_name
from reviewparse.metadata.things import Thing
from reviewparse.metadata.vocabulary import ARTICLES, ORGANISATIONS, PAGES, VAGUE

MOST_ARTICLES: Final = 2
"""Articles with different headlines a page may hold and not be a list of articles."""

MOST_TAGS: Final = 60

MOST_AUTHORS: Final = 30

LONGEST_TITLE: Final = 250
"""Characters; a longer one is a summary in the wrong place."""


def is_article(thing: Thing) -> bool:
    """Whether it is a text: by its type, or as a creative work in general that has a headline."""
    return bool(thing.one_of(ARTICLES)) or (bool(thing.one_of(VAGUE)) and thing.has("headline"))


def own_articles(things: Sequence[Thing], clues: Clues) -> list[Thing]:
    """The articles that are this page, not those it lists; none when that cannot be told."""
    articles = [thing for thing in things if is_article(thing)]
    if len(articles) < 2:
        return articles
    known = [article for article in articles if clues.knows(_headline(article), _addresses(article))]
    if known:
        return known
    headlines = {fold_name(_headline(article)) for article in articles}
    return articles if len(headlines) <= MOST_ARTICLES else []


def own_pages(things: Sequence[Thing]) -> list[Thing]:
    """The page objects; a page has one."""
    pages = [thing for thing in things if thing.one_of(PAGES)]
    return pages if len(pages) == 1 else []


def state_article(thing: Thing, clues: Clues, statements: Statements) -> None:
    """Write down what an article, review or page says about itself."""
    kind = thing.type
    for name in ("headline", "name"):
        title = thing.text(name)
        if len(title) <= LONGEST_TITLE:
            statements.add("title", title, f"{kind}.{name}", of=kind)
    publisher = thing.thing("publisher")
    publisher_name = publisher.name if publisher else ""
    state_authors(thing, clues, publisher_name, statements)
    created = "datePublished" if thing.text("datePublished") else "dateCreated"
    statements.add("published", thing.text(created), f"{kind}.{created}", of=kind)
    statements.add("updated", thing.text("dateModified"), f"{kind}.dateModified", of=kind)
    for section in thing.texts("articleSection"):
        statements.add("category", section, f"{kind}.articleSection", of=kind)
    for tag in _keywords(thing):
        statements.add("tag", tag, f"{kind}.keywords", of=kind)
    statements.add("lang", thing.text("inLanguage"), f"{kind}.inLanguage", of=kind)
    statements.add("url", thing.text("url"), f"{kind}.url", of=kind)
    statements.add("description", thing.text("description"), f"{kind}.description", of=kind)
    statements.add("publisher", publisher_name, f"{kind}.publisher.name", of=kind)
    statements.add("kind", kind, f"{kind}.@type", of=kind)


def authors(thing: Thing) -> list[Thing]:
    """Its authors; its creators when it names no author."""
    named = [author for author in thing.things("author") if _is_name(author.name)]
    named = named or [creator for creator in thing.things("creator") if _is_name(creator.name)]
    return named[:MOST_AUTHORS]


def state_authors(thing: Thing, clues: Clues, publisher: str, statements: Statements) -> None:
    """Write down the authors of an article, each with whether it is a person or an organisation."""
    kind = thing.type
    place = "author" if thing.has("author") else "creator"
    for author in authors(thing):
        same = fold_name(author.name) in clues.sites | {fold_name(publisher)}
        statements.add(
            "author",
            author.name,
            f"{kind}.{place}.name",
            of=kind,
            type=author_type(author),
            url=author.text("url"),
            site="same" if same else "",
        )


def author_type(author: Thing) -> str:
    """``person``, ``organisation``, or ``""`` when the object does not say."""
    if "Person" in author.types:
        return "person"
    return "organisation" if author.one_of(ORGANISATIONS) else ""


def _is_name(text: str) -> bool:
    return bool(text) and "://" not in text and "@" not in text[1:]


def _headline(thing: Thing) -> str:
    return thing.text("headline", "name")


def _addresses(thing: Thing) -> Iterator[str]:
    yield thing.text("url")
    yield thing.text("@id")
    yield thing.text("mainEntityOfPage")
    for page in thing.inner("mainEntityOfPage"):
        yield page.identity


def _keywords(thing: Thing) -> list[str]:
    tags = thing.texts("keywords")
    if len(tags) == 1:
        tags = [tag.strip() for tag in tags[0].split(",")]
    return [tag for tag in tags if tag][:MOST_TAGS]
