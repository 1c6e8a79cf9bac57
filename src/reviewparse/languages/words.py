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
    responses_to: Phrases = ()
    """What stands beside the number of comments and the quoted headline: ``thoughts on``."""
    one_response_to: Phrases = ()
    """The same where the number is a word: ``one thought on``."""
    related: Phrases = ()
    """Headings of lists of other articles: ``recent posts``, ``you may also like``."""
    boilerplate: Phrases = ()
    """Beginnings of legal and share lines: ``all rights reserved``, ``share this``."""
    tags: Phrases = ()
    """Labels of tag lists: ``filed under``, ``tags``."""
    about_author: Phrases = ()
    """Headings of the author's box: ``about the author``."""
    signs: Phrases = ()
    """Words that tell the language of a line too short for stop words: labels, months, weekdays, ``por``, ``di``."""
    stop_words: Phrases = ()
    """Thirty to sixty of the most common words, for telling the language of a page."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BylineWords:
    """Words around the names of authors."""

    by: Phrases = ()
    """Words that stand before a name without a colon: ``by``."""
    labels: Phrases = ()
    """Labels with or without colon, also those that end in a word of ``by``: ``author``, ``reviewed by``, ``words``."""
    joiners: Phrases = ()
    """Words between two names: ``and``, ``&``."""
    accounts: Phrases = ()
    """Those labels that name who put the page up, not always who wrote it: ``posted by``."""
    other_makers: Phrases = ()
    """Labels of people who had a part in this page and are not its author: ``photos``, ``translation``."""
    work_makers: Phrases = ()
    """Labels of people who made the reviewed work: beside them, ``written by`` names a maker of it, too."""
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
    not_alone: Phrases = ()
    """Words that name nobody when they stand alone behind ``by``: ``night``, ``design``."""
    not_authors: Phrases = ()
    """Words of acts, firms, outlets and headings that no author's name holds: ``review``, ``records``, ``magazine``."""
    behind: Phrases = ()
    """What ends a line behind the author's name: ``tarafından``."""
    reviewing: Phrases = ()
    """Verbs between an author and the title of what he reviews: ``reviews``."""
    particles: Phrases = ()
    """Lower-case parts of surnames: ``van``, ``de``."""
    articles: Phrases = ()
    """Articles that begin the names of acts: ``the``."""
    suffixes: Phrases = ()
    """What may follow a surname, behind a comma too: ``jr``, ``iii``."""


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
    """Endings of day numbers: ``st``, ``nd``, ``er``; a full stop is always one."""
    parts: Table = field(default_factory=dict)
    """``year``, ``month``, ``day``: signs behind the numbers themselves, as in ``2009年7月13日``."""
    until: Phrases = ()
    """Between the two ends of a range: ``to``, ``through``; a dash is always one."""
    links: Phrases = ()
    """Words between a label or name and a date: ``on``, ``in``, ``dated``."""
    times: Phrases = ()
    """Words before a time of day: ``at``."""
    venues: Phrases = ()
    """Last words of the names of venues: ``hall``, ``theatre``; beside a place, a date is that of a show."""
    not_dates: Phrases = ()
    """Words before a number or month that is no date of anything: ``copyright``, ``version``, ``isbn``."""
    done_endings: Phrases = ()
    """Endings of words that say what was done on the day behind them: ``ed`` of ``Bottled 3 March 2011``."""
    replying: Phrases = ()
    """What ends the head of a comment, in a cell of its own: ``reply``, ``report abuse``."""
    ago: Phrases = ()
    """What stands before or after number and unit of a relative date: ``ago``, ``vor``, ``hace``."""
    units: Table = field(default_factory=dict)
    """``minute``, ``hour``, ``day``, ``week``, ``month``, ``year``: their words and abbreviations in relative dates."""
    numbers: Table = field(default_factory=dict)
    """Number words of relative dates: ``"1"`` -> ``a``, ``an``, ``one``."""
    days: Table = field(default_factory=dict)
    """Days with a name of their own, by how long ago they are: ``"0"`` -> ``today``, ``"1"`` -> ``yesterday``."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RatingWords:
    """Words of verdicts."""

    labels: Phrases = ()
    """Words that introduce a verdict: ``rating``, ``score``, ``verdict``."""
    shared_labels: Phrases = ()
    """Those of them that content boards print too: ``rating``; a bare ``15`` behind one may be an age."""
    closed_labels: Phrases = ()
    """Those of them that are names and counts as well: before a bare number they need a colon: ``mark``."""
    overall: Phrases = ()
    """Labels of the overall verdict among aspects: ``overall``, ``final``, ``total``."""
    qualifiers: Phrases = ()
    """Words beside a label that do not change what it means: ``my``, ``our``, ``the``, ``is``, ``reviewer's``."""
    aspects: Phrases = ()
    """What is rated apart from the whole: ``story``, ``graphics``, ``audio``; a bare number may follow."""
    school_marks: Phrases = ()
    """Labels of marks where 1 is the best and 6 the worst."""
    dice: Phrases = ()
    """Labels of marks that are thrown with a die: of six, though nobody prints it."""
    between_marks: Phrases = ()
    """Labels after which ``6/7`` means between six and seven."""
    out_of: Phrases = ()
    """Words between value and maximum: ``out of``, ``of``. Those of one word count less in prose."""
    maximum_first: Phrases = ()
    """Words between maximum and value where the maximum stands first: ``10 üzerinden 8``."""
    maximum: Phrases = ()
    """Words beside the maximum in a bracket: ``max`` in ``8 (max. 10)``."""
    signs: Table = field(default_factory=dict)
    """Signs behind grades as words: ``"+"`` -> ``plus``."""
    to: Phrases = ()
    """Words between the ends of a range: ``to``."""
    between: Phrases = ()
    """Words before the first number of a range: ``between``."""
    between_and: Phrases = ()
    """Words between its ends then: ``and``."""
    maximum_words: Phrases = ()
    """Number words in the case that names a maximum by itself: ``viidestä``, out of five; they are ``numbers``, too."""
    units: Table = field(default_factory=dict)
    """Counted things: ``stars`` -> ``star``, ``stars``; ``points``; ``%`` -> ``percent``."""
    things: Phrases = ()
    """What critics count instead of stars, where that is all a string holds: ``beers`` in ``2 beers``."""
    numbers: Table = field(default_factory=dict)
    """Number words: ``"3"`` -> ``three``; ``"0.5"`` -> ``half``, ``and a half`` (added to a number before it)."""
    giving: Phrases = ()
    """Forms of verbs of giving a mark: ``give``, ``rate``, ``award``; in prose somebody of ``first_person`` does it."""
    earning: Phrases = ()
    """Forms of verbs whose subject is the work: ``gets``, ``deserves``."""
    impersonal: Phrases = ()
    """Forms of verbs of giving that name no giver: ``gibt es``."""
    praise: Phrases = ()
    """Adjectives between the article and a number that make it a mark: ``solid`` in ``a solid 8``."""
    first_person: Phrases = ()
    """Words by which the reviewer speaks: ``i``, ``we``, ``my``, ``me``."""
    verdicts: Phrases = ()
    """Words of closed verdict scales: ``highly recommended``, ``rent it``, ``thumbs up``."""
    unrated: Phrases = ()
    """``not rated``, ``no mark``."""
    audience: Phrases = ()
    """Between a mark and those it holds for: ``for``."""
    formerly: Phrases = ()
    """Words of a mark that was changed: ``originally``."""
    now: Phrases = ()
    """Words of the mark it was changed to: ``now``."""
    readers: Phrases = ()
    """Words that tell a score of readers, buyers, other papers or an average: ``user``, ``votes``, ``imdb``."""
    elsewhere: Phrases = ()
    """Whose marks a sentence quotes: names of sites that collect marks, ``average score``."""
    negations: Phrases = ()
    """``not``, ``never``: a sentence with one gives no mark."""
    votes: Phrases = ()
    """What the number beside an average counts: ``votes``, ``ratings``, ``reviews``."""
    voting: Phrases = ()
    """Beginnings of tools to vote with: ``rate this``, ``your rating``."""
    not_verdicts: Phrases = ()
    """Labels that look alike and mean something else: ``mpaa rating``, ``age``, ``dynamic range``."""
    not_before: Phrases = ()
    """Words directly before a fraction that is no mark: ``track``, ``part``, ``page``, ``on``."""
    counted: Phrases = ()
    """Words that are counted or measured, which alone before a fraction make it no mark: ``Room 4/5``, ``pH 7/10``."""
    not_after: Phrases = ()
    """Words directly after a number that is no mark: ``time``, ``hours``, ``of the``, ``people``, ``hotel``."""
    other_works: Phrases = ()
    """Words of a sentence about another work: ``last one``, ``predecessor``."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TracklistWords:
    """Words in and around tracklists."""

    headings: Phrases = ()
    """Sure headings, alone or with other words: ``tracklist``, ``track listing``."""
    nouns: Phrases = ()
    """Nouns that head a list when they stand alone, and lead to one: ``tracks``, ``songs``, ``tunes``."""
    song_by_song: Phrases = ()
    """Headings of a body that goes through the songs: ``track by track``."""
    disc: Phrases = ()
    """``disc``, ``cd``, ``lp``, ``dvd``."""
    side: Phrases = ()
    """``side``, ``face``."""
    track: Phrases = ()
    """One of them, as in ``Track 3: Bellmouth`` and in prose: ``track``, ``song``."""
    counters: Phrases = ()
    """What counts tracks behind their number: ``曲目`` in ``3曲目``."""
    bonus: Phrases = ()
    """``bonus track``, ``bonus``."""
    highlights: Phrases = ()
    """``highlights``, ``standout tracks``, ``key songs``."""
    total: Phrases = ()
    """``total time``, ``running time``."""
    units: Table = field(default_factory=dict)
    """Of durations: ``hour`` -> ``h``; ``minute`` -> ``m``, ``min``, ``minutes``; ``second`` -> ``s``, ``sec``."""
    feat: Phrases = ()
    """Words that always introduce a guest: ``feat``, ``ft``, ``featuring``."""
    with_: Phrases = ()
    """Words that introduce a guest in brackets, and may belong to the title: ``with``."""
    performed_by: Phrases = ()
    """``performed by``, ``sung by``, ``by``: the performer behind a title."""
    versions: Phrases = ()
    """Words of versions, which stay in the title: ``live``, ``remix``, ``reprise``, ``instrumental``."""
    remarks: Phrases = ()
    """Bracketed remarks that are no part of a title: ``title track``, ``hidden track``, ``listen``."""
    medley: Phrases = ()
    """``medley``, ``suite``: what may hold parts."""
    columns: Table = field(default_factory=dict)
    """Heads of table columns: ``number``, ``title``, ``artist``, ``writer``, ``duration``."""
    chapters: Phrases = ()
    """Names of sections of a review, which are no titles: ``graphics``, ``conclusion``."""
    music: Phrases = ()
    """Words that pages about music hold: ``album``, ``song``."""
    records: Phrases = ()
    """What holds the tracks: ``album``, ``record``, ``ep``."""
    rankings: Phrases = ()
    """Words of headlines that rank, beside a number: ``best``, ``top``, ``greatest``."""
    title_words: Phrases = ()
    """Common words inside titles that names of artists do not hold: ``you``, ``my``, ``in``."""
    title_case: bool = False
    """Whether titles in this language capitalise every main word."""
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
    """Canonical role -> words that make a credit only before ``by``: ``producer`` -> ``produced``."""
    weak: Phrases = ()
    """Making words that prose uses of other things too: a credit only where they open a sentence or line."""
    beside: Phrases = ()
    """Making words that are credits beside others only: ``book`` (and lyrics), which alone names the work reviewed."""
    page_makers: Phrases = ()
    """Labels that as often name who made the page: ``written by``, ``photos``; they count beside other credits only."""
    crew: Phrases = ()
    """Those of them that name makers of a work where credits are asked for and nothing else stands: ``writers``."""
    openers: Table = field(default_factory=dict)
    """Canonical role -> words right before names, without ``by``: ``actor`` -> ``starring``."""
    company: Phrases = ()
    """Words that open the sentence of the actors, right behind the director's: ``with``."""
    by: Phrases = ()
    """``by``."""
    of: Phrases = ()
    """Between the noun of a credit and its names, at the beginning of a line, where that is another word than ``by``:
    ``di`` in ``Traduzione di``."""
    by_gap: Phrases = ()
    """Words that may stand between the making word and ``by``, one by one: ``was``, ``mainly``, ``handled``."""
    by_detours: Phrases = ()
    """Words that open a detour between the making word and ``by``: ``translated from the Norwegian by``."""
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
    not_roles: Phrases = ()
    """Labels of other facts that stand among credits: ``genre``, ``country``, ``running time``."""
    headings: Phrases = ()
    """``personnel``, ``line-up``, ``credits``, ``musicians``."""
    guests: Phrases = ()
    """Words and headings of guests: ``guests``, ``special guests``."""
    guest_glue: Phrases = ()
    """Words that may stand between such a word and the names, one by one: ``include``, ``such``, ``as``."""
    ensembles: Table = field(default_factory=dict)
    """``orchestra``, ``choir`` -> words in the names of ensembles: ``philharmonic``, ``chorus``."""
    elsewhere: Phrases = ()
    """Words of sentences whose players and makers are of other works or other days: ``former``, ``reminds``."""
    verb_last: Phrases = ()
    """Words like ``by`` behind whose names the making word may stand: ``von`` in ``von Ida Moss produziert``."""
    active: Phrases = ()
    """Between a making word and who did it, where no ``by`` is needed: ``hat`` in ``Gemischt hat Ida Moss``."""
    objects: Phrases = ()
    """The work as it stands between such a word and the name: ``das album`` in ``Gemischt hat das Album Ida Moss``."""
    on: Phrases = ()
    """Between player and instrument: ``on``."""
    under: Phrases = ()
    """Between an orchestra and who leads it: ``under``, ``under the baton of``."""
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
    """Kind of ``Review.kind`` -> words for such works in headlines and categories: ``film`` -> ``film``, ``movies``.
    ``music`` holds words for any of ``album``, ``soundtrack``, ``single`` and ``live``."""
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
    productions: Phrases = ()
    """Words that a year of making follows: ``production``."""
    efforts: Phrases = ()
    """What an owner's work is called besides the word for its kind: ``debut``, ``sequel``."""
    articles: Phrases = ()
    """``the``, ``a``."""
    not_creators: Phrases = ()
    """Words that stand behind ``by`` and name nobody: ``me``, ``night``."""
    creators: Table = field(default_factory=dict)
    """``artist``, ``author``, ``director``, ``developer`` ... -> labels of the work's maker."""
    makers: Table = field(default_factory=dict)
    """The same roles -> nouns that stand right before a maker's name in prose: ``composer``, ``novelist``."""
    title: Phrases = ()
    """Labels of the work's title: ``title``, ``album``, ``film``, ``book``."""
    label: Phrases = ()
    """Labels of label, publisher, distributor: ``label``, ``publisher``."""
    label_verbs: Phrases = ()
    """Participles of releasing: ``released``, ``available``."""
    label_before: Phrases = ()
    """Words between such a participle and the label that stand before nothing else: ``through``."""
    label_before_company: Phrases = ()
    """Such words that stand before shops, dates and people, too: ``by``, ``on``; believed before a company's name."""
    label_sentences: Phrases = ()
    """Whole phrases that introduce a label: ``out now on``."""
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
    fact_kinds: Table = field(default_factory=dict)
    """Kind, or ``music`` -> labels of facts that only such works have: ``book`` -> ``page count``."""
    body: Table = field(default_factory=dict)
    """Kind, or ``music`` -> words frequent in texts about such works: ``game`` -> ``gameplay``."""
    judging: Phrases = ()
    """Single words with which somebody judges a work: ``enjoyed``, ``tedious``, ``masterpiece``."""
    verdict_headings: Phrases = ()
    """Headings of sections in which a review judges: ``final thoughts``, ``pros``, ``what i liked``."""
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
    dotless_i: bool = False
    """Whether ``I`` is the capital of ``ı``: words are then known in the forms ``str.lower`` makes of capitals, too."""
    family_name_first: bool = False
    """Whether names are printed without blanks, family name first (CJK)."""
    page: PageWords = field(default_factory=PageWords)
    byline: BylineWords = field(default_factory=BylineWords)
    date: DateWords = field(default_factory=DateWords)
    rating: RatingWords = field(default_factory=RatingWords)
    tracklist: TracklistWords = field(default_factory=TracklistWords)
    credits: CreditWords = field(default_factory=CreditWords)
    work: WorkWords = field(default_factory=WorkWords)
