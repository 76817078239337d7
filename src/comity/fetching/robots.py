"""What a host asks of programs: its robots.txt, by RFC 9309.

The standard library's parser knows no wildcards and takes the first rule that fits instead of the
longest, so that it would read what is closed, and not what is open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

# Everything but what stands outside ASCII is kept as it is written.
_ASCII = "".join(map(chr, range(33, 127)))
_TOKEN = re.compile(r"[a-z_-]+")
_MAX_CRAWL_DELAY = 30.0


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one host for one reader: (path pattern, allowed), and the delay it asks for."""

    rules: tuple[tuple[str, bool], ...] = ()
    delay: float = 0.0

    def allow(self, target: str) -> bool:
        """Tell whether a path with its query may be fetched: the longest rule that fits says."""
        fitting = [
            (len(pattern), allowed) for pattern, allowed in self.rules if _fits(pattern, target)
        ]
        return max(fitting, default=(0, True))[1]


def parse_robots(text: str, user_agent: str) -> Robots:
    """Read the rules for a reader: those that name it, or else those for everyone."""
    own = _token_of(user_agent)
    rules: dict[str, list[tuple[str, bool]]] = {}
    delays: dict[str, float] = {}
    agents: list[str] = []
    naming = False
    for line in text.splitlines():
        field, sign, value = (part.strip() for part in line.partition("#")[0].partition(":"))
        if not sign:
            continue
        field = field.lower()
        if field == "user-agent":
            agents = agents if naming else []
            agents.append("*" if value == "*" else _token_of(value))
            for agent in agents:
                rules.setdefault(agent, [])
            naming = True
            continue
        if field in ("allow", "disallow", "crawl-delay"):
            naming = False
        for agent in agents:
            if field in ("allow", "disallow") and value:
                rules[agent].append((_encoded(value), field == "allow"))
            elif field == "crawl-delay" and re.fullmatch(r"\d{1,9}(\.\d{1,9})?", value):
                delays[agent] = min(float(value), _MAX_CRAWL_DELAY)
    chosen = own if own in rules else "*"
    return Robots(tuple(rules.get(chosen, ())), delays.get(chosen, 0.0))


def _token_of(user_agent: str) -> str:
    found = _TOKEN.match(user_agent.strip().lower())
    return found[0] if found else ""


def _encoded(path: str) -> str:
    return quote(path, safe=_ASCII)


def _fits(pattern: str, target: str) -> bool:
    """Match by pieces between the stars, leftmost first, which takes no longer on odd patterns."""
    ends = pattern.endswith("$")
    first, *others = pattern.removesuffix("$").split("*")
    if not target.startswith(first):
        return False
    if not others:
        return not ends or target == first
    at = len(first)
    for piece in others[:-1]:
        at = target.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    last = others[-1]
    if ends:
        return target.endswith(last) and len(target) - len(last) >= at
    return target.find(last, at) >= 0
