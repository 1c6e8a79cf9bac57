"""The work folder of a batch: finished parts, what they hold, and the last steps to the output.

While the batch runs, ``reviews.parquet.work`` stands beside ``reviews.parquet``. A part counts when its ledger is
there, and that is written last, whole or not at all. Whenever a run is killed, the next one finds some parts, passes
over their pages, and goes on.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reviewparse.batch.lock import LOCK
from reviewparse.batch.sinks import Parts, Sink
from reviewparse.batch.tally import Tally
from reviewparse.batch.work import Done, joined
from reviewparse.errors import BatchError

JOB, FINAL, PLACED = "job.json", "final", "placed.json"

LEDGER = "ledger-{:05d}.json"

Finished = tuple[int, str, Done]
"""Number and stamp of a chunk, and what came of it."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A batch that is done."""

    paths: Sequence[Path]
    tally: Tally
    job: Any


@dataclass(slots=True)
class Store:
    """Parts on disk, and the one that is being filled."""

    out: Path
    sink: Sink
    part_chunks: int
    done: dict[int, str] = field(default_factory=dict)
    """Chunks that need not be read again, and their stamps."""
    tally: Tally = field(default_factory=Tally)
    _count: int = 0
    _open: list[Finished] = field(default_factory=list)

    @property
    def folder(self) -> Path:
        """Where it works."""
        return self.out.with_name(self.out.name + ".work")

    def begin(self, job: Mapping[str, Any], *, force: bool) -> None:
        """Begin in the work folder, which is locked, or take up what is there.

        Raises:
            BatchError: the output exists and may not be overwritten, or the folder is of another job.
        """
        self._check_free(force)
        known = _read_json(self.folder / JOB)
        if known is not None and known != job:
            if not force:
                message = f"{self.folder}: it is of a batch with other {_differing(known, job)}; --force begins anew"
                raise BatchError(message)
            self._clear()
        with explained(self.folder):
            _write_json(self.folder / JOB, job)
        for ledger in self._ledgers():
            self.done.update(map(tuple, ledger["chunks"]))
            self.tally.merge(Tally.from_dict(ledger["tally"]))
            self._count += 1

    def add(self, finished: Finished) -> None:
        """Keep what came of a chunk; a part that is full goes to disk."""
        self._open.append(finished)
        if len(self._open) == self.part_chunks:
            self._write_part()

    def finish(self) -> Placed:
        """Write the last part, make the output of all, and put it in its place."""
        if self._open:
            self._write_part()
        with explained(self.out):
            self._assemble()
            return self._place()

    def left_over(self) -> Placed | None:
        """What a run had assembled when it was killed before the end; now it is put in its place."""
        if _read_json(self.folder / PLACED) is None:
            return None
        with explained(self.out):
            return self._place()

    def _place(self) -> Placed:
        """Move what is assembled beside the work folder and remove that; may be repeated after any step."""
        placed = _read_json(self.folder / PLACED)
        for name in placed["names"]:
            made, target = self.folder / FINAL / name, self.out.with_name(name)
            if made.is_dir():
                _replace_folder(made, target)
            elif made.exists():
                made.replace(target)
        _sync(self.out.parent)
        self._clear(PLACED)
        (self.folder / PLACED).unlink()
        return Placed(
            [self.out.with_name(name) for name in placed["names"]], Tally.from_dict(placed["tally"]), placed["job"]
        )

    def _clear(self, *kept: str) -> None:
        for path in self.folder.iterdir():
            if path.name not in (LOCK, *kept):
                shutil.rmtree(path) if path.is_dir() else path.unlink()

    def _check_free(self, force: bool) -> None:  # noqa: FBT001 - the user's switch
        for name in self.sink.names(self.out):
            target = self.out.with_name(name)
            if target.exists() and not force:
                message = f"{target}: it exists; --force overwrites it"
                raise BatchError(message)
            if target.is_dir() != (not self.out.suffix) and target.exists():
                message = f"{target}: it is {'a folder' if target.is_dir() else 'no folder'}, and stays as it is"
                raise BatchError(message)
            if target.is_dir() and (others := _foreign(target)):
                message = f"{target}: it holds other files ({others[0]}) and stays as it is"
                raise BatchError(message)

    def _write_part(self) -> None:
        done = joined(finished[2] for finished in self._open)
        reviews, errors = self._names(self._count)
        with explained(self.folder):
            self.sink.write_part(reviews, done.payloads)
            self.sink.write_errors(errors, done.errors)
            _sync(reviews, errors)
            chunks = [(number, stamp) for number, stamp, _ in self._open]
            ledger = {"chunks": chunks, "tally": done.tally.to_dict()}
            _write_json(self.folder / LEDGER.format(self._count), ledger)
        self.done.update(chunks)
        self.tally.merge(done.tally)
        self._count += 1
        self._open.clear()

    def _assemble(self) -> None:
        final = self.folder / FINAL
        shutil.rmtree(final, ignore_errors=True)
        final.mkdir()
        names = [self._names(number) for number in range(self._count)]
        parts = Parts(final, [one for one, _ in names], [one for _, one in names])
        made = self.sink.assemble(parts, self.out)
        for path in made.values():
            _sync(*(path.iterdir() if path.is_dir() else ()), path)
        job = _read_json(self.folder / JOB)
        _write_json(self.folder / PLACED, {"names": list(made), "tally": self.tally.to_dict(), "job": job})

    def _names(self, number: int) -> tuple[Path, Path]:
        suffix = self.sink.suffix
        return self.folder / f"reviews-{number:05d}{suffix}", self.folder / f"errors-{number:05d}{suffix}"

    def _ledgers(self) -> Iterator[Any]:
        number = 0
        while (ledger := _read_json(self.folder / LEDGER.format(number))) is not None:
            yield ledger
            number += 1


@contextlib.contextmanager
def explained(path: Path) -> Iterator[None]:
    """Name the path where the disk is full or may not be written."""
    try:
        yield
    except OSError as error:
        message = f"{error.filename or path}: {error.strerror or error}"
        raise BatchError(message) from error


def _differing(known: Any, job: Mapping[str, Any]) -> str:  # noqa: ANN401 - whatever the file holds
    other = known if isinstance(known, dict) else {}
    return ", ".join(key for key in job if other.get(key) != job[key])


def _foreign(folder: Path) -> list[str]:
    """Files in a folder of parts that are no parts."""
    return sorted(
        path.name
        for path in folder.iterdir()
        if not path.match("reviews-*.parquet") and not path.match("errors-*.parquet")
    )


def _replace_folder(made: Path, target: Path) -> None:
    """As ``os.replace``, which takes no folder with something in it."""
    old = made.parent / "old"
    if target.exists():
        target.replace(old)
    made.replace(target)
    shutil.rmtree(old, ignore_errors=True)


def _read_json(path: Path) -> Any:  # noqa: ANN401 - whatever the file holds
    try:
        return json.loads(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return None
    except ValueError:
        return {}


def _write_json(path: Path, data: object) -> None:
    """Whole or not at all, also when the power fails."""
    fresh = path.with_name(path.name + ".new")
    fresh.write_text(json.dumps(data, ensure_ascii=True), encoding="ascii")
    _sync(fresh)
    fresh.replace(path)
    _sync(path.parent)


def _sync(*paths: Path) -> None:
    """To the disk, not only to the system's memory: a file, or what a folder says is in it."""
    for path in paths:
        if os.name == "nt" and path.is_dir():
            continue  # folders cannot be opened there
        handle = os.open(path, os.O_RDWR if os.name == "nt" else os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
