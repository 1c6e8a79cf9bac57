"""Which parts of a text are shown, when it is too long to show all of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewparse.evidence import Span

PIECE = 1_000
"""Characters of a line that is shown or left out as a whole."""


def lines_of(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """The whole lines in which the spans stand: a quote may stand outside the article, in a box about the author."""
    for start, end in spans:
        stop = text.find("\n", end)
        yield text.rfind("\n", 0, start) + 1, stop if stop >= 0 else len(text)


def united(*spans: Iterable[Span]) -> list[Span]:
    """All spans in order, those that overlap as one."""
    whole: list[Span] = []
    for start, end in sorted(span for group in spans for span in group):
        if whole and start <= whole[-1][1]:
            whole[-1] = whole[-1][0], max(end, whole[-1][1])
        else:
            whole.append((start, end))
    return whole


def chosen(pieces: list[Span], marked: Iterable[Span], *, whole: int, further: int) -> list[Span | None]:
    """The beginning of a text, then what has marks; ``None`` where something was left out.

    Args:
        pieces: The parts of the text, in order.
        marked: What should be seen.
        whole: Characters shown from the beginning.
        further: Characters of parts with marks that are shown behind it.
    """
    places = united(marked)
    shown: list[Span | None] = []
    for start, end in pieces:
        whole -= end - start
        while places and places[0][1] <= start:
            places.pop(0)
        if whole < 0 and places and places[0][0] < end:
            further -= end - start
            if further >= 0:
                shown.append((start, end))
                continue
        if whole >= 0:
            shown.append((start, end))
        elif shown and shown[-1] is not None:
            shown.append(None)
    return shown


def pieces_of(text: str, start: int, end: int) -> Iterator[Span]:
    """The lines of a passage; long ones in pieces, cut at blanks where there are any."""
    while start < end:
        stop = text.find("\n", start, min(end, start + PIECE))
        if stop < 0:
            stop = end if end - start <= PIECE else text.rfind(" ", start + 1, start + PIECE)
            stop = stop if stop > start else start + PIECE
        if stop > start:
            yield start, stop
        start = stop + 1 if text[stop : stop + 1] in ("\n", " ") else stop
