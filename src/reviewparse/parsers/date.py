"""Dates in review texts."""

from __future__ import annotations

from reviewparse.parsers.date_iso import read_iso

__all__ = ["read_iso"]
