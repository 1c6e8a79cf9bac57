"""The names behind a label: where their list ends, and who in it is an author."""

from __future__ import annotations

import re

from reviewparse.evidence import Hit
from reviewparse.languages import Words
from reviewparse.parsers.author_list import authors
from reviewparse.parsers.byline_line import LIST_SEPARATORS, OPENERS, SEPARATORS, Lexicon, Line
from reviewparse.parsers.names import looks_like_author, looks_like_handle, name_word

MAX_NICKNAME = 4
"""Tokens of the longest nickname in brackets."""

MAX_ROLE = 8
"""Tokens of the longest role or place between two names of a byline."""

_HOLDS_WORD = re.compile(r"[^\W_]")

_QUOTES = frozenset('"“”„«»')

Names = tuple[str, ...]


def read(line: Line, first: int, lex: Lexicon, words: Words, *, listed: bool = False) -> Hit[Names] | None:
    """The authors listed from a place on; ``None`` when prose or something else stands there.

    ``listed``: the line is a run of labels and values, so that a word before a colon is the next label.
    """
    reader = _ListReader(line, lex, words)
    end = reader.end(first)
    if end is not None and listed:
        end = _before_label(line, first, end)
    if end is None:
        return None
    start = line.starts[first]
    names = authors(line.text[start:end], words) or _by_surname(line.text[start:end], words)
    if not names:
        return None
    stop = line.text.rfind(names[-1], start, end) + len(names[-1])
    names, stop = _with_later(names, stop, reader, words)
    return Hit(value=names, quote=line.text[start:stop], span=(start, stop))


def _by_surname(text: str, words: Words) -> Names:
    """``Ann By``: the word of the label is a surname, too."""
    head, _, last = text.rpartition(" ")
    return (text,) if _is_by(last, words) and looks_like_author(head, words) else ()


def _is_by(word: str, words: Words) -> bool:
    return word.istitle() and word.casefold() in words.byline.by


def _with_later(names: Names, stop: int, reader: _ListReader, words: Words) -> tuple[Names, int]:
    """``By Orla Venn, Film Critic, and Tam Reyes``; ``By Orla Venn in Leeds and Tam Reyes in York``."""
    line = reader.line
    behind = next((place for place in range(len(line)) if line.starts[place] >= stop), len(line))
    for place in range(behind + 1, min(behind + MAX_ROLE, len(line) - 2)):
        if line.folded[place] in reader.lex.joiners and reader.starts_full_name(place + 1):
            end = reader.end(place + 1)
            later = authors(line.text[line.starts[place + 1] : end], words) if end is not None else ()
            if later and end is not None:
                stop = line.text.rfind(later[-1], 0, end) + len(later[-1])
                return _with_later((*names, *later), stop, reader, words)
        if (line.tokens[place] in SEPARATORS and line.tokens[place] not in ")]") or line.tokens[place][0].isdigit():
            break
    return names, stop


def _before_label(line: Line, first: int, end: int) -> int:
    """``Tested by: Orla Venn RRP: £20``: the last word before a colon is no name."""
    last = next(place for place in range(first, len(line)) if line.ends[place] >= end)
    followed = last + 1 < len(line) and line.tokens[last + 1] in ":："
    return line.ends[last - 1] if followed and last > first else end


class _ListReader:
    """Walks over the tokens of a list of names to its end."""

    __slots__ = ("begin", "lex", "line", "words")

    def __init__(self, line: Line, lex: Lexicon, words: Words) -> None:
        self.line = line
        self.lex = lex
        self.words = words
        self.begin = 0
        """Place of the first token of the name being read."""

    def end(self, first: int) -> int | None:
        """Offset behind the last name; ``None``: no name stands here, or what follows shows that it is none."""
        place = self.begin = first
        while place < len(self.line):
            token = self.line.tokens[place]
            closing = self._closing(place)
            if closing is not None:
                return closing
            if token in LIST_SEPARATORS and self._is_joiner(place + 1):
                pass  # "Reyes, and Pike"
            elif token in LIST_SEPARATORS or self._is_joiner(place):
                if not self._starts_name(place + 1):
                    ends = token in LIST_SEPARATORS or self._names_staff(place + 1)
                    return self._behind(place, first) if ends else None
                self.begin = place + 1
            elif token in OPENERS:
                behind = self._behind_nickname(place)
                if behind is None:
                    return None if self._holds_quotes(place) else self._behind(place, first)
                place = behind - 1
            elif self._cuts(place):
                return self._behind(self._before_role(place, first), first)
            elif not self._belongs(place):
                # "Orla Venn of the Harbour Gazette": the small word before the article begins the outlet
                return self._behind(place - 1, first) if self._begins_outlet(place) else None
            place += 1
        return self._behind(place, first)

    def _before_role(self, place: int, first: int) -> int:
        """``Orla Venn, AP National Writer``: all behind the comma is the role that ends here."""
        in_role = self.begin > first and self.line.phrase_at(place, self.lex.roles) is not None
        return self.begin - 1 if in_role else place

    def _behind(self, place: int, first: int) -> int | None:
        return self.line.ends[place - 1] if place > first else None

    def _is_joiner(self, place: int) -> bool:
        return place < len(self.line) and self.line.folded[place] in self.lex.joiners

    def _cuts(self, place: int) -> bool:
        """Whether the names end before this token."""
        line, token = self.line, self.line.tokens[place]
        if token in SEPARATORS or "\\" in token or line.is_date(place, self.lex) or not _HOLDS_WORD.search(token):
            return True
        if "@" in token:
            return place > self.begin or token[0] != "@"
        if place == self.begin:
            return False
        if self._capitals_end(place):
            return True
        folded = line.folded[place]
        if folded in self.lex.ends or _is_address(token):
            return True
        return line.phrase_at(place, self.lex.roles) is not None or line.phrase_at(place, self.lex.makers) is not None

    def _capitals_end(self, place: int) -> bool:
        """``ORLA VENN Associated Press``: the name ends where the capitals end."""
        token = self.line.tokens[place]
        if place - self.begin < 2 or len(token) < 3 or not token[0].isupper() or token.isupper():
            return False
        return all(other.isupper() and other[1:2].isalpha() for other in self.line.tokens[self.begin : place])

    def _closing(self, place: int) -> int | None:
        """Offset within this token where the names end: before a full stop, a glued word or an attached role."""
        token, start = self.line.tokens[place], self.line.starts[place]
        if token[-1] in ".!" and self._is_sentence_end(place):
            return start + len(token.rstrip(".!"))
        if not token.istitle() and len(token) > 2:
            glue = glued(token, self.lex)
            return start + glue if glue else None
        return None

    def _is_sentence_end(self, place: int) -> bool:
        token = self.line.tokens[place]
        core = token.rstrip(".!")
        if not core or core.isdigit() or token[-1] == "!" or place == self.begin:
            return False
        if core.casefold() in self.words.byline.suffixes:
            return False
        return len(core) > 2 and "." not in core

    def _starts_name(self, place: int) -> bool:
        """Whether another name of the list begins here: no role, date, address or prose."""
        if place >= len(self.line):
            return False
        line, token = self.line, self.line.tokens[place]
        if line.is_date(place, self.lex) or "@" in token or _is_address(token):
            return False
        if line.folded[place] in self.lex.ends or (
            name_word(token, self.words) is None and not self._is_listed_handle(place)
        ):
            return False
        return line.phrase_at(place, self.lex.roles) is None and line.phrase_at(place, self.lex.makers) is None

    def _is_listed_handle(self, place: int) -> bool:
        """Whether a word of any case stands between commas or joiners: ``by Orla, tam and jo``."""
        behind = place + 1
        ends = behind == len(self.line) or self.line.tokens[behind] in LIST_SEPARATORS or self._is_joiner(behind)
        return ends and looks_like_handle(self.line.tokens[place], self.words)

    def starts_full_name(self, place: int) -> bool:
        """Whether a given name and a surname stand here."""
        tokens = self.line.tokens[place : place + 2]
        return len(tokens) == 2 and self._starts_name(place) and all(token[0].isupper() for token in tokens)

    def _belongs(self, place: int) -> bool:
        token = self.line.tokens[place]
        if name_word(token, self.words) is not None:
            return True
        if place == self.begin:
            return looks_like_handle(token, self.words)
        return place == len(self.line) - 1 and _is_by(token, self.words)

    def _names_staff(self, place: int) -> bool:
        """``Orla Venn and The Gazette Staff``, ``Orla Venn & friends``: nobody in particular at the end."""
        folded = self.line.folded[place:]
        opens = len(folded) == 1 or (folded[:1] != [] and folded[0] in self.lex.articles)
        return opens and folded[-1] in self.words.byline.collective

    def _begins_outlet(self, place: int) -> bool:
        """Whether an article stands here, behind a full name and a small word."""
        if place - self.begin < 3 or self.line.folded[place] not in self.lex.articles:
            return False
        before = self.line.tokens[place - 1]
        return before.islower() and name_word(before, self.words) is False

    def _behind_nickname(self, place: int) -> int | None:
        """The place behind ``("Lantern Lass")`` or ``(Henrique)`` when the name goes on there."""
        line = self.line
        close = next(
            (p for p in range(place + 1, min(place + 2 + MAX_NICKNAME, len(line))) if line.tokens[p] in ")]"), 0
        )
        if place == self.begin or not close or close + 1 >= len(line):
            return None
        inner = all(name_word(token, self.words) is not None for token in line.tokens[place + 1 : close])
        follower = name_word(line.tokens[close + 1], self.words)
        goes_on = follower is not None and line.folded[close + 1] not in self.lex.ends
        return close + 1 if inner and goes_on else None

    def _holds_quotes(self, place: int) -> bool:
        """Whether a bracket lists titles: what its owner made before."""
        return not _QUOTES.isdisjoint(self.line.text[self.line.starts[place] :])


def _is_address(token: str) -> bool:
    """``lowtide.example``, ``www.venn.example``: a full stop inside, and small letters around it."""
    head, dot, tail = token.rstrip(".").rpartition(".")
    return bool(dot) and head[-1:].islower() and len(tail) > 1 and tail[0].islower()


def glued(token: str, lex: Lexicon) -> int:
    """Where a word is glued to a name: ``VennThe``, ``Venn2013``, ``山田花子記者``; 0 where none is."""
    for index in range(1, len(token)):
        before, char = token[index - 1], token[index]
        if char.isupper() and before.islower() and token[index:].casefold().strip(".,!’'") in lex.glued:
            return index
        if char.isdigit() and before.isalpha() and not before.isupper() and not before.islower():
            return index
    for role in lex.attached_roles:
        if token.endswith(role) and len(token) > len(role):
            return len(token) - len(role)
    return 0
