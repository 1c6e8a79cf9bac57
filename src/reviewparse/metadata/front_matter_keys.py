"""Keys that authors of static sites write into front matter, in their many spellings.

Keys are compared squeezed: lower case, without blanks, dashes and underscores (``release_date`` is ``releasedate``).
They are markup, as property names are, in whatever language a site's author named them.
"""

from __future__ import annotations

import re
from typing import Final


def squeeze(key: str) -> str:
    """Comparable form of a key.

    >>> squeeze("Release-Date"), squeeze("recordLabel")
    ('releasedate', 'recordlabel')
    """
    return "".join(char for char in key.casefold() if char not in " _-\t.")


def _table(**spellings: str) -> dict[str, str]:
    return {spelling: name.replace("__", ".") for name, words in spellings.items() for spelling in words.split()}


PATHS: Final = _table(
    title="title headline posttitle pagetitle titel titre titulo título titolo tytuł заголовок",
    author=(
        "author authors writer byline by reviewer reviewers reviewedby reviewauthor writtenby postedby contributor "
        "contributors autor auteur auteurs autore autoren autores autorin autorzy författare redacteur автор"
    ),
    published=(
        "date datetime published publishdate publisheddate publishedat datepublished pubdate publicationdate "
        "publishedon postdate posted postedon created createdat createddate datecreated creationdate firstpublished "
        "firstpublishedat reviewdate reviewed reviewedon datereviewed dateadded datum fecha veröffentlicht дата"
    ),
    updated=(
        "updated lastmod lastmodified lastmodifiedat lastmoddate modified modifieddate modifiedat datemodified "
        "lastedited lasteditedat lastediteddate updatedat updateddate dateupdated updatedate lastupdated lastupdate "
        "revised edited"
    ),
    rating=(
        "rating ratings score scores grade stars mark marks verdict reviewrating reviewscore myrating myscore "
        "overallrating overallscore overall finalscore finalrating totalscore albumrating filmrating movierating "
        "bookrating gamerating starrating ratingvalue hearts skulls thumbs points bewertung wertung note nota "
        "voto puntuacion puntuación puntaje calificacion calificación valoracion valoración beoordeling cijfer score10 "
        "betyg ocena оценка"
    ),
    work__title=(
        "album albumtitle albumname albums film filmtitle movie movietitle book booktitle bookname game gametitle "
        "worktitle song single ep record release product productname show reviewtitle itemreviewed subject "
        "workreviewed disque livre libro película pelicula buch spiel"
    ),
    work__creator=(
        "artist artists artistname bandname band bands group groups albumartist musician musicians "
        "performer performers bookauthor bookauthors authorname authorofbook workauthor director directors directedby "
        "developer developers studio "
        "composer composers artista artiste künstler artiest groupe realisateur réalisateur regisseur regie regista "
        "regia directordecine исполнитель группа"
    ),
    work__label=(
        "label labels recordlabel recordcompany network publisher publishers verlag editeur éditeur uitgever editorial"
    ),
    work__released=(
        "year releaseyear yearreleased releasedate released releasedon releaseddate yearofrelease albumyear filmyear "
        "movieyear publicationyear publishyear yearpublished bookyear jahr année annee año ano anno jaar"
    ),
    work__catalogue="isbn isbn13 isbn10 catalogue catalog catalognumber cataloguenumber catalogno catno",
    work__genre="genre genres style styles",
    work__duration="runtime runningtime length duration",
    track="tracklist tracks tracklisting songs",
    category="category categories section sections topic topics kategorie kategorien categoria categoría catégorie",
    tag="tag tags keywords keyword étiquettes etiquetas schlagworte",
    kind="layout type kind reviewtype contenttype posttype",
    lang="lang language locale sprache langue idioma",
    url="url permalink canonical canonicalurl link",
    description="description summary excerpt subtitle tagline teaser deck dek abstract lead",
    site_name="site sitename sitetitle",
)
"""Squeezed key -> path."""

ROLES: Final = _table(
    director="director directors directedby realisateur réalisateur regisseur regie regista regia directordecine",
    artist=(
        "artist artists artistname bandname band bands group groups albumartist musician musicians artista artiste "
        "künstler artiest groupe"
    ),
    author="bookauthor bookauthors authorname authorofbook workauthor",
    developer="developer developers studio",
    composer="composer composers",
    performer="performer performers",
)
"""Squeezed key -> role of a maker."""

CREDITS: Final = {
    **{spelling: role for spelling, role in ROLES.items() if role in {"director", "composer", "developer"}},
    **_table(
        actor="cast starring stars_ actors actor acteurs reparto besetzung darsteller",
        writer="screenplay screenwriter screenwriters writers writtenfor script scenario drehbuch",
        producer="producer producers producedby",
        cinematographer="cinematography cinematographer dop",
        translator="translator translators translatedby",
        narrator="narrator narratedby",
        illustrator="illustrator illustrators",
        engineer="engineer engineers",
        mixing="mixedby mixing",
        mastering="masteredby mastering",
    ),
}
"""Squeezed key -> role of a credit."""

CREW: Final = frozenset(
    "members member musicians lineup personnel players band credits crew roles staff team guests besetzung musiker "
    "musiciens formation musicisti formazione músicos muzikanten bezetting skład состав".split()
)
"""Keys of lists that give a name and what that person did."""

PARTS: Final = frozenset("instrument instruments role roles part job credit plays function position".split())
"""Keys of what somebody did, in an entry of such a list."""

UNITS: Final = frozenset("stars hearts skulls thumbs points".split())
"""Rating keys that name what is counted; two of them on a page are two scales."""

REMARKS: Final = frozenset("note nota mark marks verdict overall points thumbs".split())
"""Rating keys that are as often a remark: believed only when the value looks like a mark."""

BEST: Final = frozenset(
    "ratingmax maxrating maxscore scoremax outof best bestrating ratingscale scale possible".split()
)
WORST: Final = frozenset(("worst", "worstrating", "minrating", "ratingmin"))

PREFIXES: Final = tuple("work book movie film album record game song show product item reviewed".split())
"""What a key of the work may begin with: ``work_title``, ``book_publisher``."""

RELEASES: Final = frozenset(("release",))
"""Keys of a title that as often tell when the work came out."""

BOOKISH: Final = frozenset(
    "pages pagecount numberofpages isbn isbn10 isbn13 asin readdate dateread readon finishedreading startedreading "
    "datefinished datestarted finisheddate finishdate publishyear publicationyear goodreads goodreadsurl goodreadsid "
    "openlibrary storygraph bookshop bookcover".split()
)
"""Where one of these stands and nothing else names a work or its maker, ``author`` is the author of the book."""

REVIEWERS: Final = frozenset("reviewer reviewers reviewedby reviewauthor".split())
"""Where one of these stands, ``author`` is the author of the work."""

TRANSPARENT: Final = frozenset(
    "params extra extras taxonomies meta metadata review data info frontmatter fields".split()
)
"""Mappings that only gather keys."""

GATHER: Final = frozenset("info information details data meta metadata fields about the this box facts".split())
"""Words of the names of mappings that say no more than that they gather keys: ``bookInfo``, ``review_details``."""

WORKS: Final = frozenset(
    "work book album movie film game item itemreviewed product release record song single ep show media works books "
    "albums movies films games items records subject about restaurant".split()
)
"""Mappings that describe the thing reviewed."""

NAMES: Final = ("name", "title", "text", "label", "value")
"""Keys of the text of an entry in a list."""

GIVEN_NAMES: Final = ("first", "firstname", "given", "givenname", "forename")
FAMILY_NAMES: Final = ("last", "lastname", "family", "familyname", "surname")

KNOWN: Final = frozenset((*PATHS, *CREDITS, *BEST, *WORST))
"""Squeezed keys that need no closer look."""

MAIL: Final = {"from": "author", "subject": "title", "date": "date"}
"""Keys of the head of a mail or a posting, and what they are in front matter; the first two tell it."""

DOCUMENT_KEYS: Final = frozenset(
    spelling
    for spelling, path in PATHS.items()
    if path in {"title", "author", "published", "updated", "tag", "category", "lang"}
) | frozenset(("slug", "status", "summary", "layout", "template", "copyright", "email"))
"""Keys of header lines at the top of a plain file."""

MACHINE_KEYS: Final = frozenset("slug status layout template category categories tags keywords modified lang".split())
"""Document keys that nobody prints as a line of an article."""

RATED: Final = frozenset(
    "rating ratings score scores stars grade bewertung wertung voto puntuacion puntuación betyg".split()
)
"""Words that make a mark of a key that holds one of them: ``my_rating``, ``num-stars``, ``storyScore``."""

SAYS_NOTHING: Final = frozenset(
    "my our the a review reviewer reviewers verdict final overall total number num no nr of out value personal editor "
    "editors editorial author given star numeric in".split()
)
"""Words beside them that name neither an aspect nor somebody else."""

MAXIMA: Final = {"5": "5", "10": "10", "100": "100", "five": "5", "ten": "10", "hundred": "100"}
"""Words of a key that state the scale: ``stars_out_of_5``."""

COUNTS: Final = frozenset("count counts votes max min scale system type label text color colour image img icon".split())
"""Words of keys about marks that hold none."""

_PARTS = re.compile(r"[A-ZÀ-Þ]?[a-zà-ÿ]+|[A-ZÀ-Þ]+(?![a-zà-ÿ])|[0-9]+")


def words_of_key(key: str) -> list[str]:
    """The words of a compound key.

    >>> words_of_key("aboutBook"), words_of_key("review_details")
    (['about', 'book'], ['review', 'details'])
    """
    return [part.casefold() for part in _PARTS.findall(key)]


def rating_parts(key: str) -> tuple[str, str] | None:
    """What a compound key of a mark says: the aspect and the scale; ``None`` for any other key.

    >>> rating_parts("stars_out_of_5"), rating_parts("storyRating"), rating_parts("rating_count")
    (('', '5'), ('story', ''), None)
    """
    parts = words_of_key(key)
    if len(parts) < 2 or RATED.isdisjoint(parts) or not COUNTS.isdisjoint(parts):
        return None
    rest = [part for part in parts if part not in RATED and part not in SAYS_NOTHING and part not in WORKS]
    scale = "".join(MAXIMA.get(part, "") for part in rest[:1]) if len(rest) == 1 else ""
    return ("", scale) if scale else (" ".join(rest), "")
