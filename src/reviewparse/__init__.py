"""Turn review articles into data: byline, date, rating, tracklist and credits, each with evidence."""

import logging

from reviewparse.api import (
    Options,
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
from reviewparse.errors import InputError, MissingExtra, ReviewParseError, RuleError, UnknownLanguage
from reviewparse.evidence import Candidate, Evidence
from reviewparse.explanation import Explanation
from reviewparse.many import Outcome, Page, parse_many
from reviewparse.model import Credit, DatedAs, PartialDate, Rating, Role, Track, Work
from reviewparse.review import Review
from reviewparse.sites import SiteRule, load_site_rule

__all__ = [
    "Candidate",
    "Credit",
    "DatedAs",
    "Evidence",
    "Explanation",
    "InputError",
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

logging.getLogger(__name__).addHandler(logging.NullHandler())
