"""Who makes readings: the name and version that each of them carries."""

from __future__ import annotations

VERSION = "0.1.0"
READER = f"comity {VERSION}"
