"""The command line. `main` is what the installed `comity` calls."""

from __future__ import annotations

import sys

from comity.cli.commands import app

__all__ = ["app", "main"]


def main() -> None:
    """Run the command line; whatever happens, it ends with a message and an exit code."""
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(130)
