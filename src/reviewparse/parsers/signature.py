"""Authors without a label: signatures, a name beside a date or a job title, a name alone.

The form alone proves little. ``unlabelled`` holds the forms that carry their own proof (dash, date, counter, role);
``bare_name`` and ``closing`` are for callers who know that an author stands there.
"""

from __future__ import annotations

import re

from reviewparse.evidence import Hit
from reviewparse.languages import Words
from reviewparse.parsers.author_list import authors, may_sign, name_hit
from reviewparse.parsers.beside import beside, beside_unspaced
from reviewparse.parsers.byline_behind import label_behind
from reviewparse.parsers.byline_line import Lexicon, Line, lexicon
from reviewparse.parsers.labels import fold
from reviewparse.parsers.names import looks_like_author, name_word

Names = tuple[str, ...]

MAX_SIGNATURE = 4
"""Words of the longest signature, as a rule."""

TAIL = 60
"""Characters at the end of a paragraph in which a signature is looked for."""

_DASH_SIGNATURE = re.compile(
    r"""
    [-–—―~*]{1,3} \s? (?P<name>[^-–—~*\s(:][^–—~*(:]{1,48}?)    # – Mama Quartz
    (?: \s? [-–—~*]{1,3} | \s? \([^()]{1,80}\) | ,\s?[^,]{0,20}\d{4} )? \s*    # "-" again, (label, contact), or a date
    """,
    re.VERBOSE,
)

_LABEL_BRACKET = re.compile(r"(?P<label>[^():]{3,40})\((?P<name>[^():]{2,40})\)\s?[:：]")
"""``Reviewer's mark (Metalfinch): 7/10``."""

_POSSESSIVE = re.compile(r"(?P<name>[^'’`´]{2,40}?(?:['’`´]s|(?<=[sxz])['’`´]))\s(?P<noun>[\w ]{3,30})[:.]?")
"""``Rhys Calder's Review``."""

_INITIALS = re.compile(r"[^\W\d_]{2,4}|(?:[^\W\d_]\.){2,4}")

_CODE = re.compile(r"\A(?:[AD]{3}|[IVXLC]+|.*[a-zß-ÿ].*)")
"""Recording codes, Roman numbers, words."""

_BRACKETED = re.compile(r"[(\[](?P<name>[^()\[\]]{2,50})[)\]]")

_WITH_CONTACT = re.compile(r"(?<!\S)(?P<name>[^()@,]{2,40}?),?\s(?:\([^()]{2,60}\)|<?[\w.+-]{1,40}@[\w.-]{3,40}>?)")
"""``Orla Venn (orla@venn.example)``."""

_SENTENCE_END = re.compile(r"[.!?…\"”’)\]](?=\s?[^\W\d_]|\s[-–—~]{1,2}\s?[^\W\d_])")


_AROUND = re.compile(r"^[\s–—―~•·|/>«*\u2600-\u27bf\ufe0f\U0001f300-\U0001faff-]+|[\s–—―~•·|/<»*-]+$")
"""What decorates a name: dashes, bullets, a pen."""

_SENTENCE_SIGNS = tuple('.!?…"”’)]*')

_DASHES_AND_BLANKS = " \t-–—~"

_MARK_END = re.compile(r"[(\[]\d{1,3}(?:[.,]\d)?\s?/\s?\d{1,3}[)\]]\Z")
"""A mark in brackets, behind which one word is enough for a signature: ``(5/6) Sandbank``."""


def unlabelled(text: str, words: Words) -> Hit[Names] | None:
    """The author of a line whose form shows that it names one."""
    if not text:
        return None
    if text[0] in "-–—―~*":
        return dash_signature(text, words)
    if "(" in text and (":" in text or "：" in text):
        return in_label(text, words)
    return possessive(text, words) or label_behind(text, words) or beside(text, words)


def dash_signature(text: str, words: Words) -> Hit[Names] | None:
    """``–Mama Quartz``, ``- Mei -``, ``~ Greta Oakes``, ``–Ellis Tarn (Low Tide)``: the whole line."""
    match = _DASH_SIGNATURE.fullmatch(text)
    if match is None or len(match["name"].split()) > MAX_SIGNATURE or not looks_like_author(match["name"], words):
        return None
    return name_hit(text, match.start("name"), match["name"])


def in_label(text: str, words: Words) -> Hit[Names] | None:
    """The author in the label of a mark: ``Reviewer's mark (Metalfinch): 7/10``."""
    match = _LABEL_BRACKET.match(text)
    if match is None or not looks_like_author(match["name"], words):
        return None
    nouns = tuple(label for label in words.byline.labels if " " not in label)
    if not any(word.startswith(nouns) for word in match["label"].casefold().split()):
        return None
    return name_hit(text, match.start("name"), match["name"])


def possessive(text: str, words: Words) -> Hit[Names] | None:
    """``Rhys Calder's Review``: the heading of one reviewer's part."""
    match = _POSSESSIVE.fullmatch(text)
    if match is None or lexicon(words).makes.isdisjoint(match["noun"].casefold().split()):
        return None
    name = match["name"].rstrip("s").rstrip("'’`´") if match["name"][-1] == "s" else match["name"][:-1]
    return name_hit(text, 0, name) if looks_like_author(name, words) else None


def bare_name(text: str, words: Words) -> Names:
    """Names without any sign of a byline, for callers who know that the text is one; full personal names only.

    >>> from reviewparse.languages import load
    >>> bare_name("(Hanneke Vos)", load("en")), bare_name("The Tallow Boys", load("en"))
    (('Hanneke Vos',), ())
    """
    text = _AROUND.sub("", text)
    if not 1 < len(text) < 2 * TAIL:
        return ()
    match = _BRACKETED.fullmatch(text)
    text = match["name"] if match else text
    lex = lexicon(words)
    first, _, behind = text.partition(" ")
    if first.rstrip(".").casefold() in lex.not_bare or _holds_label(text, lex):
        return ()
    if first.casefold() in lex.by and behind[:1].islower():
        return ()  # "Von den Sparrows" is no name with two particles
    text = _before_outlet(text, words)
    names = authors(text, words)
    if not names or not all(is_full_name(name, words) for name in names):
        return ()
    rest = text[text.rfind(names[-1]) + len(names[-1]) :].strip(" ,;/()")
    return names if not rest or _is_outlet(rest, words) else ()


def _before_outlet(text: str, words: Words) -> str:
    """``Orla Venn for The Gazette``: without the outlet she wrote for."""
    ends = lexicon(words).ends
    parts = text.split()
    at = next((at for at in range(2, min(len(parts) - 1, MAX_SIGNATURE + 1)) if parts[at] in ends), 0)
    return " ".join(parts[:at]) if at and _is_outlet(" ".join(parts[at + 1 :]), words) else text


def _holds_label(text: str, lex: Lexicon) -> bool:
    """Whether a label of several words stands in a text: what owns it is no name."""
    line = Line(text)
    starts = ((place, line.phrase_before(place + 1, lex.labels)) for place in range(1, len(line)))
    return any(start is not None and start < place for place, start in starts)


def at_end(text: str, words: Words) -> Names:
    """The signature a text ends with, behind a sentence: ``... a fine record. Helen Marsh``; initials in brackets."""
    last = text.rstrip().rpartition("\n")[2].strip()
    if last[:1] in "[(" and bracketed_initials(last):
        return (last[1:-1],) if may_sign(last[1:-1], words) else ()
    above = text.rstrip().rpartition("\n")[0].rstrip()
    if above[-1:] in _SENTENCE_SIGNS and (named := bare_name(last, words)):
        return named
    hit = closing(last, words) if " " in last and last[-1:] not in ".!?" else None
    if hit is None or hit.span is None or " " not in last[: hit.span[0]].strip(" (["):
        return ()
    return () if fold(hit.value[0]) in words.byline.roles else hit.value


def alone(text: str, words: Words) -> Hit[Names] | None:
    """One author and nothing else, handles with a capital included: for places where a signature stands."""
    name = text.strip()
    if not name or len(name) > TAIL or not 0 < len(name.split()) <= MAX_SIGNATURE or name[0].islower():
        return None
    if not name.isascii():
        unspaced = beside_unspaced(Line(text), lexicon(words), words)
        if unspaced is not None:
            return unspaced
    match = _BRACKETED.fullmatch(name) or _WITH_CONTACT.fullmatch(name)
    name = match["name"] if match else name
    if not may_sign(name, words) or _holds_label(name, lexicon(words)):
        return None
    return name_hit(text, text.find(name), name)


def bracketed_initials(text: str) -> bool:
    """Whether a line is nothing but initials in brackets: ``[TK]``; ``[DDD]`` tells how a record was made."""
    match = _BRACKETED.fullmatch(text)
    return match is not None and bool(_INITIALS.fullmatch(match["name"])) and not _CODE.fullmatch(match["name"])


def listed(text: str, words: Words) -> Hit[Names] | None:
    """The authors of a text that is known to hold some, such as an element marked up as author."""
    names = authors(text, words)
    if not names:
        return None
    start = text.find(names[0])
    end = text.find(names[-1], start) + len(names[-1])
    return Hit(value=names, quote=text[start:end], span=(start, end))


def _is_outlet(text: str, words: Words) -> bool:
    """Whether what follows a name says where she writes or as what; a second work or place does not."""
    folded = text.casefold()
    if not lexicon(words).dates.isdisjoint(folded.split()):
        return False
    known = {*words.byline.not_authors, *words.byline.roles, *words.byline.collective}
    # in small letters it is a role or nothing: "live at the Barn"
    return folded in known or (not text[:1].islower() and not known.isdisjoint(folded.split()))


def is_full_name(name: str, words: Words) -> bool:
    """Whether a name has a given name and a surname (one run suffices where names have no blanks)."""
    parts = name.split()
    solid = [part for part in parts if name_word(part, words) is not None]
    if len(solid) < len(parts) or not 1 <= len(parts) <= MAX_SIGNATURE + 1:
        return False
    return len(parts) > 1 or (len(name) > 1 and not name[0].isupper() and not name[0].islower() and name.isalpha())


def closing(text: str, words: Words) -> Hit[Names] | None:
    """The signature at the end of an article's last paragraph: ``... a fine record. Helen Marsh``, ``... now. (DJW)``.

    A name counts only behind the end of a sentence: ``produced by Helen Marsh`` names nobody.
    """
    offset = max(0, len(text) - TAIL)
    tail = text[offset:].rstrip()
    bracket = tail.rfind("(") if tail.endswith(")") else -1
    if tail.endswith("]") and bracketed_initials(tail[tail.rfind("[") :]):
        bracket = tail.rfind("[")
    if bracket > 0:
        name = tail[bracket + 1 : -1].strip()
        initials = name.isupper() and _INITIALS.fullmatch(name) is not None
        if not initials and tail[:bracket].rstrip()[-1:] not in _SENTENCE_SIGNS:
            return None  # "Bo Tarn (Hode)": the bracket belongs to what stands before it
        return _signed(text, offset + bracket + 1, name, words) if _is_short(name) else None
    for match in _SENTENCE_END.finditer(tail):
        name = tail[match.end() :]
        glued = not name[0].isspace()
        name = name.strip(_DASHES_AND_BLANKS)
        if glued and not (_INITIALS.fullmatch(name) and name.isupper()):
            continue
        marked = not glued and (_MARK_END.search(tail, 0, match.end()) is not None or _is_dashed(tail[match.end() :]))
        if _is_short(name) and (glued or marked or " " in name):
            hit = _signed(text, offset + len(tail) - len(name), name, words)
            if hit is not None:
                return hit
    return None


def _is_dashed(text: str) -> bool:
    """Initials behind a dash: `` -DJW``."""
    name = text.strip(_DASHES_AND_BLANKS)
    return text.lstrip()[:1] in "-–—~" and name.isupper() and _INITIALS.fullmatch(name) is not None


def _is_short(name: str) -> bool:
    return 0 < len(name.split()) <= MAX_SIGNATURE


def _signed(text: str, start: int, name: str, words: Words) -> Hit[Names] | None:
    return name_hit(text, start, name) if may_sign(name, words) else None
