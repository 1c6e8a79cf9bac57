r"""A million stored pages on one machine: sources, worker processes, tables. ``reviewparse batch`` is its command.

>>> from pathlib import Path
>>> from tempfile import TemporaryDirectory
>>> with TemporaryDirectory() as folder:
...     _ = Path(folder, "page.txt").write_text("Cold Tap\n\nReviewed by Orla Venn\n\nRating: 4/5", "utf-8")
...     outcome = run(Job(sources=(folder,), out=Path(folder, "reviews.jsonl"), workers=0))
...     outcome.taken, outcome.tally.rows, outcome.tally.errors
(1, 1, 0)
"""

from __future__ import annotations

from reviewparse.batch.items import CODES, StoredPage
from reviewparse.batch.job import Job, Outcome, run
from reviewparse.batch.pool import Limits
from reviewparse.batch.sinks import Form
from reviewparse.batch.source_tables import Columns
from reviewparse.batch.work import read_page

__all__ = ["CODES", "Columns", "Form", "Job", "Limits", "Outcome", "StoredPage", "read_page", "run"]
