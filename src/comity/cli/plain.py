"""Text that is fit for a terminal: no control characters, no long runs."""

from __future__ import annotations

import re

_INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff]")


def plain(text: str) -> str:
    """The text on one line, without what could steer a terminal or change the order of words."""
    return _CONTROL.sub("\ufffd", _INVISIBLE.sub("", " ".join(text.split())))


def shorten(text: str, limit: int) -> str:
    """The text on one line, cut at a word's end where it is longer than `limit` characters."""
    line = plain(text[: 4 * limit + 1000])
    if len(line) <= limit and len(text) <= 4 * limit + 1000:
        return line
    cut = line[:limit].rsplit(" ", 1)[0] if " " in line[: limit + 1][-30:] else line[: limit - 1]
    return cut.rstrip(" ,;:–—-") + " …"
