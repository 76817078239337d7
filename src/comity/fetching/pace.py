"""Time: how long a fetch may take, and how long a host is left alone between two requests."""

from __future__ import annotations

import time
from threading import Lock


class Deadline:
    """The end of a fetch, put off by each pause that is ours and not the server's."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._ends = time.monotonic() + seconds

    def left(self, at_most: float | None = None) -> float:
        """The seconds that are left, or fewer; 0 where the time is over."""
        left = max(0.0, self._ends - time.monotonic())
        return left if at_most is None else min(left, at_most)

    def pause(self, seconds: float) -> None:
        """Sleep without using up the time."""
        if seconds > 0:
            self._ends += seconds
            time.sleep(seconds)


class Pace:
    """When each host may be asked next. Safe with threads: each is given a time of its own."""

    def __init__(self) -> None:
        self._next: dict[str, float] = {}
        self._lock = Lock()

    def wait(self, host: str, delay: float, deadline: Deadline) -> None:
        """Wait until a host may be asked, and keep it from being asked again for `delay`."""
        with self._lock:
            now = time.monotonic()
            turn = max(now, self._next.get(host, now))
            self._next[host] = turn + delay
        deadline.pause(turn - now)
