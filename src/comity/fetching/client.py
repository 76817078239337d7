"""The client: one fetch with its redirects, its manners and its limits."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Self

from comity.errors import FetchError
from comity.fetching.addresses import Address, parse_address
from comity.fetching.pace import Deadline, Pace
from comity.fetching.page import NotModified, Page
from comity.fetching.policy import FetchPolicy
from comity.fetching.robots import Robots, parse_robots
from comity.fetching.wording import shown

if TYPE_CHECKING:
    import ssl

    from comity.fetching.exchange import Answer

_ACCEPT = (
    "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/xml;"
    "q=0.9,*/*;q=0.8"
)
_ROBOTS_LIMIT = 500_000
_ROBOTS_KEPT = 3600.0
_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]+)""", re.I)
# Where a robots.txt redirects so, it counts as missing, as with a 404.
_LEADS_NOWHERE = frozenset({"C501", "C502", "C508"})
_UNREADABLE = frozenset({"C506", "C507"})


class Fetcher:
    """Fetches pages and feeds by one policy, and remembers whom it asked when.

    Safe with threads. Each request has a connection of its own, so there is none to be closed;
    `with` ends what is remembered of the hosts.
    """

    def __init__(self, policy: FetchPolicy | None = None) -> None:
        self.policy = policy or FetchPolicy()
        self._pace = Pace()
        self._robots: dict[str, tuple[float, Robots | str]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._pace = Pace()
        self._robots.clear()

    def fetch(
        self,
        url: str,
        *,
        etag: str | None = None,
        modified: str | None = None,
        limit: int | None = None,
    ) -> Page | NotModified:
        """Fetch an address.

        Args:
            etag, modified: the `etag` and `last_modified` of an earlier answer: if what it gave
                still stands, the answer is `NotModified`.
            limit: bytes after decompression, instead of the policy's.

        Raises:
            FetchError: C501 to C511 and C513.
        """
        headers = {"Accept": _ACCEPT, **_conditions(etag, modified)}
        found, answer = self._follow(
            parse_address(url),
            headers,
            limit=self.policy.max_bytes if limit is None else limit,
            deadline=Deadline(self.policy.deadline),
        )
        retrieved = datetime.now(UTC).isoformat(timespec="seconds")
        sent = answer.headers
        etag_now, modified_now = sent.get("etag"), sent.get("last-modified")
        if answer.status == 304 and (etag or modified):
            return NotModified(
                url=found.url,
                requested=url,
                etag=etag_now or etag,
                last_modified=modified_now or modified,
                retrieved=retrieved,
            )
        if not answer.succeeded:
            raise _refused_status(found, answer)
        kind = sent.get("content-type", "")
        charset = _CHARSET.search(kind)
        return Page(
            url=found.url,
            requested=url,
            status=answer.status,
            content_type=re.split("[;,]", kind, maxsplit=1)[0].strip().lower(),
            charset=charset[1].lower() if charset else None,
            body=answer.body,
            etag=etag_now,
            last_modified=modified_now,
            retrieved=retrieved,
        )

    def _follow(
        self,
        first: Address,
        headers: dict[str, str],
        *,
        limit: int,
        deadline: Deadline,
        for_robots: bool = False,
    ) -> tuple[Address, Answer]:
        """Ask, and go on from redirect to redirect; each address is checked as the first is."""
        address, seen = first, [first.url]
        while True:
            try:
                if not for_robots:
                    self._be_polite(address, deadline)
                answer = self._ask(address, headers, limit, deadline)
                if not answer.redirects:
                    return address, answer
                address = _next_address(address, answer, seen, self.policy.max_redirects)
            except FetchError as error:
                if len(seen) > 1 and first.url not in error.where:
                    error.where += f" (redirected from {first.url})"
                raise
            seen.append(address.url)

    def _ask(
        self, address: Address, headers: dict[str, str], limit: int, deadline: Deadline
    ) -> Answer:
        # Imported here: it brings httpcore, which only a request needs.
        from comity.fetching.exchange import ask

        return ask(
            address,
            headers={"User-Agent": self.policy.user_agent, **headers},
            allowed=self.policy.allows(address.host, address.port),
            limit=limit,
            timeout=self.policy.timeout,
            deadline=deadline,
            tls=self._tls if address.scheme == "https" else None,
        )

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        import httpx

        return httpx.create_ssl_context(trust_env=False)

    def _be_polite(self, address: Address, deadline: Deadline) -> None:
        """Heed the host's robots.txt, and wait for our turn."""
        delay = self.policy.delay
        if self.policy.robots or not self.policy.allows(address.host, address.port):
            robots = self._robots_of(address, deadline)
            if not robots.allow(address.target):
                raise _closed(address, "keeps this page from programs")
            delay = max(delay, robots.delay)
        self._pace.wait(address.host, delay, deadline)

    def _robots_of(self, address: Address, deadline: Deadline) -> Robots:
        """The host's rules, or C509 where they fail; an unreachable host is not remembered."""
        until, robots = self._robots.get(address.origin, (0.0, ""))
        if until < time.monotonic():
            robots = self._fetch_robots(address, deadline)
            self._robots[address.origin] = (time.monotonic() + _ROBOTS_KEPT, robots)
        if isinstance(robots, str):
            raise _closed(address, robots)
        return robots

    def _fetch_robots(self, address: Address, deadline: Deadline) -> Robots | str:
        """The host's rules, or in words why it has to be taken for closed."""
        place = parse_address(address.origin + "/robots.txt")
        try:
            _, answer = self._follow(
                place, {}, limit=_ROBOTS_LIMIT, deadline=deadline, for_robots=True
            )
        except FetchError as error:
            if error.code in _LEADS_NOWHERE and not _is_first(error, place):
                return Robots()
            if error.code in _UNREADABLE:
                return f"cannot be read ({error.message.partition(';')[0]})"
            raise
        if answer.succeeded:
            return parse_robots(answer.body.decode("utf-8-sig", "replace"), self.policy.user_agent)
        if answer.status >= 500 or answer.status == 429:
            return f"cannot be read (status {answer.status})"
        return Robots()


def _is_first(error: FetchError, place: Address) -> bool:
    """Whether the host itself is what may not be asked, and not one that it redirects to."""
    return error.code == "C502" and error.where == place.url


def _conditions(etag: str | None, modified: str | None) -> dict[str, str]:
    """The headers of a conditional request; what a header cannot hold is left out."""
    given = {"If-None-Match": etag, "If-Modified-Since": modified}
    return {
        name: value
        for name, value in given.items()
        if value and value.isascii() and value.isprintable()
    }


def _next_address(address: Address, answer: Answer, seen: list[str], most: int) -> Address:
    target = answer.headers.get("location", "")
    if not target:
        raise FetchError(
            "C508", f"the server redirects (status {answer.status}) to nowhere", where=address.url
        )
    try:
        found = address.join(target)
    except FetchError as error:
        error.message = f"it redirects to {error.where}: {error.message}"
        error.where = address.url
        raise
    if found.url in seen:
        raise FetchError(
            "C508",
            "the redirects go in a circle; the page may need a browser that keeps cookies",
            where=address.url,
        )
    if len(seen) > most:
        raise FetchError(
            "C508", f"there are more than {most} redirects; give the last address", where=seen[0]
        )
    return found


def _refused_status(address: Address, answer: Answer) -> FetchError:
    status = answer.status
    later = _when(answer.headers.get("retry-after", "")) if status in (429, 503) else None
    if status == 429 or later:
        return FetchError(
            "C511",
            f"the server asks to come again later (status {status}); try again "
            f"{later or 'in some hours, and less often'}",
            where=address.url,
        )
    if status in (401, 402, 403, 407, 451):
        advice = "the page is not open to everyone; if you can read it, save it and add the file"
    elif status in (404, 410):
        advice = "check the address; the page may have been moved or removed"
    elif status >= 500:
        advice = "the server failed; try again later"
    else:
        advice = "the server did not give the page; open it in a browser, save it, add the file"
    return FetchError("C510", f"the answer is {status}: {advice}", where=address.url)


def _when(retry_after: str) -> str | None:
    """When to try again, in words: the header gives seconds or a date."""
    now = datetime.now(UTC)
    try:
        if retry_after.isdecimal():
            moment = now + timedelta(seconds=int(retry_after))
        else:
            moment = parsedate_to_datetime(retry_after).astimezone(UTC)
    except (ValueError, TypeError, OverflowError):
        return None
    seconds = (moment - now).total_seconds()
    wait = f"in {seconds:.0f} s" if seconds < 600 else f"in {seconds / 60:.0f} minutes"
    return f"{wait}, from {moment:%Y-%m-%d %H:%M:%S} UTC on" if seconds > 0 else "now"


def _closed(address: Address, why: str) -> FetchError:
    return FetchError(
        "C509",
        f"{address.origin}/robots.txt {shown(why)}; save the page and add the file, or, where the "
        f"host lets you, fetch it with --allow-host {address.named} --ignore-robots",
        where=address.url,
    )
