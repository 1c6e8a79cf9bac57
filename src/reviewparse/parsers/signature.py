"""Authors without a label: signatures, a name beside a date or a job title, a name alone.

The form alone proves little. ``unlabelled`` holds the forms that carry their own proof (dash, date, counter, role);
``bare_name`` and ``closing`` are for callers who know that an author stands there.
"""

from __future__ import annotations

import re

from reviewparse.evidence import Hit
from reviewparse.languages import Words
from reviewparse.parsers import byline_names
from reviewparse.parsers.byline_line import LIST_SEPARATORS, OPENERS, SEPARATORS, Lexicon, Line, lexicon
from reviewparse.parsers.names import looks_like_author, name_word

Names = tuple[str, ...]

MAX_SIGNATURE = 4
"""Words of the longest signature, as a rule."""

TAIL = 60
"""Characters at the end of a paragraph in which a signature is looked for."""

_DASH_SIGNATURE = re.compile(
    r"""
    [-–—―~*]{1,3} \s? (?P<name>[^-–—~*\s(:][^–—~*(:]{1,48}?)    # – Mama Quartz
    (?: \s? [-–—~*]{1,3} | \s? \([^()]{1,80}\) )? \s*             # "-" again, or (label, contact)
    """,
    re.VERBOSE,
)

_LABEL_BRACKET = re.compile(r"(?P<label>[^():]{3,40})\((?P<name>[^():]{2,40})\)\s?[:：]")
"""``Reviewer's mark (Metalfinch): 7/10``."""

_POSSESSIVE = re.compile(r"(?P<name>[^'’`´]{2,40}?(?:['’`´]s|(?<=[sxz])['’`´]))\s(?P<noun>[\w ]{3,30})[:.]?")
"""``Rhys Calder's Review``."""

_INITIALS = re.compile(r"[^\W\d_]{2,4}")

_BRACKETED = re.compile(r"[(\[](?P<name>[^()\[\]]{2,50})[)\]]")

_WITH_CONTACT = re.compile(r"(?P<name>[^()@,]{2,40}?),?\s(?:\([^()]{2,60}\)|<?[\w.+-]{1,40}@[\w.-]{3,40}>?)")
"""``Orla Venn (orla@venn.example)``."""

_SENTENCE_END = re.compile(r"[.!?…\"”’)\]](?=\s?[^\W\d_])")


def unlabelled(text: str, words: Words) -> Hit[Names] | None:
    """The author of a line whose form shows that it names one."""
    if not text:
        return None
    if text[0] in "-–—―~*":
        return dash_signature(text, words)
    if "(" in text and (":" in text or "：" in text):
        return _in_label(text, words)
    return possessive(text, words) or beside(text, words)


def beside(text: str, words: Words) -> Hit[Names] | None:
    """A name beside a date, a job title, a counter or a copyright sign."""
    line, lex = Line(text), lexicon(words)
    if not line.tokens:
        return None
    if not text.isascii():
        unspaced = _beside_unspaced(line, lex, words)
        if unspaced is not None:
            return unspaced
    found = _beside_date_or_role(line, lex, words) or _behind_counter(line, lex, words)
    return found or _in_copyright(line, lex, words)


def dash_signature(text: str, words: Words) -> Hit[Names] | None:
    """``–Mama Quartz``, ``- Mei -``, ``~ Greta Oakes``, ``–Ellis Tarn (Low Tide)``: the whole line."""
    match = _DASH_SIGNATURE.fullmatch(text)
    if match is None or len(match["name"].split()) > MAX_SIGNATURE or not looks_like_author(match["name"], words):
        return None
    return _hit(text, match.start("name"), match["name"])


def _in_label(text: str, words: Words) -> Hit[Names] | None:
    match = _LABEL_BRACKET.match(text)
    if match is None or not looks_like_author(match["name"], words):
        return None
    nouns = tuple(label for label in words.byline.labels if " " not in label)
    if not any(word.startswith(nouns) for word in match["label"].casefold().split()):
        return None
    return _hit(text, match.start("name"), match["name"])


def possessive(text: str, words: Words) -> Hit[Names] | None:
    """``Rhys Calder's Review``: the heading of one reviewer's part."""
    match = _POSSESSIVE.fullmatch(text)
    if match is None or lexicon(words).makes.isdisjoint(match["noun"].casefold().split()):
        return None
    name = match["name"].rstrip("s").rstrip("'’`´") if match["name"][-1] == "s" else match["name"][:-1]
    return _hit(text, 0, name) if looks_like_author(name, words) else None


def _beside_date_or_role(line: Line, lex: Lexicon, words: Words) -> Hit[Names] | None:
    """``Greywolf, July 9th, 2004``; ``Orla Venn on October 21, 2021``; ``Orla Venn, Staff Writer``."""
    if not line.tokens[0][0].isalpha() or line.folded[0] in lex.ends:
        return None
    place = next((p for p in range(1, min(len(line), 8)) if _proves(line, p, lex)), 0)
    if not place:
        return None
    names = byline_names.read(line, 0, lex, words)
    if names is None or names.span is None or not names.quote[0].isupper():
        return None
    between = [p for p in range(place) if line.starts[p] >= names.span[1]]
    if not between and " " not in names.quote:
        # "Published 3 May", "Erschienen 3. Mai": one word before a date says what was done then
        return None
    divides = (LIST_SEPARATORS | SEPARATORS | OPENERS | lex.ends) - {":", "："}
    return names if all(line.tokens[p] in divides or line.folded[p] in divides for p in between) else None


def _proves(line: Line, place: int, lex: Lexicon) -> bool:
    """A full date, or a job title to the end of the line."""
    end = line.phrase_at(place, lex.roles)
    if end is not None and end == len(line) and end - place > 1:
        return True
    if not line.is_date(place, lex):
        return False
    rest = range(place, len(line))
    # month and year alone date a record or a show
    numbers = sum(line.tokens[p][0].isdigit() for p in rest)
    exact = numbers > 2 or (numbers == 2 and any(line.folded[p] in lex.dates for p in rest))
    whole = any(line.tokens[p].count(".") > 1 or line.tokens[p].count("-") > 1 for p in rest)
    return (exact or whole) and all(_is_date_part(line, p, lex) for p in rest)


def _is_date_part(line: Line, place: int, lex: Lexicon) -> bool:
    token = line.tokens[place]
    if token[0].isdigit() or not token[0].isalpha() or line.folded[place] in lex.furniture:
        return True
    # "782 words", "9 likes": whatever is counted
    return place > 0 and token.islower() and line.tokens[place - 1].isdigit()


def _beside_unspaced(line: Line, lex: Lexicon, words: Words) -> Hit[Names] | None:
    """Scripts without capitals: ``山田花子記者``, ``山田花子2025年1月13日``, ``김하늘 기자``, ``칼럼니스트 김하늘``."""
    first = line.tokens[0]
    glue = byline_names.glued(first, lex) if _is_caseless(first) else 0
    if glue and (first[glue : glue + 4].isdigit() or (len(line) == 1 and not first[glue].isdigit())):
        name = first[:glue]
        return _hit(line.text, line.starts[0], name) if looks_like_author(name, words) else None
    roles = [
        place
        for place in range(min(len(line), 2 * MAX_SIGNATURE))
        if (line.folded[place],) in lex.roles.get(line.folded[place], ())
    ]
    for place in roles:
        for other in (place - 1, place + 1):
            if 0 <= other < len(line) and _is_caseless(line.tokens[other]) and other not in roles:
                name = line.tokens[other]
                return _hit(line.text, line.starts[other], name) if looks_like_author(name, words) else None
    return None


def _is_caseless(token: str) -> bool:
    return token[0].isalpha() and not token[0].isupper() and not token[0].islower()


def _behind_counter(line: Line, lex: Lexicon, words: Words) -> Hit[Names] | None:
    """``March 3, 2009 · 4 min · Amar Sindhu``; ``14 March 2022 9 Comments Livia Corsi``."""
    place = 0
    while place < len(line) and _is_date_part(line, place, lex):
        place += 1
    if not 2 <= place < len(line) or not any(line.tokens[p][0].isdigit() for p in range(place)):
        return None
    counted = line.tokens[place - 1][0].isalpha() and line.tokens[place - 2].isdigit()
    if not (counted or line.is_separator(place - 1)) or len(line) - place > MAX_SIGNATURE:
        return None
    name = line.text[line.starts[place] :].strip()
    return _hit(line.text, line.starts[place], name) if looks_like_author(name, words) else None


def _in_copyright(line: Line, lex: Lexicon, words: Words) -> Hit[Names] | None:
    """``Review © 2011 Orla Venn``, ``review copyright (c) 2004 J. Holm``: the right to this text is its author's."""
    if line.folded[0] not in lex.makes or lex.copyright.isdisjoint(line.folded[1:5]):
        return None
    year = next((p for p in range(2, min(len(line) - 1, 8)) if line.tokens[p].isdigit()), None)
    if year is None or len(line) - year > MAX_SIGNATURE + 1:
        return None
    name = line.text[line.starts[year + 1] :].strip()
    return _hit(line.text, line.starts[year + 1], name) if looks_like_author(name, words) else None


def bare_name(text: str, words: Words) -> Names:
    """Names without any sign of a byline, for callers who know that the text is one; full personal names only.

    >>> from reviewparse.languages import load
    >>> bare_name("(Hanneke Vos)", load("en")), bare_name("The Tallow Boys", load("en"))
    (('Hanneke Vos',), ())
    """
    text = text.strip()
    if not 1 < len(text) < 2 * TAIL:
        return ()
    match = _BRACKETED.fullmatch(text)
    text = match["name"] if match else text
    lex = lexicon(words)
    if text.split(maxsplit=1)[0].casefold() in lex.not_bare or _holds_label(text, lex):
        return ()
    names = byline_names.authors(text, words)
    if not names or not all(is_full_name(name, words) for name in names):
        return ()
    rest = text[text.rfind(names[-1]) + len(names[-1]) :].strip(" ,;/")
    return names if not rest or _is_outlet(rest, words) else ()


def _holds_label(text: str, lex: Lexicon) -> bool:
    """Whether a label of several words stands in a text: what owns it is no name."""
    line = Line(text)
    starts = ((place, line.phrase_before(place + 1, lex.labels)) for place in range(1, len(line)))
    return any(start is not None and start < place for place, start in starts)


def alone(text: str, words: Words) -> Hit[Names] | None:
    """One author and nothing else, handles with a capital included: for places where a signature stands."""
    name = text.strip()
    if not name or len(name) > TAIL or not 0 < len(name.split()) <= MAX_SIGNATURE or name[0].islower():
        return None
    if not name.isascii():
        unspaced = _beside_unspaced(Line(text), lexicon(words), words)
        if unspaced is not None:
            return unspaced
    match = _BRACKETED.fullmatch(name) or _WITH_CONTACT.fullmatch(name)
    name = match["name"] if match else name
    return _hit(text, text.find(name), name) if _may_sign(name, words) else None


def _may_sign(name: str, words: Words) -> bool:
    """Whether a name may stand for itself: it opens with no ``Featuring`` and no ``by``."""
    parts = name.split()
    lex = lexicon(words)
    first = parts[0].casefold()
    return first not in lex.not_bare and not (len(parts) > 2 and first in lex.by) and looks_like_author(name, words)


def listed(text: str, words: Words) -> Hit[Names] | None:
    """The authors of a text that is known to hold some, such as an element marked up as author."""
    names = byline_names.authors(text, words)
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
    return folded in known or not known.isdisjoint(folded.split())


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
    if bracket > 0:
        name = tail[bracket + 1 : -1].strip()
        return _signed(text, offset + bracket + 1, name, words) if _is_short(name) else None
    for match in _SENTENCE_END.finditer(tail):
        name = tail[match.end() :]
        glued = not name[0].isspace()
        name = name.strip()
        if glued and not (_INITIALS.fullmatch(name) and name.isupper()):
            continue
        if _is_short(name) and (glued or " " in name):
            hit = _signed(text, offset + len(tail) - len(name), name, words)
            if hit is not None:
                return hit
    return None


def _is_short(name: str) -> bool:
    return 0 < len(name.split()) <= MAX_SIGNATURE


def _signed(text: str, start: int, name: str, words: Words) -> Hit[Names] | None:
    return _hit(text, start, name) if _may_sign(name, words) else None


def _hit(text: str, start: int, name: str) -> Hit[Names]:
    return Hit(value=(name,), quote=text[start : start + len(name)], span=(start, start + len(name)))
