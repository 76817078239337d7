"""Modal verbs: which ones take a clause out of what has happened."""

from __future__ import annotations

FUTURE = frozenset({"will", "shall", "'ll", "’ll"})
POSSIBLE = frozenset({"would", "should", "may", "might", "can", "could", "must"})
#: with any of these a clause tells of no fact
UNREAL = FUTURE | POSSIBLE
