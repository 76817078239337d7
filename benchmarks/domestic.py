"""Encounters between two countries that are claimed where none should be.

Two groups of reports were drawn once and are kept by id in domestic-reports.tsv: "domestic", whose
title names no other country; and "abroad", statements, fact sheets and nominations whose title has
to do with other countries but tells of no contact. What a person made of each claim is kept in
domestic-judged.tsv (report, kind, parties, judgement).
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.corpora import report_of
from benchmarks.places import HERE, AbsentError, Row, corpus
from comity.data import countries
from comity.flow import outcomes
from comity.model.reading import Reading
from comity.model.report import Reject, Report

REPORTS = HERE / "domestic-reports.tsv"
JUDGED = HERE / "domestic-judged.tsv"
COUNT = 100
GOAL = 3
JUDGEMENTS = ("right", "wrong", "?")
_HEADER = "report\tkind\tparties\tjudgement"
_HEAD = "group\treport"
_ABROAD = re.compile(
    r"\b(?:foreign|international|global|world|bilateral|trilateral|multilateral|summit|alliance"
    r"|ambassadors?|prime minister|chancellor|crown prince|king|queen|sultan|emir|pope|taoiseach"
    r"|G7|G20|G-7|NATO|Quad|AUKUS|ASEAN|APEC|UN|U\.N\.|United Nations|EU|E\.U\.|Europe|European"
    r"|Africa|African|Asia|Asian|Americas|Atlantic|Pacific|Middle East|Gaza|Palestinians?|Taiwan"
    r"|Northern Ireland|hostages?|trade|tariffs?|countries|nations|overseas|island economies"
    r"|Central America|Putin|regional integration|travels?|trips?)\b",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"readout|joint|remarks|press (?:call|conference|gaggle|briefing)|meet|call\b|visit|summit"
    r"|talks|leaders|host|welcom|dinner|bilateral|trilateral|outcomes|travel|trip\b",
    re.IGNORECASE,
)
_HOME = {"USA", "GEO", "JOR", "TCD"}  # Georgia is a state, too; Jordan and Chad are given names


@dataclass(frozen=True, slots=True)
class Claim:
    """An encounter, or a CONSULT event without one, between two or more countries."""

    report: str
    kind: str
    parties: tuple[str, ...]
    evidence: str

    @property
    def key(self) -> tuple[str, str, frozenset[str]]:
        """What a judgement is kept under: the order of the parties does not matter."""
        return self.report, self.kind, frozenset(self.parties)


@dataclass(frozen=True, slots=True)
class Group:
    """The claims in a group of reports, each with its judgement ("?": none yet)."""

    name: str
    reports: int
    claims: tuple[tuple[Claim, str], ...]

    def count(self, judgement: str) -> int:
        """How many claims were judged so."""
        return sum(given == judgement for _, given in self.claims)


def draw(rows: Iterable[Row], count: int = COUNT, *, seed: int = 1) -> list[tuple[str, str]]:
    """Groups and ids: `count` reports of each group, the same each time."""
    groups: dict[str, list[str]] = {"domestic": [], "abroad": []}
    for row in sorted(rows, key=lambda row: row["id"]):
        if group := group_of(row["title"]):
            groups[group].append(row["id"])
    chance = random.Random(seed)
    return [
        (group, id)
        for group, ids in groups.items()
        for id in sorted(chance.sample(ids, min(count, len(ids))))
    ]


def group_of(title: str) -> str | None:
    """Which group a report of this title could be drawn for, if any."""
    words = " ".join(re.findall(r"[\w.’'-]+", re.sub(r"[’']s\b", "", title)))
    if not _ABROAD.search(title) and not _countries().search(words):
        return "domestic"
    return None if _CONTACT.search(title) else "abroad"


def measure() -> list[Group]:
    """Read the drawn reports and look up the judgements. Raises AbsentError."""
    rows = {row["id"]: row for row in corpus()}
    judged = judgements(JUDGED)
    wanted: dict[str, list[str]] = {}
    for line in REPORTS.read_text(encoding="utf-8").splitlines()[1:]:
        group, id = line.split("\t")
        wanted.setdefault(group, []).append(id)
    groups = []
    for name, ids in wanted.items():
        if missing := [id for id in ids if id not in rows]:
            raise AbsentError(f"the corpus lacks {len(missing)} drawn reports: {missing[0]} …")
        found = []
        for outcome in outcomes(report_of(rows[id]) for id in ids):
            if not isinstance(outcome, Reject):
                found += claims(*outcome)
        groups.append(Group(name, len(ids), tuple((c, judged.get(c.key, "?")) for c in found)))
    return groups


def claims(report: Report, reading: Reading) -> list[Claim]:
    """What a reading claims of contact between countries."""
    of = {person.name: person.country for person in reading.people}
    of |= {body.name: body.country for body in reading.bodies}
    found, seen = [], set[str]()
    for encounter in reading.encounters:
        codes = {of.get(p) or countries.names().get(p) for p in encounter.parties} - {None}
        if len(codes) > 1:
            seen |= {code for code in codes if code}
            words = _words(report.text, encounter.evidence)
            found.append(Claim(report.id, encounter.kind, encounter.parties, words))
    for event in reading.events:
        pair = (event.source or "", event.target or "")
        if event.type == "CONSULT" and all(pair) and not set(pair) <= seen:
            found.append(Claim(report.id, "CONSULT", pair, _words(report.text, event.evidence)))
    return found


def judgements(path: Path) -> dict[tuple[str, str, frozenset[str]], str]:
    """The judgements in a file. Raises ValueError that names the line which is off."""
    found = {}
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    for number, line in enumerate(lines[1:], 2):
        cells = line.split("\t")
        if len(cells) != 4 or cells[3] not in JUDGEMENTS:
            raise ValueError(
                f"{path.name}:{number}: four cells are due, the last right, wrong or ?"
            )
        found[cells[0], cells[1], frozenset(cells[2].split(" + "))] = cells[3]
    return found


def record(groups: Iterable[Group], path: Path = JUDGED) -> int:
    """Append the claims that are not in the file yet, to be judged; how many they were."""
    known = judgements(path)
    fresh = [claim for group in groups for claim, _ in group.claims if claim.key not in known]
    text = path.read_text(encoding="utf-8") if path.exists() else _HEADER + "\n"
    rows = [(one.report, one.kind, " + ".join(one.parties), "?") for one in fresh]
    path.write_text(text + "".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    return len(fresh)


def lines(group: Group) -> list[str]:
    """The claims with their evidence."""
    out = [f"── {group.name}"]
    for claim, judgement in group.claims:
        out.append(f"{judgement:<6} {claim.report}")
        out.append(f"       {claim.kind}: {' + '.join(claim.parties)}")
        out.append(f"       “{claim.evidence}”")
    return out


def summary(group: Group) -> str:
    """How many claims are wrong."""
    goal = f"; goal at most {GOAL}" if group.name == "domestic" else ""
    return (
        f"{group.name}: wrong encounters: {group.count('wrong')} in {group.reports} "
        f"({group.count('?')} unjudged, {group.count('right')} right){goal}"
    )


def save_draw(drawn: Iterable[tuple[str, str]], path: Path = REPORTS) -> None:
    """Keep which reports were drawn."""
    text = "\n".join([_HEAD, *("\t".join(row) for row in drawn)])
    path.write_text(text + "\n", encoding="utf-8")


def figures(groups: Iterable[Group]) -> dict[str, dict[str, int]]:
    """What is frozen."""
    return {
        group.name: {
            "reports": group.reports,
            "wrong": group.count("wrong"),
            "right": group.count("right"),
            "unjudged": group.count("?"),
        }
        for group in groups
    }


@cache
def _countries() -> re.Pattern[str]:
    """Any name, adjective, people or capital of another country."""
    mappings = (
        countries.names(),
        countries.adjectives(),
        countries.peoples(),
        countries.capitals(),
    )
    surfaces = {surface for one in mappings for surface, code in one.items() if code not in _HOME}
    longest_first = sorted(surfaces, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def _words(text: str, evidence: tuple[tuple[int, int], ...]) -> str:
    return " … ".join(" ".join(text[start:end].split()) for start, end in evidence)[:400]
