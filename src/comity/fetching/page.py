"""What a fetch gives."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Something fetched: a page, a feed, a file.

    `url` is where it was found after all redirects, `requested` what was asked for. `body` is
    decompressed; `content_type` is in lower case, without parameters, "" where none is given.
    `etag` and `last_modified` are for the next `fetch`. `retrieved` is an ISO time in UTC.
    """

    url: str
    requested: str
    status: int
    content_type: str
    charset: str | None
    body: bytes
    etag: str | None
    last_modified: str | None
    retrieved: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotModified:
    """The server says that what was fetched before still stands."""

    url: str
    requested: str
    etag: str | None
    last_modified: str | None
    retrieved: str
