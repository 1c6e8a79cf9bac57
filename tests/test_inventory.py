"""What must agree with what: layers and their imports, tables and their cases, names and their documentation."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import reviewparse as rp
from reviewparse.finders.base import Finder
from reviewparse.languages import available
from reviewparse.pipeline import FIELDS
from tests.test_parsers import CASES, OWN_KEYS, PARSERS

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "reviewparse"

MODULES = sorted(PACKAGE.rglob("*.py"))

PARSERS_MAY_IMPORT = ("chars", "model", "evidence", "languages", "parsers")

TREE_HOLDERS = ("reading", "metadata", "sites")
"""The only packages that hold a tree of lxml or BeautifulSoup."""

MOST_LINES = 300
THE_LONG_ONE = "languages/words.py"
"""The one table of all keys that the TOML files of languages refer to, each with its meaning."""

CORE = {"bs4", "dateparser", "lxml", "regex"}

EXTRAS = {
    "arrow.py": {"pyarrow"},
    "arrow_tables.py": {"pyarrow"},
    "batch/pool.py": {"pebble"},
    "batch/sink_arrow.py": {"pyarrow"},
    "cli.py": {"rich"},
    "integrations/pandas.py": {"pandas", "pyarrow"},
    "integrations/polars.py": {"polars", "pyarrow"},
    "integrations/ray.py": {"pyarrow", "ray"},
    "integrations/scrapy.py": {"scrapy"},
    "integrations/spark.py": {"pyarrow", "pyspark"},
    "integrations/web_poet.py": {"web_poet"},
}
"""Module to packages that an extra installs for it."""

each_module = pytest.mark.parametrize("path", MODULES, ids=[path.relative_to(PACKAGE).as_posix() for path in MODULES])


def imports(path: Path) -> Iterator[str]:
    """Full names of what a module imports, at its top or inside a function."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: relative import"
            module = str(node.module)
            yield from (f"{module}.{alias.name}" if module == "reviewparse" else module for alias in node.names)


@each_module
def test_imports_are_of_the_core(path: Path) -> None:
    roots = {name.partition(".")[0] for name in imports(path)}
    allowed = CORE | {"reviewparse"} | EXTRAS.get(path.relative_to(PACKAGE).as_posix(), set())
    assert roots - set(sys.stdlib_module_names) <= allowed


@each_module
def test_only_the_readers_hold_a_tree(path: Path) -> None:
    if path.relative_to(PACKAGE).parts[0] not in TREE_HOLDERS:
        assert not {name for name in imports(path) if name.partition(".")[0] in ("bs4", "lxml")}


@pytest.mark.parametrize("path", sorted((PACKAGE / "parsers").glob("*.py")), ids=lambda path: path.name)
def test_parsers_know_no_page(path: Path) -> None:
    own = {name.split(".")[1] for name in imports(path) if name.startswith("reviewparse.")}
    assert own <= set(PARSERS_MAY_IMPORT)


@each_module
def test_nobody_uses_the_slow_tree_builder(path: Path) -> None:
    assert "html.parser" not in path.read_text(encoding="utf-8")


@each_module
def test_no_module_is_longer_than_a_reader_bears(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines < MOST_LINES or path.relative_to(PACKAGE).as_posix() == THE_LONG_ONE


@each_module
def test_every_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def test_public_names_are_sorted_and_there() -> None:
    assert rp.__all__ == sorted(rp.__all__)
    assert all(hasattr(rp, name) for name in rp.__all__)


def test_public_names_are_the_documented_ones() -> None:
    page = (ROOT / "docs" / "reference" / "api.md").read_text(encoding="utf-8")
    documented = re.findall(r"^\.\. auto\w+:: reviewparse\.(\w+)$", page, re.M)
    assert sorted(documented) == rp.__all__


def test_every_parser_has_a_table_of_cases() -> None:
    assert {path.stem for path in CASES.glob("*.toml")} == set(PARSERS)


@pytest.mark.parametrize("code", [code for code in available() if code != "en"])
def test_every_language_has_cases(code: str) -> None:
    path = CASES / "languages" / f"{code}.toml"
    cases = tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    assert {case["parser"] for case in cases} >= {"parse_byline", "parse_date", "parse_ratings"}


@pytest.mark.parametrize("path", sorted(CASES.rglob("*.toml")), ids=lambda path: path.stem)
def test_every_case_says_why_and_what(path: Path) -> None:
    cases = tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    reasons = [case["why"] for case in cases]
    assert len(set(reasons)) == len(reasons)
    arguments = {"headline": {"kind", "makers"}}.get(path.stem, set())
    for case in cases:
        assert "want" in case, case["why"]
        assert ("text" in case) != ("lines" in case), case["why"]
        assert set(case) - OWN_KEYS <= arguments, case["why"]


def test_every_site_rule_has_a_page() -> None:
    rules = {path.stem for path in (PACKAGE / "sites").glob("*.toml")}
    pages = {path.parent.name for path in (ROOT / "tests" / "fixtures").rglob("*.json")}
    assert rules <= pages


def finders() -> Iterator[tuple[str, Finder[object]]]:
    for field in FIELDS:
        yield from ((field.name, finder) for finder in field.finders)


def test_finders_have_a_name_of_their_own_and_a_trust() -> None:
    names = [finder.name for _, finder in finders()]
    assert len(set(names)) == len(names)
    assert all(0 < finder.confidence <= 1 for _, finder in finders())
    assert all(re.fullmatch(r"[a-z]+\.[a-z_]+", name) for name in names)
