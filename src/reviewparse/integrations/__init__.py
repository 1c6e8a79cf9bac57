"""Thin bridges to what people use: each module behind an extra of its own, none imported by the rest."""
