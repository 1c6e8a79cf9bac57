"""Names of the schema.org vocabulary (and its ancestor, data-vocabulary.org) that say something about a review.

Only markup stands here: types, properties and their misspellings, no words of a natural language.
"""

from __future__ import annotations

from functools import lru_cache

ARTICLES = frozenset(
    "Article AdvertiserContentArticle AnalysisNewsArticle AskPublicNewsArticle BackgroundNewsArticle BlogPosting "
    "LiveBlogPosting NewsArticle OpinionNewsArticle ReportageNewsArticle ReviewNewsArticle Report SatiricalArticle "
    "ScholarlyArticle SocialMediaPosting TechArticle Posting".split()
)
"""Types of the text a page was made for."""

VAGUE = frozenset("CreativeWork CreativeWorkSeries DiscussionForumPosting WebContent".split())
"""Types that themes use for the text of a page, and others for the work it is about."""

PAGES = frozenset("WebPage AboutPage CollectionPage FAQPage ItemPage MedicalWebPage ProfilePage QAPage".split())

REVIEWS = frozenset("Review CriticReview EmployerReview Recommendation UserReview".split())
"""Verdicts on a thing."""

TRUTH_REVIEWS = frozenset(("ClaimReview", "MediaReview"))
"""Verdicts on whether something is true: no reviews, whatever their mark."""

READER_REVIEWS = frozenset(("UserReview", "EmployerReview"))

AGGREGATES = frozenset(("AggregateRating", "AggregateReview"))

ORGANISATIONS = frozenset(
    "Organization Corporation NewsMediaOrganization OnlineBusiness OnlineStore Brand WebSite Blog LocalBusiness "
    "Store EducationalOrganization NGO PerformingGroup ProfessionalService".split()
)
"""Types of what is no person. Reviews nested in one are testimonials."""

WORKS = frozenset(
    "Movie MusicAlbum MusicRelease MusicRecording MusicComposition Book Audiobook VideoGame Game TVSeries TVSeason "
    "TVEpisode Episode CreativeWorkSeason CreativeWorkSeries RadioSeries RadioEpisode PodcastSeries PodcastEpisode "
    "Product ProductModel ProductGroup IndividualProduct SoftwareApplication MobileApplication WebApplication Vehicle "
    "Car Motorcycle Restaurant FoodEstablishment BarOrPub CafeOrCoffeeShop Hotel LodgingBusiness Play ComicIssue "
    "ComicStory BookSeries MovieSeries VideoGameSeries MusicVideoObject TheaterEvent MusicEvent ScreeningEvent "
    "VisualArtwork ShortStory".split()
)
"""Types of things that reviews are about, when they are the subject of a page or of an article."""

INSTRUCTIONS = frozenset("Recipe HowTo JobPosting".split())
"""What only readers review."""

READER_SUBJECTS = INSTRUCTIONS | ORGANISATIONS | {"Service", "Person"}
"""Reviews nested in one of these were left by readers and customers."""

MUTE = frozenset("ImageObject Organization Person SearchAction ListItem EntryPoint VideoObject Answer Question".split())
"""Types that say nothing of a review when they stand at top level."""

TYPES = ARTICLES | PAGES | REVIEWS | AGGREGATES | ORGANISATIONS | WORKS | READER_SUBJECTS
_MORE_TYPES = frozenset(
    "Rating Person Thing CreativeWork BreadcrumbList ItemList ListItem ClaimReview MediaReview Comment Event "
    "EmployerAggregateRating MusicGroup MusicPlaylist Offer AggregateOffer ImageObject".split()
)

_TYPE_ALIASES = {
    "review-aggregate": "AggregateReview",
    "reviewaggregate": "AggregateReview",
    "film": "Movie",
    "organisation": "Organization",
    # Drupal and other publishers of RDFa name the same things in the words of older vocabularies.
    "item": "Article",
    "document": "Article",
    "post": "Article",
    "useraccount": "Person",
    "breadcrumb": "Breadcrumb",
}

PROPERTIES = (
    "about actor actors aggregateRating albumRelease alternateName alternativeHeadline articleSection associatedReview "
    "author award bestRating blogPost brand byArtist catalogNumber comment composer creator dateCreated dateModified "
    "datePublished description developer director directors duration editor familyName genre givenName gtin13 headline "
    "illustrator inAlbum inLanguage isbn item itemListElement itemReviewed keywords location lyricist mainEntity "
    "mainEntityOfPage manufacturer musicBy name offers performer position producer productionCompany publisher "
    "ratingCount ratingValue recordLabel releaseDate review reviewAspect reviewCount reviewRating reviews startDate "
    "track tracks translator url worstRating"
).split()

_PROPERTY_ALIASES = {
    "average": "ratingValue",
    "best": "bestRating",
    "count": "reviewCount",
    "created": "datePublished",
    "date": "datePublished",
    "dtreviewed": "datePublished",
    "has_creator": "author",
    "modified": "dateModified",
    "rating": "reviewRating",
    "reviewer": "author",
    "summary": "headline",
    "title": "headline",
    "value": "ratingValue",
    "votes": "ratingCount",
    "worst": "worstRating",
}

_TYPE_OF = {name.lower(): name for name in TYPES | _MORE_TYPES} | _TYPE_ALIASES
_PROPERTY_OF = {name.lower(): name for name in PROPERTIES} | _PROPERTY_ALIASES
_PROPERTY_OF |= {name: name for name in PROPERTIES}

TELLING = REVIEWS | WORKS | {"Recipe"}
"""Types worth reading a page's elements for; menus, sidebars, comments, votes and logos have types, too."""

TEXTS = ARTICLES | VAGUE
"""Types worth it when author and date are not known from elsewhere."""

LABEL_PROPERTIES = ("recordLabel", "publisher")

CREDITS = (
    ("director", "director"),
    ("directors", "director"),
    ("actor", "actor"),
    ("actors", "actor"),
    ("musicBy", "composer"),
    ("composer", "composer"),
    ("lyricist", "lyricist"),
    ("producer", "producer"),
    ("productionCompany", "production company"),
    ("editor", "editor"),
    ("translator", "translator"),
    ("illustrator", "illustrator"),
    ("developer", "developer"),
)
"""Property of a work -> role."""

CREATORS = (
    ("byArtist", "artist"),
    ("author", "author"),
    ("creator", "creator"),
    ("director", "director"),
    ("directors", "director"),
    ("composer", "composer"),
    ("developer", "developer"),
    ("brand", "brand"),
    ("manufacturer", "manufacturer"),
    ("performer", "performer"),
)
"""Property of a work -> in which role its maker is its maker."""


_LONGEST = 60


@lru_cache(maxsize=1024)
def type_name(name: str) -> str:
    """The name of a type without its vocabulary, in the usual spelling; ``""`` for what is no name.

    >>> type_name("http://schema.org/review"), type_name("v:Review-aggregate")
    ('Review', 'AggregateReview')
    """
    local = _local(name)
    plain = local.isidentifier() and len(local) <= _LONGEST
    return _TYPE_OF.get(local.lower(), local if plain else "")


@lru_cache(maxsize=1024)
def property_name(name: str) -> str:
    """The name of a property without its vocabulary, in the usual spelling.

    >>> property_name("datepublished"), property_name("v:itemreviewed"), property_name("cookTime")
    ('datePublished', 'itemReviewed', 'cookTime')
    """
    known = _PROPERTY_OF.get(name)
    if known is not None:
        return known
    local = _local(name)
    return _PROPERTY_OF.get(local.lower(), local)


def _local(name: str) -> str:
    for mark in "/#:":
        name = name.rpartition(mark)[2] or name
    return name.strip()
