"""All checks, one session each. ``nox`` runs those of a push; ``nox -s min`` and ``nox -s evaluate`` are asked for."""

from __future__ import annotations

import tomllib
from pathlib import Path

import nox

nox.needs_version = ">=2024.4"
nox.options.sessions = ["lint", "types", "docs", "tests"]
nox.options.reuse_existing_virtualenvs = True

PROJECT = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]


def install(session: nox.Session, group: str, extras: str = "cli") -> None:
    """The package, some extras and one dependency group; pip knows groups from 25.1 on."""
    session.install("--upgrade", "pip>=25.1")
    session.install("--editable", f".[{extras}]", "--group", group)


@nox.session
def lint(session: nox.Session) -> None:
    """Style and form."""
    session.install("--upgrade", "pip>=25.1")
    session.install("--group", "lint")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")


@nox.session
def types(session: nox.Session) -> None:
    """Types, strictly."""
    install(session, "types")
    session.run("mypy")


@nox.session
def docs(session: nox.Session) -> None:
    """The documentation; warnings and dead references are errors."""
    install(session, "docs", "arrow,cli,pandas,polars,report")
    session.run("sphinx-build", "-q", "-E", "-n", "-W", "--keep-going", "-b", "html", "docs", "docs/_build/html")


@nox.session
def tests(session: nox.Session) -> None:
    """Tests and doctests: of the modules, of the documentation, of the README; with every extra, so that none skips."""
    install(session, "extras", "all")
    session.run("pytest", *session.posargs, env={"REVIEWPARSE_EXTRAS": "all"})


@nox.session
def min(session: nox.Session) -> None:  # noqa: A001 - the usual name of this session
    """The tests with the oldest dependencies that we claim to work with."""
    install(session, "test")
    session.install(*(line.replace(">=", "==") for line in PROJECT["dependencies"]))
    session.run("pytest", *session.posargs)


@nox.session
def timed(session: nox.Session) -> None:
    """Tests that measure time; for a machine with nothing else to do."""
    install(session, "test")
    session.run("pytest", "-m", "timed", *session.posargs)


@nox.session
def fuzz(session: nox.Session) -> None:
    """Fuzz one entry point, guided by coverage: ``nox -s fuzz -- parse_html --seconds 1800``."""
    install(session, "fuzz")
    session.run("python", "-m", "tests.fuzz.harness", *(session.posargs or ["cells"]), env={"PYTHONPATH": "src:."})


@nox.session
def evaluate(session: nox.Session) -> None:
    """Accuracy on the stored pages, as a table."""
    install(session, "test")
    session.run("python", "-m", "tests.evaluation.score", *session.posargs)
