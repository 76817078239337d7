"""One request and its answer, with every failure of the network put into words."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from dataclasses import dataclass

import httpcore

from comity.errors import FetchError
from comity.fetching.addresses import Address
from comity.fetching.body import read_body, too_large
from comity.fetching.connection import CheckedBackend
from comity.fetching.pace import Deadline
from comity.fetching.wording import shown

_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A server's answer; `headers` by name in lower case. The body is read of a success alone."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def succeeded(self) -> bool:
        """Whether it holds what was asked for, and not a part of it."""
        return 200 <= self.status < 300 and self.status != 206

    @property
    def redirects(self) -> bool:
        """Whether it names another address."""
        return self.status in _REDIRECTS


def ask(
    address: Address,
    *,
    headers: Mapping[str, str],
    allowed: bool,
    limit: int,
    timeout: float,
    deadline: Deadline,
    tls: ssl.SSLContext | None,
) -> Answer:
    """Ask for an address, once, on a connection of its own.

    Raises:
        FetchError: C502 to C507 and C513.
    """
    url = httpcore.URL(
        scheme=address.scheme.encode(),
        host=address.host.encode(),
        port=address.port,
        target=address.target.encode(),
    )
    sent = {"Host": address.netloc, **headers, "Accept-Encoding": "gzip", "Connection": "close"}
    request = httpcore.Request(
        "GET",
        url,
        headers=[(name.encode("latin-1"), value.encode("latin-1")) for name, value in sent.items()],
        extensions={"timeout": dict.fromkeys(("connect", "read", "write", "pool"), timeout)},
    )
    backend = CheckedBackend(address, allowed=allowed, deadline=deadline)
    try:
        with httpcore.HTTPConnection(
            url.origin, ssl_context=tls, network_backend=backend
        ) as connection:
            return _read_answer(connection.handle_request(request), limit, address.url)
    except httpcore.TimeoutException as error:
        raise _too_slow(address, timeout, deadline) from error
    except httpcore.ConnectError as error:
        raise _no_connection(address, error) from error
    except (httpcore.NetworkError, httpcore.ProtocolError) as error:
        raise FetchError(
            "C507",
            f"the answer is broken or cut off ({_said(error)}); try again later",
            where=address.url,
        ) from error


def _read_answer(response: httpcore.Response, limit: int, where: str) -> Answer:
    headers: dict[str, str] = {}
    for raw_name, raw_value in response.headers:
        name, value = raw_name.decode("latin-1").lower(), _header_text(raw_value)
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    answer = Answer(status=response.status, headers=headers, body=b"")
    if not answer.succeeded:
        return answer
    length = headers.get("content-length", "").partition(",")[0]
    if length.isdecimal() and int(length[:20]) > limit:
        raise too_large(limit, where)
    coding = headers.get("content-encoding", "")
    body = read_body(response.iter_stream(), coding=coding, limit=limit, where=where)
    return Answer(status=answer.status, headers=headers, body=body)


def _header_text(value: bytes) -> str:
    try:
        return value.decode("utf-8").strip()
    except UnicodeDecodeError:
        return value.decode("latin-1").strip()


def _too_slow(address: Address, timeout: float, deadline: Deadline) -> FetchError:
    if deadline.left() <= 0:
        what = f"the answer did not come to its end within {deadline.seconds:g} s"
    else:
        what = f"{address.host} did not answer within {timeout:g} s"
    return FetchError("C505", f"{what}; try again later", where=address.url)


def _no_connection(address: Address, error: httpcore.ConnectError) -> FetchError:
    cause = error.__cause__ or error
    if isinstance(cause, ssl.SSLCertVerificationError):
        what, reason = "the certificate does not hold", cause.verify_message
    elif isinstance(cause, ssl.SSLError) or address.scheme == "https" and _cut(cause):
        what, reason = "there is no secure connection", _said(cause)
    else:
        return FetchError(
            "C504",
            f"{address.named} does not take the connection ({_said(cause)}); check the address, "
            "or try again later",
            where=address.url,
        )
    return FetchError(
        "C513",
        f"{what} for {address.host} ({shown(reason)}); check the address, or whether the host is "
        "to be reached with http://",
        where=address.url,
    )


def _cut(error: BaseException) -> bool:
    return isinstance(error, ConnectionResetError)


def _said(error: BaseException) -> str:
    strerror = getattr(error, "strerror", None)
    said = strerror if isinstance(strerror, str) else str(error)
    return shown(said or type(error).__name__)
