"""How well names are resolved: pairs of mentions that a person judged to be one actor or two.

actor-pairs.tsv holds them, with spellings as reports write them. For each pair the second mention
is resolved against a directory that holds the first, and of all other actors in the file those of
the same countries; other spellings of the two themselves are left out.
"""

from __future__ import annotations

import csv
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from benchmarks.places import HERE
from comity.actors import MemoryDirectory, resolve
from comity.data.vocabulary import BodyKind
from comity.model.actor import ActorKind, Mention, Post, Resolved

PAIRS = HERE / "actor-pairs.tsv"
GRADES = ("strong", "medium", "weak")
#: What is asked for: precision of all joins, recall of the strong pairs that are one actor.
PRECISION, RECALL = 0.99, 0.90
KINDS: dict[str, ActorKind] = {kind: kind for kind in get_args(BodyKind)}
KINDS["person"] = "person"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions; `grade` says what a person needs to judge them: nothing, the office or the
    country beside the name, or knowledge from elsewhere. `actor` and `other_actor` are labels of
    the file's own.
    """

    one: Mention
    other: Mention
    actor: str
    other_actor: str
    grade: str

    @property
    def same(self) -> bool:
        """Whether both mentions are one actor."""
        return self.actor == self.other_actor

    @property
    def held_out(self) -> bool:
        """Whether the pair is in the third that nobody looks at while the rules are made."""
        return zlib.crc32(f"{self.one.name}|{self.other.name}".encode()) % 3 == 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What resolving the second mention came to: "joined", "proposed", "apart", or "elsewhere"
    where it was joined to a third actor.
    """

    pair: Pair
    answer: str
    reason: str

    @property
    def wrong(self) -> bool:
        """Whether two actors were joined."""
        return self.answer == "elsewhere" or (self.answer == "joined" and not self.pair.same)


@dataclass(frozen=True, slots=True)
class Score:
    """Figures over some pairs; `recall` and `proposed` by grade, shares of the pairs of one actor;
    `offered` the share of the pairs of two actors that are proposed.
    """

    pairs: int
    two: int
    precision: float
    recall: dict[str, float]
    proposed: dict[str, float]
    offered: float


def load(path: Path = PAIRS) -> list[Pair]:
    """The pairs of the file."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            Pair(
                one=_mention(row, ""),
                other=_mention(row, "other_"),
                actor=row["actor"],
                other_actor=row["other_actor"],
                grade=row["grade"],
            )
            for row in rows
        ]


def _mention(row: dict[str, str], prefix: str) -> Mention:
    title, _, body = row[f"{prefix}office"].partition(" @ ")
    posts = (Post(title=title, body=body or None),) if title else ()
    return Mention(
        name=row[f"{prefix}name"],
        kind=KINDS[row[f"{prefix}kind"]],
        country=row[f"{prefix}country"] or None,
        posts=posts,
    )


def measure(pairs: Sequence[Pair]) -> list[Outcome]:
    """Resolve the second mention of each pair."""
    mentions: dict[str, list[Mention]] = {}
    for pair in pairs:
        for label, mention in ((pair.actor, pair.one), (pair.other_actor, pair.other)):
            mentions.setdefault(label, []).append(mention)
    found = []
    for pair in pairs:
        directory, first = _directory(pair, mentions)
        resolved = resolve([pair.other], directory)[0]
        found.append(Outcome(pair, _answer(resolved, first), resolved.reason))
    return found


def _answer(resolved: Resolved, first: int) -> str:
    if resolved.actor is not None:
        return "joined" if resolved.actor == first else "elsewhere"
    return "proposed" if first in {doubt.actor for doubt in resolved.doubts} else "apart"


def _directory(
    pair: Pair, mentions: Mapping[str, Sequence[Mention]]
) -> tuple[MemoryDirectory, int]:
    """What the record holds before the second mention, and the first mention's actor in it."""
    directory = MemoryDirectory()
    first = directory.add(pair.one)
    countries = {pair.one.country, pair.other.country}
    for label, group in mentions.items():
        if label not in (pair.actor, pair.other_actor) and countries & {m.country for m in group}:
            _add_one_actor(directory, group)
    return directory, first


def _add_one_actor(directory: MemoryDirectory, mentions: Iterable[Mention]) -> None:
    actor: int | None = None
    for mention in mentions:
        known = Resolved(mention=mention, actor=actor, score=1.0, reason="", keys=())
        actor = directory.add(mention, known)


def score(outcomes: Sequence[Outcome]) -> Score:
    """Add up."""
    joins = [one for one in outcomes if one.answer in ("joined", "elsewhere")]
    two = [one for one in outcomes if not one.pair.same]
    same = {
        grade: [one for one in outcomes if one.pair.same and one.pair.grade == grade]
        for grade in GRADES
    }
    return Score(
        pairs=len(outcomes),
        two=len(two),
        precision=_share(len(joins) - sum(one.wrong for one in joins), len(joins)),
        recall={g: _share(_count(found, "joined"), len(found)) for g, found in same.items()},
        proposed={g: _share(_count(found, "proposed"), len(found)) for g, found in same.items()},
        offered=_share(_count(two, "proposed"), len(two)),
    )


def _count(outcomes: Iterable[Outcome], answer: str) -> int:
    return sum(one.answer == answer for one in outcomes)


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 1.0


def split(outcomes: Sequence[Outcome]) -> dict[str, list[Outcome]]:
    """All pairs, those that the rules were made with, and those that were held out."""
    return {
        "all": list(outcomes),
        "tuned": [one for one in outcomes if not one.pair.held_out],
        "held_out": [one for one in outcomes if one.pair.held_out],
    }


def figures(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """The figures as they are frozen."""
    return {
        name: {
            "pairs": found.pairs,
            "precision": found.precision,
            **{f"recall_{grade}": found.recall[grade] for grade in GRADES},
        }
        for name, part in split(outcomes).items()
        for found in (score(part),)
    }


def lines(outcomes: Sequence[Outcome], *, faults: bool = False) -> list[str]:
    """The figures as text; `faults` lists what is wrong and missed among the pairs tuned with."""
    head = f"{'actors':<10}{'pairs':>6}{'two':>6}{'P':>8}"
    head += "".join(f"{'R ' + grade:>10}" for grade in GRADES)
    head += "".join(f"{'+ ' + grade:>10}" for grade in GRADES)
    out = [head + f"{'offered':>10}"]
    for name, part in split(outcomes).items():
        found = score(part)
        line = f"{name:<10}{found.pairs:>6}{found.two:>6}{found.precision:>8.3f}"
        line += "".join(f"{found.recall[grade]:>10.3f}" for grade in GRADES)
        line += "".join(f"{found.proposed[grade]:>10.3f}" for grade in GRADES)
        out.append(line + f"{found.offered:>10.3f}")
    out.append("R: joined; +: proposed instead; offered: pairs of two actors that are proposed")
    out.append(f"goal: P {PRECISION:.2f} and R strong {RECALL:.2f}")
    if faults:
        out += [_fault(one) for one in outcomes if _is_fault(one) and not one.pair.held_out]
    return out


def _is_fault(outcome: Outcome) -> bool:
    return outcome.wrong or (outcome.pair.same and outcome.answer != "joined")


def _fault(outcome: Outcome) -> str:
    pair = outcome.pair
    what = "WRONG" if outcome.wrong else outcome.answer
    names = f"{pair.one.name} ({pair.one.country}), {pair.other.name} ({pair.other.country})"
    return f"  {what:<10}{pair.grade:<8}{names}: {outcome.reason}"
