"""The tutorial runs from a clean kernel, and what is stored below its cells is what they print.

python -m tests.test_tutorial       runs it and stores what it prints
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
TUTORIAL = ROOT / "docs" / "tutorial.ipynb"

NEEDED = ("pandas", "pyarrow", "nbformat", "nbclient", "ipykernel")


def run() -> tuple[Any, Any]:
    """The notebook as stored, and as it comes out of a clean kernel."""
    reason = "the group 'extras' is not installed"
    nbclient, nbformat = (pytest.importorskip(name, reason=reason) for name in ("nbclient", "nbformat"))
    stored = nbformat.read(TUTORIAL, as_version=4)
    fresh = nbformat.read(TUTORIAL, as_version=4)
    resources = {"metadata": {"path": str(TUTORIAL.parent)}}
    nbclient.NotebookClient(fresh, timeout=300, kernel_name="python3", resources=resources).execute()
    return stored, fresh


def printed(notebook: Any) -> list[tuple[str, list[str]]]:  # noqa: ANN401 - nbformat has no types
    """What stands below each cell, as text: the form that does not change with a theme or a release of pandas."""
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    return [(cell.source, [output["data"]["text/plain"] for output in cell.outputs]) for cell in cells]


@pytest.mark.slow
@pytest.mark.filterwarnings(
    "default"
)  # the machinery of kernels warns about itself; the cells' own kernel shows its warnings
def test_what_is_stored_is_what_it_prints() -> None:
    for package in NEEDED:
        pytest.importorskip(package, reason=f"{package} is not installed: the tutorial needs the group 'extras'")
    stored, fresh = run()
    assert printed(fresh) == printed(stored)
    assert any(
        "<mark" in output["data"].get("text/html", "") for cell in stored.cells for output in cell.get("outputs", ())
    )


def store() -> None:
    """Write what the cells print now."""
    import nbformat  # noqa: PLC0415 - an extra

    fresh = run()[1]
    for cell in fresh.cells:
        cell.metadata = {}
    fresh.metadata = {"kernelspec": fresh.metadata["kernelspec"], "language_info": {"name": "python"}}
    nbformat.write(fresh, TUTORIAL)


if __name__ == "__main__":
    store()
