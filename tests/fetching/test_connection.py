"""Which machine is reached: the one whose IP address was checked, however it is named."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpcore
import pytest

from comity.errors import FetchError
from comity.fetching import Fetcher, FetchPolicy, Page

Hosts = dict[str, list[list[str]]]


def _refusal(url: str, **policy: Any) -> FetchError:
    options = {"timeout": 3.0, "deadline": 5.0, "delay": 0.0, **policy}
    with pytest.raises(FetchError) as caught, Fetcher(FetchPolicy(**options)) as fetcher:
        fetcher.fetch(url)
    return caught.value


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "10.0.0.1", "169.254.169.254", "0.0.0.0"]
)
def test_private_addresses_are_not_reached(host: str):
    refusal = _refusal(f"http://{host}:8000/latest/meta-data")
    assert refusal.code == "C502"
    assert "--allow-host" in refusal.message


@pytest.mark.parametrize(
    "ips",
    [
        ["127.0.0.1"],
        ["10.0.0.1"],
        ["8.8.8.8", "10.0.0.1"],
        ["::1", "8.8.8.8"],
        ["64:ff9b::7f00:1"],
        ["169.254.169.254"],
    ],
)
def test_names_of_private_addresses_are_not_reached(web, known_hosts: Hosts, ips: list[str]):
    known_hosts["news.example"] = [ips]
    refusal = _refusal(f"http://news.example:{web.port}/")
    assert refusal.code == "C502"
    assert f"--allow-host news.example:{web.port}" in refusal.message
    assert web.requests == []


def test_a_name_that_is_allowed_is_reached(web, known_hosts: Hosts):
    known_hosts["intranet.example"] = [["127.0.0.1"]]
    web.replies["/a"] = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi"
    allowed = frozenset({"intranet.example"})
    with Fetcher(FetchPolicy(allowed=allowed, robots=False)) as fetcher:
        page = fetcher.fetch(f"http://intranet.example:{web.port}/a")
    assert isinstance(page, Page)
    assert page.body == b"hi"
    assert web.requests[0][1]["host"] == f"intranet.example:{web.port}"


def test_a_name_that_is_allowed_does_not_allow_its_address(web, known_hosts: Hosts):
    known_hosts["intranet.example"] = [["127.0.0.1"]]
    assert _refusal(web.url("/"), allowed=frozenset({"intranet.example"})).code == "C502"


def test_the_checked_address_is_the_one_connected_to(
    web, known_hosts: Hosts, monkeypatch: pytest.MonkeyPatch
):
    """The name server's first answer is public, the second private: it is asked once."""
    known_hosts["news.example"] = [["8.8.8.8"], ["127.0.0.1"]]
    reached = []
    connect = httpcore.SyncBackend.connect_tcp

    def redirected(self: Any, host: str, port: int, **options: Any) -> httpcore.NetworkStream:
        reached.append(host)
        return connect(self, "127.0.0.1", port, **options)

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", redirected)
    web.replies["/robots.txt"] = b"HTTP/1.1 404 None\r\nContent-Length: 0\r\n\r\n"
    refusal = _refusal(f"http://news.example:{web.port}/a")
    # The look-up for robots.txt went to the public address, the next one is checked anew.
    assert reached == ["8.8.8.8"]
    assert refusal.code == "C502"
    assert web.paths == ["/robots.txt"]


def test_the_next_address_is_tried(web, known_hosts: Hosts):
    known_hosts["two.example"] = [["127.0.0.9", "127.0.0.1"]]
    web.replies["/a"] = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi"
    policy = FetchPolicy(allowed=frozenset({"two.example"}), robots=False)
    with Fetcher(policy) as fetcher:
        assert isinstance(fetcher.fetch(f"http://two.example:{web.port}/a"), Page)


def test_an_unknown_host_is_named(known_hosts: Hosts):
    refusal = _refusal("http://nowhere.example/")
    assert refusal.code == "C503"
    assert "nowhere.example" in refusal.message


def test_a_slow_look_up_ends(monkeypatch: pytest.MonkeyPatch):
    over = threading.Event()

    def stall(*args: Any, **options: Any) -> list[Any]:
        over.wait(5)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", stall)
    started = time.monotonic()
    assert _refusal("http://slow.example/", timeout=0.2).code == "C505"
    assert time.monotonic() - started < 3.0
    over.set()


def test_a_closed_port_is_told():
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    refusal = _refusal(f"http://127.0.0.1:{port}/", allowed=frozenset({"127.0.0.1"}))
    assert refusal.code == "C504"
    assert f"127.0.0.1:{port}" in refusal.message


def test_no_proxy_of_the_environment_is_used(web, monkeypatch: pytest.MonkeyPatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    web.replies["/a"] = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi"
    assert web.get("/a").body == b"hi"


@pytest.fixture
def raw_server() -> Callable[[Callable[[socket.socket], None]], int]:
    """`raw_server(talk)`: the port of a server that gives one connection to `talk`."""

    def start(talk: Callable[[socket.socket], None]) -> int:
        listening = socket.create_server(("127.0.0.1", 0))

        def serve() -> None:
            with listening, listening.accept()[0] as connection:
                talk(connection)

        threading.Thread(target=serve, daemon=True).start()
        return int(listening.getsockname()[1])

    return start


def test_tls_is_asked_for_by_the_host_name(known_hosts: Hosts, raw_server: Any):
    hello = []
    port = raw_server(lambda connection: hello.append(connection.recv(4_096)))
    known_hosts["secure.example"] = [["127.0.0.1"]]
    refusal = _refusal(
        f"https://secure.example:{port}/", allowed=frozenset({"secure.example"}), robots=False
    )
    assert refusal.code == "C513"
    assert b"secure.example" in hello[0]


def test_a_server_without_tls_is_told(raw_server: Any):
    port = raw_server(lambda connection: connection.sendall(b"HTTP/1.1 400 Bad\r\n\r\n"))
    refusal = _refusal(f"https://127.0.0.1:{port}/", allowed=frozenset({"127.0.0.1"}), robots=False)
    assert refusal.code == "C513"
    assert "http://" in refusal.message


def _stall(connection: socket.socket) -> None:
    connection.recv(4_096)
    connection.recv(4_096)  # until the client leaves


def test_a_silent_handshake_ends(raw_server: Any):
    port = raw_server(_stall)
    refusal = _refusal(
        f"https://127.0.0.1:{port}/",
        allowed=frozenset({"127.0.0.1"}),
        robots=False,
        timeout=0.3,
    )
    assert refusal.code == "C505"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A key and a certificate for secure.example that nobody else has signed."""
    if shutil.which("openssl") is None:
        pytest.skip("no openssl to make a certificate with")
    path = tmp_path_factory.mktemp("tls") / "secure.pem"
    making = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
    names = ["-subj", "/CN=secure.example", "-addext", "subjectAltName=DNS:secure.example"]
    subprocess.run(
        [*making.split(), *names, "-keyout", path, "-out", path.with_suffix(".crt")],
        check=True,
        capture_output=True,
    )
    path.write_text(path.read_text() + path.with_suffix(".crt").read_text())
    return path


def _serve_securely(certificate: Path) -> Callable[[socket.socket], None]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)

    def talk(connection: socket.socket) -> None:
        try:
            with context.wrap_socket(connection, server_side=True) as secured:
                secured.recv(4_096)
                secured.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret")
        except OSError:
            pass  # the client does not trust us

    return talk


@pytest.mark.parametrize(
    "host, trusted, code",
    [
        ("secure.example", True, None),
        ("other.example", True, "C513"),
        ("secure.example", False, "C513"),
    ],
)
def test_certificates_are_checked(
    known_hosts: Hosts,
    raw_server: Any,
    certificate: Path,
    host: str,
    trusted: bool,
    code: str | None,
):
    """The certificate must be for the host's name, though its IP address is what is connected to."""
    port = raw_server(_serve_securely(certificate))
    known_hosts[host] = [["127.0.0.1"]]
    policy = FetchPolicy(allowed=frozenset({host}), robots=False, timeout=3.0)
    with Fetcher(policy) as fetcher:
        if trusted:
            fetcher._tls.load_verify_locations(certificate)
        if code is None:
            page = fetcher.fetch(f"https://{host}:{port}/")
            assert isinstance(page, Page)
            assert page.body == b"secret"
        else:
            with pytest.raises(FetchError, match=code) as caught:
                fetcher.fetch(f"https://{host}:{port}/")
            assert "certificate" in caught.value.message
