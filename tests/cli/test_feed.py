"""`comity feed`: following feeds, fetching them, and how it is told."""

from __future__ import annotations

import csv
import io
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

PAGE = (
    "<html><body><article><p>Foreign Minister Anna Weber met Speaker Timur Aliyev in {} on Monday."
    " They talked about trade for two hours.</p></article></body></html>"
)


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        place = self.path.strip("/")
        if place == "feed":
            host = self.headers["Host"]
            items = "".join(
                f"<item><link>http://{host}/{p}</link></item>" for p in ("Astana", "Bern", "gone")
            )
            body = f'<rss version="2.0"><channel><title>News</title>{items}</channel></rss>'
        elif place in ("Astana", "Bern"):
            body = PAGE.format(place)
        else:
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Type", "application/xml" if place == "feed" else "text/html")
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def host() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield f"127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return tmp_path / "office.db"


def test_feeds_are_followed_listed_and_removed(run, record) -> None:
    url = "https://news.example/feed"
    assert run("feed", "add", url, "--record", record).out.startswith("followed;")
    assert run("feed", "add", url, "--record", record).out == "followed already\n"
    assert run("feed", "list", "--record", record).out == f"{url}\n    not fetched yet\n"
    (row,) = json.loads(run("feed", "list", "--record", record, "-f", "json").out)
    assert row["url"] == url
    (row,) = csv.DictReader(io.StringIO(run("feed", "list", "--record", record, "-f", "csv").out))
    assert row["fetched"] == ""
    assert run("feed", "remove", url, "--record", record).code == 0
    assert run("feed", "list", "--record", record).out.startswith("no feed is followed")
    answer = run("feed", "remove", url, "--record", record)
    assert answer.code == 2
    assert "[C408]" in answer.err


def test_what_is_no_address_is_refused(run, record) -> None:
    answer = run("feed", "add", "news", "--record", record)
    assert answer.code == 2
    assert "[C501]" in answer.err


def test_a_feed_is_fetched(run, record, host) -> None:
    url = f"http://{host}/feed"
    allowed = ("--allow-host", host, "--ignore-robots", "--delay", "0")
    run("feed", "add", url, "--record", record)
    answer = run("feed", "fetch", "--record", record, *allowed)
    assert answer.code == 1
    assert answer.out == "        2  new\n        1  refused\n"
    assert f"{url}: 3 entries" in answer.err
    assert f"http://{host}/gone: the answer is 404" in answer.err
    answer = run("feed", "fetch", url, "--record", record, *allowed, "-f", "jsonl", "--quiet")
    (row,) = map(json.loads, answer.out.splitlines())
    assert (row["source"], row["code"]) == (f"http://{host}/gone", "C510")
    assert answer.err == ""
    answer = run("feed", "list", "--record", record)
    assert f"{url}  News\n" in answer.out
    assert "1 failed" in answer.out
    assert "[C510]" in run("record", "rejects", "--record", record).out


@pytest.mark.slow
def test_a_host_is_allowed_by_the_environment(command, record, host) -> None:
    url = f"http://{host}/Astana"
    assert "[C502]" in command("add", url, "--record", record).err
    answer = command("add", url, "--record", record, COMITY_ALLOW_HOSTS=host)
    assert (answer.code, answer.err) == (0, "")


def test_a_feed_that_fails_is_told(run, record, host) -> None:
    run("feed", "add", f"http://{host}/none", "--record", record)
    answer = run("feed", "fetch", "--record", record)
    assert answer.code == 2
    assert "[C502]" in answer.err
    assert run("feed", "fetch", "http://other.example/", "--record", record).code == 2


def test_nothing_is_followed(run, record) -> None:
    run("record", "init", "--record", record)
    answer = run("feed", "fetch", "--record", record)
    assert answer.code == 0
    assert "comity feed add" in answer.err
    assert run("feed", "fetch", "--record", record, "--quiet").err == ""
