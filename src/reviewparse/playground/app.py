"""The web application: one page, two answers, and who may ask for them.

It listens on this machine alone, but every page open in the browser can send requests there. Hence: the Host header
must be of this machine (no DNS rebinding), requests of other origins are refused, what is sent has a type that pages of
others cannot send unasked, and its size is bounded. Articles are shown as escaped text under a policy that lets no
script run but the page's own.
"""

from __future__ import annotations

from typing import Any

from reviewparse.extras import require
from reviewparse.limits import DEFAULT
from reviewparse.markup import asset, joined
from reviewparse.playground.answer import Asked, answer, draft
from reviewparse.reading.source import enough

HOSTS = ["127.0.0.1", "localhost"]
"""What a browser may call this machine."""

SENT = "application/octet-stream"
"""Type of what is sent: one that a page of another origin may not send without asking first."""

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}

FILES = {
    "/": ("text/html", ("playground.html",)),
    "/playground.css": ("text/css", ("marks.css", "report.css", "playground.css")),
    "/playground.js": ("text/javascript", ("playground.js",)),
    "/example.txt": ("text/plain", ("example.txt",)),
}
"""Address to type and pieces of what ships with the package."""

OWN_SITES = (None, "same-origin")
"""What a browser says of the origin of a request of our own page; old ones say nothing."""


def create_app() -> Any:  # noqa: ANN401 - a Flask application, which is an extra
    """The application.

    Raises:
        MissingExtra: the web framework is not installed.
    """
    flask = require("flask", "report")
    app = flask.Flask("reviewparse", static_folder=None, template_folder=None)
    app.config.update(TRUSTED_HOSTS=HOSTS, MAX_CONTENT_LENGTH=enough(DEFAULT))
    app.before_request(_refuse_strangers)
    app.after_request(_protect)
    for address, (kind, names) in FILES.items():
        content = joined(asset(name) for name in names)
        app.add_url_rule(address, address, _file(content, kind))
    app.add_url_rule("/read", "read", _read, methods=["POST"])
    app.add_url_rule("/draft", "draft", _draft, methods=["POST"])
    return app


def _refuse_strangers() -> None:
    flask = require("flask", "report")
    request = flask.request
    if request.method != "POST":
        return
    origin = request.headers.get("Origin")
    if origin is not None and origin != request.host_url.rstrip("/"):
        flask.abort(403)
    if request.headers.get("Sec-Fetch-Site") not in OWN_SITES:
        flask.abort(403)
    if request.mimetype != SENT:
        flask.abort(415)


def _protect(response: Any) -> Any:  # noqa: ANN401 - of the framework
    response.headers.update(HEADERS)
    return response


def _file(content: str, kind: str) -> Any:  # noqa: ANN401 - a view of the framework
    return lambda: require("flask", "report").Response(content, mimetype=kind)


def _asked() -> Asked:
    request = require("flask", "report").request
    given = {name: request.args[name] for name in ("name", "form", "url", "least") if name in request.args}
    return Asked.of(request.get_data(cache=False), given)


def _read() -> Any:  # noqa: ANN401 - a response of the framework
    return require("flask", "report").jsonify(answer(_asked()))


def _draft() -> Any:  # noqa: ANN401 - a response of the framework
    return require("flask", "report").Response(draft(_asked()), mimetype="application/zip")
