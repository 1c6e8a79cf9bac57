"""Authors in markup: elements that say what they hold, links to authors' pages, metadata."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator

from reviewparse.document import Block, Document, Element, Fact, Hint, Region, once
from reviewparse.evidence import Hit
from reviewparse.finders import author_places
from reviewparse.finders.author_choice import key
from reviewparse.finders.base import Known
from reviewparse.parsers import byline, byline_labels, signature
from reviewparse.parsers.author_list import authors
from reviewparse.parsers.labels import MAX_LABEL, fold
from reviewparse.parsers.names import is_collective

Names = tuple[str, ...]

MAX_TEXT = 200
"""Characters of the longest text of an element that holds authors."""

MAX_BLOCKS = 3
"""Blocks of the largest element that holds authors and no biography."""

MAX_PLACES = 20
"""Places of a name on a page that are looked at."""

NEAR = 100
"""Characters between the elements of two authors of one byline."""

_PROFILE = re.compile(r"/(?:authors?|users?|profiles?|contributors?|staff|writers?|editors?|autor(?:en)?|people)[/?]")
"""Part of an address that leads to an author's page."""

_ITEM = re.compile(r"(?<![\w-])item(?![\w-])")
"""The class of a microformat for what is reviewed."""

_PICTURE = re.compile(r"image|photo|caption|figure|avatar|thumb")
"""Part of a class: the author of a picture."""

_OWN_REGIONS = frozenset((Region.ARTICLE, Region.FOOTER))
"""Blogs print the byline of a post in the footer of the post."""


def in_markup(doc: Document, known: Known) -> Iterator[Hit[Names]]:
    """Elements whose class, ``rel`` or ``itemprop`` says that they hold the author, around the headline."""
    zone = {block.index for block in author_places.head(doc, known)}
    return joined(_marked(doc, lambda block: block.index in zone))


def in_markup_elsewhere(doc: Document, known: Known) -> Iterator[Hit[Names]]:
    """The same further down; several different people there wrote comments or other articles."""
    zone = {block.index for block in author_places.head(doc, known)}
    hits = list(joined(_marked(doc, lambda block: block.region in _OWN_REGIONS and block.index not in zone)))
    people = {_people(hit) for hit in hits}
    confirmed = people if len(people) == 1 else {_people(hit) for hit in stated(doc, known)}
    yield from (hit for hit in hits if _people(hit) in confirmed)


def _people(hit: Hit[Names]) -> tuple[str, ...]:
    return tuple(sorted(map(key, hit.value)))


def linked(doc: Document, known: Known) -> Iterator[Hit[Names]]:
    """A link to an author's page around the headline."""
    for block in author_places.head(doc, known):
        for mark in block.marks:
            if mark.tag == "a" and mark.text and _PROFILE.search(mark.attrs.get("href", "")):
                yield from _names_in(doc, block, mark.text)


def is_profile(link: Element) -> bool:
    """Whether a link leads to somebody's page or mailbox."""
    address = link.attrs.get("href", "")
    return address.startswith("mailto:") or _PROFILE.search(address) is not None


def stated_and_seen(doc: Document, known: Known) -> Iterator[Hit[Names]]:
    """Persons of the metadata who are also named in the article or its author's box."""
    hits = tuple(stated(doc, known))
    if hits:
        text = doc.text.casefold()
        seen = {name for hit in hits for name in hit.value if _is_seen(name.casefold(), text, doc)}
        yield from (hit for hit in hits if seen.issuperset(hit.value))


def _is_seen(name: str, text: str, doc: Document) -> bool:
    """Whether a name stands in the article or its author's box; ``text`` is the whole page's, folded."""
    start = text.find(name)
    for _ in range(MAX_PLACES):
        if start < 0:
            break
        # folding may change lengths by a few characters: near enough to tell the block
        block = doc.blocks[max(0, bisect_right(doc.blocks, start, key=lambda block: block.start) - 1)]
        if block.region in (Region.ARTICLE, Region.BIO):
            return True
        start = text.find(name, start + 1)
    return False


def stated(doc: Document, known: Known) -> Iterable[Hit[Names]]:
    """Persons of the metadata, those of one statement together."""
    return _stated(doc)


@once
def _stated(doc: Document) -> tuple[Hit[Names], ...]:
    """The persons of the metadata; kept, since three finders ask for them."""
    groups: dict[str, list[Fact]] = {}
    for fact in doc.facts_of("author"):
        groups.setdefault(fact.locator, []).append(fact)
    if not groups:
        return ()
    sites = {fold(fact.value) for path in ("site_name", "publisher") for fact in doc.facts_of(path)}
    hits = []
    for locator, facts in groups.items():
        names = tuple(dict.fromkeys(name for fact in facts for name in _persons(fact, sites, doc)))
        if names:
            hits.append(Hit(value=names, quote=", ".join(fact.value for fact in facts), locator=locator))
    return tuple(hits)


def in_stated_title(doc: Document, known: Known) -> Iterator[Hit[Names]]:
    """``Cold Tap, reviewed by Orla Venn`` as the title of the page."""
    for fact in doc.facts_of("title"):
        for hit in byline.scan_labelled(fact.value, doc.words):
            if byline_labels.label_of(hit.quote, doc.words):
                yield Hit(value=hit.value, quote=hit.quote, locator=fact.locator)


def _persons(fact: Fact, sites: set[str], doc: Document) -> Names:
    if fact.more.get("type") == "organisation" or fact.more.get("site") == "same" or fold(fact.value) in sites:
        return ()
    return byline.parse_labelled(fact.value, doc.words) or authors(fact.value, doc.words)


def _marked(doc: Document, is_wanted: Callable[[Block], bool]) -> Iterator[Hit[Names]]:
    read: set[tuple[int, str]] = set()
    for element in doc.hinted(Hint.AUTHOR):
        if element.first >= len(doc.blocks) or not is_wanted(doc.blocks[element.first]) or _is_of_another(element):
            continue
        blocks = doc.blocks_of(element)
        if element.text:
            texts = [(blocks[0], element.text)]
        else:
            texts = [(block, block.text) for block in blocks] if len(blocks) <= MAX_BLOCKS else []
        for block, text in texts:
            # elements that say the same are nested for style
            if (block.index, text) not in read:
                read.add((block.index, text))
                yield from _names_in(doc, block, text)


def _is_of_another(element: Element) -> bool:
    """Whether an element names the maker of a picture, or, as ``fn`` of an ``item``, the work."""
    classes = element.attrs.get("class", "")
    if classes == "fn" and element.parent is not None and _ITEM.search(element.parent.attrs.get("class", "")):
        return True
    return bool(classes and _PICTURE.search(classes)) or element.closest("figure", "figcaption") is not None


def _names_in(doc: Document, block: Block, text: str) -> Iterator[Hit[Names]]:
    """The authors in the text of an element that is known to hold some."""
    start = doc.text.find(text, block.start, block.end) if len(text) <= MAX_TEXT else -1
    if start < 0 or _ends_in_maker(block.text[: start - block.start], doc):
        return
    glued = byline_labels.glued_label(text, doc.words)
    text, start = text[glued:], start + glued
    hit = next(byline.scan_byline(text, doc.words), None) or signature.listed(text, doc.words)
    if hit is not None and not all(is_collective(name, doc.words) for name in hit.value):
        yield hit.shifted(start)


def _ends_in_maker(before: str, doc: Document) -> bool:
    """``Photos by`` before an element: the author of something else."""
    byline_words = doc.words.byline
    return bool(before) and fold(before[-MAX_LABEL:]).endswith((*byline_words.other_makers, *byline_words.work_makers))


def joined(hits: Iterable[Hit[Names]]) -> Iterator[Hit[Names]]:
    """Hits that stand close together as one byline: each author may have an element of her own."""
    group: list[Hit[Names]] = []
    for hit in sorted(hits, key=lambda hit: hit.span or (0, 0)):
        if group and hit.span and group[-1].span and hit.span[0] > group[-1].span[1] + NEAR:
            yield _union(group)
            group = []
        group.append(hit)
    if group:
        yield _union(group)


def _union(group: list[Hit[Names]]) -> Hit[Names]:
    names: dict[str, str] = {}
    for hit in group:
        for name in hit.value:
            names.setdefault(fold(name), name)
    # beside full names, a single word is a role or a button of the page
    full = tuple(name for name in names.values() if " " in name)
    spans = [hit.span for hit in group if hit.span]
    span = (spans[0][0], max(end for _, end in spans)) if spans else None
    return Hit(value=full or tuple(names.values()), quote=group[0].quote, span=span)
