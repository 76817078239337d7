"""Which actor of record a name in a reading is: values to values, with a reason for each answer."""

from __future__ import annotations

from comity.actors.directory import MemoryDirectory
from comity.actors.keys import mention_keys, name_keys
from comity.actors.mentions import mentions_of
from comity.actors.resolve import resolve

__all__ = ["MemoryDirectory", "mention_keys", "mentions_of", "name_keys", "resolve"]
