from __future__ import annotations

import pytest

from comity.errors import FetchError, UsageError
from comity.fetching.addresses import is_allowed, parse_address, read_allowed, refusal_of

PUBLIC = [
    "8.8.8.8",
    "172.15.255.255",
    "172.32.0.1",
    "100.63.255.255",
    "100.128.0.1",
    "192.167.1.1",
    "2606:4700:4700::1111",
    "::ffff:8.8.8.8",
    "64:ff9b::808:808",
    "2002:808:808::1",
]
NOT_PUBLIC = [
    "0.0.0.0",
    "0.1.2.3",
    "10.0.0.1",
    "100.64.0.1",
    "127.0.0.1",
    "127.8.8.8",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.8",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.51.100.7",
    "203.0.113.5",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:a00:1",
    "::ffff:169.254.169.254",
    "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::808:808",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2002:7f00:1::1",
    "2002:c0a8:101::",
    "3fff::1",
    "4000::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "no address",
]


@pytest.mark.parametrize("ip", PUBLIC)
def test_public_addresses_are_reached(ip: str):
    assert refusal_of(ip) is None


@pytest.mark.parametrize("ip", NOT_PUBLIC)
def test_other_addresses_are_not(ip: str):
    assert refusal_of(ip)


@pytest.mark.parametrize(
    "url, plain",
    [
        ("https://news.example", "https://news.example/"),
        ("  HTTP://News.Example:80/a?b=c#d\n", "http://news.example/a?b=c"),
        ("https://news.example.:443/", "https://news.example/"),
        ("http://news.example:8080", "http://news.example:8080/"),
        ("https://news.example?page=2", "https://news.example/?page=2"),
        ("https://news.example/a b/ü?q=ä é", "https://news.example/a%20b/%C3%BC?q=%C3%A4%20%C3%A9"),
        ("https://news.example/a%20b%2Fc", "https://news.example/a%20b%2Fc"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://БЮРО.example/", "https://xn--90a0af9c.example/"),
        ("http://8.8.8.8./", "http://8.8.8.8/"),
        ("http://１２７.０.０.１/", "http://127.0.0.1/"),
        ("http://[2606:4700:0:0::1111]:8000/x", "http://[2606:4700::1111]:8000/x"),
        ("http://[::1]/", "http://[::1]/"),
        ("http://my_host.example/", "http://my_host.example/"),
        ("http://1.example/", "http://1.example/"),
    ],
)
def test_an_address_is_read(url: str, plain: str):
    assert parse_address(url).url == plain
    assert parse_address(plain).url == plain


@pytest.mark.parametrize(
    "url, why",
    [
        ("", "begins with http"),
        ("news.example/feed", "such as https://news.example/feed"),
        ("//news.example/feed", "begins with http"),
        ("http:news.example", "no host"),
        ("file:///etc/passwd", "begins with http"),
        ("ftp://news.example/", "not ftp"),
        ("gopher://news.example/", "not gopher"),
        ("javascript:alert(1)", "begins with http"),
        ("data:text/html,x", "begins with http"),
        ("http://", "no host"),
        ("http:///path", "no host"),
        ("http://:80/", "no host"),
        ("http://user:secret@news.example/", "user name"),
        ("http://news.example@127.0.0.1/", "user name"),
        ("http://news.example\\@127.0.0.1/", "user name"),
        ("http://news.example\\.other.example/", "host"),
        ("http://news.example:99999/", "port"),
        ("http://news.example:0/", "port 0"),
        ("http://news.example:x/", "port"),
        ("http://2130706433/", "host"),
        ("http://0x7f000001/", "host"),
        ("http://0x7f.0.0.1/", "host"),
        ("http://0177.0.0.1/", "host"),
        ("http://127.1/", "host"),
        ("http://127.0.0.1../", "host"),
        ("http://127.0.0.01/", "host"),
        ("http://1.2.3.4.5/", "host"),
        ("http://%31%32%37.0.0.1/", "host"),
        ("http://[::1%25eth0]/", "host"),
        ("http://[::1/", "host"),
        ("http://::1/", "host"),
        ("http://[::ffff:127.0.0.256]/", "host"),
        ("http://a..example/", "host"),
        ("http://-a.example/", "host"),
        ("http://a b.example/", "host"),
        (f"http://{'a' * 64}.example/", "host"),
        (f"http://{'a.' * 127}example/", "host"),
        ("http://\u2488\u2488.example/", "host"),
        ("http://news.example/\r\nHost: other", "control"),
        ("http://news.example/\x9b31m", "control"),
        ("http://news.example/\ud800", "cannot be read"),
        (f"http://news.example/{'a' * 8000}", "characters"),
    ],
)  # fmt: skip
def test_other_addresses_are_refused(url: str, why: str):
    with pytest.raises(FetchError, match=why) as caught:
        parse_address(url)
    assert caught.value.code == "C501"
    assert "secret" not in str(caught.value)
    assert str(caught.value).isprintable()


@pytest.mark.parametrize(
    "reference, url",
    [
        ("b", "https://news.example/a/b"),
        ("/b?c", "https://news.example/b?c"),
        ("?c", "https://news.example/a/?c"),
        ("//other.example/b", "https://other.example/b"),
        ("http://other.example", "http://other.example/"),
        (" b\n", "https://news.example/a/b"),
    ],
)
def test_references_are_resolved(reference: str, url: str):
    assert parse_address("https://news.example/a/").join(reference).url == url


@pytest.mark.parametrize(
    "reference", ["file:///etc/passwd", "http://[", "//u@h.example", "mailto:a@b"]
)
def test_references_are_checked(reference: str):
    with pytest.raises(FetchError, match="C501"):
        parse_address("https://news.example/a/").join(reference)


@pytest.mark.parametrize(
    "names, url, allowed",
    [
        ({"localhost"}, "http://localhost:8000/", True),
        ({"localhost"}, "http://localhost./", True),
        ({"LOCALHOST:8000"}, "http://localhost:8000/", True),
        ({"localhost:8000"}, "http://localhost:8001/", False),
        ({"localhost:8000"}, "http://localhost/", False),
        ({"localhost"}, "http://127.0.0.1/", False),
        ({"localhost"}, "http://a.localhost/", False),
        ({"host"}, "http://localhost/", False),
        ({"127.0.0.1"}, "http://127.0.0.1:99/", True),
        ({"127.0.0.1"}, "http://127.0.0.2/", False),
        ({"::1"}, "http://[::1]:8000/", True),
        ({"[::1]:8000"}, "http://[0:0::1]:8000/", True),
        ({"[::1]:8000"}, "http://[::1]/", False),
        ({"bücher.example"}, "http://xn--bcher-kva.example/", True),
        (set(), "http://localhost/", False),
    ],
)
def test_hosts_are_allowed_by_name(names: set[str], url: str, allowed: bool):
    address = parse_address(url)
    assert is_allowed(address.host, address.port, read_allowed(names)) is allowed


@pytest.mark.parametrize(
    "name",
    [
        "",
        "http://localhost",
        "localhost/x",
        "*",
        "10.0.0.0/8",
        "u@h",
        "a:b",
        "a:1:2",
        "0x7f.1",
        "h:99999",
    ],
)
def test_other_names_are_refused(name: str):
    with pytest.raises(UsageError, match="C351"):
        read_allowed({name})
