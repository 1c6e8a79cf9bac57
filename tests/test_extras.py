"""Extras: a missing one is named with its command, and a run that has them all skips nothing for want of one."""

from __future__ import annotations

import os
import re
import sys
import tomllib
from importlib import import_module, util
from pathlib import Path

import pytest

from reviewparse.errors import MissingExtra, ReviewParseError
from reviewparse.extras import require

ROOT = Path(__file__).parents[1]
EXTRAS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]

NEEDED = {
    "reviewparse.arrow": ("pyarrow", "arrow"),
    "reviewparse.arrow_tables": ("pyarrow", "arrow"),
    "reviewparse.batch.sink_arrow": ("pyarrow", "arrow"),
    "reviewparse.integrations.pandas": ("pandas", "pandas"),
    "reviewparse.integrations.polars": ("polars", "polars"),
    "reviewparse.integrations.ray": ("ray", "ray"),
    "reviewparse.integrations.scrapy": ("scrapy", "scrapy"),
    "reviewparse.integrations.spark": ("pyspark", "spark"),
    "reviewparse.integrations.web_poet": ("web_poet", "webpoet"),
}
"""Module to the package it needs and the extra that installs it."""

ALL_IMPORTS = (
    "dask",
    "duckdb",
    "fastwarc",
    "flask",
    "pandas",
    "pebble",
    "playwright",
    "polars",
    "pyarrow",
    "pyspark",
    "ray",
    "rich",
    "scrapy",
    "scrapy_poet",
    "vl_convert",
    "web_poet",
    "zstandard",
)
"""What tests skip without."""

each_module = pytest.mark.parametrize(("module", "package", "extra"), [(name, *NEEDED[name]) for name in NEEDED])


@each_module
def test_a_missing_extra_is_one_line_with_its_command(
    monkeypatch: pytest.MonkeyPatch, module: str, package: str, extra: str
) -> None:
    monkeypatch.delitem(sys.modules, module, raising=False)
    for name in [name for name in sys.modules if name.partition(".")[0] == package]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtra) as caught:
        import_module(module)
    assert str(caught.value) == f'{package} is not installed: pip install ".[{extra}]" in a clone of reviewparse'
    assert isinstance(caught.value, ImportError)
    assert isinstance(caught.value, ReviewParseError)
    assert any(re.split(r"[\[>]", line)[0].replace("-", "_") == package for line in EXTRAS[extra])


def test_a_package_that_lacks_something_of_its_own_is_not_called_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "half_installed.py").write_text("import its_missing_half\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ModuleNotFoundError, match="its_missing_half") as caught:
        require("half_installed", "arrow")
    assert not isinstance(caught.value, MissingExtra)


def test_all_is_every_extra() -> None:
    (line,) = EXTRAS["all"]
    assert line.removeprefix("reviewparse[").removesuffix("]").split(",") == sorted(set(EXTRAS) - {"all"})


def test_a_run_that_claims_every_extra_has_them() -> None:
    if os.environ.get("REVIEWPARSE_EXTRAS") != "all":
        pytest.skip("the tests session of nox claims every extra; this run does not")
    assert not [name for name in ALL_IMPORTS if util.find_spec(name) is None]
