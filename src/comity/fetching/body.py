"""The body of an answer, as it comes in: decompressed piece by piece, and never beyond a limit."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from typing import Protocol

from comity.errors import FetchError
from comity.fetching.wording import shown

_PIECE = 65_536


class _Decompressor(Protocol):
    """What of zlib's objects is used."""

    @property
    def eof(self) -> bool: ...
    @property
    def unconsumed_tail(self) -> bytes: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = ..., /) -> bytes: ...


def read_body(pieces: Iterable[bytes], *, coding: str, limit: int, where: str) -> bytes:
    """Read a body to its end.

    Args:
        coding: what the answer's Content-Encoding says.
        limit: bytes, as they are sent and after decompression.

    Raises:
        FetchError: C506 beyond the limit, C507 for a compression that is damaged or unknown.
    """
    coding = coding.strip().lower()
    opened = _counted(pieces, limit, where)
    if coding in ("gzip", "x-gzip"):
        opened = _opened(opened, where)
    elif coding not in ("", "identity"):
        raise FetchError(
            "C507",
            f"the server compressed its answer as {shown(coding, 40)!r}, which was not asked for "
            "and is not read; save the page with a browser and add the file",
            where=where,
        )
    body = bytearray()
    for piece in opened:
        body += piece
        if len(body) > limit:
            raise too_large(limit, where)
    return bytes(body)


def too_large(limit: int, where: str) -> FetchError:
    """The error of an answer beyond the limit."""
    return FetchError(
        "C506",
        f"the answer is larger than the limit of {limit:,} bytes; save it and add the file, or "
        "set a higher limit",
        where=where,
    )


def _counted(pieces: Iterable[bytes], limit: int, where: str) -> Iterator[bytes]:
    count = 0
    for piece in pieces:
        count += len(piece)
        if count > limit:
            raise too_large(limit, where)
        yield piece


def _opened(pieces: Iterator[bytes], where: str) -> Iterator[bytes]:
    """Decompress in pieces of a bounded size: a small answer can stand for gigabytes."""
    opener: _Decompressor | None = None
    began = False
    try:
        for data in pieces:
            while data:
                if opener is None:
                    # there may be several members; what else follows the end is nothing
                    if began and not data.startswith(b"\x1f"):
                        break
                    opener = zlib.decompressobj(zlib.MAX_WBITS | 16)
                    began = True
                yield from _open_piece(opener, data)
                data = opener.unused_data if opener.eof else b""
                if opener.eof:
                    opener = None
    except zlib.error as error:
        raise _damaged(where) from error
    if opener is not None:
        raise _damaged(where)


def _open_piece(opener: _Decompressor, data: bytes) -> Iterator[bytes]:
    while data and not opener.eof:
        yield opener.decompress(data, _PIECE)
        data = opener.unconsumed_tail


def _damaged(where: str) -> FetchError:
    return FetchError(
        "C507", "the answer's compression is damaged or cut off; try again later", where=where
    )
