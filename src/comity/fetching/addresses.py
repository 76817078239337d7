"""Web addresses: how one is read, and which hosts are not reached unless allowed by name."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network
from urllib.parse import quote, urljoin, urlsplit

from comity.errors import FetchError, UsageError
from comity.fetching.wording import shown

_PORTS = {"http": 80, "https": 443}
_MAX_LENGTH = 8_000
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?")
# What programs take for a number of an IP address, though no address is written so.
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*")
_KEPT = "/%:@!$&'()*+,;=~"

# Python's own list of what is not global grew from version to version; these it may lack.
_OTHER_V4 = tuple(
    IPv4Network(net) for net in ("192.0.0.0/24", "192.88.99.0/24", "100.64.0.0/10", "240.0.0.0/4")
)
_OTHER_V6 = tuple(
    IPv6Network(net) for net in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
)
_GLOBAL_V6 = IPv6Network("2000::/3")
_NAT64 = IPv6Network("64:ff9b::/96")
_6TO4 = IPv6Network("2002::/16")


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """An http or https address, taken apart once, so that what is checked is what is asked.

    `host` is in lower case and ASCII, an IPv6 address without brackets; `target` is the path
    with the query, percent-encoded.
    """

    scheme: str
    host: str
    port: int
    target: str

    @property
    def netloc(self) -> str:
        """The host as it stands in an address, with the port where it is not the usual one."""
        usual = self.port == _PORTS[self.scheme]
        return _bracketed(self.host) if usual else self.named

    @property
    def named(self) -> str:
        """The host with its port, as it is allowed by name."""
        return f"{_bracketed(self.host)}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        return f"{self.scheme}://{self.netloc}"

    @property
    def url(self) -> str:
        """The whole address."""
        return self.origin + self.target

    def join(self, reference: str) -> Address:
        """The address that a reference on this page leads to. Raises as `parse_address` does."""
        try:
            return parse_address(urljoin(self.url, reference.strip()))
        except ValueError:
            raise _refused(reference, "it is not an address") from None


def parse_address(url: str) -> Address:
    """Read an address.

    Raises:
        FetchError: C501 where it is not a plain http or https address.
    """
    text = url.strip()
    if len(text) > _MAX_LENGTH:
        raise _refused(text, f"it has more than {_MAX_LENGTH:,} characters")
    if _CONTROL.search(text):
        raise _refused(text, "it holds control characters")
    try:
        parts = urlsplit(text)
        host, port = parts.hostname, parts.port
        path = quote(parts.path or "/", safe=_KEPT)
        query = quote(parts.query, safe=_KEPT + "?[]|")
    except ValueError:
        raise _refused(text, "its host, port or path cannot be read") from None
    scheme = parts.scheme.lower()
    if scheme not in _PORTS:
        if not scheme or not parts.netloc:
            advice = f", such as https://{shown(text, 80)}" if re.match(r"[\w-]+\.\w", text) else ""
            raise _refused(text, f"give one that begins with http:// or https://{advice}")
        raise _refused(text, f"only http and https are fetched, not {shown(scheme, 20)}")
    if "@" in parts.netloc:
        hidden = f"{scheme}://…@{parts.netloc.rpartition('@')[2]}"
        raise _refused(hidden, "it holds a user name; give it without")
    if not host:
        raise _refused(text, "it names no host")
    if port == 0:
        raise _refused(text, "there is no port 0")
    plain = _plain_host(host)
    if plain is None:
        raise _refused(text, "its host is no plain host name or IP address; write it as usual")
    if not path.startswith("/"):
        path = "/" + path
    target = f"{path}?{query}" if query else path
    return Address(scheme=scheme, host=plain, port=port or _PORTS[scheme], target=target)


def read_allowed(names: Iterable[str]) -> frozenset[str]:
    """Bring names of allowed hosts (host, or host:port) into the form of `is_allowed`.

    Raises:
        UsageError: C351 for a name that is neither.
    """
    return frozenset(map(_read_name, names))


def is_allowed(host: str, port: int, allowed: frozenset[str]) -> bool:
    """Tell whether a host, as an `Address` gives it, is allowed by name."""
    return host in allowed or f"{_bracketed(host)}:{port}" in allowed


def refusal_of(ip: str) -> str | None:
    """Why an IP address is not reached unless allowed by name; None where it is public."""
    try:
        address = ipaddress.ip_address(ip.partition("%")[0])
    except ValueError:
        return "which is not an IP address"
    if isinstance(address, IPv6Address):
        embedded = _embedded(address)
        if embedded is None:
            return _refusal_of_v6(address)
        address = embedded
    return _refusal_of_v4(address)


def _embedded(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that is reached through an IPv6 one: mapped, NAT64 or 6to4."""
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    if address in _6TO4:
        return address.sixtofour
    return None


def _refusal_of_v4(address: IPv4Address) -> str | None:
    if address.is_loopback or address in IPv4Network("0.0.0.0/8"):
        return "which is this machine itself"
    if address.is_link_local:
        return "which is link-local, where machines keep what is secret to them"
    if address.is_multicast:
        return "which is a multicast address"
    if not address.is_global or any(address in net for net in _OTHER_V4):
        return "which is in a private or reserved network"
    return None


def _refusal_of_v6(address: IPv6Address) -> str | None:
    if address.is_loopback or address.is_unspecified:
        return "which is this machine itself"
    if address.is_link_local:
        return "which is link-local, where machines keep what is secret to them"
    if address.is_multicast:
        return "which is a multicast address"
    public = address in _GLOBAL_V6 and address.is_global
    if not public or any(address in net for net in _OTHER_V6):
        return "which is in a private or reserved network"
    return None


def _plain_host(host: str) -> str | None:
    """A host in lower case and ASCII without a final dot; None where it is oddly written."""
    if ":" in host:
        try:
            return None if "%" in host else str(IPv6Address(host))
        except ValueError:
            return None
    if not host.isascii():
        import idna

        try:
            host = idna.encode(host, uts46=True).decode("ascii")
        except (idna.IDNAError, ValueError):
            return None
    host = host.lower().removesuffix(".")
    labels = host.split(".")
    if len(host) > 253 or not all(len(a) < 64 and _LABEL.fullmatch(a) for a in labels):
        return None
    if not _NUMBER.fullmatch(labels[-1]):
        return host
    try:
        return str(IPv4Address(host))
    except ValueError:
        return None


def _read_name(name: str) -> str:
    text = name.strip().lower()
    bare = text if text.count(":") < 2 or text.startswith("[") else f"[{text}]"
    try:
        parts = urlsplit(f"//{bare}")
        port = parts.port
        host = _plain_host(parts.hostname or "") if parts.netloc == bare else None
    except ValueError:
        host, port = None, None
    if host is None or "@" in bare:
        raise UsageError(
            "C351",
            f"{shown(name)!r} is no name of a host to allow; give a host (news.example), or a "
            "host with its port (localhost:8000)",
        )
    return host if port is None else f"{_bracketed(host)}:{port}"


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _refused(url: str, why: str) -> FetchError:
    return FetchError("C501", f"this address cannot be fetched: {why}", where=shown(url))
