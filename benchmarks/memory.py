"""A record in memory: encounters joined report by report, for the benchmarks of joining."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from comity.data import countries
from comity.data.folding import fold
from comity.joining.accounts import accounts_of
from comity.joining.encounters import join
from comity.joining.publishers import publisher_country
from comity.model.contact import Account, Joined, KnownEncounter
from comity.model.reading import Reading

_DAYS = 60
Named = tuple[int, str, str | None]


@dataclass(frozen=True, slots=True)
class Told:
    """A reading with the report's id in the corpus and its text."""

    id: str
    text: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class Join:
    """An account that joined accounts of earlier reports."""

    account: Account
    before: tuple[Account, ...]
    joined: Joined


@dataclass
class Memory:
    """Encounters so far. An actor is a family name and a country, so unlike in a real record."""

    encounters: list[KnownEncounter] = field(default_factory=list)
    joins: list[Join] = field(default_factory=list)
    doubts: list[tuple[Account, Joined]] = field(default_factory=list)
    accounts: int = 0
    _actors: dict[tuple[str, str | None, str], int] = field(default_factory=dict)
    _homes: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _by_actor: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add_all(self, told: Iterable[Told]) -> list[str]:
        """Join the reports by day of publication; their ids, by number."""
        ordered = sorted(told, key=lambda one: (one.reading.report.published or "", one.id))
        for number, one in enumerate(ordered):
            for account in accounts_of(
                one.reading,
                self._actor_of(one.reading),
                report=number,
                publisher_country=publisher_country(one.reading.report.publisher),
                text=one.text,
            ):
                self._add(account)
        return [one.id for one in ordered]

    def pairs(self) -> Iterator[tuple[int, int]]:
        """The numbers of reports that tell of one encounter, the smaller first."""
        for encounter in self.encounters:
            reports = sorted({account.report for account in encounter.accounts})
            for at, first in enumerate(reports):
                for second in reports[at + 1 :]:
                    yield first, second

    def doubted(self) -> Iterator[tuple[int, int]]:
        """The numbers of reports of which a person would be asked."""
        for account, joined in self.doubts:
            for at, _, _ in joined.doubts:
                for other in self.encounters[at].accounts:
                    yield other.report, account.report

    def _add(self, account: Account) -> None:
        self.accounts += 1
        joined = join(account, self._near(account))
        if joined.encounter is None:
            at = len(self.encounters)
            self.encounters.append(
                KnownEncounter(
                    id=at,
                    kind=account.kind,
                    status=account.status,
                    start=None,
                    end=None,
                    place=account.place,
                    entered=False,
                    participants=(),
                    accounts=(account,),
                )
            )
            if joined.doubts:
                self.doubts.append((account, joined))
        else:
            at = joined.encounter
            known = self.encounters[at]
            self.joins.append(Join(account, known.accounts, joined))
            self.encounters[at] = replace(known, accounts=(*known.accounts, account))
        for one in account.participants:
            self._by_actor[one.actor].append(at)

    def _near(self, account: Account) -> list[KnownEncounter]:
        """Encounters that share a participant, told of some weeks before or after."""
        day = _day(account)
        ids = {at for one in account.participants for at in self._by_actor[one.actor]}
        return [
            self.encounters[at]
            for at in sorted(ids)
            if any(abs(_day(other) - day) <= _DAYS for other in self.encounters[at].accounts)
        ]

    def _actor_of(self, reading: Reading) -> Callable[[str], Named | None]:
        people = {one.name: one.country for one in reading.people}
        bodies = {one.name: (one.kind, one.country) for one in reading.bodies}

        def find(name: str) -> Named | None:
            if name in people:
                family = fold(name.partition(",")[0]).rpartition(" ")[2]
                country = people[name]
                if country is None and len(self._homes[family]) == 1:
                    (country,) = self._homes[family]
                elif country:
                    self._homes[family].add(country)
                return self._number("person", country, family), "person", country
            if name in bodies:
                kind, country = bodies[name]
                return self._number(kind, country, fold(name)), kind, country
            code = countries.names().get(name)
            return (self._number("country", code, ""), "country", code) if code else None

        return find

    def _number(self, kind: str, country: str | None, name: str) -> int:
        return self._actors.setdefault((kind, country, name), len(self._actors) + 1)


def _day(account: Account) -> int:
    told = account.date if account.date and len(account.date) >= 10 else account.published
    return date.fromisoformat(told[:10]).toordinal() if told and len(told) >= 10 else 0
