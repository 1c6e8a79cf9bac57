r"""Turn review articles into data: headline, work, authors, dates, ratings, tracks and credits, each with evidence.

    >>> import reviewparse as rp
    >>> review = rp.parse("Cold Tap\n\nReviewed by Orla Venn\n\nRating: 4/5")
    >>> review.authors, review.rating.value
    (('Orla Venn',), 4.0)
    >>> review.why("ratings")[0].quote
    '4/5'

A page is text, HTML, bytes, a ``pathlib.Path``, a BeautifulSoup object or an lxml element. What it does not say is
``None`` or ``()``; nothing is guessed, and no page raises.

Whole pages: ``parse``, ``parse_text``, ``parse_html``; ``parse_all`` for the reviews of a round-up, ``parse_many`` for
many pages, ``explain`` for all candidates and why they lost.

One field of one cell: ``parse_rating``, ``parse_ratings``, ``parse_byline``, ``parse_date``, ``parse_dates``,
``parse_tracklist``, ``parse_credits``.

To JSON and back: ``Review.to_dict``, ``Review.from_dict``; ``Review.to_json_ld`` for schema.org.
"""

from __future__ import annotations

import logging
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewparse.api import (
        explain,
        parse,
        parse_all,
        parse_byline,
        parse_credits,
        parse_date,
        parse_dates,
        parse_html,
        parse_rating,
        parse_ratings,
        parse_text,
        parse_tracklist,
    )
    from reviewparse.errors import (
        BatchError,
        FormError,
        InputError,
        MissingExtra,
        ReviewParseError,
        RuleError,
        UnknownLanguage,
    )
    from reviewparse.evidence import Candidate, Evidence
    from reviewparse.explanation import Explanation
    from reviewparse.limits import Limits
    from reviewparse.many import Outcome, Page, parse_many
    from reviewparse.model import Credit, DatedAs, PartialDate, Rating, Role, Track, Work
    from reviewparse.options import Options
    from reviewparse.review import Review
    from reviewparse.sites import SiteRule, load_site_rule

__all__ = [
    "BatchError",
    "Candidate",
    "Credit",
    "DatedAs",
    "Evidence",
    "Explanation",
    "FormError",
    "InputError",
    "Limits",
    "MissingExtra",
    "Options",
    "Outcome",
    "Page",
    "PartialDate",
    "Rating",
    "Review",
    "ReviewParseError",
    "Role",
    "RuleError",
    "SiteRule",
    "Track",
    "UnknownLanguage",
    "Work",
    "explain",
    "load_site_rule",
    "parse",
    "parse_all",
    "parse_byline",
    "parse_credits",
    "parse_date",
    "parse_dates",
    "parse_html",
    "parse_many",
    "parse_rating",
    "parse_ratings",
    "parse_text",
    "parse_tracklist",
]

_HOMES = {
    "api": (
        "explain",
        "parse",
        "parse_all",
        "parse_byline",
        "parse_credits",
        "parse_date",
        "parse_dates",
        "parse_html",
        "parse_rating",
        "parse_ratings",
        "parse_text",
        "parse_tracklist",
    ),
    "errors": (
        "BatchError",
        "FormError",
        "InputError",
        "MissingExtra",
        "ReviewParseError",
        "RuleError",
        "UnknownLanguage",
    ),
    "evidence": ("Candidate", "Evidence"),
    "explanation": ("Explanation",),
    "limits": ("Limits",),
    "many": ("Outcome", "Page", "parse_many"),
    "model": ("Credit", "DatedAs", "PartialDate", "Rating", "Role", "Track", "Work"),
    "options": ("Options",),
    "review": ("Review",),
    "sites": ("SiteRule", "load_site_rule"),
}
"""Module of each public name."""


def __getattr__(name: str) -> object:
    """The public names, imported on first use.

    Some hundred patterns are compiled then, and a program that only mentions the package does not wait for them.
    """
    for module, names in _HOMES.items():
        if name in names:
            value = getattr(import_module(f"{__name__}.{module}"), name)
            globals()[name] = value
            return value
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)


def __dir__() -> list[str]:
    """All public names, imported or not."""
    return sorted({*globals(), *__all__})


logging.getLogger(__name__).addHandler(logging.NullHandler())
