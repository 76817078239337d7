"""The room where the network is reached: pages and feeds, politely, and never a private address.

Importing this room loads no third-party package: httpcore is imported with the first request,
feedparser with the first feed.

Codes of what is not fetched (`FetchError`); the place of each names the address:

    C501  an address that is not a plain http or https one: another scheme, a user name in it, an
          IP address in an odd spelling, no host
    C502  a host of a private network or of this machine that the caller did not allow by name
    C503  a host name that does not exist, or cannot be looked up
    C504  a server that does not take the connection
    C505  a server that is too slow: to be looked up, to answer, or to come to an end
    C506  an answer larger than the limit
    C507  a broken answer: cut off, not HTTP, compressed in a way that was not asked for
    C508  redirects that lead nowhere: in a circle, too many, without a target
    C509  a page that the host's robots.txt keeps from programs, or a robots.txt that fails
    C510  an answer that is no success, such as 404
    C511  a server that asks to come again later (429, or 503 with a time)
    C512  what was fetched is no feed
    C513  a host without a secure connection: a wrong certificate, no TLS
    C514  a feed that is too broken for any entry to be read

Codes of calls that are off (`UsageError`):

    C351  a name to allow that is neither a host nor host:port
"""

from __future__ import annotations

from comity.fetching.addresses import Address, parse_address
from comity.fetching.client import Fetcher
from comity.fetching.feeds import MAX_FEED_BYTES, Entry, Feed, read_feed
from comity.fetching.page import NotModified, Page
from comity.fetching.policy import FetchPolicy

__all__ = [
    "MAX_FEED_BYTES",
    "Address",
    "Entry",
    "Feed",
    "FetchPolicy",
    "Fetcher",
    "NotModified",
    "Page",
    "parse_address",
    "read_feed",
]
