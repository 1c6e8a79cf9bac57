"""Which kind of work types of metadata, labelled facts and keys of front matter tell."""

from __future__ import annotations

MUSIC = "music"
"""A type of the word tables that is no kind: a record, a soundtrack, a song or a show."""

SCHEMA_KINDS = {
    "Movie": "film",
    "ScreeningEvent": "film",
    "MovieSeries": "film",
    "MusicAlbum": "album",
    "MusicRelease": "album",
    "MusicRecording": "single",
    "MusicComposition": "single",
    "MusicVideoObject": "single",
    "MusicEvent": "live",
    "Book": "book",
    "Audiobook": "book",
    "BookSeries": "book",
    "ComicStory": "book",
    "ComicIssue": "book",
    "ShortStory": "book",
    "VideoGame": "game",
    "Game": "game",
    "VideoGameSeries": "game",
    "TVSeries": "tv",
    "TVSeason": "tv",
    "TVEpisode": "tv",
    "Episode": "tv",
    "CreativeWorkSeason": "tv",
    "Restaurant": "restaurant",
    "FoodEstablishment": "restaurant",
    "BarOrPub": "restaurant",
    "CafeOrCoffeeShop": "restaurant",
    "Product": "product",
    "ProductModel": "product",
    "IndividualProduct": "product",
    "ProductGroup": "product",
    "Vehicle": "product",
    "Car": "product",
    "Motorcycle": "product",
    "TheaterEvent": "other",
    "Play": "other",
    "Hotel": "other",
    "LodgingBusiness": "other",
    "SoftwareApplication": "other",
    "MobileApplication": "other",
    "PodcastSeries": "other",
    "video.movie": "film",
    "video.tv_show": "tv",
    "video.episode": "tv",
    "music.album": "album",
    "music.song": "single",
    "book": "book",
}
"""Types of metadata vocabularies -> kind."""

FIELD_KINDS = {"director": "film", "creator": "tv", "developer": "game", "artist": MUSIC, "composer": "soundtrack"}
"""Labelled facts that only one kind of work has."""

ROLE_KINDS = {
    "director": "film",
    "actor": "film",
    "cinematographer": "film",
    "developer": "game",
    "artist": MUSIC,
    "author": "book",
    "narrator": "book",
    "translator": "book",
}
"""Makers that the front matter of a source file names under a key of their own."""

KEY_KINDS = {
    "letterboxd": "film",
    "imdb": "film",
    "tmdb": "film",
    "tvdb": "tv",
    "goodreads": "book",
    "isbn": "book",
    "pagecount": "book",
    "storygraph": "book",
    "openlibrary": "book",
    "discogs": MUSIC,
    "bandcamp": MUSIC,
    "musicbrainz": MUSIC,
    "boardgamegeek": "game",
    "bgg": "game",
    "igdb": "game",
    "howlongtobeat": "game",
    "steamid": "game",
    "platform": "game",
    "cuisine": "restaurant",
}
"""What stands in keys of front matter that only pages about one kind of work have: names of catalogues, mostly."""

JUDGING_KEYS = frozenset(
    "pros cons goodpoints badpoints likes dislikes positives negatives verdict finalverdict finalthoughts "
    "bottomline recommended wouldrecommend".split()
)
"""Squeezed keys of front matter under which somebody judges."""
