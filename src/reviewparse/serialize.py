"""The JSON form of the values, and the way back: one plan a dataclass, made from its fields and type hints.

Keys are the names of the fields, in the order of the schema; four things are written differently:

* ``seconds`` of a track is written as its ``duration``, ``"3:45"``;
* a ``PartialDate`` is written as its ISO form, and the other reading of an ambiguous one beside it, as
  ``published_alternative``;
* a key that is not in ``REQUIRED`` is written only when it says something;
* fields that do not count when two objects are compared (the evidence) are left out.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
import types
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, NewType, NoReturn, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from reviewparse.errors import FormError
from reviewparse.model import PartialDate

T = TypeVar("T")

REQUIRED: Mapping[str, tuple[str, ...]] = {
    "Review": (
        *("kind", "lang", "title", "authors", "published", "updated"),
        *("ratings", "work", "tracks", "credits", "url", "body"),
    ),
    "Rating": ("value", "best", "label", "raw"),
    "Work": ("title", "creators", "label", "released", "type"),
    "Track": ("position", "title", "artist", "duration", "disc"),
    "Credit": ("role", "names", "scope"),
    "Evidence": ("finder", "quote", "confidence"),
}
"""Keys that are always written, in their order; the others of a class follow when they are set."""

MAX_NUMBER = 1e9
"""Larger ones, infinity and NaN are no ratings and no confidence."""

ALTERNATIVE = "_alternative"

_ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?", re.ASCII)
_DURATION = re.compile(r"(?:(?P<hours>\d{1,4}):(?=\d\d:))?(?P<minutes>\d{1,4}):(?P<seconds>[0-5]\d)", re.ASCII)


@dataclasses.dataclass(frozen=True, slots=True)
class _Key:
    """One key of an object's JSON form."""

    name: str
    """Also the attribute it is read from."""
    field: str
    """The argument that brings it back."""
    hint: Any
    default: Any
    """``dataclasses.MISSING`` for a field without one."""
    required: bool


def to_dict(value: Any) -> dict[str, Any]:  # noqa: ANN401 - any dataclass of the model
    """The JSON form of one value object.

    >>> from reviewparse.model import Track
    >>> to_dict(Track(title="Bellmouth", position="3", seconds=225))
    {'position': '3', 'title': 'Bellmouth', 'artist': None, 'duration': '3:45', 'disc': None}
    """
    out: dict[str, Any] = {}
    for key in _plan(value.__class__):
        part = getattr(value, key.name)
        if not key.required and part == key.default:
            continue
        out[key.name] = encode(part)
        if isinstance(part, PartialDate) and part.alternative is not None:
            out[key.name + ALTERNATIVE] = part.alternative.isoformat()
    return out


def from_dict(shape: type[T], data: object, path: str = "") -> T:
    """The value object of a JSON form.

    Raises:
        FormError: a key is unknown or missing, or a value is not of its type; the message begins with its path.

    >>> from reviewparse.model import Track
    >>> from_dict(Track, {"title": "Bellmouth", "duration": "3:45"}).seconds
    225
    """
    if not isinstance(data, Mapping):
        _fail(path, f"not an object but {_kind(data)}")
    keys = _plan(shape)  # type: ignore[arg-type] # mypy: a class is hashable
    names = {key.name for key in keys} | {key.name + ALTERNATIVE for key in keys if _holds(key.hint, PartialDate)}
    for name in data:
        if name not in names:
            _fail(_join(path, str(name)), "unknown key")
    return shape(**dict(_arguments(keys, data, path)))


def from_table(shape: type[T], data: object, path: str) -> dict[str, tuple[T, ...]]:
    """A mapping from names to lists of one kind of value object.

    Raises:
        FormError: as for ``from_dict``.
    """
    if not isinstance(data, Mapping):
        _fail(path, f"not an object but {_kind(data)}")
    hint = tuple[shape, ...]  # type: ignore[valid-type]
    return {
        str(name): cast("tuple[T, ...]", _decode(hint, rows, _join(path, str(name)))) for name, rows in data.items()
    }


def json_keys(shape: type) -> tuple[tuple[str, bool], ...]:
    """The keys of a class's JSON form in order, and whether each is always there."""
    return tuple((key.name, key.required) for key in _plan(shape))


@cache
def _plan(shape: type) -> tuple[_Key, ...]:
    hints = get_type_hints(shape)
    required = REQUIRED.get(shape.__name__, ())
    keys = []
    for spec in dataclasses.fields(shape):
        if spec.compare:
            name = "duration" if spec.name == "seconds" and hasattr(shape, "duration") else spec.name
            keys.append(_Key(name, spec.name, hints[spec.name], spec.default, name in required))
    order = {name: position for position, name in enumerate(required)}
    return tuple(sorted(keys, key=lambda key: order.get(key.name, len(order))))


def encode(value: Any) -> Any:  # noqa: ANN401 - of the JSON form of its argument
    """The JSON form of any value a field may hold: a value object, a date, a text, or a tuple of them."""
    if isinstance(value, tuple):
        return [encode(part) for part in value]
    if isinstance(value, PartialDate):
        return value.isoformat()
    return to_dict(value) if dataclasses.is_dataclass(value) else value


def _arguments(keys: tuple[_Key, ...], data: Mapping[str, object], path: str) -> Iterator[tuple[str, object]]:
    for key in keys:
        where = _join(path, key.name)
        if key.name not in data:
            if key.default is dataclasses.MISSING:
                _fail(where, "missing")
            continue
        value = _decode(key.hint, data[key.name], where) if key.name == key.field else _seconds(data[key.name], where)
        other = data.get(key.name + ALTERNATIVE)
        if other is not None and isinstance(value, PartialDate):
            value = dataclasses.replace(value, alternative=_date(other, where + ALTERNATIVE))
        yield key.field, value


def _decode(hint: Any, value: object, path: str) -> object:  # noqa: ANN401 - any type hint
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        inner = next(part for part in arguments if part is not types.NoneType)
        return None if value is None else _decode(inner, value, path)
    if origin is tuple:
        return _tuple(arguments, value, path)
    if isinstance(hint, NewType):
        return _decode(hint.__supertype__, value, path)
    if hint is PartialDate:
        return _date(value, path)
    if dataclasses.is_dataclass(hint):
        return from_dict(cast("type[Any]", hint), value, path)
    return _SCALARS[hint](value, path)


def _tuple(arguments: tuple[Any, ...], value: object, path: str) -> tuple[object, ...]:
    if not isinstance(value, list | tuple):
        _fail(path, f"not a list but {_kind(value)}")
    if arguments[-1] is Ellipsis:
        arguments = arguments[:1] * len(value)
    if len(arguments) != len(value):
        _fail(path, f"not a list of {len(arguments)}")
    parts = enumerate(zip(arguments, value, strict=True))
    return tuple(_decode(hint, part, f"{path}[{index}]") for index, (hint, part) in parts)


def _date(value: object, path: str) -> PartialDate:
    match = _ISO.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        _fail(path, f'not a date like "2010-10-12", "2010-10" or "2010": {value!r}')
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        dt.date(year or 0, month or 1, day or 1)
    except ValueError as error:
        raise FormError(path, f"no such day: {value!r}") from error
    return PartialDate(year=int(match["year"]), month=month, day=day)


def _seconds(value: object, path: str) -> int | None:
    if value is None:
        return None
    match = _DURATION.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        _fail(path, f'not a duration like "3:45": {value!r}')
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return (hours * 60 + minutes) * 60 + seconds


def _float(value: object, path: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= MAX_NUMBER:
        _fail(path, f"not a number but {_kind(value)}")
    return float(value)


def _exactly(kind: type, name: str) -> Callable[[object, str], object]:
    def check(value: object, path: str) -> object:
        if type(value) is not kind:
            _fail(path, f"not {name} but {_kind(value)}")
        return value

    return check


_SCALARS: Mapping[type, Callable[[object, str], object]] = {
    float: _float,
    int: _exactly(int, "a whole number"),
    bool: _exactly(bool, "true or false"),
    str: _exactly(str, "a string"),
}


def _holds(hint: Any, kind: type) -> bool:  # noqa: ANN401 - any type hint
    return hint is kind or kind in get_args(hint)


def _kind(value: object) -> str:
    return "null" if value is None else f"{type(value).__name__} {str(value)[:40]!r}"


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _fail(path: str, problem: str) -> NoReturn:
    raise FormError(path, problem)
