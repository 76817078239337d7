"""A web server on this machine that answers as it is told, well or badly."""

from __future__ import annotations

import socket
import socketserver
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from comity.errors import FetchError
from comity.fetching import Fetcher, FetchPolicy, Page

#: what a path answers: bytes to send as they are, or a function that sends them
Reply = bytes | Callable[[socket.socket, dict[str, str]], None]


def answer(
    body: bytes = b"", *, status: str = "200 OK", length: int | None = None, **headers: str
) -> bytes:
    """An answer; `length` is what it says, true or not. Underscores in names stand for hyphens."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body) if length is None else length}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + body


def redirect(to: str, status: str = "302 Found") -> bytes:
    return answer(status=status, Location=to)


@dataclass
class Web:
    """The server: `replies` by path, and the requests that came: (path, headers, time)."""

    port: int
    replies: dict[str, Reply] = field(default_factory=dict)
    requests: list[tuple[str, dict[str, str], float]] = field(default_factory=list)

    @property
    def netloc(self) -> str:
        return f"127.0.0.1:{self.port}"

    def url(self, path: str) -> str:
        return f"http://{self.netloc}{path}"

    @property
    def paths(self) -> list[str]:
        return [path for path, _, _ in self.requests]

    def policy(self, **options: Any) -> FetchPolicy:
        """A policy for this server: quick, and without robots.txt unless it is asked for."""
        quick = {"delay": 0.0, "timeout": 3.0, "deadline": 5.0, "max_bytes": 100_000}
        options = {"allowed": frozenset({self.netloc}), "robots": False, **quick, **options}
        return FetchPolicy(**options)

    def get(self, path: str, **options: Any) -> Page:
        with Fetcher(self.policy(**options)) as fetcher:
            page = fetcher.fetch(self.url(path))
        assert isinstance(page, Page)
        return page

    def refusal(self, path: str, **options: Any) -> FetchError:
        with pytest.raises(FetchError) as caught:
            self.get(path, **options)
        return caught.value


class _Handler(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        line = self.rfile.readline().decode("latin-1").split()
        headers = {}
        while head := self.rfile.readline().decode("latin-1").strip():
            name, _, value = head.partition(": ")
            headers[name.lower()] = value
        if len(line) < 2:
            return
        web: Web = self.server.web  # type: ignore[attr-defined]
        web.requests.append((line[1], headers, time.monotonic()))
        reply = web.replies.get(line[1]) or answer(b"nothing here", status="404 Not Found")
        try:
            if callable(reply):
                reply(self.connection, headers)
            else:
                self.connection.sendall(reply)
        except OSError:
            pass  # the client has had enough


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False


@pytest.fixture
def web() -> Iterator[Web]:
    with _Server(("127.0.0.1", 0), _Handler) as server:
        server.web = Web(server.server_address[1])  # type: ignore[attr-defined]
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield server.web  # type: ignore[attr-defined]
        server.shutdown()
        thread.join()


@pytest.fixture
def known_hosts(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[list[str]]]:
    """What the name server answers: by host, one list of IP addresses a look-up, the last for good.

    IP addresses are looked up as always; any other host is unknown.
    """
    hosts: dict[str, list[list[str]]] = {}
    real = socket.getaddrinfo

    def look_up(host: str, port: int, *args: Any, **options: Any) -> list[Any]:
        if host not in hosts:
            flags = socket.AI_NUMERICHOST
            return real(host, port, type=socket.SOCK_STREAM, flags=flags)
        answers = hosts[host]
        ips = answers.pop(0) if len(answers) > 1 else answers[0]
        return [entry for ip in ips for entry in real(ip, port, type=socket.SOCK_STREAM)]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return hosts


@pytest.fixture
def make_page() -> Callable[..., Page]:
    """`make_page(body)`: something fetched from a public place."""

    def make(
        body: bytes | str, *, url: str = "https://news.example/feeds/all.xml", **given: Any
    ) -> Page:
        data = body.encode() if isinstance(body, str) else body
        usual = {
            "content_type": "application/xml",
            "charset": None,
            "etag": None,
            "last_modified": None,
        }
        return Page(
            url=url,
            requested=url,
            status=200,
            body=data,
            retrieved="2024-05-03T10:00:00+00:00",
            **{**usual, **given},
        )

    return make
