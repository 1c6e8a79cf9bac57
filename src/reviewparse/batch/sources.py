"""From names to sources: files, folders, globs and standard input; what is named is looked at before work begins."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from reviewparse.batch.items import SOURCE_BROKEN, Item, Lost
from reviewparse.batch.packing import MAGICS
from reviewparse.batch.source_files import FORMS, PageFile
from reviewparse.batch.source_stdin import from_stdin
from reviewparse.batch.source_tables import Columns, Csv, JsonLines, Parquet
from reviewparse.batch.source_warc import SUFFIXES as WARC_SUFFIXES
from reviewparse.batch.source_warc import Warc
from reviewparse.errors import BatchError

STDIN = "-"

TABLES: dict[str, type[JsonLines | Csv | Parquet]] = {
    **dict.fromkeys((".jsonl", ".ndjson"), JsonLines),
    **dict.fromkeys((".csv", ".tsv"), Csv),
    ".parquet": Parquet,
}

MAGIC = "*?["


class Source(Protocol):
    """Something that holds pages."""

    @property
    def size(self) -> int:
        """Bytes on disk; 0 where nobody knows."""

    def pages(self) -> Iterator[Item]:
        """What it holds, in an order that is always the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Many:
    """Files that nobody named one by one: those of a folder or a glob, in alphabetical order."""

    paths: Callable[[], Iterator[Path]]
    columns: Columns
    size: int

    def pages(self) -> Iterator[Item]:
        """The pages of all files whose suffix is known; one that cannot be read is a ``Lost``."""
        for path in self.paths():
            try:
                source = _source(path, self.columns)
            except BatchError as error:
                yield Lost(id=path.as_posix(), code=SOURCE_BROKEN, message=str(error).removeprefix(f"{path}: "))
                continue
            if source is not None:
                yield from source.pages()


def open_sources(names: Sequence[str], columns: Columns) -> list[Source]:
    """The sources behind names, in their order; what is named is looked at, what lies in a folder is not yet.

    Raises:
        BatchError: there is nothing of this name, its suffix is not known, or it cannot be read; the message names it.
        MissingExtra: reading it needs a package that is not installed.
    """
    if names.count(STDIN) > 1:
        message = f"{STDIN}: standard input can be read only once"
        raise BatchError(message)
    return [_named(name, columns) for name in names]


def pages_of(sources: Iterable[Source]) -> Iterator[Item]:
    """All pages of all sources; ``end`` counts bytes over all of them."""
    before = 0
    for source in sources:
        for item in source.pages():
            yield replace(item, end=item.end + before) if before and item.end else item
        before += source.size


def _named(name: str, columns: Columns) -> Source:
    path = Path(name)
    if name == STDIN:
        return from_stdin(sys.stdin.buffer, columns)
    if path.is_dir():
        return _many(name, lambda: _walk(path), columns)
    if any(char in name for char in MAGIC) and not path.exists():
        return _many(name, lambda: _matching(name), columns)
    source = _source(path, columns)
    if source is None and not path.exists():
        message = f"{name}: no such file or folder"
        raise BatchError(message)
    if source is None:
        known = " ".join(sorted({*FORMS, *TABLES, *WARC_SUFFIXES}))
        message = f"{name}: unknown suffix; known are {known}, most also with .gz or .zst behind"
        raise BatchError(message)
    return source


def _many(name: str, paths: Callable[[], Iterator[Path]], columns: Columns) -> Source:
    count = size = 0
    for path in paths():
        if _kind(path) is not None:
            count += 1
            size += _size(path)
    if not count:
        message = f"{name}: there are no pages in it" if Path(name).is_dir() else f"{name}: no such file or folder"
        raise BatchError(message)
    return Many(paths=paths, columns=columns, size=size)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _walk(folder: Path) -> Iterator[Path]:
    def failed(error: OSError) -> None:
        message = f"{error.filename}: {error.strerror}"
        raise BatchError(message)

    for parent, folders, files in os.walk(folder, onerror=failed):
        folders.sort()
        yield from (Path(parent, file) for file in sorted(files))


def _matching(pattern: str) -> Iterator[Path]:
    found = sorted(glob.iglob(pattern, recursive=True))  # noqa: PTH207 - pathlib takes no absolute patterns
    return (path for path in map(Path, found) if path.is_file())


def _source(path: Path, columns: Columns) -> Source | None:
    """The source in a file, or ``None`` for one whose suffix is not known."""
    kind = _kind(path)
    if kind is None:
        return None
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
        if kind is PageFile:
            return PageFile(path, FORMS[_suffix(path)[0]], size)
        source = Warc(path=path, size=size) if kind is Warc else kind(path=path, columns=columns, size=size)
        source.check()
    except OSError as error:
        message = f"{path}: {error.strerror or error}"
        raise BatchError(message) from error
    return source


def _kind(path: Path) -> Any:  # noqa: ANN401 - the class of a source, or None
    suffix, packed = _suffix(path)
    if suffix in FORMS:
        return PageFile
    if suffix in WARC_SUFFIXES:
        return Warc
    kind = TABLES.get(suffix)
    return None if packed and kind is Parquet else kind


def _suffix(path: Path) -> tuple[str, bool]:
    """The suffix that tells what it is, and whether it is packed; ``a.warc.wet.gz`` is a WET."""
    suffixes = [suffix.lower() for suffix in path.suffixes]
    packed = bool(suffixes) and suffixes[-1] in MAGICS
    if packed:
        suffixes.pop()
    return suffixes[-1] if suffixes else "", packed
