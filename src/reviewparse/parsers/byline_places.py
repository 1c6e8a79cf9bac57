"""Where the label of a byline may stand: what is before it owns it, or not; what is behind the name ends it, or not."""

from __future__ import annotations

from reviewparse.evidence import Hit
from reviewparse.parsers.byline_line import OPENERS, Lexicon, Line
from reviewparse.parsers.labels import fold

Names = tuple[str, ...]

MAX_SENTENCE = 25
"""Tokens of the longest sentence or headline that names its author at its end."""

_CLOSERS = ".!?…"

_STROKES = frozenset("/／")


def ends_byline(line: Line, at: int, lex: Lexicon) -> bool:
    """Whether nothing stands behind a name but the label of another maker: ``Words Orla Venn Photos Kit Hale``."""
    behind = next((place for place in range(len(line)) if line.starts[place] >= at), None)
    if behind is None:
        return True
    # "met", "with": in small letters it goes on with a sentence
    labelled = behind + 1 < len(line) and not line.tokens[behind][0].islower()
    return labelled and line.phrase_at(behind, lex.makers) is not None


def is_full_name(name: str) -> bool:
    """Several words, or one in a script without capitals."""
    return " " in name or not (name[0].isupper() or name[0].islower())


def may_stand(line: Line, start: int, lex: Lexicon, names: Hit[Names]) -> bool:
    """Whether nothing before a label owns it: line start, separator, date, counter, the name itself."""
    if not start or all(line.is_separator(place) or line.tokens[place] in OPENERS for place in range(start)):
        return True
    if " " in names.value[0] and fold(line.text[: line.starts[start]]) == fold(names.value[0]):
        return True
    before = line.tokens[start - 1]
    if before in _STROKES and _ends_maker(line, start - 1, lex):
        return False
    if before == "/" or (line.is_separator(start - 1) and before not in ")]"):
        return True
    if before.isalpha() and len(before) > 3 and line.folded[start - 1] not in lex.dates | lex.articles:
        # "Updated by", "Comments by" say what she did, and it was not writing
        return False
    return all(_is_furniture(line, place, lex) for place in range(start))


def _ends_maker(line: Line, stop: int, lex: Lexicon) -> bool:
    """``Director/Writer: Ida Moss``: the label joined to one of a maker is hers, too."""
    return any(line.phrase_at(place, lex.work_makers) == stop for place in range(max(0, stop - 3), stop))


def _is_furniture(line: Line, place: int, lex: Lexicon) -> bool:
    token = line.tokens[place]
    return (
        not any(map(str.isalpha, token))
        or token[0].isdigit()
        or line.folded[place] in lex.furniture
        or (place == 0 and line.folded[place] in lex.makes)
    )


def closes_note(line: Line, start: int, lex: Lexicon, names: Hit[Names]) -> bool:
    """``Guest review for Stroboskop by Orla Venn``: written for another place, and a full name that ends the line."""
    noted = any(
        line.folded[place] in lex.makes and line.folded[place + 1] in lex.ends for place in range(min(2, start - 1))
    )
    return noted and is_full_name(names.value[0]) and ends_byline(line, names.span[1] if names.span else 0, lex)


def closes_headline(line: Line, start: int, lex: Lexicon, names: Hit[Names]) -> bool:
    """``"Obscura", review by Orla Venn``; ``This review was written by Orla Venn.``; ``It ends. Reviewed by ...``."""
    before = line.folded[:start]
    if line.tokens[start - 1][-1] in _CLOSERS:
        return True
    if len(line) > MAX_SENTENCE or fold(" ".join([*before, line.folded[start]])) in lex.listings:
        return False
    end = names.span[1] if names.span is not None else 0
    behind = [place for place in range(len(line)) if line.starts[place] >= end and line.tokens[place] not in ",;/|"]
    ends_line = not behind or line.phrase_at(behind[0], lex.makers) is not None
    label_makes = line.folded[start] in lex.makes or line.folded[start].startswith(tuple(lex.makes))
    return (ends_line and label_makes) or not lex.makes.isdisjoint(before)
