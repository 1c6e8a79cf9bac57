"""The exceptions reviewparse raises. None of them is ever raised because of what a page says.

* ``ReviewParseError``: base of all
* ``InputError(TypeError)``: the source is of a kind that cannot be read
* ``FormError(InputError, ValueError)``: data that is no JSON form of a review
* ``UnknownLanguage(LookupError)``: a language code without a word table
* ``RuleError(ValueError)``: a site rule or word table that does not hold together
* ``BatchError(ValueError)``: a batch that cannot start or go on, for a source, a column or its output
* ``MissingExtra(ImportError)``: an optional package is needed and not installed
"""

from __future__ import annotations

WORKERS_END = (
    "the worker processes end as soon as they are started; each of them imports the script that starts them, "
    'so what a script does must stand below its if __name__ == "__main__":'
)


class ReviewParseError(Exception):
    """Base of all errors of this library."""


class InputError(ReviewParseError, TypeError):
    """The source is not a page: another type than text, bytes, a path, or a parsed tree."""


class FormError(InputError, ValueError):
    """Data that is no JSON form of a value; the message begins with the path: ``tracks[2].duration: ...``."""

    def __init__(self, path: str, problem: str) -> None:
        """Keep the parts, so that a tool can point at the place."""
        super().__init__(path, problem)
        self.path = path
        self.problem = problem

    def __str__(self) -> str:
        """``tracks[2].duration: not a duration like "3:45": 'long'``."""
        return f"{self.path}: {self.problem}" if self.path else self.problem


class UnknownLanguage(ReviewParseError, LookupError):  # noqa: N818 - reads as the fact it states
    """No word table exists for a language code."""


class RuleError(ReviewParseError, ValueError):
    """A site rule or a word table is malformed; the message names file and key."""

    def __init__(self, path: str, key: str, problem: str) -> None:
        """Keep the parts, so that a tool can point at the place."""
        super().__init__(path, key, problem)
        self.path = path
        self.key = key
        self.problem = problem

    def __str__(self) -> str:
        """``my.toml: ratings.select: not a selector``."""
        return f"{self.path}: {self.key}: {self.problem}"


class BatchError(ReviewParseError, ValueError):
    """A batch cannot start or go on; the message names the file and what is wrong with it."""


class MissingExtra(ReviewParseError, ImportError):  # noqa: N818 - reads as the fact it states
    """An optional package is missing; the message names it and the command that installs it."""
