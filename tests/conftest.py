"""How hard the property tests try: a little on each push, ``--hypothesis-profile=thorough`` before a release."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("push", max_examples=60, deadline=None, derandomize="CI" in os.environ)
settings.register_profile("thorough", max_examples=3000, deadline=None)
settings.load_profile("push")
