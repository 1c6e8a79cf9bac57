"""A batch as one page: how much was found, how far it is trusted, and what the reviews say as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reviewparse.markup import Html, cut, el
from reviewparse.report import charts
from reviewparse.report.charts import Row, Spec
from reviewparse.report.figures import FIELDS, MARKS, NO_SITE, OTHER_SITES, STEPS, Figures
from reviewparse.report.shell import whole

MOST_SITES = 15
MOST_BARS = 12
MOST_MONTHS = 48
"""Reviews of a longer time are counted by year."""

OTHERS = "all others"

NAME = 40
"""Characters of a name in a chart."""

STAGES = (("below 0.6", 0.0), ("0.6 to 0.8", 0.6), ("0.8 to 0.9", 0.8), ("0.9 to 0.95", 0.9), ("0.95 and up", 0.95))


@dataclass(frozen=True, slots=True)
class Chart:
    """One figure of the page."""

    name: str
    title: str
    note: str
    rows: Sequence[Row]
    draw: Callable[[Sequence[Row]], Spec]


def batch_page(figures: Figures, title: str = "Batch report") -> str:
    """A page of charts: coverage, confidence, ratings, time, sites. One file, no script, nothing to fetch.

    Raises:
        MissingExtra: the extra ``report`` is not installed.
    """
    shown = [_figure(chart) for chart in _charts(figures) if chart.rows]
    content = (
        el("header", el("h1", title), el("p", _totals(figures), class_="lead")),
        el("main", *shown, _trouble(figures), class_="charts"),
    )
    return whole(title, el("div", *content, class_="batch"))


def _charts(figures: Figures) -> Iterator[Chart]:
    yield Chart("coverage", "Coverage", "Share of the pages on which a field says something.", _coverage(figures),
                charts.shares)  # fmt: skip
    yield Chart("confidence", "Confidence", "How far the values found are trusted.", _confidence(figures),
                lambda rows: charts.stacked(rows, [name for name, _ in STAGES]))  # fmt: skip
    yield Chart("ratings", "Ratings", "Overall ratings whose scale is known, 0 worst, 1 best.", _marks(figures),
                lambda rows: charts.columns(rows, "rating"))  # fmt: skip
    yield Chart("time", "Over time", "Pages by the date they were published.", _time(figures),
                lambda rows: charts.columns(rows, "published"))  # fmt: skip
    yield Chart("kinds", "Kinds", "What is reviewed.", _counted(figures.kinds), charts.counts)
    yield Chart("languages", "Languages", "In which language.", _counted(figures.languages), charts.counts)
    yield Chart("sites", "Sites", "The sites with most pages, and the share of each field there.", _sites(figures),
                lambda rows: charts.grid(rows, FIELDS))  # fmt: skip


def _figure(chart: Chart) -> Html:
    keys = [key for key in chart.rows[0] if key != "note"]
    lines = [el("tr", *(el("td", _cell(row[key])) for key in keys)) for row in chart.rows]
    table = el("table", el("thead", el("tr", *(el("th", key) for key in keys))), el("tbody", *lines))
    return el(
        "figure",
        el("figcaption", el("h2", chart.title), el("p", chart.note)),
        charts.svg(chart.draw(chart.rows), chart.name),
        el("details", el("summary", "as a table"), table),
        id=chart.name,
    )


def _cell(value: str | float) -> str:
    return value if isinstance(value, str) else f"{value:,.3g}" if value < 1 else f"{value:,}"


def _totals(figures: Figures) -> str:
    sites = len([name for name in figures.sites if name not in (NO_SITE, OTHER_SITES)])
    failed = sum(figures.errors.values())
    numbers = [
        ("page", figures.pages),
        *((name, number) for name, number in (("site", sites), ("error", failed)) if number),
    ]
    return " · ".join(f"{number:,} {name}{'' if number == 1 else 's'}" for name, number in numbers)


def _trouble(figures: Figures) -> Html:
    rows = [(name, "error", number) for name, number in figures.errors.most_common(MOST_BARS)]
    rows += [(name, "warning", number) for name, number in figures.warnings.most_common(MOST_BARS)]
    if not rows:
        return Html()
    lines = [
        el("tr", el("th", cut(name, NAME)), el("td", kind), el("td", f"{number:,}")) for name, kind, number in rows
    ]
    return el("section", el("h2", "Errors and warnings"), el("table", *lines), class_="trouble")


def _coverage(figures: Figures) -> list[Row]:
    if not figures.pages:
        return []
    return [
        {"name": name, "share": figures.filled[name] / figures.pages, "pages": figures.filled[name],
         "note": f"{name}: {figures.filled[name]:,} of {figures.pages:,}"}
        for name in FIELDS
    ]  # fmt: skip


def _confidence(figures: Figures) -> list[Row]:
    rows: list[Row] = []
    for name in FIELDS:
        steps = figures.trust.get(name, [])
        for stage, (word, least) in enumerate(STAGES):
            below = STAGES[stage + 1][1] if stage + 1 < len(STAGES) else 2.0
            number = sum(found for step, found in enumerate(steps) if least <= round(step / STEPS, 2) < below)
            if number:
                rows.append({"name": name, "step": word, "count": number, "note": f"{name}, {word}: {number:,}"})
    return rows


def _marks(figures: Figures) -> list[Row]:
    if not any(figures.marks):
        return []
    names = [f"{mark / MARKS:.1f}–{(mark + 1) / MARKS:.1f}" for mark in range(MARKS)]
    return [
        {"name": name, "count": number, "note": f"{name}: {number:,}"}
        for name, number in zip(names, figures.marks, strict=True)
    ]


def _time(figures: Figures) -> list[Row]:
    if not figures.months:
        return []
    known = sorted(month for month in figures.months if len(month) == 7)
    months = _months(known[0], known[-1]) if known else []
    if 0 < len(months) <= MOST_MONTHS:
        return [_counted_row(month, figures.months[month]) for month in months]
    years: Counter[str] = Counter()
    for month, number in figures.months.items():
        years[month[:4]] += number
    return [_counted_row(str(year), years[f"{year:04}"]) for year in range(int(min(years)), int(max(years)) + 1)]


def _months(first: str, last: str) -> list[str]:
    start, end = (int(month[:4]) * 12 + int(month[5:]) - 1 for month in (first, last))
    if end - start >= MOST_MONTHS:
        return []
    return [f"{number // 12:04}-{number % 12 + 1:02}" for number in range(start, end + 1)]


def _sites(figures: Figures) -> list[Row]:
    ranked = sorted(figures.sites.items(), key=lambda item: (-item[1].pages, item[0]))
    if [name for name, _ in ranked] == [NO_SITE]:
        return []
    return [
        {"name": f"{cut(host, NAME)} ({site.pages:,})", "column": name, "share": site.filled[name] / site.pages,
         "note": f"{cut(host, NAME)}, {name}: {site.filled[name]:,} of {site.pages:,}"}
        for host, site in ranked[:MOST_SITES] for name in FIELDS
    ]  # fmt: skip


def _counted(numbers: Counter[str]) -> list[Row]:
    most = numbers.most_common(MOST_BARS)
    rest = sum(numbers.values()) - sum(number for _, number in most)
    return [_counted_row(cut(name, NAME), number) for name, number in [*most, *([(OTHERS, rest)] if rest else [])]]


def _counted_row(name: str, number: int) -> Row:
    return {"name": name, "count": number, "note": f"{name}: {number:,}"}
