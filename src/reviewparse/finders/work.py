"""Where the reviewed work is named: metadata, front matter, labelled lines, the headline, a sentence about its label.

Each hit is a ``Work`` with one part set, so that every part has its own evidence; ``merge_works`` joins them.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import partial

from reviewparse.document import Block, Document
from reviewparse.evidence import Hit
from reviewparse.finders.base import Finder, Known
from reviewparse.finders.kind_signs import MUSIC_KINDS
from reviewparse.finders.kind_tables import MUSIC
from reviewparse.finders.work_above_facts import title_above_facts
from reviewparse.finders.work_card import in_card
from reviewparse.finders.work_classed import maker_by_class
from reviewparse.finders.work_definition import defined
from reviewparse.finders.work_headings import (
    in_heading,
    model_in_headline,
    plain_headline,
    title_before_slogan,
)
from reviewparse.finders.work_label import (
    facts_line,
    in_bibliography,
    label_in_bracket,
    label_in_sentence,
    label_in_tag,
)
from reviewparse.finders.work_label_places import label_behind_title, label_below_headline
from reviewparse.finders.work_maker import brand_of_product, role_before_name, tagged_person
from reviewparse.finders.work_maker_east import role_behind_name
from reviewparse.finders.work_merge import merge_works, rejoined, with_maker
from reviewparse.finders.work_metadata import author_in_text, in_front_matter, in_metadata
from reviewparse.finders.work_opening import (
    in_caption,
    named_in_opening,
    repeated_by_headline,
    set_off_again,
    set_off_in_headline,
)
from reviewparse.finders.work_owner import before_year, byline_of_maker, introduced_by_maker
from reviewparse.finders.work_released import released_in_sentence, year_behind_title, year_of_kind
from reviewparse.finders.work_subject import subject_of
from reviewparse.finders.work_twins import on_two_lines
from reviewparse.model import Work
from reviewparse.parsers.company import is_company
from reviewparse.parsers.date import parse_released
from reviewparse.parsers.headline import Form
from reviewparse.parsers.work_names import looks_like_act, split_creators

__all__ = ["FINDERS", "merge_works", "rejoined", "with_maker"]

MAX_BARE_LINES = 4
"""Lines of a header without labels."""

MIN_ACT = 3
"""Characters of an act in capitals; one or two are a grade."""

MAX_BARE_LINE = 60
"""Characters of one of them."""

_CATALOGUE = re.compile(r",?\s(?=[A-Z0-9/. -]{0,20}\d)[A-Z]{0,6}[ -]?\d[\d/. -]{0,20}$")
"""A catalogue number behind a label: ``Grey Heron GH 012``."""


def by_position(document: Document, known: Known) -> Iterator[Hit[Work]]:
    """Bare lines at the head of a text: ``THE SPARROWS``, ``Cold Tap``, ``Grey Heron``, ``2012``."""
    subject = subject_of(document, known)
    lines = list(itertools.islice(document.article(), MAX_BARE_LINES))
    if subject.several or subject.kind not in MUSIC_KINDS or len(lines) < MAX_BARE_LINES:
        return
    act, title, label, rest = lines
    short = all(len(line.text) <= MAX_BARE_LINE and line.text[-1] not in ".:!?" for line in lines)
    told_apart = len(act.text) >= MIN_ACT and act.text.isupper() and not title.text.isupper()
    released = parse_released(rest.text, document.words) if len(rest.text) == len("2012") else None
    printed = label.text.strip("()[] ")
    name = _CATALOGUE.sub("", printed)
    sure = short and told_apart and (released is not None or name != printed)
    if not sure or not looks_like_act(act.text, document.words):
        return
    yield _bare(act, Work(creators=split_creators(act.text, document.words)))
    yield _bare(title, Work(title=title.text))
    if is_company(name, document.words):
        at = label.start + label.text.index(name)
        yield Hit(Work(label=name), name, (at, at + len(name)))
    if released is not None:
        yield _bare(rest, Work(released=released))


def _bare(line: Block, work: Work) -> Hit[Work]:
    return Hit(work, line.text, (line.start, line.end))


def by_vote(document: Document, known: Known) -> Iterator[Hit[Work]]:
    """The type of work that the signs of the page tell."""
    subject = subject_of(document, known)
    if subject.several or subject.kind is None:
        return
    kind = "album" if subject.kind == MUSIC else subject.kind
    for sign in subject.signs:
        if sign.says in (subject.kind, MUSIC):
            yield Hit(Work(type=kind), sign.quote, sign.span, None if sign.span else sign.locator)
            return


FINDERS: tuple[Finder[Work], ...] = (
    Finder("work.front_matter", in_front_matter, 0.95),
    Finder("work.headline_quoted", partial(in_heading, Form.QUOTED, "headline"), 0.85),
    Finder("work.headline_by", partial(in_heading, Form.BY, "headline"), 0.85),
    Finder("work.headline_split", partial(in_heading, Form.SPLIT, "headline"), 0.80),
    Finder("work.headline_marked", partial(in_heading, Form.MARKED, "headline"), 0.80),
    Finder("work.card", in_card, 0.85),
    Finder("work.above_facts", title_above_facts, 0.85),
    Finder("work.metadata", in_metadata, 0.75),
    Finder("work.set_off_in_headline", set_off_in_headline, 0.85),
    Finder("work.model_in_headline", model_in_headline, 0.70),
    Finder("work.author_in_text", author_in_text, 0.70),
    Finder("work.on_two_lines", on_two_lines, 0.70),
    Finder("work.bibliography", in_bibliography, 0.65),
    Finder("work.by_position", by_position, 0.60),
    Finder("work.headline_plain", plain_headline, 0.55),
    Finder("work.defined", defined, 0.65),
    Finder("work.title_before_slogan", title_before_slogan, 0.60),
    Finder("work.other_quoted", partial(in_heading, Form.QUOTED, "other"), 0.60),
    Finder("work.other_by", partial(in_heading, Form.BY, "other"), 0.60),
    Finder("work.other_marked", partial(in_heading, Form.MARKED, "other"), 0.55),
    Finder("work.other_split", partial(in_heading, Form.SPLIT, "other"), 0.60),
    Finder("work.label_below_headline", label_below_headline, 0.60),
    Finder("work.label_behind_title", label_behind_title, 0.60),
    Finder("work.facts_line", facts_line, 0.60),
    Finder("work.label_in_bracket", label_in_bracket, 0.60),
    Finder("work.label_in_sentence", label_in_sentence, 0.60),
    Finder("work.label_in_tag", label_in_tag, 0.55),
    Finder("work.released_in_sentence", released_in_sentence, 0.55),
    Finder("work.year_of_kind", year_of_kind, 0.50),
    Finder("work.year_behind_title", year_behind_title, 0.60),
    Finder("work.named_in_opening", named_in_opening, 0.60),
    Finder("work.repeated_by_headline", repeated_by_headline, 0.60),
    Finder("work.set_off_again", set_off_again, 0.55),
    Finder("work.in_caption", in_caption, 0.60),
    Finder("work.maker_by_class", maker_by_class, 0.60),
    Finder("work.role_before_name", role_before_name, 0.60),
    Finder("work.role_behind_name", role_behind_name, 0.60),
    Finder("work.brand_of_product", brand_of_product, 0.60),
    Finder("work.before_year", before_year, 0.60),
    Finder("work.byline_of_maker", byline_of_maker, 0.70),
    Finder("work.introduced_by_maker", introduced_by_maker, 0.55),
    Finder("work.tagged_person", tagged_person, 0.55),
    Finder("work.type_by_vote", by_vote, 0.60),
)
