"""One connection: the host is looked up once, checked, and that very IP address is connected to.

Nothing but this module opens a socket, so no redirect, no odd spelling and no second answer of a
name server leads to an address that was not checked.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterable
from queue import Empty, SimpleQueue
from threading import Thread

import httpcore

from comity.errors import FetchError
from comity.fetching.addresses import Address, refusal_of
from comity.fetching.pace import Deadline


class CheckedBackend(httpcore.NetworkBackend):
    """Connects httpcore to the host of an address; with `allowed`, wherever that host is.

    Raises from `connect_tcp`, besides httpcore's errors:
        FetchError: C502 a private address, C503 an unknown host, C505 a slow look-up.
    """

    def __init__(self, address: Address, *, allowed: bool, deadline: Deadline) -> None:
        self._address = address
        self._allowed = allowed
        self._deadline = deadline
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first of the host's IP addresses that answers."""
        del host, port, local_address  # the address was taken apart by us, and only by us
        failed: Exception | None = None
        for ip in self._checked_ips(timeout):
            try:
                stream = self._sockets.connect_tcp(
                    ip,
                    self._address.port,
                    timeout=_in_time(self._deadline, timeout),
                    socket_options=socket_options,
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = failed or error
            else:
                return _TimedStream(stream, self._deadline)
        raise failed or httpcore.ConnectError("no IP address")

    def _checked_ips(self, timeout: float | None) -> list[str]:
        address = self._address
        ips = _look_up(address, self._deadline.left(timeout))
        for ip in ips:
            # One private address among public ones is enough: it may be the one that is reached.
            why = None if self._allowed else refusal_of(ip)
            if why:
                raise FetchError(
                    "C502",
                    f"{address.host} is at {ip}, {why}, and is not fetched; if you know it, allow "
                    f"it by name: --allow-host {address.named}",
                    where=address.url,
                )
        return ips


class _TimedStream(httpcore.NetworkStream):
    """A stream on which no wait goes beyond the deadline, so that a server cannot drip on."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _in_time(self._deadline, timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _in_time(self._deadline, timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        secured = self._stream.start_tls(
            ssl_context, server_hostname, _in_time(self._deadline, timeout)
        )
        return _TimedStream(secured, self._deadline)

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)


def _in_time(deadline: Deadline, timeout: float | None) -> float:
    left = deadline.left(timeout)
    if left <= 0:
        raise httpcore.ReadTimeout("the deadline is over")
    return left


def _look_up(address: Address, seconds: float) -> list[str]:
    """The host's IP addresses, in the system's order and each once."""
    answers: SimpleQueue[list[str] | OSError | ValueError] = SimpleQueue()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
        except (OSError, ValueError) as error:  # a ValueError for a name that cannot be one
            answers.put(error)
        else:
            answers.put(list(dict.fromkeys(str(entry[4][0]) for entry in found)))

    # The system's resolver takes no time limit; a thread that is left behind ends by itself.
    Thread(target=ask, name="comity-look-up", daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except Empty:
        raise FetchError(
            "C505",
            f"{address.host} could not be looked up within {seconds:.0f} s; try again later",
            where=address.url,
        ) from None
    if isinstance(answer, Exception) or not answer:
        why = getattr(answer, "strerror", None) or "no such host"
        raise FetchError(
            "C503",
            f"the host {address.host} is not known ({why}); check the spelling, and whether this "
            "machine has a network",
            where=address.url,
        )
    return answer
