"""From a parsed report to a reading: one module a field, each item with its evidence."""

from comity.reading.read import read

__all__ = ["read"]
