"""The items of a list on their way: lines taken one after the other, under the disc and side that was opened last."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from reviewparse.languages import Words
from reviewparse.parsers.duration import read_total
from reviewparse.parsers.track_line import Front, read_front
from reviewparse.parsers.tracklist_inline import split_inline
from reviewparse.parsers.tracklist_lines import Kind, Special, read_special

MAX_NAME = 24
"""Characters behind a disc heading that may be its name; more may be its tracks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line of a list, its number peeled off."""

    text: str
    line: int
    """Index of the printed line."""
    position: str | None = None
    disc: int | None = None
    side: str | None = None
    bonus: bool = False
    artist: str | None = None
    """From a column of its own."""
    seconds: int | None = None
    """From a column of its own."""
    below: tuple[str, ...] = ()
    """Lines between it and the next item."""
    parts: tuple[str, ...] = ()
    """Movements of a work, parts of a medley, as printed on lines of their own."""


@dataclass(slots=True)
class Run:
    """Items that follow each other, and what was found between them."""

    items: list[Item] = field(default_factory=list)
    numbered: bool = False
    marked: bool = False
    """Whether each item has a bullet."""
    media: bool = False
    """Whether disc or side headings stand in it."""
    foreign: bool = False
    """Whether the heading of another kind of list stands between its items: an encore."""
    bare: bool = False
    """Whether its numbers have neither a mark behind nor a zero before them: ``2 Eggs``."""
    derived: bool = False
    """Whether the items were cut out of a body that goes through the songs."""
    tabular: bool = False
    """Whether column heads name its columns."""
    total: int | None = None
    highlights: str = ""
    """What a line such as ``Highlights: 2, 5`` names."""
    end: int = 0
    """Index one past the last line that belongs to it."""


class Collector:
    """Takes line after line until the list ends, and keeps what counts for the next one."""

    def __init__(self, words: Words, *, numbered: bool) -> None:
        self.words = words
        self.run = Run(numbered=numbered)
        self.disc: int | None = None
        self.side: str | None = None
        self.bonus = False
        self.restart = False
        """Whether the number may begin again: a disc or side was opened."""
        self.front: Front | None = None
        self.below: list[str] = []
        self.pending_foreign = False

    def add(self, text: str, line: int, front: Front | None = None, *, bonus: bool = False) -> None:
        """One more item; what stood below the one before it is settled."""
        self.settle()
        disc, side = self.disc, self.side
        if front is not None and front.kind == "disc":
            disc = int(front.group)
        elif front is not None and front.kind == "side":
            side = front.group
        position = front.printed if front is not None else None
        self.run.items.append(
            Item(text=text, line=line, position=position, disc=disc, side=side, bonus=bonus or self.bonus)
        )
        self.run.foreign |= self.pending_foreign
        self.run.bare |= front is not None and front.kind == "bare" and front.number == 1 and front.printed == "1"
        self.run.end = line + 1
        self.front = front or self.front
        self.restart = False

    def finished(self) -> Run:
        """The run, without numbers that no text follows."""
        self.run.items = [item for item in self.run.items if item.text]
        return self.run

    def settle(self) -> None:
        """Give the lines in between to the item above them."""
        if self.below and self.run.items:
            self.run.items[-1] = replace(self.run.items[-1], below=tuple(self.below))
        self.below = []

    def special(self, special: Special, line: int) -> bool:
        """A line that is no track; ``False`` when it ends the list."""
        kind = special.kind
        if kind is Kind.DISC or (kind is Kind.HEADING and special.value):
            self.disc = int(special.value) if special.value else (self.disc or 0) + 1
            self.side, self.bonus = None, False
        elif kind is Kind.SIDE:
            self.side = special.value
        elif kind is Kind.BONUS and special.rest:
            self.add(special.rest, line, bonus=True)
        elif kind is Kind.BONUS:
            self.bonus = True
        elif kind is Kind.TOTAL:
            self.run.total = read_total(special.rest, self.words) or self.run.total
            self.run.end = line + 1 if self.run.items else self.run.end
        elif kind is Kind.HIGHLIGHTS:
            self.run.highlights = special.rest
            return bool(special.rest)
        else:
            return False
        if kind in (Kind.DISC, Kind.SIDE, Kind.HEADING):
            self.settle()
            self.restart = self.run.media = True
            self.run_in(special.rest, line)
        return True

    def run_in(self, rest: str, line: int) -> None:
        """Items that stand on the line of their side or disc: ``Side A: Bellmouth / Ferry Home / Long Acre``."""
        numbered = rest[:1] in ("0", "1", "(", "[")
        pieces = split_inline(rest, self.words, headed=True) if numbered or len(rest) > MAX_NAME else []
        for piece in pieces:
            front = read_front(piece, self.words)
            medium = read_special(piece, self.words)
            if medium is not None and medium.kind in (Kind.DISC, Kind.SIDE) and not medium.rest:
                self.special(medium, line)  # "Side A: Bellmouth; Far Gate. Side B: Long Acre; Salt"
                continue
            if front is not None and front.kind == "marked":
                self.add(front.rest, line, front)
            else:
                self.add(piece, line)
