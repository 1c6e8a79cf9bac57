"""The shape of a word table: a section for each field, each key a list of words or a mapping to such lists.

All words are lower case (folded); a phrase is written with single blanks. No key is required: an empty list means
that the language has nothing of the kind.
"""

from __future__ import annotations

from dataclasses import dataclass, field

Phrases = tuple[str, ...]
Table = dict[str, Phrases]
"""Canonical name -> the phrases that mean it."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PageWords:
    """Furniture of pages: headings and lines that are no part of an article."""

    comments: Phrases = ()
    """Headings and tools that open the comments: ``leave a reply``, ``comments``."""
    related: Phrases = ()
    """Headings of lists of other articles: ``recent posts``, ``you may also like``."""
    boilerplate: Phrases = ()
    """Beginnings of legal and share lines: ``all rights reserved``, ``share this``."""
    tags: Phrases = ()
    """Labels of tag lists: ``filed under``, ``tags``."""
    about_author: Phrases = ()
    """Headings of the author's box: ``about the author``."""
    stop_words: Phrases = ()
    """Thirty to sixty of the most common words, for telling the language of a page."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BylineWords:
    """Words around the names of authors."""

    by: Phrases = ()
    """Words that stand before a name without a colon: ``by``."""
    labels: Phrases = ()
    """Labels with or without colon: ``author``, ``reviewed by``, ``words``."""
    joiners: Phrases = ()
    """Words between two names: ``and``, ``&``."""
    other_makers: Phrases = ()
    """Labels of people who are not the author: ``photos``, ``edited by``, ``translation``."""
    makes: Phrases = ()
    """Words of a sentence that says who wrote this page: ``review``, ``text``, ``article``."""
    ends: Phrases = ()
    """Words that end a name in a byline: ``on``, ``at``, ``for``, ``published``."""
    roles: Phrases = ()
    """Job titles cut off a name: ``staff writer``, ``editor in chief``; where names have no blanks, also attached."""
    collective: Phrases = ()
    """Names of nobody in particular: ``staff``, ``admin``, ``the team``; and of news agencies."""
    not_names: Phrases = ()
    """Words that no name holds, of a person or an act: ``comments``, ``share``, ``read``."""
    not_authors: Phrases = ()
    """Words of acts, firms, outlets and headings that no author's name holds: ``review``, ``records``, ``magazine``."""
    particles: Phrases = ()
    """Lower-case parts of surnames: ``van``, ``de``."""
    suffixes: Phrases = ()
    """What may follow a surname, behind a comma too: ``jr``, ``iii``."""
    writes: Phrases = ()
    """Words of an author's box: ``writes``, ``is a writer``, ``lives in``."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DateWords:
    """Words that name months and say which date a date is."""

    months: tuple[Phrases, ...] = ()
    """Twelve lists, January first: full name, abbreviations, case forms."""
    weekdays: tuple[Phrases, ...] = ()
    """Seven lists, Monday first."""
    kinds: Table = field(default_factory=dict)
    """``published``, ``updated``, ``released``, ``recorded``, ``performed``, ``aired``, ``consumed``, ``comment``,
    ``issue``: the labels before such a date."""
    glue: Phrases = ()
    """Words inside a date: ``of``, ``de``, ``the``."""
    ordinals: Phrases = ()
    """Endings of day numbers: ``st``, ``nd``, ``er``, ``.``."""
    ago: Phrases = ()
    """Words of relative dates: ``ago``, ``yesterday``."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RatingWords:
    """Words of verdicts."""

    labels: Phrases = ()
    """Words that introduce a verdict: ``rating``, ``score``, ``verdict``."""
    overall: Phrases = ()
    """Labels of the overall verdict among aspects: ``overall``, ``final score``."""
    out_of: Phrases = ()
    """Words between value and maximum: ``out of``, ``of``."""
    units: Table = field(default_factory=dict)
    """Counted things: ``stars`` -> ``star``, ``stars``; ``points`` ->..."""
    numbers: Table = field(default_factory=dict)
    """Number words: ``"3"`` -> ``three``; ``"0.5"`` -> ``half``, ``and a half``."""
    giving: Phrases = ()
    """Verbs of giving a mark: ``give``, ``award``, ``deserves``."""
    verdicts: Phrases = ()
    """Words of closed verdict scales: ``highly recommended``, ``rent it``, ``thumbs up``."""
    unrated: Phrases = ()
    """``not rated``, ``no mark``."""
    readers: Phrases = ()
    """Words that tell a reader or aggregate score: ``user score``, ``votes``."""
    not_verdicts: Phrases = ()
    """Labels that look alike and mean something else: ``mpaa rating``, ``age rating``, ``dynamic range``."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TracklistWords:
    """Words in and around tracklists."""

    headings: Phrases = ()
    """``tracklist``, ``track listing``, ``songs``."""
    disc: Phrases = ()
    """``disc``, ``cd``, ``lp``."""
    side: Phrases = ()
    """``side``, ``face``."""
    track: Phrases = ()
    """``track``, as in ``Track 3: Bellmouth``."""
    bonus: Phrases = ()
    """``bonus track``, ``bonus``."""
    highlights: Phrases = ()
    """``highlights``, ``standout tracks``, ``key songs``."""
    total: Phrases = ()
    """``total time``, ``running time``."""
    feat: Phrases = ()
    """``feat``, ``ft``, ``featuring``."""
    performed_by: Phrases = ()
    """``performed by``, ``sung by``: the performer behind a title."""
    not_tracklists: Phrases = ()
    """Headings of lists that look alike: ``discography``, ``top 10``, ``setlist``, ``ingredients``."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CreditWords:
    """Words of credits."""

    people: Table = field(default_factory=dict)
    """Canonical role -> words for the person: ``composer`` -> ``composer``; ``guitar`` -> ``guitarist``."""
    things: Table = field(default_factory=dict)
    """Canonical role -> words for the work or the instrument: ``composer`` -> ``music``; ``guitar`` -> ``guitars``."""
    labels: Table = field(default_factory=dict)
    """Canonical role -> what is a credit only as a label with its names behind it: ``actor`` -> ``cast``."""
    short: Table = field(default_factory=dict)
    """Canonical role -> abbreviations in brackets or behind a name: ``guitar`` -> ``g``, ``gtr``."""
    verbs: Table = field(default_factory=dict)
    """Canonical role -> participles that stand before ``by``: ``producer`` -> ``produced``."""
    openers: Table = field(default_factory=dict)
    """Canonical role -> words right before names, without ``by``: ``actor`` -> ``starring``."""
    by: Phrases = ()
    """``by``."""
    by_gap: Phrases = ()
    """Words that may stand between the making word and ``by``: ``was mainly handled``, word by word; ``from the``."""
    joiners: Phrases = ()
    """``and``, ``&``."""
    modifiers: Phrases = ()
    """Words before a role that change nothing: ``all``, ``additional``, ``original``."""
    before_names: Phrases = ()
    """Words before a name that are no part of it: ``the``, ``the late``."""
    others: Phrases = ()
    """Ends of lists: ``others``, ``and many more``."""
    not_people: Phrases = ()
    """Capitalised words that stand where a name would and name nobody: ``various artists``, ``the band``, ``click``."""
    headings: Phrases = ()
    """``personnel``, ``line-up``, ``credits``, ``musicians``."""
    guests: Phrases = ()
    """Headings of guests: ``guests``, ``special guests``."""
    ensembles: Table = field(default_factory=dict)
    """``orchestra``, ``choir`` -> words in the names of ensembles: ``philharmonic``, ``chorus``."""
    on: Phrases = ()
    """Between player and instrument: ``on``."""
    tracks: Phrases = ()
    """Words of a scope: ``tracks``, ``track``, ``on``."""
    except_: Phrases = ()
    """``except``."""
    as_: Phrases = ()
    """Between actor and part: ``as``."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class WorkWords:
    """Words that tell what is reviewed. Phrases of headlines are compared word by word: ``blu-ray`` is ``blu ray``."""

    types: Table = field(default_factory=dict)
    """Kind of ``Review.kind`` -> words for such works in headlines and categories: ``film`` -> ``film``, ``movies``."""
    formats: Table = field(default_factory=dict)
    """Kind -> media and formats behind a title: ``album`` -> ``ep``; ``film`` -> ``blu-ray``; ``game`` -> ``ps5``."""
    editions: Phrases = ()
    """What may follow a title in brackets and is no part of it: ``deluxe edition``, ``remastered``."""
    review: Phrases = ()
    """Words that call a text a review: ``review``, ``hands-on``, ``first impressions``."""
    several: Phrases = ()
    """Words of headlines over several reviews: ``reviews``, ``round-up``."""
    qualifiers: Phrases = ()
    """What may stand beside the words for type and review: ``track by track``, ``official``, ``the``."""
    notices: Phrases = ()
    """Bracketed notices before a headline: ``spoilers``, ``updated``."""
    of: Phrases = ()
    """Between the word for review and the work: ``of``."""
    by: Phrases = ()
    """Between work and creator: ``by``."""
    at: Phrases = ()
    """Between act and venue: ``at``, ``live at``."""
    possessives: Phrases = ()
    """Endings that make a name an owner before a title: ``'s``, ``s'``."""
    articles: Phrases = ()
    """``the``, ``a``."""
    not_creators: Phrases = ()
    """Words that stand behind ``by`` and name nobody: ``me``, ``night``."""
    creators: Table = field(default_factory=dict)
    """``artist``, ``author``, ``director``, ``developer`` ... -> labels of the work's maker."""
    title: Phrases = ()
    """Labels of the work's title: ``title``, ``album``, ``film``, ``book``."""
    label: Phrases = ()
    """Labels of label, publisher, distributor: ``label``, ``publisher``."""
    label_verbs: Phrases = ()
    """Participles of releasing: ``released``, ``available``."""
    label_before: Phrases = ()
    """Words between such a participle and the label: ``through``, ``by``, ``on``."""
    label_sentences: Phrases = ()
    """Phrases that introduce a label without a participle: ``courtesy of``."""
    label_after: Phrases = ()
    """Nouns behind a label in a sentence: ``imprint``."""
    companies: Phrases = ()
    """Words in the names of labels and publishers: ``records``, ``press``."""
    not_labels: Phrases = ()
    """What is named in the place of a label and is none: shops, formats, months."""
    self_released: Phrases = ()
    """``self-released``, ``independent``."""
    self_titled: Phrases = ()
    """``self-titled``, ``s/t``."""
    catalogue: Phrases = ()
    """Labels of catalogue numbers: ``catalogue no``, ``isbn``."""
    year: Phrases = ()
    """Labels of the year of release: ``year``; those of release dates are ``date.kinds.released``."""
    runtime: Phrases = ()
    """Labels of the whole playing or running time: ``running time``."""
    pages: Phrases = ()
    """Words behind the number of pages of a book: ``pages``."""
    various: Phrases = ()
    """``various artists``, ``v/a``."""
    body: Table = field(default_factory=dict)
    """Kind -> words frequent in texts about such works: ``game`` -> ``gameplay``."""
    not_reviews: Table = field(default_factory=dict)
    """Sort of page -> words that tell it: ``recipe`` -> ``ingredients``; ``lyrics`` -> ``lyrics``."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Words:
    """One language's table, or several merged. Compared and hashed by identity: tables are loaded once."""

    code: str = ""
    """ISO 639-1; several joined by ``+``."""
    name: str = ""
    """English name of the language."""
    date_order: str = "DMY"
    """Order of an ambiguous numeric date: ``DMY``, ``MDY`` or ``YMD``."""
    month_first_locales: Phrases = ()
    """Locales of the language that print the month first: ``en-us``."""
    decimal_comma: bool = False
    """Whether ``8,5`` is the usual form of eight and a half."""
    family_name_first: bool = False
    """Whether names are printed without blanks, family name first (CJK)."""
    page: PageWords = field(default_factory=PageWords)
    byline: BylineWords = field(default_factory=BylineWords)
    date: DateWords = field(default_factory=DateWords)
    rating: RatingWords = field(default_factory=RatingWords)
    tracklist: TracklistWords = field(default_factory=TracklistWords)
    credits: CreditWords = field(default_factory=CreditWords)
    work: WorkWords = field(default_factory=WorkWords)
