"""The calls a user makes: whole pages, and the single fields of a notebook's column."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any, TypeVar, Unpack

from reviewparse.document import Document
from reviewparse.errors import InputError
from reviewparse.explanation import Explanation
from reviewparse.languages import Words, words_for
from reviewparse.model import Credit, DatedAs, PartialDate, Rating, Track
from reviewparse.options import Options, check
from reviewparse.parsers import byline, credits, date, rating, tracklist
from reviewparse.pipeline import explanation_of, review_of, reviews_of, run
from reviewparse.reading.cell import undress
from reviewparse.reading.charset import clean_lines
from reviewparse.reading.language import ENGLISH, languages_of_line
from reviewparse.reading.source import Context, read, read_html, read_text
from reviewparse.review import Review

T = TypeVar("T")

DEFAULT_CONFIDENCE = 0.5


def parse(source: object, **options: Unpack[Options]) -> Review:
    r"""Read one review page or plain text.

    Args:
        source: Text, HTML (``str`` or ``bytes``), a ``pathlib.Path``, a BeautifulSoup object or tag, an lxml element.
            A string is HTML when it holds markup, else text; it is the page itself, never the name of a file.
        **options: ``url``, ``languages``, ``now``, ``rules``, ``min_confidence``, ``limits``: see ``Options``.

    Returns:
        What the page says. Absent scalars are ``None``, absent lists ``()``; nothing is guessed.

    Raises:
        InputError: ``source`` or an option is of another type.
        UnknownLanguage: there is no table for a code in ``languages``.
        OSError: a path cannot be read.

    >>> parse("Cold Tap\n\nReviewed by Orla Venn\n\nRating: 4/5").authors
    ('Orla Venn',)
    """
    document, least = document_of(source, options)
    return review_of(document, run(document, least))


def parse_text(text: str, **options: Unpack[Options]) -> Review:
    """Read plain text or Markdown, whatever it looks like; arguments and result as of ``parse``."""
    context, least = _settings(options)
    document = read_text(_checked(text, str), context)
    return review_of(document, run(document, least))


def parse_html(html: str | bytes, **options: Unpack[Options]) -> Review:
    """Read HTML, whatever it looks like; bytes are decoded as the page declares. Else as ``parse``."""
    context, least = _settings(options)
    document = read_html(_checked(html, str, bytes), context)
    return review_of(document, run(document, least))


def parse_all(source: object, **options: Unpack[Options]) -> tuple[Review, ...]:
    """Read a page that may hold several reviews: one ``Review`` for each, in page order. Else as ``parse``."""
    return reviews_of(*document_of(source, options))


def explain(source: object, **options: Unpack[Options]) -> Explanation:
    """All candidates of every field, best first, with the reason each lost; prints as a table. Else as ``parse``."""
    document, least = document_of(source, options)
    return explanation_of(document, run(document, least))


def document_of(source: object, options: Options) -> tuple[Document, float]:
    """A page as finders see it, and the least confidence asked for: for those who show more than the result."""
    context, least = _settings(options)
    return read(source, context), least


def parse_rating(text: str, *, languages: Sequence[str] = ()) -> Rating | None:
    """The overall verdict in a short string, or ``None`` where it holds none.

    >>> parse_rating("★★★½☆").value
    3.5
    """
    return _read(rating.parse_rating, text, languages)


def parse_ratings(text: str, *, languages: Sequence[str] = ()) -> tuple[Rating, ...]:
    """All verdicts in a short string, aspects and critics included.

    >>> [one.label for one in parse_ratings("Film: 3/5 - Soundtrack: 4/5")]
    ['Film', 'Soundtrack']
    """
    return _read(rating.parse_ratings, text, languages)


def parse_byline(text: str, *, languages: Sequence[str] = ()) -> tuple[str, ...]:
    """The names in a byline; ``()`` where it is none.

    >>> parse_byline("by: Mara Linfield")
    ('Mara Linfield',)
    """
    return _read(byline.parse_byline, text, languages, byline.parse_labelled)


def parse_date(text: str, *, languages: Sequence[str] = (), now: dt.datetime | None = None) -> PartialDate | None:
    """The publication date in a header passage, or ``None``.

    A lone date without a label counts; a release, show, recording or comment date does not.

    >>> parse_date("March 3rd, 2011").isoformat()
    '2011-03-03'
    """
    return _read(lambda text, words: date.parse_date(text, words, now), text, languages)


def parse_dates(text: str, *, languages: Sequence[str] = (), now: dt.datetime | None = None) -> tuple[DatedAs, ...]:
    """Every date in a text with its kind: ``published``, ``updated``, ``released``, ``performed`` ...

    >>> [(one.kind, one.date.isoformat()) for one in parse_dates("Released May 6, 2011. Reviewed on June 1, 2011.")]
    [('released', '2011-05-06'), ('published', '2011-06-01')]
    """
    return _read(lambda text, words: date.parse_dates(text, words, now), text, languages)


def parse_tracklist(lines: str | Sequence[str], *, languages: Sequence[str] = ()) -> tuple[Track, ...]:
    r"""The tracks of a printed list, a string of lines or a sequence of them; ``()`` where it is another list.

    >>> parse_tracklist("1. Bellmouth (3:45)\n2. Ferry Home (4:02)\n3. Long Acre (5:10)")[1].duration
    '4:02'
    """
    if not isinstance(lines, str):
        lines = "\n".join([_checked(line, str) for line in _checked(lines, list, tuple)])
    return _read(tracklist.parse_tracklist, lines, languages)


def parse_credits(text: str, *, languages: Sequence[str] = ()) -> tuple[Credit, ...]:
    """Who made what, from credit lines and sentences.

    >>> parse_credits("All songs composed by Teodor Vance.")[0].names
    ('Teodor Vance',)
    """
    return _read(credits.parse_credits, text, languages)


def _read(
    parser: Callable[[str, Words], T],
    text: str,
    languages: Sequence[str],
    again: Callable[[str, Words], T] | None = None,
) -> T:
    """Read in the given languages; else in those the text's own words tell, and always in English, too.

    What may be of several languages is read in all at once, then, by ``again``, in each: "Vos" is a Dutch name and a
    French word.
    """
    text = undress(clean_lines(_checked(text, str)))
    told = languages or languages_of_line(text)
    found = parser(text, words_for(tuple(languages) or (*told, ENGLISH)))
    if found or languages or len(told) == 1:
        return found
    each = ((again or parser)(text, words_for((code, ENGLISH))) for code in told)
    return next((one for one in each if one), found)


def _settings(options: Options) -> tuple[Context, float]:
    check(options)
    least = options.get("min_confidence", DEFAULT_CONFIDENCE)
    given: dict[str, Any] = {name: value for name, value in options.items() if name != "min_confidence"}
    return Context(**given), least


def _checked(source: T, *types: type) -> T:
    if not isinstance(source, types):
        message = f"expected {' or '.join(kind.__name__ for kind in types)}, not {type(source).__name__}"
        raise InputError(message)
    return source
