"""The ways in which one surface form may be typed."""

from __future__ import annotations


def apostrophes(surface: str) -> tuple[str, ...]:
    """`surface` as it stands, and with the curly apostrophe where it has a straight one."""
    if "'" in surface:
        return surface, surface.replace("'", "’")
    return (surface,)
