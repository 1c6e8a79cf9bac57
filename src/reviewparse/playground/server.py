"""The local server: one socket on the loopback interface, quiet, stopped by the keyboard."""

from __future__ import annotations

import logging
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from reviewparse.extras import require
from reviewparse.playground.app import create_app

LOOPBACK = "127.0.0.1"


@contextmanager
def listening(port: int) -> Iterator[tuple[str, Any]]:
    """The address, and a server that answers there once ``serve_forever`` is called.

    Args:
        port: Where to listen; 0 takes a free one.

    Raises:
        MissingExtra: the web framework is not installed.
        OSError: the port is taken.
    """
    app = create_app()
    serving = require("werkzeug.serving", "report")
    logging.getLogger("werkzeug").setLevel(logging.WARNING)  # not a line for each request
    with socket.create_server((LOOPBACK, port)) as door:
        taken = door.getsockname()[1]
        server = serving.make_server(LOOPBACK, taken, app, threaded=True, fd=door.fileno())
        try:
            yield f"http://{LOOPBACK}:{taken}/", server
        finally:
            server.server_close()
