"""What ``import reviewparse`` loads, and what the package depends on."""

from __future__ import annotations

import subprocess
import sys
from importlib import metadata

import pytest

HEAVY = ("bs4", "dateparser", "rich", "pandas", "pyarrow")


def loaded_by(code: str) -> set[str]:
    script = f"{code}\nimport sys\nprint(*sorted(name.partition('.')[0] for name in sys.modules))"
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return set(done.stdout.splitlines()[-1].split())


def test_importing_loads_nothing_heavy() -> None:
    assert not loaded_by("import reviewparse") & set(HEAVY)


def test_reading_a_plain_page_loads_nothing_heavy() -> None:
    code = "import reviewparse\nreviewparse.parse('Cold Tap\\n\\nby: Mara Linfield\\nMarch 3rd, 2011\\n\\nRating: 4/5')"
    assert not loaded_by(code) & set(HEAVY)


def test_importing_leaves_logging_alone() -> None:
    code = "import logging\nimport reviewparse\nassert not logging.getLogger().handlers"
    assert "reviewparse" in loaded_by(code)


def test_the_core_needs_four_packages() -> None:
    required = metadata.requires("reviewparse")
    if required is None:
        pytest.skip("reviewparse is not installed, so its metadata cannot be read")
    core = {line.partition(">")[0] for line in required if "extra ==" not in line}
    assert core == {"beautifulsoup4", "dateparser", "lxml", "regex"}
