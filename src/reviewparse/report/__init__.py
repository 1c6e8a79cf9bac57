"""Pages that show what was found: one file each, without scripts and without anything to fetch."""

from __future__ import annotations

from reviewparse.report.batch import batch_page
from reviewparse.report.figures import Figures
from reviewparse.report.page import page

__all__ = ["Figures", "batch_page", "page"]
