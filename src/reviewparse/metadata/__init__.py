"""What a page says about itself in markup: JSON-LD, microdata, RDFa, microformats, the head, and front matter.

``facts_of_tree`` reads a parsed page, ``facts_of_front_matter`` the lines above a Markdown article. Both state facts
and choose nothing: values stand as printed, in page order within each source, and finders decide whom to trust.

Paths, and what ``Fact.more`` holds beside the value (a key is there only when the markup says it):

* ``title``: headline of the page. ``of``: type of the object that states it (``Review``, ``BlogPosting``)
* ``author``: one author, or a printed list of them. ``type``: ``person`` or ``organisation``; ``site``: ``same`` when
  it is the name of the site or its publisher; ``of``; ``url``
* ``published``, ``updated``: a date as written. ``of``
* ``rating``: a verdict of the page's author. ``best``, ``worst``, ``subject`` (name of the work), ``type`` (of the
  work), ``label`` (aspect), ``rater`` (names), ``of``; from front matter ``key`` and ``label``
* ``reader_rating``: the same, of a reader or customer
* ``aggregate_rating``: a mean of readers' marks. ``best``, ``worst``, ``count``, ``subject``
* ``work.title``: the thing reviewed. ``type``: its schema.org type; in front matter ``key``
* ``work.creator``: one maker, or a printed list. ``role`` (``artist``, ``author``, ``director``, ``brand`` ...),
  ``subject``, ``type``
* ``work.label`` (record label or publisher), ``work.released``, ``work.type``, ``work.catalogue``, ``work.genre``,
  ``work.duration``, ``work.performed``: ``subject``
* ``track``: a title. ``position``, ``duration`` (as written, often ISO 8601), ``artist``
* ``credit``: one name or a printed list. ``role`` (canonical), ``subject``
* ``kind``: type of an article object, ``og:type``, layout
* ``category``, ``tag``, ``breadcrumb``: one each, in order
* ``labelled``: the value of a labelled pair in the head. ``label``: as printed, in the page's language
* ``lang``, ``site_name``, ``publisher``, ``url``, ``url_date`` (day or month in the address), ``description``,
  ``generator``
* ``front-matter.<key>``: a key no path is known for, dotted when nested

Sources: ``html``, ``url``, ``title-tag``, ``opengraph``, ``twitter``, ``dublin-core``, ``parsely``, ``sailthru``,
``meta``, ``link``, ``json-ld``, ``microdata``, ``rdfa``, ``hreview``, ``h-review``, ``hatom``, ``h-entry``,
``front-matter``.

Warnings: ``bad_jsonld`` (a block that could not be mended), ``jsonld_too_large``, ``jsonld_too_deep``.
"""

from __future__ import annotations

from lxml import etree

from reviewparse.document import Fact
from reviewparse.limits import DEFAULT
from reviewparse.metadata.front_matter import split_front_matter
from reviewparse.metadata.front_matter_facts import facts_of_front_matter
from reviewparse.metadata.jsonld import read_jsonld
from reviewparse.metadata.meta import read_head, read_page
from reviewparse.metadata.microdata import read_microdata, read_rdfa
from reviewparse.metadata.microformats import read_microformats
from reviewparse.metadata.schema import state
from reviewparse.metadata.statements import MOST_FACTS
from reviewparse.metadata.vocabulary import TELLING, TEXTS

_DECISIVE = frozenset(("author", "published"))

__all__ = ["MOST_FACTS", "facts_of_front_matter", "facts_of_tree", "split_front_matter"]


def facts_of_tree(
    root: etree._Element, url: str | None, largest: int = DEFAULT.max_metadata_bytes
) -> tuple[list[Fact], list[str]]:
    """All statements of a page's markup, source by source, and codes of what could not be read.

    Args:
        root: The root of a tree made by ``etree.HTMLParser``; nothing of it is kept.
        url: The page's address, when the caller knows it.
        largest: Characters of one JSON-LD block that is read.
    """
    head: list[etree._Element] = []
    scripts: list[etree._Element] = []
    for element in root.iter("title", "meta", "link", "script"):
        (scripts if element.tag == "script" else head).append(element)
    facts = read_page(root, url) + read_head(head)
    graph, warnings = read_jsonld(scripts, largest)
    stated = state(graph, "json-ld", facts)
    facts += stated
    # Entries in older markup repeat what is visible: they are read when nothing better states author and date.
    known = {fact.path for fact in facts if fact.more.get("of") != "WebPage"} >= _DECISIVE
    microdata = read_microdata(root, TELLING if known else TELLING | TEXTS)
    if microdata is not None:
        facts += state(microdata, "microdata", facts)
    if {fact.path for fact in stated} >= _DECISIVE:
        return facts, warnings
    rdfa = read_rdfa(root)
    if rdfa is not None:
        facts += state(rdfa, "rdfa", facts)
    for source, objects in read_microformats(root, reviews_only=known):
        facts += state(objects, source, facts)
    return facts, warnings
