"""Optional packages: imported when a module that needs them is, and named with their command when they are missing."""

from __future__ import annotations

from importlib import import_module
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
    reviewparse.errors.MissingExtra: no_such_package is not installed: pip install "reviewparse[arrow]"
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        package = module.partition(".")[0]
        if error.name is None or error.name.partition(".")[0] != package:
            raise  # the package is there and lacks something of its own
        message = f'{package} is not installed: pip install "reviewparse[{extra}]"'
        raise MissingExtra(message) from None
