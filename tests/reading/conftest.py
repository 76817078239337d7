"""Texts for the rules: each is parsed once a run, and read anew by every test that asks."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from comity.language.parse import parse
from comity.model.parsed import Parsed
from comity.model.reading import Reading
from comity.model.report import Report
from comity.reading.cast import Cast
from comity.reading.read import read
from comity.reading.syntax import Syntax

#: a Wednesday
PUBLISHED = "2023-04-05"


@pytest.fixture(scope="session")
def parsed_of() -> Callable[..., Parsed]:
    """`parsed_of(text, publisher=…, published=…)`: an English text, parsed by the real pipeline."""

    @cache
    def parsed(
        text: str, *, publisher: str | None = None, published: str | None = PUBLISHED
    ) -> Parsed:
        report = Report(
            id="test", text=text, publisher=publisher, published=published, language="en"
        )
        return parse(report)

    return parsed


@pytest.fixture(scope="session")
def cast_of(parsed_of: Callable[..., Parsed]) -> Callable[..., Cast]:
    """`cast_of(text)`: the people, bodies and countries of a text; takes `parsed_of`'s options."""
    return lambda text, **options: Cast(Syntax(parsed_of(text, **options)))


@pytest.fixture(scope="session")
def reading_of(parsed_of: Callable[..., Parsed]) -> Callable[..., Reading]:
    """`reading_of(text)`: what a text says; takes `parsed_of`'s options."""
    return lambda text, **options: read(parsed_of(text, **options), reader="test")


@pytest.fixture(scope="session")
def at() -> Callable[..., int]:
    """`at(cast, "leaders")`: where a word stands; `number` counts its occurrences."""

    def find(cast: Cast, word: str, number: int = 1) -> int:
        return [t for t, own in enumerate(cast.syntax.words) if own == word][number - 1]

    return find
