"""One parse and one walk: an HTML page to blocks and elements.

The walk is a single loop with an explicit stack, since pages nest deeper than Python may recurse. Whatever a node
costs here is paid some thousand times a page: hence local names, one method call for a block, and none for a word.
"""

from __future__ import annotations

from itertools import groupby
from typing import Any

from lxml import etree

from reviewparse.document import Element, Hint, Region
from reviewparse.limits import TOO_MANY_ELEMENTS
from reviewparse.reading.asides import FACTS, holds_facts, is_furniture, text_length
from reviewparse.reading.builder import Builder, Full
from reviewparse.reading.charset import clean_values, printed
from reviewparse.reading.hints import HINTING_ATTRIBUTES, REGION_OF_ROLE, REGION_OF_TAG, read_classes
from reviewparse.reading.sign_ups import mark_sign_ups
from reviewparse.reading.wrapping import unwrap

Node = Any
"""An lxml element; its stubs describe neither items() nor slices well enough for a strict checker."""

BLOCK_TAGS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody "
    "td tfoot th thead tr ul".split()
)
"""Tags that begin and end a line."""

SKIPPED_TAGS = frozenset(
    "script style noscript template svg iframe object head select option textarea button map video audio canvas "
    "input math".split()
)
"""Subtrees that print nothing of the article and are never entered."""

EMPHASIS_TAGS = frozenset("a b strong i em cite u s time abbr mark font".split())

CONTAINER_TAGS = frozenset(
    "div section ul ol dl table tbody tr td form nav aside footer header menu dialog center fieldset details".split()
)
"""Elements that may be a region of the page; the class of a heading or a paragraph describes only itself."""

ARTICLE = Region.ARTICLE

HIDDEN = "display:none"

SKIPPED, BREAK, BLOCK, EMPHASIS = "skipped", "break", "block", "emphasis"

SORTS: dict[object, str] = {
    **dict.fromkeys(EMPHASIS_TAGS, EMPHASIS),
    **dict.fromkeys(BLOCK_TAGS, BLOCK),
    **dict.fromkeys(SKIPPED_TAGS, SKIPPED),
    "br": BREAK,
}
"""How a tag is walked; others are kept only with attributes."""

HINTING = frozenset(HINTING_ATTRIBUTES)

TELLING = frozenset((*HINTING_ATTRIBUTES, "class", "id", "role", "hidden", "style"))
"""Attributes that may say what an element is; links and images mostly have none of them."""

ENTERED = frozenset((Region.ARTICLE, Region.BIO))
"""Regions whose text is kept; the others are entered only when they turn out to hold the article."""


GIVEN_UP = frozenset((1, 114))
"""libxml2's ``ERR_INTERNAL_ERROR``, which older ones report for their limits, and ``ERR_RESOURCE_LIMIT``."""


def parse(data: bytes) -> tuple[Node | None, bool]:
    """The tree of a page in UTF-8, and whether the parser gave up before its end."""
    # huge_tree: without it the parser drops, silently, all that follows depth 256 or a long script
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, collect_ids=False
    )
    try:
        root: Node = etree.fromstring(data, parser)
    except etree.ParserError:
        return None, False
    error = parser.error_log.last_error
    return root, error is not None and error.type in GIVEN_UP


def serialize(node: Node) -> str:
    """The markup of a parsed tree, so that the caller's own is neither changed nor kept."""
    return str(etree.tostring(node, encoding="unicode", method="html", with_tail=False))


class Walk:
    """Delivers all printed lines below a node to a builder, in order."""

    def __init__(self, builder: Builder) -> None:
        self.builder = builder
        self.block = Element("body", {}, None, 0, Hint.NONE)
        """The innermost block-level element that is open."""
        self.parent = self.block
        """The innermost kept element that is open."""
        self.region = Region.ARTICLE
        self.breaks = 0
        """``<br>`` since the last text."""
        self.enclosing: list[Element] = []
        """The block-level elements around the innermost one."""
        self.regions_before: dict[Element, Region] = {}
        """What to return to when an element that opened a region closes."""
        self.total = 0.0
        """Length of the page's text."""
        self.most = builder.limits.max_elements

    def run(self, root: Node) -> None:
        """All lines of the page, or those before a limit is reached."""
        etree.strip_elements(root, "script", "style", "noscript", "svg", "template", with_tail=False)
        self.total = text_length(root)
        mark_sign_ups(root)
        stack: list[Any] = [root]
        try:
            self.loop(stack)
        except Full:
            self.builder.pieces.clear()
            for element in reversed([item for item in stack if item.__class__ is Element]):
                self.close(element)

    def loop(self, stack: list[Any]) -> None:  # noqa: C901, PLR0912 - one loop: a call a node costs more than all it does
        """What stands on the stack is a node, the closing of one, or the text behind one."""
        pop, push, extend, sorts, pieces = stack.pop, stack.append, stack.extend, SORTS.get, self.builder.pieces
        while stack:
            node = pop()
            kind = node.__class__
            if kind is str:
                if pieces or not node.isspace() or self.block.tag == "pre":  # blanks before a word are nothing
                    self.add(node)
                continue
            if kind is Element:
                self.close(node)
                continue
            tag, tail = node.tag, node.tail
            if tail:
                push(tail)
            sort = sorts(tag)
            if sort is SKIPPED or tag.__class__ is not str:
                if tag == "head":  # where libxml2 leaves an <article> or <main> that stands before any older tag
                    extend([child for child in node if child.tag in BLOCK_TAGS][::-1])
                continue
            if sort is BREAK:
                self.line_break()
                continue
            items = node.items()
            if items or sort is not None:
                attrs: dict[str, str] = dict(items)
                if items and not "".join(attrs.values()).isprintable():
                    attrs = clean_values(attrs)
                element = self.open(node, tag, attrs, sort)
                if element is None:
                    continue
                push(element)  # what is open stands on the stack, should a limit be reached
            text = node.text
            if text and (pieces or not text.isspace() or self.block.tag == "pre"):
                self.add(text)
            if len(node):
                extend(node[::-1])
            elif items or sort is not None:
                self.close(pop())
        self.border()

    def add(self, text: str) -> None:
        """Text of the line under way."""
        if self.block.tag == "pre" and "\n" in text:
            self.preformatted(text.split("\n"))
            return
        if self.breaks and not text.isspace():
            self.breaks = 0
        self.builder.pieces.append(text)

    def preformatted(self, lines: list[str]) -> None:
        """Lines of ``<pre>``: each ends a line of ours, an empty one a paragraph, and wrapped prose is made whole."""
        builder = self.builder
        for is_text, group in groupby(lines, key=lambda line: bool(line.strip())):
            for number, line in enumerate(unwrap(list(group)) if is_text else [""]):
                if number:
                    builder.line(self.block, self.region)
                builder.pieces.append(line)
            if not is_text:
                self.border()

    def line_break(self) -> None:
        """``<br>``: the first ends a line, the second a paragraph."""
        self.builder.line(self.block, self.region)
        self.breaks += 1
        if self.breaks == 2:
            self.builder.paragraph += 1

    def border(self) -> None:
        """A block-level element begins or ends here."""
        builder = self.builder
        if builder.pieces:
            builder.line(self.block, self.region)
        if builder.marks:
            builder.marks.clear()
        builder.paragraph += 1
        self.breaks = 0

    def open(self, node: Node, tag: str, attrs: dict[str, str], sort: str | None) -> Element | None:
        """Enter an element; ``None`` when nothing below it is printed as part of the article."""
        builder, before, hints = self.builder, self.region, 0
        if tag in REGION_OF_TAG or not TELLING.isdisjoint(attrs):
            told = self.told(node, tag, attrs)
            if told is None:
                return None
            hints = told
        if sort is BLOCK:
            self.border()
            element = Element(tag, attrs, self.parent, len(builder.blocks), hints)
            self.enclosing.append(self.block)
            self.block = element
        else:
            if tag == "time" and builder.pieces:
                builder.pieces.append(" ")  # style sheets hold apart what the markup glues: "Orla Venn<time>"
            element = Element(tag, attrs, self.parent, len(builder.blocks), hints)
            element.last = len(builder.pieces)  # until it closes: where its text begins among the pieces
            builder.marks.append(element)
        if before is not self.region:
            self.regions_before[element] = before
        if len(builder.elements) >= self.most:
            builder.stop(TOO_MANY_ELEMENTS)
        builder.elements.append(element)
        self.parent = element
        return element

    def told(self, node: Node, tag: str, attrs: dict[str, str]) -> int | None:
        """The hints of an element, its region opened; ``None`` when it is not to be entered."""
        region, hints, is_sure = REGION_OF_TAG.get(tag), 0, True
        if tag == "footer" and self.parent.closest("article") is not None:
            region = None  # the foot of an article prints its byline and date
        if attrs:
            if "hidden" in attrs or ("style" in attrs and HIDDEN in attrs["style"].replace(" ", "")):
                return None
            hinted, hints, is_sure = look(attrs)
            if tag == "aside" and hinted is None and hints & FACTS:
                region = None
            region, is_sure = (region, True) if region else (hinted, is_sure)
        if (
            region is not None
            and self.region is ARTICLE
            and tag in CONTAINER_TAGS
            and is_furniture(node, self.total, is_sure=is_sure)
            and not (region is Region.ASIDE and self.parent.closest("article", "main") and holds_facts(node))
        ):
            if region not in ENTERED:
                return None
            self.region = region
        return hints

    def close(self, element: Element) -> None:
        """Leave an element whose children are done."""
        builder = self.builder
        blocks = len(builder.blocks)
        if element is self.block:
            self.border()
            self.block = self.enclosing.pop()
            blocks = len(builder.blocks)
        elif blocks == element.first:
            element.text = printed("".join(builder.pieces[element.last :]))
        element.last = blocks
        self.parent = element.parent or self.block
        if self.regions_before and element in self.regions_before:
            self.region = self.regions_before.pop(element)


def look(attrs: dict[str, str]) -> tuple[Region | None, int, bool]:
    """The region an element's attributes open, what they hint at, and whether the region is sure."""
    region, hints, is_sure = read_classes(attrs["class"]) if "class" in attrs else (None, 0, True)
    if "id" in attrs and not (name := attrs["id"])[-1:].isdigit():  # numbered ids are records, and never met again
        region_of_id, hints_of_id, id_is_sure = read_classes(name)
        if region is None or (id_is_sure and region_of_id is not None):
            region, is_sure = region_of_id, id_is_sure
        hints |= hints_of_id
    if not HINTING.isdisjoint(attrs):
        for name in HINTING.intersection(attrs):
            hints |= read_classes(attrs[name])[1]
    if attrs.get("role") in REGION_OF_ROLE:
        region, is_sure = REGION_OF_ROLE[attrs["role"]], True
    return region, hints, is_sure
