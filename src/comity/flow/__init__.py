"""From reports to readings, and from reports into the record."""

from comity.flow.adding import add
from comity.flow.reading import outcomes, read, read_many

__all__ = ["add", "outcomes", "read", "read_many"]
