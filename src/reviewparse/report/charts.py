"""Charts of a batch as SVG: Vega-Lite specifications, drawn without a browser and without a script in the result."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from reviewparse.extras import require
from reviewparse.markup import Html

VEGA_LITE = "5.20"
"""A fixed version: the same figures give the same picture."""

FONT = "Helvetica, Arial, sans-serif"
INK = "currentColor"
"""Text and axes take the colour of the page around them, light or dark."""

BAR = "#4a86c8"
SHADES = ("#c65d4a", "#d99a4e", "#b9b45a", "#6fa96a", "#2f8f6b")
"""From doubtful to trusted."""

WIDTH = 400
ROW = 24

_AXIS = {
    **{f"{part}Color": INK for part in ("label", "title", "domain", "tick", "grid")},
    **{f"{part}Opacity": 0.35 for part in ("domain", "tick")},
    "gridOpacity": 0.12,
    "labelFontSize": 12,
    "titleFontWeight": "normal",
    "labelLimit": 170,
}
_CONFIG: dict[str, Any] = {
    "font": FONT,
    "view": {"stroke": None},
    "axis": _AXIS,
    "legend": {"labelColor": INK, "titleColor": INK, "orient": "top", "title": None, "labelFontSize": 12},
    "padding": 8,
}

Row = Mapping[str, str | float]
Spec = dict[str, Any]

_LABELLED = re.compile(r'(?P<open><path aria-label="(?P<label>[^"]*)"[^<>]*?)(?:/>|></path>)')
_ID = re.compile(r'(?P<before> id="|url\(#)(?P<id>[^")]+)')


def svg(spec: Spec, name: str) -> Html:
    """The drawn chart; its marks say their value when the pointer rests on them.

    Args:
        spec: A Vega-Lite specification.
        name: A word of its own in the page, so that charts do not share ids.

    Raises:
        MissingExtra: the library that draws is not installed.
    """
    vega = require("vl_convert", "report")
    drawn: str = vega.vegalite_to_svg({**spec, "config": _CONFIG, "background": None}, vl_version=VEGA_LITE)
    drawn = _LABELLED.sub(r"\g<open>><title>\g<label></title></path>", drawn)
    ids: dict[str, str] = {}  # the library counts on from chart to chart
    return Html(_ID.sub(lambda id_: id_["before"] + ids.setdefault(id_["id"], f"{name}-{len(ids)}"), drawn))


def shares(rows: Sequence[Row]) -> Spec:
    """Horizontal bars from 0 to 100 % of ``name`` and ``share``."""
    return _bars(rows, {"field": "share", "scale": {"domain": [0, 1]}}, {"format": ".0%"})


def counts(rows: Sequence[Row]) -> Spec:
    """Horizontal bars of ``name`` and ``count``."""
    return _bars(rows, {"field": "count"}, {"format": "d", "tickMinStep": 1})


def stacked(rows: Sequence[Row], order: Sequence[str]) -> Spec:
    """Horizontal bars of 100 % each, of ``name``, ``step`` and ``count``; steps in the given order."""
    across = {"field": "count", "type": "quantitative", "stack": "normalize"}
    colour = {"field": "step", "type": "ordinal", "sort": list(order), "scale": {"range": list(SHADES)}}
    return {
        **_rows(rows),
        "mark": {"type": "bar"},
        "encoding": {
            "y": _names(),
            "x": {**across, "axis": {"format": ".0%", "title": None, "tickCount": 5}},
            "color": colour,
            "order": {"field": "rank", "type": "quantitative"},
            "description": {"field": "note"},
        },
    }


def columns(rows: Sequence[Row], title: str) -> Spec:
    """Upright bars of ``name`` and ``count``, in the given order."""
    down = {"field": "count", "type": "quantitative", "axis": {"title": "pages", "tickMinStep": 1, "format": "d"}}
    axis = {"title": title, "labelAngle": 0, "labelOverlap": True, "labelSeparation": 8}
    return {
        **_rows(rows),
        "height": 200,
        "mark": {"type": "bar", "color": BAR, "cornerRadiusEnd": 2},
        "encoding": {
            "x": {"field": "name", "type": "ordinal", "sort": None, "axis": axis},
            "y": down,
            "description": {"field": "note"},
        },
    }


def grid(rows: Sequence[Row], order: Sequence[str]) -> Spec:
    """A table of shades of ``name``, ``column`` and ``share``; columns in the given order."""
    shade = {"field": "share", "type": "quantitative", "scale": {"domain": [0, 1], "scheme": "blues"}, "legend": None}
    across = {"field": "column", "type": "ordinal", "sort": list(order)}
    axis = {"title": None, "orient": "top", "labelAngle": -35, "domain": False, "ticks": False}
    text = {"field": "share", "format": ".0%"}
    ink = {"condition": {"test": "datum.share > 0.55", "value": "white"}, "value": "#123"}
    return {
        **_rows(rows),
        "encoding": {"y": _names(), "x": {**across, "axis": axis}, "description": {"field": "note"}},
        "layer": [
            {"mark": {"type": "rect", "cornerRadius": 2}, "encoding": {"color": shade}},
            {"mark": {"type": "text", "fontSize": 11}, "encoding": {"text": text, "color": ink}},
        ],
    }


def _bars(rows: Sequence[Row], length: Spec, axis: Spec) -> Spec:
    """Horizontal bars, their length printed behind them as at the axis."""
    across = {**length, "type": "quantitative", "axis": {**axis, "title": None, "tickCount": 5}}
    text = {"field": length["field"], "format": axis["format"]}
    label = {"type": "text", "align": "left", "dx": 4, "color": INK, "fontSize": 12}
    return {
        **_rows(rows),
        "encoding": {"y": _names(), "x": across, "description": {"field": "note"}},
        "layer": [
            {"mark": {"type": "bar", "color": BAR, "cornerRadiusEnd": 3}},
            {"mark": label, "encoding": {"text": text}},
        ],
    }


def _rows(rows: Sequence[Row]) -> Spec:
    names = dict.fromkeys(row["name"] for row in rows)
    numbered = [dict(row, rank=rank) for rank, row in enumerate(rows)]
    return {"data": {"values": numbered}, "width": WIDTH, "height": ROW * max(1, len(names))}


def _names() -> Spec:
    return {"field": "name", "type": "nominal", "sort": None, "axis": {"title": None, "domain": False, "ticks": False}}
