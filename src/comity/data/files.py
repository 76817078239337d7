"""Reading the package's data files."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any


def load_text(name: str) -> str:
    """A data file's text (UTF-8)."""
    return files("comity.data").joinpath(name).read_text(encoding="utf-8")


@cache
def load_json(name: str) -> Any:
    """A JSON data file, parsed once."""
    return json.loads(load_text(name))
