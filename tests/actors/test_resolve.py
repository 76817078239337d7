"""All mentions of a reading at once: order, countries, identifiers, and claims to one actor."""

from __future__ import annotations

import pytest

from comity.actors import MemoryDirectory, resolve
from comity.model.actor import ActorKind, Mention, Post


def person(name: str, office: str = "", country: str | None = "USA") -> Mention:
    posts = (Post(title=office, body=None),) if office else ()
    return Mention(name=name, kind="person", country=country, posts=posts)


def test_answers_come_in_the_order_of_the_mentions() -> None:
    directory = MemoryDirectory()
    berg, birk = directory.add(person("Anna Berg")), directory.add(person("Olav Birk"))
    mentions = [person("Olav Birk"), person("Ida Ash"), person("Anna Berg")]
    found = resolve(mentions, directory)
    assert [one.mention for one in found] == mentions
    assert [one.actor for one in found] == [birk, None, berg]


def test_nothing_to_resolve() -> None:
    assert resolve([], MemoryDirectory()) == ()


@pytest.mark.parametrize("name", ["", "–", "A", "J. R.", "…", "\u0000", "x" * 5000, "123"])
def test_no_name_breaks_it(name: str) -> None:
    directory = MemoryDirectory()
    kinds: list[ActorKind] = ["person", "party", "parliament", "government", "country", "other"]
    for kind in kinds:
        mention = Mention(name=name, kind=kind)
        directory.add(mention, resolve([mention], directory)[0])
        assert resolve([mention], directory)[0].mention is mention


def test_a_country_is_told_by_its_code_alone() -> None:
    directory = MemoryDirectory()
    known = directory.add(Mention(name="Kazakhstan", kind="country", country="KAZ"))
    names = [("Republic of Kazakhstan", "KAZ"), ("Uzbekistan", "UZB")]
    found = resolve([Mention(name=n, kind="country", country=c) for n, c in names], directory)
    assert [one.actor for one in found] == [known, None]
    assert found[0].identifiers == (("wikidata", "Q232"),)


@pytest.mark.parametrize(
    "name, kind, country, schemes",
    [
        ("LREM", "party", "FRA", {"partyfacts": "5857", "wikidata": "Q23731823"}),
        ("Nur Otan", "party", "KAZ", {"partyfacts": "3748"}),
        ("European Union", "intergovernmental", "EUR", {"wikidata": "Q458"}),
        ("European Commission", "intergovernmental", "EUR", {}),
        ("Labour Party", "party", None, {}),
        ("Anna Berg", "person", "NOR", {}),
    ],
)
def test_identifiers(
    name: str, kind: ActorKind, country: str | None, schemes: dict[str, str]
) -> None:
    found = resolve([Mention(name=name, kind=kind, country=country)], MemoryDirectory())[0]
    assert schemes.items() <= dict(found.identifiers).items()
    assert bool(schemes) == bool(found.identifiers)


def test_a_family_name_gives_way_to_the_full_name_beside_it() -> None:
    directory = MemoryDirectory()
    anna = directory.add(person("Anna Berg", "President"))
    alone = resolve([person("Berg", "President")], directory)
    assert alone[0].actor == anna
    beside = resolve([person("Berg", "President"), person("Anna Berg")], directory)
    assert [one.actor for one in beside] == [None, anna]
    assert [doubt.actor for doubt in beside[0].doubts] == [anna]


def test_two_spellings_in_one_reading_may_be_one() -> None:
    directory = MemoryDirectory()
    anna = directory.add(person("Anna Berg"))
    found = resolve([person("ANNA BERG"), person("Anna Berg")], directory)
    assert [one.actor for one in found] == [anna, anna]


def test_who_is_named_far_more_often_is_meant() -> None:
    directory = MemoryDirectory()
    often = person("Anna Berg", "President")
    for _ in range(12):
        directory.add(often, resolve([often], directory)[0])
    once = directory.add(person("Ida Berg", "President"))
    found = resolve([person("Berg", "President")], directory)[0]
    assert found.actor == 1
    assert once not in {doubt.actor for doubt in found.doubts}


def test_proposals_are_few() -> None:
    directory = MemoryDirectory()
    for name in ("Anna", "Ida", "Olav", "Nils", "Siv"):
        directory.add(person(f"{name} Berg"))
    assert len(resolve([person("Berg")], directory)[0].doubts) == 3


def at_home(name: str, home: str | None, country: str | None = None) -> Mention:
    return Mention(name=name, kind="government", country=country, home=home)


def test_a_publisher_need_not_say_that_a_body_is_its_own_countrys() -> None:
    directory = MemoryDirectory()
    own = directory.add(at_home("Defence Ministry", "NOR", "NOR"))
    directory.add(at_home("Defence Ministry", "SWE", "SWE"))
    (found,) = resolve([at_home("Defence Ministry", "NOR")], directory)
    assert found.actor == own
    assert found.reason.endswith("named without a country at home")


@pytest.mark.parametrize(
    "mention",
    [
        at_home("Defence Ministry", "DNK"),  # not known to have one
        at_home("Defence Ministry", None),  # whose home is not known
        at_home("Defence Ministry", "NOR", "FIN"),  # said to be another's
        Mention(name="Defence Ministry", kind="company", home="NOR"),  # not of the state
    ],
)
def test_other_bodies_without_a_country_stay_apart(mention: Mention) -> None:
    directory = MemoryDirectory()
    directory.add(at_home("Defence Ministry", "NOR", "NOR"))
    assert resolve([mention], directory)[0].actor is None


def leader(name: str, title: str, country: str | None) -> Mention:
    return Mention(
        name=name, kind="person", country=country, posts=(Post(title=title, body="Norway"),)
    )


@pytest.mark.parametrize(
    "title, times, joined",
    [("President", 30, True), ("President", 3, False), ("Senator", 30, False)],
)
def test_a_leaders_family_name_is_enough_where_the_record_knows_but_one(
    title: str, times: int, joined: bool
) -> None:
    directory = MemoryDirectory()
    for _ in range(times):
        known = leader("Anna Berg", title, "NOR")
        directory.add(known, resolve([known], directory)[0])
    without = Mention(name="Berg", kind="person", posts=(Post(title=title, body=None),))
    assert (resolve([without], directory)[0].actor is not None) == joined
