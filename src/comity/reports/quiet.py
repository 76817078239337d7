"""Keeping a library's log lines away from the terminal while it works on one input."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_lock = Lock()
# By logger: how many are keeping it quiet now, and the level to go back to.
_quiet: dict[str, tuple[int, int]] = {}


@contextmanager
def quiet_logger(name: str) -> Iterator[None]:
    """Silence a logger and those below it for a while; what went wrong is in the refusal.

    Safe with threads: the level comes back when the last of them has left.
    """
    logger = logging.getLogger(name)
    with _lock:
        count, level = _quiet.get(name, (0, logger.level))
        _quiet[name] = (count + 1, level)
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        with _lock:
            count, level = _quiet.pop(name)
            if count > 1:
                _quiet[name] = (count - 1, level)
            else:
                logger.setLevel(level)
