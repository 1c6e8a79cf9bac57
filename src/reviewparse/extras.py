"""Optional packages: imported when a module that needs them is, and named with their command when they are missing."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module, util
from types import ModuleType

from reviewparse.errors import MissingExtra


def require(module: str, extra: str) -> ModuleType:
    """Import an optional package.

    Args:
        module: Its full name: ``pyarrow``, ``pyarrow.parquet``.
        extra: The extra of this package that installs it.

    Raises:
        MissingExtra: it is not installed; the message is one line with the command that installs it.

    >>> require("no_such_package", "arrow")
    Traceback (most recent call last):
        ...
    reviewparse.errors.MissingExtra: no_such_package is not installed: pip install ".[arrow]" in a clone of reviewparse
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        package = module.partition(".")[0]
        if error.name is None or error.name.partition(".")[0] != package:
            raise  # the package is there and lacks something of its own
        raise _missing({package: extra}) from None


def require_all(needs: Mapping[str, str]) -> None:
    """Look for several packages at once, so that one command installs all that are missing.

    Args:
        needs: Package to the extra that installs it.

    Raises:
        MissingExtra: some are not installed.

    >>> require_all({"json": "cli", "no_a": "zst", "no_b": "cli"})
    Traceback (most recent call last):
        ...
    reviewparse.errors.MissingExtra: no_a and no_b are not installed: pip install ".[cli,zst]" in a clone of reviewparse
    """
    lacking = {package: extra for package, extra in needs.items() if util.find_spec(package) is None}
    if lacking:
        raise _missing(lacking)


def _missing(lacking: Mapping[str, str]) -> MissingExtra:
    names, extras = " and ".join(lacking), ",".join(sorted(set(lacking.values())))
    are = "is" if len(lacking) == 1 else "are"
    return MissingExtra(f'{names} {are} not installed: pip install ".[{extras}]" in a clone of reviewparse')
