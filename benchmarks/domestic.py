"""Encounters between two countries that are claimed in reports which look domestic.

The reports were drawn once and are kept by id in domestic-reports.txt; what a person made of each
claim is kept in domestic-judged.tsv (report, kind, parties, judgement).
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.places import HERE, AbsentError, Row, corpus
from comity.data import countries
from comity.flow import outcomes
from comity.model.reading import Reading
from comity.model.report import Reject, Report
from comity.reports import report_from_text

REPORTS = HERE / "domestic-reports.txt"
JUDGED = HERE / "domestic-judged.tsv"
COUNT = 100
GOAL = 3
JUDGEMENTS = ("right", "wrong", "?")
_HEADER = "report\tkind\tparties\tjudgement"
_ABROAD = re.compile(
    r"\b(?:foreign|international|global|world|bilateral|trilateral|multilateral|summit|alliance"
    r"|ambassadors?|prime minister|chancellor|crown prince|king|queen|sultan|emir|pope|taoiseach"
    r"|G7|G20|G-7|NATO|Quad|AUKUS|ASEAN|APEC|UN|U\.N\.|United Nations|EU|E\.U\.|Europe|European"
    r"|Africa|African|Asia|Asian|Americas|Atlantic|Pacific|Middle East|Gaza|Palestinians?|Taiwan"
    r"|Northern Ireland|hostages?|joint (?:statement|readout|communiqu.|fact sheet)|trade|tariffs?"
    r"|countries|nations|overseas|visit to|travel to|trip to"
    r"|readout .{0,80}\bpresident .{0,60} of)\b",
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
class Outcome:
    """The claims in the reports that were read, each with its judgement ("?": none yet)."""

    reports: int
    claims: tuple[tuple[Claim, str], ...]

    def count(self, judgement: str) -> int:
        """How many claims were judged so."""
        return sum(given == judgement for _, given in self.claims)


def draw(rows: Iterable[Row], count: int = COUNT, *, seed: int = 1) -> list[str]:
    """Ids of reports whose title names no other country, nor anything between countries."""
    domestic = sorted(row["id"] for row in rows if looks_domestic(row["title"]))
    return sorted(random.Random(seed).sample(domestic, min(count, len(domestic))))


def looks_domestic(title: str) -> bool:
    """Whether a title names only home: no country, people, capital; no word of foreign affairs."""
    if _ABROAD.search(title):
        return False
    surfaces = (
        countries.names(),
        countries.adjectives(),
        countries.peoples(),
        countries.capitals(),
    )
    words = " ".join(re.findall(r"[\w.’'-]+", re.sub(r"[’']s\b", "", title)))
    return not any(
        code not in _HOME and re.search(rf"(?<!\w){re.escape(surface)}(?!\w)", words)
        for surface_of in surfaces
        for surface, code in surface_of.items()
    )


def measure() -> Outcome:
    """Read the drawn reports and look up the judgements. Raises AbsentError."""
    wanted = REPORTS.read_text(encoding="utf-8").split()
    rows = {row["id"]: row for row in corpus()}
    if missing := [id for id in wanted if id not in rows]:
        raise AbsentError(f"the corpus lacks {len(missing)} of the drawn reports: {missing[0]} …")
    judged = judgements(JUDGED)
    found = []
    for outcome in outcomes(_report(rows[id]) for id in wanted):
        if not isinstance(outcome, Reject):
            found += claims(*outcome)
    return Outcome(len(wanted), tuple((one, judged.get(one.key, "?")) for one in found))


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


def record(outcome: Outcome, path: Path = JUDGED) -> int:
    """Append the claims that are not in the file yet, to be judged; how many they were."""
    known = judgements(path)
    fresh = [claim for claim, _ in outcome.claims if claim.key not in known]
    text = path.read_text(encoding="utf-8") if path.exists() else _HEADER + "\n"
    rows = [(one.report, one.kind, " + ".join(one.parties), "?") for one in fresh]
    path.write_text(text + "".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    return len(fresh)


def lines(outcome: Outcome) -> list[str]:
    """The claims with their evidence, and the count."""
    out = []
    for claim, judgement in outcome.claims:
        out.append(f"{judgement:<6} {claim.report[:72]}")
        out.append(f"       {claim.kind}: {' + '.join(claim.parties)}")
        out.append(f"       “{claim.evidence}”")
    wrong, open_ones = outcome.count("wrong"), outcome.count("?")
    out.append(
        f"wrong encounters: {wrong} in {outcome.reports} ({open_ones} unjudged, "
        f"{outcome.count('right')} right); goal at most {GOAL}"
    )
    return out


def figures(outcome: Outcome) -> Mapping[str, int]:
    """What is frozen."""
    counts = {name: outcome.count(name) for name in ("right", "wrong")}
    return {"reports": outcome.reports, **counts, "unjudged": outcome.count("?")}


def _report(row: Row) -> Report:
    return report_from_text(
        row["text"],
        id=row["id"],
        title=row["title"],
        published=row["published"],
        publisher=row["publisher"],
        url=row["url"],
        language=row["language"],
    )


def _words(text: str, evidence: tuple[tuple[int, int], ...]) -> str:
    return " … ".join(" ".join(text[start:end].split()) for start, end in evidence)[:400]
