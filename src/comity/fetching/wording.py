"""What others wrote, as it may stand in a message: on one line, without control characters."""

from __future__ import annotations


def shown(text: str, length: int = 200) -> str:
    """A server's or a caller's text, cut to a length and safe for a terminal."""
    plain = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text)
    return plain if len(plain) <= length else plain[: length - 1] + "…"


def cleaned(text: str) -> str:
    """A text on one line, its spaces made one, its control characters left out."""
    return " ".join("".join(s for s in text if s.isprintable() or s.isspace()).split())
