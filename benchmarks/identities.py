"""Whether the record tells actors apart and keeps each together.

actor-identities.tsv says of every name in 200 reports of the three corpora, drawn once, which actor
of the real world it means (report, name, kind, identity). A person gave the identities from the
texts, without a look at what the record made of the names. "not-an-actor" stands where the reader
took something else for a name, or several actors for one; such names are left out.

The measure is B-cubed: precision is how much of a name's actor of record is rightly together with
it, recall how much of its real actor is there, each the mean over all names.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.corpora import corpora, report_of
from benchmarks.places import HERE, AbsentError
from comity.flow import outcomes
from comity.keeping.keep import keep
from comity.model.reading import Reading
from comity.model.report import Reject, Report
from comity.record import open_record
from comity.record.actors import mentions_in

IDENTITIES = HERE / "actor-identities.tsv"
NO_ACTOR = "not-an-actor"
MOST_SHOWN = 15
_HEADER = "report\tname\tkind\tidentity"


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a report, and who it is."""

    report: str
    name: str
    kind: str
    identity: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A name in a report, who it is, and which actor of record it became."""

    named: Named
    actor: int


@dataclass(frozen=True, slots=True)
class Score:
    """B-cubed over some names."""

    names: int
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Fault:
    """One actor under several of record (a split), or several in one (a false join).

    `loss` is by how many names recall or precision is short; `parts` are the names of each part,
    the largest part first.
    """

    what: str
    loss: float
    parts: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Result:
    """The names of the file as the record has them; how many it lacks, and how many it has more."""

    placed: tuple[Placed, ...]
    no_actors: int
    gone: int
    unjudged: int


#: What is scored apart. Countries are told by their code, so they are no merit: not in the first.
GROUPS: Mapping[str, Callable[[Named], bool]] = {
    "people and bodies": lambda named: named.kind != "country",
    "people": lambda named: named.kind == "person",
    "bodies": lambda named: named.kind not in ("person", "country"),
    "countries too": lambda named: bool(named.kind),
}


def measure() -> Result:
    """Read the reports, put them into a record by day, look up the names. Raises AbsentError."""
    named = identities(IDENTITIES)
    rows = corpora()
    wanted = list(dict.fromkeys(one.report for one in named))
    if missing := [id for id in wanted if id not in rows]:
        raise AbsentError(f"the corpora lack {len(missing)} drawn reports: {missing[0]} …")
    found = outcomes(report_of(rows[id]) for id in wanted)
    return compare(named, _kept([one for one in found if not isinstance(one, Reject)]))


def compare(named: Iterable[Named], kept: Mapping[tuple[str, str], int]) -> Result:
    """Set the identities beside the actors that the record has under report and name."""
    judged = list(named)
    here = [Placed(one, kept[at]) for one in judged if (at := (one.report, one.name)) in kept]
    placed = tuple(one for one in here if one.named.identity != NO_ACTOR)
    return Result(
        placed=placed,
        no_actors=len(here) - len(placed),
        gone=len(judged) - len(here),
        unjudged=len(kept) - len(here),
    )


def b_cubed(pairs: Sequence[tuple[str, int]]) -> Score:
    """The score of pairs of identity and actor of record, one for each name."""
    if not pairs:
        return Score(0, 0.0, 0.0)
    together, real, kept = _counts(pairs)
    count = len(pairs)
    precision = sum(both * both / kept[actor] for (_, actor), both in together.items()) / count
    recall = sum(both * both / real[identity] for (identity, _), both in together.items()) / count
    return Score(count, precision, recall)


def splits(placed: Iterable[Placed]) -> list[Fault]:
    """Identities that the record has as several actors, worst first."""
    return _faults(placed, lambda one: one.named.identity, lambda one: one.actor)


def false_joins(placed: Iterable[Placed]) -> list[Fault]:
    """Actors of record that are several identities, worst first."""
    return _faults(placed, lambda one: one.actor, lambda one: one.named.identity)


def identities(path: Path) -> list[Named]:
    """The identities in a file. Raises ValueError that names the line which is off."""
    lines = path.read_text(encoding="utf-8").splitlines()
    if lines[:1] != [_HEADER]:
        raise ValueError(f"{path.name}:1: the first line must be: {_HEADER!r}")
    found: dict[tuple[str, str], Named] = {}
    for number, line in enumerate(lines[1:], 2):
        cells = line.split("\t")
        if len(cells) != 4 or not all(cells):
            raise ValueError(f"{path.name}:{number}: four cells are due, none of them empty")
        if (cells[0], cells[1]) in found:
            raise ValueError(f"{path.name}:{number}: the report has this name already")
        found[cells[0], cells[1]] = Named(*cells)
    return list(found.values())


def lines(result: Result) -> list[str]:
    """The scores with the worst faults of people and bodies."""
    reports = len({one.named.report for one in result.placed})
    out = [
        f"identities: {len(result.placed)} names of {reports} reports; {result.gone} gone, "
        f"{result.no_actors} no actors, {result.unjudged} unjudged: left out",
        f"  {'B-cubed':<22}{'names':>7}{'precision':>11}{'recall':>9}{'F1':>9}",
    ]
    for group, score in scores(result).items():
        out.append(
            f"  {group:<22}{score.names:>7}{score.precision:>11.4f}{score.recall:>9.4f}"
            f"{score.f1:>9.4f}"
        )
    headline = [one for one in result.placed if one.named.kind != "country"]
    for title, faults in (("splits", splits(headline)), ("false joins", false_joins(headline))):
        out.append(f"{title}: {len(faults)}, the worst by names lost")
        out += [f"  {f.loss:>6.2f}  {f.what}: {_shown(f)}" for f in faults[:MOST_SHOWN]]
    return out


def scores(result: Result) -> dict[str, Score]:
    """The score of each group."""
    return {
        group: b_cubed([(p.named.identity, p.actor) for p in result.placed if holds(p.named)])
        for group, holds in GROUPS.items()
    }


def figures(result: Result) -> dict[str, dict[str, float]]:
    """What is frozen."""
    return {
        group: {
            "precision": round(score.precision, 4),
            "recall": round(score.recall, 4),
            "f1": round(score.f1, 4),
            "n": score.names,
        }
        for group, score in scores(result).items()
    }


def _kept(told: Sequence[tuple[Report, Reading]]) -> dict[tuple[str, str], int]:
    """Put the reports into a record of their own: report and name -> actor."""
    # A later revision takes the names of an earlier one away, so they are noted one by one.
    ids: dict[str, dict[str, int]] = {}
    by_day = sorted(told, key=lambda one: (one[0].published or "", one[0].id))
    with (
        TemporaryDirectory() as folder,
        open_record(str(Path(folder) / "identities.db"), create=True) as record,
    ):
        for report, reading in by_day:
            with record.working("benchmark") as work:
                number = keep(work, report, reading).report
                found = mentions_in(work, number)
                ids[report.id] = {name: one.canonical for name, one in found.items()}
    return {(report, name): actor for report, names in ids.items() for name, actor in names.items()}


def _counts(
    pairs: Iterable[tuple[str, int]],
) -> tuple[Counter[tuple[str, int]], Counter[str], Counter[int]]:
    """How many names each pair has, each identity, each actor of record."""
    listed = list(pairs)
    return (
        Counter(listed),
        Counter(identity for identity, _ in listed),
        Counter(actor for _, actor in listed),
    )


def _faults(
    placed: Iterable[Placed],
    whole: Callable[[Placed], object],
    part: Callable[[Placed], object],
) -> list[Fault]:
    groups: dict[object, dict[object, list[str]]] = defaultdict(lambda: defaultdict(list))
    for one in placed:
        groups[whole(one)][part(one)].append(one.named.name)
    found = []
    for key, parts in groups.items():
        if len(parts) < 2:
            continue
        largest = sorted(parts.values(), key=lambda names: (-len(names), names))
        size = sum(map(len, largest))
        loss = size - sum(len(names) ** 2 for names in largest) / size
        what = key if isinstance(key, str) else Counter(largest[0]).most_common(1)[0][0]
        found.append(Fault(str(what), loss, tuple(map(tuple, largest))))
    return sorted(found, key=lambda fault: (-fault.loss, fault.what))


def _shown(fault: Fault, *, most: int = 4) -> str:
    shown = []
    for names in fault.parts[:most]:
        usual = [name for name, _ in Counter(names).most_common(3)]
        shown.append(f"{len(names)}× {', '.join(usual)}")
    more = len(fault.parts) - most
    return " | ".join(shown) + (f" | and {more} more" if more > 0 else "")
