from __future__ import annotations

import gzip
import tracemalloc
import zlib
from collections.abc import Iterator

import pytest

from comity.errors import FetchError
from comity.fetching.body import read_body

TEXT = b"The Speaker met the delegation. " * 9_000


def _packed(data: bytes, level: int = 9) -> bytes:
    return gzip.compress(data, level, mtime=0)  # the same bytes in every process


def _pieces(data: bytes, size: int) -> Iterator[bytes]:
    return (data[at : at + size] for at in range(0, len(data), size))


def _read(data: bytes, coding: str, *, size: int = 4_096, limit: int = 1_000_000) -> bytes:
    return read_body(_pieces(data, size), coding=coding, limit=limit, where="https://news.example/")


@pytest.mark.parametrize("size", [1, 7, 65_536])
@pytest.mark.parametrize(
    "data, coding",
    [
        (TEXT, ""),
        (TEXT, "identity"),
        (_packed(TEXT), "gzip"),
        (_packed(TEXT), " X-GZIP "),
        (_packed(TEXT[:100]) + _packed(TEXT[100:]), "gzip"),
        (_packed(TEXT) + b"\0\0\0", "gzip"),
    ],
)
def test_a_body_is_opened(data: bytes, coding: str, size: int):
    assert _read(data, coding, size=size) == TEXT


@pytest.mark.parametrize("coding", ["", "gzip"])
def test_an_empty_body_is_empty(coding: str):
    assert _read(b"", coding) == b""


@pytest.mark.parametrize(
    "data, coding",
    [
        (_packed(TEXT)[:-1], "gzip"),
        (_packed(TEXT)[:200], "gzip"),
        (_packed(TEXT)[:-8] + b"\0" * 8, "gzip"),
        (_packed(TEXT) + _packed(TEXT)[:50], "gzip"),
        (zlib.compress(TEXT), "deflate"),
        (TEXT, "gzip"),
        (TEXT, "br"),
        (_packed(_packed(TEXT)), "gzip, gzip"),
    ],
)
def test_a_damaged_body_is_refused(data: bytes, coding: str):
    with pytest.raises(FetchError, match="C507"):
        _read(data, coding)


@pytest.mark.parametrize("coding", ["", "gzip"])
def test_the_limit_is_exact(coding: str):
    data = _packed(TEXT) if coding else TEXT
    assert len(_read(data, coding, limit=len(TEXT))) == len(TEXT)
    with pytest.raises(FetchError, match="C506"):
        _read(data, coding, limit=len(TEXT) - 1)


def test_what_decompresses_to_nothing_ends_too():
    with pytest.raises(FetchError, match="C506"):
        _read(_packed(b"") * 10_000, "gzip", limit=100_000)


def test_a_bomb_takes_no_memory():
    bomb = _packed(bytes(100_000_000), 9)
    tracemalloc.start()
    try:
        with pytest.raises(FetchError, match="C506"):
            _read(bomb, "gzip", size=65_536)
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()
