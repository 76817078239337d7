"""Search: words, phrases, starts of words, and input that is no query."""

from __future__ import annotations

import pytest

from comity.analysis.search import search
from comity.record import Record
from comity.record.period import Period
from comity.record.search import terms_of

from .world import Tale, tell


def days(record: Record, words: str, **options: object) -> list[str | None]:
    with record.viewing() as view:
        found = search(view, words, **options)  # type: ignore[arg-type]
    assert found.total == len(found.hits)
    return sorted(hit.source.published or "" for hit in found.hits)


@pytest.mark.parametrize(
    "words, expected",
    [
        ("uranium", ["2025-03-04"]),
        ("URANIUM", ["2025-03-04"]),
        ("uran", []),
        ("uran*", ["2025-03-04"]),
        ("Astana", ["2025-03-04", "2025-03-05"]),
        ("Astana rail", ["2025-03-05"]),
        ("rail Astana", ["2025-03-05"]),
        ('"small business"', ["2025-01-10"]),
        ("“small business”", ["2025-01-10"]),
        ('"business small"', []),
        ("business small", ["2025-01-10"]),
        ('"small business" uranium', []),
        ('small "business lo*"', []),
        ("small-business", ["2025-01-10"]),
        ("U.S.", []),
        ("zebra", []),
    ],
)
def test_what_is_found(world: Record, words: str, expected: list[str]) -> None:
    assert days(world, words) == expected


@pytest.mark.parametrize(
    "words",
    ["", " ", '"', '""', "*", "-", "(", ")", "AND", "OR NOT", "NEAR(", "a:b", "title:", "^", "'",
     "';--", "\\", "a\\", "%", "{x}", "+", "&", "|", "!", "<->", ":*", "x:*", "'x':*", "\x00", "a\x00b",
     "\ud800", "—", '"unclosed', "* *", "uranium AND NOT", "(uranium", "uranium)", "\\'", "a" * 5000,
     "w " * 500, "ура*", "日本*", "$1", ":wanted", "?"],
)  # fmt: skip
def test_no_input_breaks_the_query(world: Record, words: str) -> None:
    with world.viewing() as view:
        found = search(view, words)
    assert found.total == len(found.hits) <= 4


@pytest.mark.parametrize("words", ["U.S.", "u.s.", "covid-19", "self-rule", '"self rule"', "Duvál"])
def test_what_is_written_with_marks(record: Record, words: str) -> None:
    told = "The U.S. side spoke of COVID-19 and of self-rule, Jean Duvál said."
    tell(record, Tale(day="2025-01-01", publisher="Akorda", words=told))
    assert days(record, words) == ["2025-01-01"]


def test_what_is_marked(world: Record) -> None:
    with world.viewing() as view:
        (hit,) = search(view, "uranium karim").hits
    marked = {hit.snippet[start:end].casefold() for start, end in hit.marks}
    assert marked == {"uranium", "karim"}
    assert not set(hit.snippet) & {"\x02", "\x03", "\n"}


def test_it_is_narrowed(world: Record) -> None:
    assert days(world, "Astana", period=Period(since="2025-03-05")) == ["2025-03-05"]
    assert len(days(world, "Astana", countries=("FRA", "KAZ"))) == 2
    assert days(world, "Astana", countries=("DEU",)) == []
    with world.viewing() as view:
        found = search(view, "Astana", most=1)
    assert (len(found.hits), found.total) == (1, 2)


def test_actors_of_that_name(world: Record) -> None:
    with world.viewing() as view:
        assert [actor.name for actor in search(view, "aliyev").actors] == ["Timur Aliyev"]
        assert search(view, "uranium").actors == ()
        assert search(view, "*").actors == ()


@pytest.mark.parametrize(
    "typed, terms",
    [
        ("a b", [("a", False), ("b", False)]),
        ('"a b" c*', [("a b", False), ("c", True)]),
        ('"a*"', [("a", False)]),
        ("- * ,", []),
        ('say"hi', [("say hi", False)]),
    ],
)
def test_terms(typed: str, terms: list[tuple[str, bool]]) -> None:
    assert [(term.words, term.start) for term in terms_of(typed)] == terms
