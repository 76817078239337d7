"""Who meets whom."""

from __future__ import annotations

from comity.analysis.network import Network, network
from comity.analysis.timeline import Which
from comity.record import Record
from comity.record.period import Period


def edges(page: Network) -> set[tuple[str, str, int]]:
    names = {node.actor: node.name for node in page.nodes}
    return {(*sorted((names[edge.one], names[edge.other])), edge.encounters) for edge in page.edges}  # type: ignore[misc]


def test_edges_count_encounters(world: Record) -> None:
    with world.viewing() as view:
        page = network(view, Which())
    assert edges(page) == {
        ("Anne Marchal", "Timur Aliyev", 2),
        ("Jean Duval", "Karim Sadykov", 1),
        ("Jean Duval", "Paul Lenoir", 1),
        ("Karim Sadykov", "Paul Lenoir", 1),
    }
    assert page.total == 4
    assert [node.encounters for node in page.nodes] == [2, 2, 2, 2, 2]


def test_it_is_narrowed(world: Record) -> None:
    with world.viewing() as view:
        spring = network(view, Which(topic="energy"))
        autumn = network(view, Which(kind="visit", period=Period(since="2025-09")))
        best = network(view, Which(), most=1)
        nobody = network(view, Which(countries=("DEU",)))
    assert len(spring.edges) == 3
    assert edges(autumn) == {("Anne Marchal", "Timur Aliyev", 1)}
    assert (len(best.edges), len(best.nodes), best.total) == (1, 2, 4)
    assert (nobody.nodes, nobody.edges, nobody.total) == ((), (), 0)
