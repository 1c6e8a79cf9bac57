"""Numbers on the command line: what an option takes, and what it says of anything else."""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable
from typing import TypeVar

N = TypeVar("N", int, float)

INFINITE = math.inf


def whole(least: int, most: float = INFINITE) -> Callable[[str], int]:
    """Reads whole numbers between two bounds, which count as inside.

    >>> whole(0, 65_535)("8640")
    8640
    >>> whole(0)("1.5")
    Traceback (most recent call last):
        ...
    argparse.ArgumentTypeError: not a whole number from 0 on: '1.5'
    """
    wanted = f"a whole number from {least} {'on' if most == INFINITE else f'to {most}'}"

    def read(text: str) -> int:
        value = int(text) if text.isascii() and text.isdigit() else least - 1
        return _kept(value, text, wanted, fits=least <= value <= most)

    return read


def share(text: str) -> float:
    """A number from 0 to 1."""
    value = _number(text)
    return _kept(value, text, "a number from 0 to 1", fits=0 <= value <= 1)


def positive(text: str) -> float:
    """A finite number above 0."""
    value = _number(text)
    return _kept(value, text, "a number above 0", fits=0 < value < INFINITE)


def _number(text: str) -> float:
    """The number, or one that is within no bounds."""
    try:
        return float(text)
    except ValueError:
        return math.nan


def _kept(value: N, text: str, wanted: str, *, fits: bool) -> N:
    if fits:
        return value
    message = f"not {wanted}: {text!r}"
    raise argparse.ArgumentTypeError(message)
