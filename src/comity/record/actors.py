"""Actors of record: found by keys, named by reports, merged and parted by people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    Insert,
    Text,
    bindparam,
    case,
    delete,
    func,
    insert,
    select,
    update,
)

from comity.data.folding import fold
from comity.errors import RecordError
from comity.model.actor import ActorKind, KnownActor, Post, Scheme
from comity.record import tables
from comity.record.store import View, Work
from comity.record.upsert import adding, adding_missing, insert_for

#: Posts of an actor that matching looks at, those that most reports show first.
POSTS_SHOWN = 12
#: Actors that one lookup gives to matching; keys are selective, so more are not alike.
MOST_CANDIDATES = 60
_A = tables.actor
# Asked for each report that comes in, so they are made once.
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_N, _K, _H, _M, _I = (
    tables.actor_name,
    tables.actor_key,
    tables.holding,
    tables.mention,
    tables.identifier,
)
_ADD = insert(_A).returning(_A.c.id)
_BY_ID = select(_A).where(_A.c.id.in_(_IDS))
_BY_KEY = (
    select(_K.c.key, _K.c.actor_id)
    .join(_A, _A.c.id == _K.c.actor_id)
    .where(_K.c.key.in_(bindparam("keys", expanding=True)))
    .order_by(_A.c.mentions.desc(), _A.c.id)
)
_NAMES = (
    select(_N.c.actor_id, _N.c.name)
    .where(_N.c.actor_id.in_(_IDS))
    .order_by(_N.c.reports.desc(), _N.c.name)
)
_POSTS = select(_H).where(_H.c.actor_id.in_(_IDS)).order_by(_H.c.reports.desc(), _H.c.post_key)
_IDENTIFIERS = select(_I).where(_I.c.actor_id.in_(_IDS)).order_by(_I.c.scheme, _I.c.value)
_WHOLE = _A.alias("whole")
_MENTIONS = (
    select(
        _M,
        func.coalesce(_A.c.canonical_id, _A.c.id).label("canonical"),
        func.coalesce(_A.c.country, _WHOLE.c.country).label("home"),
    )
    .join(_A, _A.c.id == _M.c.actor_id)
    .join(_WHOLE, _WHOLE.c.id == func.coalesce(_A.c.canonical_id, _A.c.id))
    .where(_M.c.report_id == bindparam("report"))
)
# Of the names of more than one word the most frequent; a family name alone only if need be.
_USUAL = (
    select(_N.c.actor_id, _N.c.name, _N.c.reports, _A.c.kind, _A.c.country)
    .join(_A, _A.c.id == _N.c.actor_id)
    .where(_N.c.actor_id.in_(_IDS))
    .order_by(
        case((_A.c.kind == "person", case((_N.c.folded.like("% %"), 0), else_=1)), else_=0),
        _N.c.reports.desc(),
        _N.c.name,
    )
)
_SET_KNOWN = (
    update(_A)
    .where(_A.c.id == bindparam("of"))
    .values(
        mentions=bindparam("counted"),
        name=func.coalesce(bindparam("usual", type_=Text), _A.c.name),
        country=func.coalesce(bindparam("home", type_=Text), _A.c.country),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorOfRecord:
    """An actor as it is shown: under its usual name, with the actor it was merged into."""

    id: int
    kind: ActorKind
    country: str | None
    name: str
    mentions: int
    canonical: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptMention:
    """Which actor of record a name in a report is.

    `actor` is as resolved, before people merged actors. `country` is what the report gives, and
    `home` the actor's where other reports give it.
    """

    name: str
    actor: int
    canonical: int
    kind: ActorKind
    country: str | None
    home: str | None
    score: float
    reason: str
    pinned: bool

    @property
    def side(self) -> str | None:
        """The country that the actor stands for here, as far as the record knows."""
        return self.country or self.home


class ActorDirectory:
    """The actors of record that some keys find (`comity.model.actor.Directory`), looked up at once.

    `apart` are the actors that people told from one another.
    """

    def __init__(
        self, view: View, keys: Iterable[str], *, apart: Mapping[int, frozenset[int]]
    ) -> None:
        wanted = list(dict.fromkeys(keys))
        self._found: dict[str, list[int]] = {key: [] for key in wanted}
        for row in view.connection.execute(_BY_KEY, {"keys": wanted}).all() if wanted else ():
            # Of what one key finds no more can be among the first of several keys.
            if len(self._found[row.key]) < MOST_CANDIDATES:
                self._found[row.key].append(row.actor_id)
        ids = sorted({actor for actors in self._found.values() for actor in actors})
        self._actors = {actor.id: actor for actor in known_actors(view, ids, apart)}

    @property
    def ids(self) -> Sequence[int]:
        """All actors that any of the keys finds."""
        return list(self._actors)

    def candidates(self, keys: Iterable[str]) -> Sequence[KnownActor]:
        """All actors that one of the keys finds, by falling number of mentions.

        Raises KeyError for a key that was not named at the beginning.
        """
        ids = {actor for key in keys for actor in self._found[key]}
        found = sorted((self._actors[i] for i in ids), key=lambda a: (-a.mentions, a.id))
        return found[:MOST_CANDIDATES]


def known_actors(
    view: View, ids: Sequence[int], apart: Mapping[int, frozenset[int]]
) -> list[KnownActor]:
    """Actors with what matching needs of them."""
    if not ids:
        return []
    rows = view.connection.execute(_BY_ID, {"ids": list(ids)}).all()
    names, posts, identifiers = _names(view, ids), _posts(view, ids), _identifiers(view, ids)
    return [
        KnownActor(
            id=row.id,
            kind=row.kind,
            country=row.country,
            names=tuple(names[row.id]) or (row.name,),
            posts=tuple(posts[row.id]),
            identifiers=tuple(identifiers[row.id]),
            mentions=row.mentions,
            apart=apart.get(row.id, frozenset()),
        )
        for row in rows
    ]


def get_actor(view: View, actor_id: int) -> ActorOfRecord:
    """One actor. Raises RecordError (C408)."""
    found = get_actors(view, [actor_id])
    if not found:
        raise RecordError("C408", f"the record has no actor {actor_id}", where="actor")
    return found[actor_id]


def get_actors(view: View, ids: Iterable[int]) -> dict[int, ActorOfRecord]:
    """Actors by their ids."""
    query = select(_A).where(_A.c.id.in_(list(dict.fromkeys(ids))))
    return {row.id: _actor(row) for row in view.connection.execute(query)}


def members_of(view: View, canonical: int) -> list[int]:
    """All actors that were merged into one, itself among them."""
    query = select(_A.c.id).where((_A.c.canonical_id == canonical) | (_A.c.id == canonical))
    return list(view.connection.execute(query.order_by(_A.c.id)).scalars())


def find_by_name(view: View, name: str, *, most: int = 20) -> list[ActorOfRecord]:
    """Actors with that name, whole or as the start or end of a word of it, best first."""
    folded = fold(name)
    names = tables.actor_name
    exact = case((names.c.folded == folded, 0), else_=1)
    escaped = folded.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    like = names.c.folded.like(f"{escaped}%", escape="\\") | names.c.folded.like(
        f"% {escaped}%", escape="\\"
    )
    canonical = func.coalesce(_A.c.canonical_id, _A.c.id)
    hits = (
        select(canonical.label("id"), func.min(exact).label("rank"))
        .join(names, names.c.actor_id == _A.c.id)
        .where((names.c.folded == folded) | like)
        .group_by(canonical)
        .subquery()
    )
    query = (
        select(_A)
        .join(hits, hits.c.id == _A.c.id)
        .order_by(hits.c.rank, _A.c.mentions.desc(), _A.c.id)
        .limit(most)
    )
    return [_actor(row) for row in view.connection.execute(query)]


def country_actor(view: View, country: str) -> int | None:
    """The id of the actor that is a country."""
    query = select(_A.c.id).where(_A.c.kind == "country", _A.c.country == country)
    found: int | None = view.connection.execute(query).scalar()
    return found


def mentions_in(view: View, report_id: int) -> dict[str, KeptMention]:
    """Which actors the names of a report are."""
    return {
        row.name: KeptMention(
            name=row.name,
            actor=row.actor_id,
            canonical=row.canonical,
            kind=row.kind,
            country=row.country,
            home=row.home,
            score=row.score,
            reason=row.reason,
            pinned=row.pinned,
        )
        for row in view.connection.execute(_MENTIONS, {"report": report_id})
    }


def reports_naming(view: View, actors: Sequence[int]) -> list[int]:
    """Ids of the reports that name one of the actors (before merging), in order."""
    m = tables.mention
    query = select(m.c.report_id).where(m.c.actor_id.in_(list(actors))).distinct()
    return sorted(view.connection.execute(query).scalars())


def add_actor(
    work: Work,
    *,
    kind: ActorKind,
    country: str | None,
    name: str,
) -> int:
    """A new actor; its id."""
    values = {"kind": kind, "country": country, "name": name, "mentions": 0}
    return int(work.connection.execute(_ADD, values).scalar_one())


def add_keys(
    work: Work,
    keys: Iterable[tuple[int, str]],
    identifiers: Iterable[tuple[int, Scheme, str]],
) -> None:
    """Let actors be found by keys and known by identifiers; what is there already stays."""
    _add_missing(work, tables.actor_key, [{"actor_id": a, "key": k} for a, k in keys])
    rows = [{"actor_id": a, "scheme": s, "value": v} for a, s, v in identifiers]
    _add_missing(work, tables.identifier, rows)


def add_mentions(work: Work, report_id: int, mentions: Sequence[KeptMention]) -> None:
    """Say which actors the names of a report are, and count the names."""
    if not mentions:
        return
    rows = [
        {
            "report_id": report_id,
            "name": m.name,
            "actor_id": m.actor,
            "kind": m.kind,
            "country": m.country,
            "score": m.score,
            "reason": m.reason,
            "pinned": m.pinned,
        }
        for m in mentions
    ]
    work.connection.execute(adding(tables.mention), rows)
    counts = [
        {
            "actor_id": m.actor,
            "name": m.name,
            "folded": fold(m.name),
            "reports": 1,
            "reason": m.reason,
        }
        for m in mentions
    ]
    work.connection.execute(_name_again(work.connection.dialect.name), counts)
    _refresh(work, {m.actor for m in mentions}, {m.actor: m.country for m in mentions})


@cache
def _name_again(dialect: str) -> Insert:
    """An insert of names that counts those that are there once more, made once."""
    return insert_for(dialect, _N).on_conflict_do_update(
        index_elements=["actor_id", "name"], set_={"reports": _N.c.reports + 1}
    )


def drop_mentions(work: Work, report_id: int, names: Iterable[str]) -> None:
    """Forget names of a report, and count them no more."""
    gone = [m for name, m in mentions_in(work, report_id).items() if name in set(names)]
    if not gone:
        return
    m, n = tables.mention, tables.actor_name
    work.connection.execute(
        delete(m).where(m.c.report_id == report_id, m.c.name.in_([g.name for g in gone]))
    )
    for each in gone:
        one = (n.c.actor_id == each.actor) & (n.c.name == each.name)
        work.connection.execute(update(n).where(one).values(reports=n.c.reports - 1))
        work.connection.execute(delete(n).where(one, n.c.reports <= 0))
    _refresh(work, {each.actor for each in gone}, {})


def set_canonical(work: Work, actor_id: int, canonical: int | None) -> None:
    """Merge an actor into another, or with None let it be its own again."""
    work.connection.execute(update(_A).where(_A.c.id == actor_id).values(canonical_id=canonical))


def _refresh(work: Work, actors: Iterable[int], countries: Mapping[int, str | None]) -> None:
    """Bring the usual name, the country and the number of mentions up to date."""
    ids = list(actors)
    if not ids:
        return
    usual: dict[int, str] = {}
    counts: dict[int, int] = defaultdict(int)
    known: dict[int, str | None] = {}
    for row in work.connection.execute(_USUAL, {"ids": ids}):
        usual.setdefault(row.actor_id, row.name)
        counts[row.actor_id] += row.reports
        known[row.actor_id] = row.country
    work.connection.execute(
        _SET_KNOWN,
        [
            {
                "of": actor,
                "counted": counts[actor],
                "usual": usual.get(actor),
                "home": countries.get(actor) if known.get(actor) is None else None,
            }
            for actor in ids
        ],
    )


def _add_missing(work: Work, table: Any, rows: Sequence[Mapping[str, object]]) -> None:
    if not rows:
        return
    unique = [dict(pairs) for pairs in dict.fromkeys(tuple(sorted(row.items())) for row in rows)]
    work.connection.execute(adding_missing(work.connection.dialect.name, table), unique)


def _names(view: View, ids: Sequence[int]) -> dict[int, list[str]]:
    found = defaultdict(list)
    for row in view.connection.execute(_NAMES, {"ids": list(ids)}).all():
        found[row.actor_id].append(row.name)
    return found


def _posts(view: View, ids: Sequence[int]) -> dict[int, list[Post]]:
    found: dict[int, list[Post]] = defaultdict(list)
    for row in view.connection.execute(_POSTS, {"ids": list(ids)}).all():
        if len(found[row.actor_id]) < POSTS_SHOWN:
            post = Post(
                title=row.title,
                body=row.body,
                first=row.first,
                last=row.last,
                reports=row.reports,
            )
            found[row.actor_id].append(post)
    return found


def _identifiers(view: View, ids: Sequence[int]) -> dict[int, list[tuple[Scheme, str]]]:
    found = defaultdict(list)
    for row in view.connection.execute(_IDENTIFIERS, {"ids": list(ids)}).all():
        found[row.actor_id].append((row.scheme, row.value))
    return found


def _actor(row: Any) -> ActorOfRecord:
    return ActorOfRecord(
        id=row.id,
        kind=row.kind,
        country=row.country,
        name=row.name,
        mentions=row.mentions,
        canonical=row.canonical_id or row.id,
    )
