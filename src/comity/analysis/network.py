"""Who meets whom, as nodes and edges."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from comity.record import View
from comity.record.actors import get_actors
from comity.record.networks import links
from comity.record.timeline import Which


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An actor of the network; `encounters` is the sum over its edges that are shown."""

    actor: int
    name: str
    kind: str
    country: str | None
    encounters: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """Two actors, the number of encounters that both took part in, and the day of the latest."""

    one: int
    other: int
    encounters: int
    last: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """The strongest edges and their ends; `total` is how many edges there are in all."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    total: int


def network(view: View, which: Which, *, countries: bool = False, most: int = 100) -> Network:
    """The network of those who took part in the encounters chosen, by its strongest edges.

    Countries that take part as such are left out, unless `countries` asks for them.
    """
    found, total = links(view, which, countries=countries, most=most)
    degree: Counter[int] = Counter()
    for link in found:
        degree[link.one] += link.encounters
        degree[link.other] += link.encounters
    actors = get_actors(view, degree)
    return Network(
        nodes=tuple(
            Node(
                actor=actor,
                name=actors[actor].name,
                kind=actors[actor].kind,
                country=actors[actor].country,
                encounters=encounters,
            )
            for actor, encounters in sorted(degree.items(), key=lambda each: (-each[1], each[0]))
        ),
        edges=tuple(
            Edge(one=link.one, other=link.other, encounters=link.encounters, last=link.last)
            for link in found
        ),
        total=total,
    )
