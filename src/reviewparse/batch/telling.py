"""A batch in words: what came in and out, how full the fields are, what took long."""

from __future__ import annotations

import contextlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from reviewparse.batch.job import Outcome
from reviewparse.batch.store import explained
from reviewparse.batch.tally import Tally
from reviewparse.console import align, one_line
from reviewparse.errors import BatchError
from reviewparse.extras import require
from reviewparse.report import batch_page
from reviewparse.report.figures import FIELDS, STEPS, Figures

TOP = 10
"""Warnings, sites and slow pages that are named."""

TENTHS = 10

WIDTH = 80


def lines(outcome: Outcome) -> Iterator[str]:
    """The summary for a terminal or a log."""
    tally = outcome.tally
    yield from align(list(_account(outcome)))
    if tally.rows:
        yield ""
        yield from align([("field", "share", "confidence"), *_fields(tally.figures)])
    if tally.figures.warnings:
        yield ""
        yield from align([("warning", "pages"), *_counted(tally.figures.warnings)])
    if tally.slowest:
        yield ""
        yield from align([("seconds", "slowest pages"), *_slowest(tally)])
    if len(tally.figures.sites) > 1:
        yield ""
        yield from align([("site", "pages", *FIELDS), *_sites(tally.figures)])


def to_dict(outcome: Outcome) -> Mapping[str, Any]:
    """The summary for programs."""
    figures = outcome.tally.figures
    return {
        "pages": outcome.taken,
        "rows": outcome.tally.rows,
        "errors": outcome.tally.errors,
        "errors_by_code": figures.errors,
        "shares": {name: _share(figures.filled[name], figures.pages) for name in FIELDS},
        "confidence": {"steps": STEPS, "values": figures.trust},
        "warnings": figures.warnings,
        "slowest": [{"id": key, "seconds": seconds} for seconds, key in outcome.tally.slowest],
        "sites": {host: {"pages": site.pages, "filled": site.filled} for host, site in figures.sites.items()},
    }


def check_summary(path: Path, *, force: bool) -> None:
    """Refuse a place for a summary that will not do.

    Raises:
        BatchError: unknown suffix, the file exists, or nothing can be written there.
        MissingExtra: drawing needs a package that is not installed.
    """
    if path.suffix not in (".html", ".json"):
        message = f"{path}: a summary is .html or .json"
        raise BatchError(message)
    if path.exists() and not force:
        message = f"{path}: it exists; --force overwrites it"
        raise BatchError(message)
    if path.is_dir():
        message = f"{path}: it is a folder, and stays as it is"
        raise BatchError(message)
    if path.suffix == ".html":
        require("vl_convert", "report")
    with explained(path):
        _fresh(path).touch()
        _fresh(path).unlink()


def write_summary(path: Path, outcome: Outcome, title: str) -> None:
    """As a page of charts, or as JSON.

    Raises:
        BatchError: it cannot be written.
    """
    if path.suffix == ".html":
        text = batch_page(outcome.tally.figures, title)
    else:
        text = json.dumps(to_dict(outcome), ensure_ascii=False, indent=1) + "\n"
    try:
        with explained(path):
            _fresh(path).write_text(text, encoding="utf-8")
            _fresh(path).replace(path)
    except BatchError:
        with contextlib.suppress(OSError):
            _fresh(path).unlink()
        raise


def _fresh(path: Path) -> Path:
    return path.with_name(path.name + ".new")


def _account(outcome: Outcome) -> Iterator[tuple[str, str]]:
    tally = outcome.tally
    earlier = f", {outcome.resumed:,} of them read by earlier runs" if outcome.resumed else ""
    yield "pages", f"{outcome.taken:,} in = {tally.rows:,} rows + {tally.errors:,} errors{earlier}"
    if tally.errors:
        yield "errors", ", ".join(f"{code} {count:,}" for code, count in tally.figures.errors.most_common())
    yield "written", ", ".join(one_line(path.as_posix()) for path in outcome.paths)


def _fields(figures: Figures) -> Iterator[tuple[str, str, str]]:
    for name in FIELDS:
        trust = figures.trust.get(name)
        yield name, f"{_share(figures.filled[name], figures.pages):6.1%}", _histogram(trust) if trust else ""


def _histogram(steps: Sequence[int]) -> str:
    """Confidence of the values in tenths, from the first that has any: ``0.5+ 2%  0.9+ 98%``."""
    width = STEPS // TENTHS
    tenths = [sum(steps[start : start + width]) for start in range(0, STEPS, width)]
    shares = ((place, _share(count, sum(tenths))) for place, count in enumerate(tenths) if count)
    return "  ".join(f"{place / TENTHS:.1f}+ {share:.0%}" for place, share in shares)


def _counted(counts: Counter[str]) -> Iterator[tuple[str, str]]:
    return ((name, f"{count:,}") for name, count in counts.most_common(TOP))


def _slowest(tally: Tally) -> Iterator[tuple[str, str]]:
    return ((f"{seconds:7.3f}", one_line(key, WIDTH)) for seconds, key in tally.slowest[:TOP])


def _sites(figures: Figures) -> Iterator[tuple[str, ...]]:
    most = sorted(figures.sites.items(), key=lambda pair: (-pair[1].pages, pair[0]))[:TOP]
    for host, site in most:
        shares = (f"{_share(site.filled[name], site.pages):.0%}" for name in FIELDS)
        yield one_line(host, WIDTH), f"{site.pages:,}", *shares


def _share(count: int, whole: int) -> float:
    return round(count / whole, 4) if whole else 0.0
