"""Plain text and its dresses to HTML, so that one walk reads both: Markdown, BBCode, format codes, mojibake.

Only what changes how an article is read is understood: headings, lists, tables, quotes, rulers, emphasis, links.
A numbered line keeps its number, and lines stay lines, unless they are prose wrapped at a column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from reviewparse.reading.wrapping import unwrap

HEADING = re.compile(r"(?P<level>#{1,6})(?!\d)\s{0,8}(?P<text>[^#\s].{0,400}?)\s{0,8}#{0,6}")
BULLET = re.compile(r"\s{0,12}(?:[-*+]\s{1,8}|[•●▪◦‣]\s{0,8})(?P<text>\S.{0,2000})")
QUOTE = re.compile(r"\s{0,3}>\s?(?P<text>.{0,4000})")
RULER = re.compile(r"\s{0,20}(?:[-=_~#.+]{3,200}|(?:-\s){3,100}-?|\*{3}|\*\s\*\s\*|\*{7,200})\s{0,20}")
STARS = re.compile(r"\s{0,20}\*(?:\s?\*){1,9}\s{0,20}")
TABLE_ROW = re.compile(r"\s{0,8}\|.{1,2000}\|\s{0,8}")
TABLE_RULER = re.compile(r"\A\s{0,8}\|?(?:\s{0,8}:?-{2,60}:?\s{0,8}\|){1,40}(?:\s{0,8}:?-{2,60}:?\s{0,8})?")

IMAGE = re.compile(r"!\[(?P<alt>[^\[\]\n]{0,300})\]\((?P<src>[^()\s]{0,500})[^()\n]{0,200}\)")
LINK = re.compile(
    r"\[(?P<text>[^\[\]\n]{1,300})\]\((?P<href>[^()\s]{0,500}(?:\([^()\s]{0,100}\)[^()\s]{0,100})?)[^()\n]{0,200}\)"
)
WIKI_LINK = re.compile(r"(?P<embed>!?)\[\[(?:[^\[\]|\n]{1,200}\|)?(?P<text>[^\[\]|\n]{1,200})\]\]")
"""Links of notes to each other: ``[[Ida Moss]]``, ``[[people/moss|Ida Moss]]``; ``![[cover.png]]`` is a picture."""
REFERENCE = re.compile(r"\[(?P<text>[^\[\]\n]{1,300})\]\[[^\[\]\n]{0,80}\]")
FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,20}\](?:\[\d{1,3}\])?")
STRONG = re.compile(r"(?<![\w*])(?P<fence>\*\*|__)(?=[^\s*_])(?P<text>[^\n]{1,400}?)(?<=[^\s*_])(?P=fence)(?![\w*])")
EMPHASIS = re.compile(r"(?<![\w*_])(?P<fence>[*_])(?=[^\s*_])(?P<text>[^\n*_]{1,300})(?<=\S)(?P=fence)(?![\w*_])")
BBCODE = re.compile(r"\[/?(?:b|i|u|s|url|img|quote|size|color|center|caption|youtube)(?:[= ][^\]\n]{0,200})?\]", re.I)
TEMPLATE = re.compile(r"\{[{%](?P<command>[^{}]{0,600}?)[}%]\}")
"""Commands of site generators, over several lines, too: ``{% include stars.html %}``."""
COMPONENT = re.compile(r"<(?P<command>[A-Z]\w{0,40}\s[^<>\n]{0,200}?)/?>")
"""Their younger kin: ``<StarRating value={4} />``."""
MARK = re.compile(
    r"""
    (?i:rating|stars?|score)(?:\.\w{1,8})?["']?  [\s:=]{1,3}
    (?:(?:rating|stars?|score|value)\s?[:=]\s?)? ["'{]{0,2} (?P<value>\d{1,3}(?:\.\d{1,2})?)(?![\w.])
    (?:[^\n]{0,60}?\b(?:max|best|of|total|out_of)\s?[:=]\s?["'{]{0,2}(?P<best>\d{1,3})(?!\d))?
    """,
    re.VERBOSE,
)
"""What such a command prints when it prints a mark: ``rating 4``, ``stars.html rating=4.5``, ``Rating value={4}``."""
SILENT = re.compile(r"[\s-]{0,2}(?:assign|set|let|capture|if|elsif|elseif|unless|for|case|when|comment)\b")
"""Commands that print nothing of themselves."""
BACKSLASH = re.compile(r"\\(?P<char>[`*_{}\[\]()#+.!|-])")

BRACED = re.compile(r"\{(?P<code>/?[a-z]{1,12})\}", re.I)
"""Format codes of disk magazines: ``{bold}``, ``{p}``."""

MANY_CODES = 5
"""Braced words in a text from which they are taken for its format codes."""

TAGS = (
    "a|abbr|address|article|aside|b|big|blockquote|br|caption|center|cite|code|dd|del|div|dl|dt|em|embed|figcaption|"
    "figure|font|footer|form|h[1-6]|header|hr|i|iframe|img|ins|li|main|meta|nav|ol|p|pre|s|script|section|small|span|"
    "strong|style|sub|sup|table|tbody|td|tfoot|th|thead|time|tr|tt|u|ul|video"
)
TAG = re.compile(rf"</?(?:{TAGS})(?:[\s/][^<>]{{0,2000}})?>", re.I)
BLOCK_START = re.compile(
    r"\s{0,40}</?(?:address|article|aside|blockquote|center|dd|div|dl|dt|figure|footer|form|h[1-6]|header|hr|iframe|"
    r"li|main|nav|ol|p|pre|script|section|style|table|tbody|td|th|thead|tr|ul)[\s/>]",
    re.I,
)
STRAY = re.compile(r"<(?!/?(?:" + TAGS + r")[\s/>])", re.I)
MAX_COMMENT = 5000
"""Characters between the signs of a comment in a text; of a longer one they are taken for printed signs."""

UNDERLINES = {"=": 1, "-": 2}
"""Rulers that make the line above them a heading, and of which level."""

MOJIBAKE = ("â€", "Ã©", "Ã¨", "Ã¤", "Ã¶", "Ã¼", "Ã±", "Ã§", "Ã³", "Ã¡", "Â«", "Â»")
"""What UTF-8 looks like after having been read as Windows-1252."""

CONTINUATIONS = "".join(bytes((byte,)).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xC0))
"""What its bytes behind the first look like."""

TWICE_DECODED = re.compile(f"[Â-ß][{re.escape(CONTINUATIONS)}]|[à-ï][{re.escape(CONTINUATIONS)}]{{2}}")

CUT_QUOTE = "â€"
"""A closing quote, the last byte of which does not print and is lost."""


def mend(text: str) -> str:
    """Undo a UTF-8 text that was once read as Windows-1252; any other text is returned as it is."""
    if not any(sign in text for sign in MOJIBAKE):
        return text
    return "\n".join([_mend_line(line) for line in text.split("\n")])


def _mend_line(line: str) -> str:
    try:
        return _as_bytes(line).decode("utf-8")
    except UnicodeError:
        # a sign was lost on the way, or written later: each run of signs by itself
        return TWICE_DECODED.sub(_mend_run, line).replace(CUT_QUOTE, "”")


def _mend_run(run: re.Match[str]) -> str:
    try:
        return _as_bytes(run[0]).decode("utf-8")
    except UnicodeError:
        return run[0]


def _as_bytes(text: str) -> bytes:
    """The bytes that browsers read as this text where a page is taken for Windows-1252: five stand for themselves."""
    try:
        return text.encode("cp1252")
    except UnicodeEncodeError:
        return b"".join(char.encode("latin-1" if "\x80" <= char <= "\x9f" else "cp1252") for char in text)


def to_html(text: str) -> str:
    """A plain text as HTML: a paragraph's lines separated by ``<br>``, Markdown read, stray ``<`` escaped."""
    text = _without_comments(mend(text)) if "<!--" in text else mend(text)
    if "{%" in text or "{{" in text:
        text = TEMPLATE.sub(lambda command: _mark_of(command["command"]), text)
    if "={" in text or '="' in text:
        text = COMPONENT.sub(lambda component: _mark_of(component["command"]) or component[0], text)
    if ":star:" in text:
        text = text.replace(":star:", "⭐")
    if len(BRACED.findall(text)) >= MANY_CODES:
        text = BRACED.sub(lambda code: "\n\n" if code["code"].lower() == "p" else "", text)
    return "\n".join(_blocks(text.split("\n")))


def _mark_of(command: str) -> str:
    """The mark a command prints, in words of its own; ``""`` for any other command."""
    mark = MARK.search(command)
    if mark is None or SILENT.match(command):
        return ""
    return f"[rating: {mark['value']}/{mark['best']}]" if mark["best"] else f"[rating: {mark['value']}]"


def _without_comments(text: str) -> str:
    """No pattern does it: comments that never end would make it look for each end anew."""
    parts, start, close = [], 0, 0
    while (opening := text.find("<!--", start)) >= 0:
        if close < opening + 4:
            close = text.find("-->", opening + 4)
        if close < 0:
            break
        is_comment = close - opening - 4 <= MAX_COMMENT
        end = close + 3 if is_comment else opening + 4
        parts.append(text[start : opening if is_comment else end])
        start = end
    return "".join([*parts, text[start:]])


def _blocks(lines: list[str]) -> Iterator[str]:
    """HTML of each paragraph, heading, list, table and quote, in order."""
    paragraph: list[str] = []
    for line in [*lines, ""]:
        if line.strip() and not RULER.fullmatch(line):
            paragraph.append(line)
            continue
        if paragraph:
            if line.strip()[:1] in UNDERLINES and len(paragraph) == 1 and _kind(paragraph[0]) == "text":
                yield _heading(UNDERLINES[line.strip()[0]], paragraph[0])
            else:
                yield from _paragraph(paragraph)
            paragraph = []
    if paragraph:
        yield from _paragraph(paragraph)


def _paragraph(lines: list[str]) -> Iterator[str]:
    """HTML of lines that stand together without an empty line."""
    run: list[str] = []
    kind = ""
    for line in lines:
        # a row of stars among lines is a mark, by itself a ruler
        this = "text" if len(lines) > 1 and STARS.fullmatch(line) else _kind(line)
        if this != kind or this == "heading":
            yield from _run(kind, run)
            run, kind = [], this
        run.append(line)
    yield from _run(kind, run)


def _kind(line: str) -> str:
    if BLOCK_START.match(line):
        return "html"
    if line.startswith("#") and HEADING.fullmatch(line.rstrip()):
        return "heading"
    if TABLE_ROW.fullmatch(line) or TABLE_RULER.fullmatch(line):
        return "table"
    if BULLET.fullmatch(line):
        return "list"
    if QUOTE.match(line):
        return "quote"
    return "text"


def _run(kind: str, lines: list[str]) -> Iterator[str]:
    """HTML of lines of one kind."""
    if not lines:
        return
    if kind == "html":
        yield from lines
    elif kind == "heading":
        found = HEADING.fullmatch(lines[0].rstrip())
        if found is not None:
            yield _heading(len(found["level"]), found["text"])
    elif kind == "table":
        rows = [line.strip().strip("|").split("|") for line in lines if not TABLE_RULER.fullmatch(line)]
        cells = ["".join(f"<td>{inline(cell)}</td>" for cell in row) for row in rows]
        yield "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"
    elif kind == "list" and (len(lines) > 1 or lines[0].lstrip()[0] != "-"):
        items = [found["text"] for line in lines if (found := BULLET.fullmatch(line))]
        yield "<ul>" + "".join(f"<li>{inline(item)}</li>" for item in items) + "</ul>"
    elif kind == "quote":
        quoted = [found["text"] for line in lines if (found := QUOTE.match(line))]
        yield f"<blockquote>{_lines(quoted)}</blockquote>"
    else:
        yield f"<p>{_lines(lines)}</p>"


def _heading(level: int, text: str) -> str:
    return f"<h{level}>{inline(text)}</h{level}>"


def _lines(lines: list[str]) -> str:
    return "<br>\n".join([inline(line) for line in unwrap(lines)])


def inline(line: str) -> str:
    """A line's inline dress as tags, what else looks like markup escaped.

    >>> inline("**Bold** & [a link](http://example.org/) <3")
    '<b>Bold</b> & <a href="http://example.org/">a link</a> &lt;3'
    """
    if "<" in line:
        line = STRAY.sub("&lt;", line)
    if "[[" in line:
        line = WIKI_LINK.sub(lambda m: "" if m["embed"] else m["text"], line)
    if "[" in line:
        line = IMAGE.sub(lambda m: f'<img alt="{escape(m["alt"])}" src="{escape(m["src"])}">', FOOTNOTE.sub("", line))
        line = LINK.sub(lambda m: f'<a href="{escape(m["href"])}">{m["text"]}</a>', line)
        line = BBCODE.sub("", REFERENCE.sub(r"\g<text>", line))
    if ("*" in line or "_" in line) and "<" not in line:
        line = _emphasis(line)
    elif "*" in line or "_" in line:
        # addresses inside tags hold underscores: only the text between tags is read
        line = "".join([part if part.startswith("<") else _emphasis(part) for part in _split_tags(line)])
    return BACKSLASH.sub(r"\g<char>", line) if "\\" in line else line


def _emphasis(text: str) -> str:
    return EMPHASIS.sub(r"<i>\g<text></i>", STRONG.sub(r"<b>\g<text></b>", text))


def _split_tags(line: str) -> list[str]:
    parts, start = [], 0
    for tag in TAG.finditer(line):
        parts += [line[start : tag.start()], tag[0]]
        start = tag.end()
    return [*parts, line[start:]]
