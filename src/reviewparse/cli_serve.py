"""``reviewparse serve``: a local page to paste articles into."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from reviewparse.cli_values import whole

OK, UNREADABLE = 0, 1

PORT = 8640

MAX_PORT = 65_535


def add_to(commands: Any) -> None:  # noqa: ANN401 - a private class of argparse
    """Add the command."""
    serve = commands.add_parser("serve", help="a local page to paste articles into; only this computer can reach it")
    serve.add_argument(
        "--port", type=whole(0, MAX_PORT), default=PORT, metavar="N", help=f"where to listen ({PORT}); 0: any free one"
    )
    serve.add_argument("--no-browser", action="store_true", help="only print the address")
    serve.set_defaults(run=run_command)


def run_command(args: argparse.Namespace) -> int:
    """Serve until the keyboard interrupts."""
    # the other commands do without these
    import webbrowser  # noqa: PLC0415

    from reviewparse.playground.server import listening  # noqa: PLC0415

    try:
        with listening(args.port) as (address, server):
            sys.stdout.write(f"reviewparse: {address} (Ctrl+C stops it)\n")
            sys.stdout.flush()
            if not args.no_browser:
                webbrowser.open(address)
            server.serve_forever()
    except KeyboardInterrupt:
        return OK
    except OSError as error:
        sys.stderr.write(f"reviewparse: port {args.port}: {error.strerror or error}; try --port 0\n")
        return UNREADABLE
    return OK
