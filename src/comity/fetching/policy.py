"""How the network is used: who asks, how often, how long and how much."""

from __future__ import annotations

from dataclasses import dataclass, field

from comity.fetching.addresses import is_allowed, read_allowed
from comity.model.reader import VERSION

USER_AGENT = f"comity/{VERSION} (reader of political reports)"


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchPolicy:
    """The rules of one `Fetcher`.

    `delay` lies between two requests to a host; a host's Crawl-delay of up to 30 seconds goes
    before it. `timeout` is for each wait on a server, `deadline` for a whole fetch with its
    redirects and robots.txt, but without the delays. `max_bytes` counts what an answer holds
    after decompression. `allowed` names hosts (host, or host:port) that may be in private
    networks; with `robots` off, their robots.txt is not asked for either. Times are in seconds.

    Raises:
        UsageError: C351 for a name in `allowed` that is no host.
    """

    user_agent: str = USER_AGENT
    delay: float = 1.0
    timeout: float = 20.0
    deadline: float = 60.0
    max_bytes: int = 20_000_000
    allowed: frozenset[str] = field(default_factory=frozenset)
    max_redirects: int = 5
    robots: bool = True

    def __post_init__(self) -> None:
        object.__setattr__(self, "allowed", read_allowed(self.allowed))

    def allows(self, host: str, port: int) -> bool:
        """Tell whether a host is allowed by name."""
        return is_allowed(host, port, self.allowed)
