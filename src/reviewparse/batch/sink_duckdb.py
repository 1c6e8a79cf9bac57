"""DuckDB: a database with the tables reviews, ratings, tracks, credits, authors and errors, keyed by the page's id."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reviewparse import arrow
from reviewparse.batch.sink_arrow import ArrowSink
from reviewparse.batch.sinks import Form, Parts, Sink
from reviewparse.errors import BatchError
from reviewparse.extras import require

LISTS = ("ratings", "tracks", "credits")
"""Columns of lists that become tables with the columns of their structs; ``n`` is the place in the list, from 1."""

REVIEWS = """\
CREATE TABLE reviews AS
SELECT id, url, kind, lang, title, published, published_alternative, published_date, updated, updated_alternative,
    updated_date, work.title AS work_title, work.creators AS work_creators, work.label AS work_label,
    work.released AS work_released, work.released_date AS work_released_date, work."type" AS work_type,
    work.catalogue AS work_catalogue, work.seconds AS work_seconds, body, warnings, confidence
FROM read_parquet({paths})"""

CHILD = """\
CREATE TABLE {name} AS
SELECT id, n, unnest(one) FROM (
    SELECT id, generate_subscripts({name}, 1) AS n, unnest({name}) AS one FROM read_parquet({paths}))"""

AUTHORS = """\
CREATE TABLE authors AS
SELECT id, generate_subscripts(authors, 1) AS n, unnest(authors) AS name FROM read_parquet({paths})"""

ERRORS = "CREATE TABLE errors AS SELECT id, url, code, message FROM read_parquet({paths})"

ABOUT = "CREATE TABLE about AS SELECT 'reviewparse' AS made_by, {version} AS schema_version"

MEMORY = "1GB"


@dataclass(frozen=True, slots=True)
class DuckDbSink(ArrowSink):
    """Parts as for Parquet; the tables are made of them at the end."""

    def names(self, out: Path) -> Sequence[str]:
        """The database."""
        return (out.name,)

    def assemble(self, parts: Parts, out: Path) -> Mapping[str, Path]:
        """The database, written anew."""
        duckdb = require("duckdb", "duckdb")
        target = parts.folder / out.name
        settings = {"memory_limit": MEMORY, "temp_directory": str(parts.folder / "spill")}
        try:
            with duckdb.connect(str(target), config=settings) as database:
                for statement in _statements(parts):
                    database.execute(statement)
        except duckdb.Error as error:
            message = f"{out}: {str(error).splitlines()[0]}"
            raise BatchError(message) from error
        return {out.name: target}


def make(form: Form) -> Sink:  # noqa: ARG001 - the signature of all sinks
    """The sink."""
    require("duckdb", "duckdb")
    return DuckDbSink()


def _statements(parts: Parts) -> Sequence[str]:
    reviews, errors = _listed(parts.reviews), _listed(parts.errors)
    return (
        REVIEWS.format(paths=reviews),
        *(CHILD.format(name=name, paths=reviews) for name in LISTS),
        AUTHORS.format(paths=reviews),
        ERRORS.format(paths=errors),
        ABOUT.format(version=arrow.VERSION),
    )


def _listed(paths: Sequence[Path]) -> str:
    quoted = (str(path).replace("'", "''") for path in paths)
    return "[" + ", ".join(f"'{path}'" for path in quoted) + "]"
