"""JSON Lines: a review a line, in its JSON form with the page's ``id`` in front, and errors beside it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reviewparse.batch.sinks import Form, Parts, Sink, concatenate, errors_name
from reviewparse.batch.work import ErrorRow, Row
from reviewparse.review import Review


@dataclass(frozen=True, slots=True)
class JsonSink:
    """Lines of JSON in UTF-8."""

    evidence: bool
    suffix = ".jsonl"

    def row(self, review: Review, key: str) -> Row:
        """The JSON form."""
        return {"id": key, **review.to_dict(evidence=self.evidence)}

    def encode(self, rows: Sequence[Row]) -> bytes:
        """Lines."""
        return b"".join(map(_line, rows))

    def write_part(self, path: Path, payloads: Sequence[bytes]) -> None:
        """Lines as they came."""
        path.write_bytes(b"".join(payloads))

    def write_errors(self, path: Path, errors: Sequence[ErrorRow]) -> None:
        """Lines of errors."""
        path.write_bytes(b"".join(map(_line, errors)))

    def names(self, out: Path) -> Sequence[str]:
        """Reviews and errors."""
        return (out.name, errors_name(out))

    def assemble(self, parts: Parts, out: Path) -> Mapping[str, Path]:
        """One file each."""
        made = {name: parts.folder / name for name in self.names(out)}
        concatenate(parts.reviews, made[out.name])
        concatenate(parts.errors, made[errors_name(out)])
        return made


def make(form: Form) -> Sink:
    """The sink."""
    return JsonSink(form.evidence)


def _line(row: Mapping[str, Any]) -> bytes:
    return json.dumps(row, ensure_ascii=False).encode("utf-8", "replace") + b"\n"
