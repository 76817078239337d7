"""Actors, the network of actors, and what a search finds, as sheets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from comity.analysis.actor import ActorPage
from comity.analysis.network import Network
from comity.analysis.search import Found, Hit
from comity.cli.card_sections import spoken_date
from comity.cli.sheets import Day, Sheet, Shown, columns
from comity.cli.show_commitments import commitment_sheet
from comity.cli.show_contacts import contact_sheet, source_sheet, statement_sheet
from comity.record.actors import ActorOfRecord

#: Posts that are shown beside all else, those that most reports show.
POSTS = 10


def show_actor(page: ActorPage, others: Sequence[ActorOfRecord]) -> Shown:
    """All about an actor; `others` have a name like that."""
    where = f", {page.country}" if page.country else ""
    return Shown(
        page=page,
        title=f"{page.name} ({page.kind}{where}), actor {page.id}",
        facts=[*_facts(page, others)],
        sheets=[
            _posts_on(page),
            _posts(page),
            contact_sheet("encounters", page.encounters.encounters, total=page.encounters.total),
            Sheet(
                name="met",
                columns=columns("actor name kind country encounters last"),
                rows=[
                    (one.actor, one.name, one.kind, one.country, one.encounters, Day(one.last))
                    for one in page.met
                ],
                total=page.met_total,
            ),
            statement_sheet(page.statements, page.statements_total),
            commitment_sheet(
                "commitments by",
                page.commitments_by.commitments,
                total=page.commitments_by.total,
            ),
            commitment_sheet(
                "commitments to",
                page.commitments_to.commitments,
                total=page.commitments_to.total,
            ),
            Sheet(
                name="names",
                columns=columns("name reports joined_as"),
                rows=[(name.name, name.reports, name.reason) for name in page.names],
            ),
            source_sheet(page.sources, page.sources_total),
        ],
        empty="The record knows nothing of this actor but the name.",
    )


def show_network(page: Network, about: str) -> Shown:
    """Who meets whom."""
    names = {node.actor: node for node in page.nodes}
    return Shown(
        page=page,
        title=f"Who meets whom{about}",
        sheets=[
            Sheet(
                name="edges",
                columns=columns("one with encounters last [one_actor] [with_actor]"),
                rows=[
                    (
                        _node_name(names[edge.one].name, names[edge.one].country),
                        _node_name(names[edge.other].name, names[edge.other].country),
                        edge.encounters,
                        Day(edge.last),
                        edge.one,
                        edge.other,
                    )
                    for edge in page.edges
                ],
                total=page.total,
            ),
            Sheet(
                name="nodes",
                columns=columns("actor name kind country encounters"),
                rows=[
                    (node.actor, node.name, node.kind, node.country, node.encounters)
                    for node in page.nodes
                ],
            ),
        ],
        empty="Nobody met anybody there; ask for less, or add more reports with: comity add",
    )


def show_found(found: Found, words: str) -> Shown:
    """What a search finds."""
    return Shown(
        page=found,
        title=f"Search: {words}",
        sheets=[
            Sheet(
                name="reports",
                columns=columns("report published publisher title text [name] [language] [url]"),
                rows=[
                    (
                        hit.source.report,
                        Day(hit.source.published),
                        hit.source.publisher,
                        hit.source.title,
                        marked(hit),
                        hit.source.name,
                        hit.source.language,
                        hit.source.url,
                    )
                    for hit in found.hits
                ],
                total=found.total,
            ),
            Sheet(
                name="actors",
                columns=columns("actor name kind country reports"),
                rows=[
                    (one.canonical, one.name, one.kind, one.country, one.mentions)
                    for one in found.actors
                ],
            ),
        ],
        empty="No report holds all of these words; try fewer, or the start of one: parliament*",
    )


def marked(hit: Hit) -> str:
    """A snippet with what was found in brackets."""
    text = hit.snippet
    for start, end in reversed(hit.marks):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


def _posts_on(page: ActorPage) -> Sheet:
    return Sheet(
        name=f"on {spoken_date(page.on)}" if page.on else "on that day",
        columns=columns("title body how first last reports"),
        rows=[
            (
                post.title or "member",
                post.body,
                post.how,
                Day(post.first),
                Day(post.last),
                post.reports,
            )
            for post in page.posts_on
        ],
    )


def _posts(page: ActorPage) -> Sheet:
    return Sheet(
        name="posts",
        columns=columns("title body first last reports"),
        rows=[
            (post.title or "member", post.body, Day(post.first), Day(post.last), post.reports)
            for post in sorted(page.posts, key=lambda post: -post.reports)
        ],
        brief=POSTS,
        note="As reports show them, from the first to the last.",
    )


def _facts(page: ActorPage, others: Sequence[ActorOfRecord]) -> Iterable[str]:
    if page.identifiers:
        yield ", ".join(f"{each.scheme}: {each.value}" for each in page.identifiers)
    if page.merged:
        yield f"Merged into it: {', '.join(map(str, page.merged))}"
    if others:
        alike = [f"{one.id} {_node_name(one.name, one.country)}" for one in others]
        yield f"Others of a name like that: {'; '.join(alike)}"


def _node_name(name: str, country: str | None) -> str:
    return f"{name} ({country})" if country else name
