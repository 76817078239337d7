"""Terms of topics."""

from __future__ import annotations

from comity.data import topics


def test_terms_weigh_for_topics() -> None:
    assert dict(topics.terms()["human", "right"].weights) == {"human rights": 1.0}
    assert dict(topics.terms()["counter", "terrorism"].weights) == {"terrorism": 1.0}
    assert ("covid-19",) in topics.terms()


def test_a_term_may_serve_two_topics() -> None:
    assert {"digital", "security"} <= dict(topics.terms()["cybersecurity",].weights).keys()


def test_both_spellings() -> None:
    assert topics.terms()["defence",].weights == topics.terms()["defense",].weights
    assert ("defense", "of", "human", "right") in topics.terms()["defence",].unless


def test_phrases_that_cancel() -> None:
    assert ("energy", "security") in topics.terms()["security",].unless
    assert ("climate", "of", "trust") in topics.terms()["climate",].unless


def test_offices_and_bodies_never_count() -> None:
    never = topics.never()
    assert ("national", "security", "advisor") in never
    assert ("secretary", "of", "defense") in never
    assert ("energy", "minister") in never
    assert topics.longest() >= max(map(len, never))
