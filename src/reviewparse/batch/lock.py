"""One run at a time: a lock on the work folder that ends with the process that holds it, however that ends."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

from reviewparse.errors import BatchError

LOCK = "lock"


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Make the folder and hold it; what was made goes again where nothing has come into it.

    Raises:
        BatchError: another run holds it, or it cannot be made.
    """
    made = [path for path in (folder, *folder.parents) if not path.exists()]
    try:
        handle = _opened(folder)
    except OSError as error:
        _remove(made)
        message = f"{error.filename or folder}: {error.strerror or error}"
        raise BatchError(message) from error
    try:
        yield
    finally:
        _let_go(handle, folder / LOCK)
        _remove([folder, *made])


def _opened(folder: Path) -> int:
    while True:
        folder.mkdir(parents=True, exist_ok=True)
        try:
            handle = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o644)
        except FileNotFoundError:  # the run that ended just now has removed the folder
            continue
        try:
            _take(handle)
            if _is(handle, folder / LOCK):
                return handle
        except BlockingIOError:
            os.close(handle)
            message = f"{folder}: another run is at work in it"
            raise BatchError(message) from None
        os.close(handle)


def _take(handle: int) -> None:
    """Lock it, where the disk knows locks.

    Raises:
        BlockingIOError: another process has done so.
    """
    try:
        _locker()(handle)
    except (BlockingIOError, PermissionError) as error:
        raise BlockingIOError from error
    except OSError:  # some disks of a network know none
        pass


def _locker() -> Callable[[int], None]:
    if os.name == "nt":
        windows = import_module("msvcrt")
        return lambda handle: windows.locking(handle, windows.LK_NBLCK, 1)
    unix = import_module("fcntl")
    return lambda handle: unix.flock(handle, unix.LOCK_EX | unix.LOCK_NB)


def _is(handle: int, path: Path) -> bool:
    """Whether this is the file of that name, and not one that was removed before it was locked."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except OSError:
        return False


def _let_go(handle: int, path: Path) -> None:
    if os.name == "nt":  # where no file is removed that is open
        os.close(handle)
    with contextlib.suppress(OSError):  # gone with the folder; or another run is looking at it
        path.unlink()
    if os.name != "nt":
        os.close(handle)


def _remove(folders: list[Path]) -> None:
    for folder in folders:
        with contextlib.suppress(OSError):  # something is in it, or it is gone
            folder.rmdir()
