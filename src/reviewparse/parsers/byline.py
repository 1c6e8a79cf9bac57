"""Labelled bylines: who wrote the page, from a line that says so.

A byline is a label (``by``, ``Reviewed by``, ``Author:``) in a place where nothing else can own it, and names behind
it that end where a line, a separator, a date, a job title or another label begins. The words *before* the label decide
whether it is one: ``Directed by`` and ``Stand by Me`` have an owner for their ``by``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from reviewparse.evidence import Hit
from reviewparse.languages import Words
from reviewparse.parsers import byline_names, signature
from reviewparse.parsers.byline_labels import is_label, label_of, may_hold_label
from reviewparse.parsers.byline_line import LINE_LIMIT, Lexicon, Line, lexicon
from reviewparse.parsers.byline_places import Names, closes_headline, closes_note, ends_byline, is_full_name, may_stand
from reviewparse.parsers.labels import MAX_LABEL, fold

MAX_TO_DATE = 3
"""Tokens from a name to the date of its byline: ``, le 12/02/2003``."""

_PLURAL = re.compile(r"(?<=[^\W\d_])\([^\W\d_]{1,5}\)(?=\s?[:：])")
"""``Author(s):``: the bracket is no part of the label."""

_ANSWERS = {"(": ")", "[": "]", "{": "}", '"': '"', "“": "”", "„": "“", "«": "»", **{sign: sign for sign in "-–—~_*|'"}}
"""Signs around a whole byline."""

_BROKEN = 2
"""Lines of a name that was broken."""

_COLONS = frozenset(":：")

_AFTER_LABEL = frozenset(":：-–—/／=＝|｜")
"""What may stand between a label and the name."""

_EMPHASIS = frozenset("*_")
"""Signs of emphasis left over from markup: ``**Reviewed by:** Orla Venn``."""


def parse_byline(text: str, words: Words) -> Names:
    """The authors a byline names, as printed and in order; ``()`` where it is no byline.

    The text is taken to be somebody's byline: a personal name alone counts, which ``scan_byline`` does not accept.

    >>> from reviewparse.languages import load
    >>> parse_byline("Words by Orla Venn and Tam Reyes, photos by Kit Hale", load("en"))
    ('Orla Venn', 'Tam Reyes')
    >>> parse_byline("Directed by Bo Tarn", load("en"))
    ()
    """
    text = _PLURAL.sub("", text)
    hits = list(scan_byline(text, words))
    # of "Posted by ..." and "Reviewed by ..." the second tells who wrote
    told = (hit for hit in hits if label_of(hit.quote, words) not in words.byline.accounts)
    hit = next(told, hits[0] if hits else None)
    if hit is None and (inner := _unwrapped(text)) != text:
        hit = next(_scan_line(inner, words), None)
    if hit is None and "\n" in text:
        hit = _below_label(text, words) or _above_proof(text, words)
    if hit is not None:
        return tuple(" ".join(name.split()) for name in hit.value)
    return (
        signature.bare_name(text, words)
        or signature.at_end(text, words)
        or (_broken_name(text, words) if "\n" in text else ())
    )


def _unwrapped(text: str) -> str:
    """``(by Orla Venn)``, ``-by Orla Venn-``: what stands between two signs that answer each other."""
    printed = text.strip()
    return printed[1:-1].strip() if len(printed) > 2 and _ANSWERS.get(printed[0]) == printed[-1] else text


def _below_label(text: str, words: Words) -> Hit[Names] | None:
    """The author a line below the label: ``Written by`` and ``Orla Venn``, when the name is all that stands there."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for label, below in pairwise(lines):
        if len(below) <= LINE_LIMIT and is_label(label, words):
            hit = next(_scan_line(f"{label} {below}", words), None)
            if hit is not None and hit.quote.endswith(below.rstrip(" .")):
                return hit
    return None


def _above_proof(text: str, words: Words) -> Hit[Names] | None:
    """A name alone on its line, above its date or job title."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) != _BROKEN or not signature.bare_name(lines[0], words):
        return None
    return signature.unlabelled(f"{lines[0]}, {lines[1]}", words)


def _broken_name(text: str, words: Words) -> Names:
    """A name alone, broken over lines, below nothing or a mark: ``7,0``, ``Renato``, ``Quadros``."""
    lines = text.split()
    lines = lines[1:] if lines and not any(map(str.isalpha, lines[0])) else lines
    if len(lines) != _BROKEN or text.count("\n") < len(lines) - 1:
        return ()
    return signature.bare_name(" ".join(lines), words)


def parse_labelled(text: str, words: Words) -> Names:
    """The authors behind the label of a short text; ``()`` where it has no label."""
    line = Line(text[:LINE_LIMIT])
    return next((hit.value for hit in _labelled(line, lexicon(words), words)), ())


def scan_byline(text: str, words: Words) -> Iterator[Hit[Names]]:
    """Bylines in a text, line by line: the names of each, its quote from the label to the last name.

    Lines without a label count when their form shows that they name an author: a signature behind a dash, a name
    beside a date or a job title.
    """
    for offset, line in _lines(text):
        found = False
        for hit in _scan_line(line, words):
            found = True
            yield hit.shifted(offset)
        if not found and len(line) <= LINE_LIMIT:
            signed = signature.unlabelled(line, words)
            if signed is not None:
                yield signed.shifted(offset)


def scan_labelled(text: str, words: Words) -> Iterator[Hit[Names]]:
    """Bylines with a label in a text, line by line."""
    return (hit.shifted(offset) for offset, line in _lines(text) for hit in _scan_line(line, words))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    offset = 0
    for line in text.split("\n"):
        yield offset, line
        offset += len(line) + 1


def _scan_line(text: str, words: Words) -> Iterator[Hit[Names]]:
    if len(text) <= LINE_LIMIT:
        if may_hold_label(text, words):
            lex = lexicon(words)
            yield from _labelled(Line(text, lex.by), lex, words)
        return
    # a paragraph: only its first and its last words can be a byline
    head, tail = text[: LINE_LIMIT // 2], text[-LINE_LIMIT // 2 :]
    if may_hold_label(head, words):
        yield from (hit for hit in _labelled(Line(head), lexicon(words), words) if hit.span and hit.span[0] < MAX_LABEL)
    if may_hold_label(tail, words):
        yield from _at_end(text, lexicon(words), words)


def _at_end(text: str, lex: Lexicon, words: Words) -> Iterator[Hit[Names]]:
    """``... a fine record. Reviewed by Orla Venn`` at the end of a long paragraph."""
    cut = text.rfind(". ", len(text) - LINE_LIMIT // 2)
    if cut >= 0:
        tail = Line(text[cut + 2 :])
        for hit in _labelled(tail, lex, words):
            if hit.span is not None and hit.span[0] == 0:
                yield hit.shifted(cut + 2)


def _labelled(line: Line, lex: Lexicon, words: Words) -> Iterator[Hit[Names]]:
    done = 0
    for place, word in enumerate(line.folded):
        if word not in lex.labels or place < done:
            continue
        start = line.phrase_before(place + 1, lex.labels)
        if start is None or start < done or _goes_on(line, start, place, lex):
            continue
        hit = _byline_at(line, start, place + 1, lex, words)
        if hit is not None and hit.span is not None:
            yield hit
            done = next((p for p in range(place, len(line)) if line.starts[p] >= hit.span[1]), len(line))
    if not done:
        yield from _beside_maker(line, lex, words)


def _goes_on(line: Line, start: int, place: int, lex: Lexicon) -> bool:
    """Whether a longer label begins at the same place: ``anmeldelse af``, of which ``anmeldelse`` is one, too."""
    longer = place + 1 < len(line) and line.folded[place + 1] in lex.labels
    return longer and line.phrase_before(place + 2, lex.labels) == start


def _beside_maker(line: Line, lex: Lexicon, words: Words) -> Iterator[Hit[Names]]:
    """``Review: Orla Venn / Photos: Kit Hale``: the word for the text is a label beside that of another maker."""
    if len(line) < 2 or line.folded[0] not in lex.makes or line.tokens[1] not in _COLONS:
        return
    names = byline_names.read(line, 2, lex, words, listed=True)
    if names is not None and names.span is not None and names.value:
        behind = [place for place in range(len(line)) if line.starts[place] >= names.span[1]]
        is_page = not any(line.phrase_at(place, lex.work_makers) is not None for place in behind)
        if is_page and any(line.phrase_at(place, lex.makers) is not None for place in behind[:3]):
            yield Hit(value=names.value, quote=line.text[: names.span[1]], span=(0, names.span[1]))


def _byline_at(line: Line, start: int, stop: int, lex: Lexicon, words: Words) -> Hit[Names] | None:
    bare = stop - start == 1 and line.folded[start] in lex.by
    if bare and start and line.folded[start - 1] in lex.makes:
        start, bare = start - 1, False
    noun = line.folded[stop - 1] not in lex.links
    first = _behind_label(line, stop)
    if first == stop and not noun:
        first = _behind_role(line, first, lex)
    if first is None or (noun and first == stop and start):
        return None
    names = byline_names.read(line, first, lex, words, listed=line.tokens[first - 1] in _COLONS)
    if names is None or not names.value or names.span is None or _is_phrase(line, stop, names, lex):
        return None
    if noun and first == stop and not _is_whole_line(line, names, lex):
        # "Author Vasily Deyn" is a line of its own; "Words matter most" is not
        return None
    prose = bare and not ends_byline(line, names.span[1], lex) and _is_prose(line, first, lex, names)
    if prose or (not bare and _is_song_credit(line, lex)):
        return None
    if not may_stand(line, start, lex, names) and not (
        closes_note(line, start, lex, names) if bare or noun else closes_headline(line, start, lex, names)
    ):
        return None
    begin = line.starts[start]
    return Hit(value=names.value, quote=line.text[begin : names.span[1]], span=(begin, names.span[1]))


def _is_phrase(line: Line, stop: int, names: Hit[Names], lex: Lexicon) -> bool:
    """``Page by Page``, ``By Night``: no name at all."""
    name = fold(names.value[0])
    return (stop > 1 and name == line.folded[stop - 2]) or (stop == 1 and name in lex.not_alone)


def _behind_label(line: Line, stop: int) -> int | None:
    """The place of the first name: behind a colon, dash or slash, if there is one."""
    place = stop
    while place < len(line) and line.tokens[place] in _AFTER_LABEL | _EMPHASIS and place < stop + 5:
        place += 1
    return place if place < len(line) else None


def _behind_role(line: Line, place: int, lex: Lexicon) -> int:
    """The place of the name behind what its owner is: ``By our film critic Orla Venn``, ``By Editor Orla Venn``."""
    at = place + (line.folded[place] in lex.owning)
    end = line.phrase_at(at, lex.roles) if at < len(line) else None
    named = end is not None and end + 1 < len(line) and all(token[0].isupper() for token in line.tokens[end : end + 2])
    return end if end is not None and named else place


def _is_whole_line(line: Line, names: Hit[Names], lex: Lexicon) -> bool:
    """Whether nothing but a date stands behind names: ``Author Vasily Deyn``; ``Chronique de Lise, le 12/02/2003``."""
    end = names.span[1] if names.span else 0
    if is_full_name(names.value[0]) and ends_byline(line, end, lex):
        return True
    behind = [place for place in range(len(line)) if line.starts[place] >= end][: MAX_TO_DATE + 1]
    if is_full_name(names.value[0]) and behind and line.folded[behind[0]] in lex.ends:
        return any(line.is_date(place, lex) for place in behind[1:])  # "Author Orla Venn Posted on March 3, 2011"
    behind = behind[:MAX_TO_DATE]
    return (
        any(line.is_date(place, lex) and line.folded[place - 1] in lex.ends for place in behind[1:])
        and line.tokens[behind[0]] == ","
    )


def _is_prose(line: Line, first: int, lex: Lexicon, names: Hit[Names]) -> bool:
    """``By Christmas in Norway``: a single word behind a bare ``by``, and a sentence that goes on without a date."""
    follower = next((p for p in range(first, len(line)) if names.span and line.starts[p] >= names.span[1]), len(line))
    if any(line.is_date(place, lex) for place in range(first)):
        return False  # "Posted on 19 April 2011 by Nadia. Tags: fiction"
    if " " in names.value[0] or follower + 1 >= len(line):
        return False
    if line.tokens[follower] == "," and len(names.value) == 1 and names.value[0].islower():
        return line.tokens[follower + 1].islower()  # "By contrast, the second half drags"
    if line.folded[follower] not in lex.ends and line.phrase_at(follower, lex.makers) is None:
        return False
    return not any(line.is_date(place, lex) for place in range(follower + 1, min(follower + 5, len(line))))


def _is_song_credit(line: Line, lex: Lexicon) -> bool:
    """``Words: Ada Quist, music: Teodor Vance``: who wrote the songs."""
    for place in range(len(line)):
        end = line.phrase_at(place, lex.work_makers)
        if end is not None and (line.folded[end - 1] in lex.by or (end < len(line) and line.tokens[end] in _COLONS)):
            return True
    return False
