"""A web server that answers as it is told (see tests/fetching), and how it is fetched from."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from comity.fetching import Fetcher, FetchPolicy


@dataclass
class Site:
    """Pages by path: their type, body and ETag; `status` by path for those that fail."""

    port: int
    pages: dict[str, tuple[str, bytes, str | None]] = field(default_factory=dict)
    status: dict[str, str] = field(default_factory=dict)
    asked: list[tuple[str, int]] = field(default_factory=list)

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def put(
        self, path: str, body: str | bytes, *, kind: str = "text/html", etag: str | None = None
    ) -> str:
        data = body.encode() if isinstance(body, str) else body
        self.pages[path] = (kind, data, etag)
        return self.url(path)

    def article(self, path: str, words: str, *, date: str = "", etag: str | None = None) -> str:
        """A page with an article of one paragraph."""
        meta = f'<meta property="article:published_time" content="{date}">' if date else ""
        return self.put(
            path,
            f"<html><head><title>On {path}</title>{meta}</head><body><article><p>{words}</p>"
            "</article></body></html>",
            etag=etag,
        )

    def feed(self, path: str, links: list[str], *, etag: str | None = None, date: str = "") -> str:
        dated = f"<pubDate>{date}</pubDate>" if date else ""
        items = "".join(
            f"<item><title>Entry {n}</title><link>{link}</link>{dated}</item>"
            for n, link in enumerate(links)
        )
        body = f'<rss version="2.0"><channel><title>News</title>{items}</channel></rss>'
        return self.put(path, body, kind="application/rss+xml", etag=etag)

    @property
    def answers(self) -> list[tuple[str, int]]:
        """What was asked since the last look, each with the status of the answer."""
        found, self.asked = self.asked, []
        return found

    def answer(self, path: str, headers: dict[str, str]) -> bytes:
        status, kind, body, etag = "404 Not Found", "text/plain", b"no", None
        if path in self.status:
            status = self.status[path]
        elif path in self.pages:
            status = "200 OK"
            kind, body, etag = self.pages[path]
            if etag and headers.get("if-none-match") == etag:
                status, body = "304 Not Modified", b""
        self.asked.append((path, int(status.split()[0])))
        lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(body)}"]
        lines += [f"ETag: {etag}"] if etag else []
        return "\r\n".join([*lines, "", ""]).encode() + body


class _Handler(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        line = self.rfile.readline().decode("latin-1").split()
        headers = {}
        while head := self.rfile.readline().decode("latin-1").strip():
            name, _, value = head.partition(": ")
            headers[name.lower()] = value
        if len(line) > 1:
            self.wfile.write(self.server.site.answer(line[1], headers))  # type: ignore[attr-defined]


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False


@pytest.fixture
def site() -> Iterator[Site]:
    with _Server(("127.0.0.1", 0), _Handler) as server:
        server.site = Site(server.server_address[1])  # type: ignore[attr-defined]
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield server.site  # type: ignore[attr-defined]
        server.shutdown()
        thread.join()


@pytest.fixture
def fetcher(site: Site) -> Fetcher:
    """A fetcher that may ask the site, and does not dawdle."""
    return Fetcher(
        FetchPolicy(
            allowed=frozenset({f"127.0.0.1:{site.port}"}),
            delay=0.0,
            robots=False,
            timeout=3.0,
            deadline=5.0,
        )
    )
