"""Full-text search of reports. What a user types never reaches the databases' query languages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, column, func, literal, select, table, text

from comity.record import tables
from comity.record.period import ALWAYS, Period
from comity.record.reports import counted
from comity.record.sources import Source, source_of
from comity.record.store import View

#: Words of a hit that are shown around what was found.
SNIPPET_WORDS = 24
_R = tables.report
_ON, _OFF = "\x02", "\x03"
_TERM = re.compile(r'"([^"]*)"|(\S+)')
_UNFIT = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
_LONGEST = 200
_MOST_TERMS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A report that holds what was looked for. `marks` are the places of it in the snippet, as
    half-open offsets."""

    source: Source
    snippet: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or words in a row; `start` for what words may begin with ("parliament*")."""

    words: str
    start: bool = False


def terms_of(typed: str) -> list[Term]:
    """The terms of what a user typed: words, and phrases in quotation marks."""
    plain = _UNFIT.sub(" ", re.sub("[“”„«»]", '"', typed))
    found = []
    for match in _TERM.finditer(plain):
        words = (match[1] if match[1] is not None else match[2]).replace('"', " ").strip()
        if any(letter.isalnum() for letter in words):
            start = match[2] is not None and words.endswith("*")
            found.append(Term(words.strip("*")[:_LONGEST], start))
    return found[:_MOST_TERMS]


def hits(
    view: View,
    terms: Sequence[Term],
    *,
    countries: Sequence[str] = (),
    period: Period = ALWAYS,
    most: int,
) -> tuple[list[Hit], int]:
    """The reports that hold all terms, the best first, and how many there are. Of no terms,
    none."""
    if not terms:
        return [], 0
    narrow = [counted(), *period.holds(_R.c.published)]
    rc = tables.report_country
    narrow += [
        _R.c.id.in_(select(rc.c.report_id).where(rc.c.country == country)) for country in countries
    ]
    if view.connection.dialect.name == "sqlite":
        return _in_sqlite(view, terms, narrow, most)
    return _in_postgresql(view, terms, narrow, most)


def _in_sqlite(
    view: View, terms: Sequence[Term], narrow: Sequence[ColumnElement[bool]], most: int
) -> tuple[list[Hit], int]:
    wanted = " ".join(f'"{term.words}"' + ("*" if term.start else "") for term in terms)
    found = table("report_text", column("rowid"), column("rank"))
    match = text("report_text MATCH :wanted").bindparams(wanted=wanted)
    base = select(_R.c.id).select_from(found).join(_R, _R.c.id == found.c.rowid)
    base = base.where(match, *narrow)
    best = (
        base.add_columns(
            *_shown(), func.snippet(text("report_text"), -1, _ON, _OFF, "…", SNIPPET_WORDS)
            .label("snippet")
        )
        .order_by(func.bm25(text("report_text"), 5.0, 1.0), _R.c.published.desc(), _R.c.id)
        .limit(most)
    )  # fmt: skip
    return _answer(view, base, best)


def _in_postgresql(
    view: View, terms: Sequence[Term], narrow: Sequence[ColumnElement[bool]], most: int
) -> tuple[list[Hit], int]:
    first, *others = (_tsquery(term) for term in terms)
    wanted = first
    for other in others:
        wanted = wanted.op("&&")(other)
    words: ColumnElement[Any] = column("words")
    base = select(_R.c.id).where(words.op("@@")(wanted), *narrow)
    best = (
        base.add_columns(*_shown(), _R.c.text)
        .order_by(func.ts_rank(words, wanted).desc(), _R.c.published.desc().nulls_last(), _R.c.id)
        .limit(most)
        .subquery()
    )
    style = f"StartSel={_ON}, StopSel={_OFF}, MaxWords={SNIPPET_WORDS}, MinWords=12, MaxFragments=1"
    shown = func.ts_headline("simple", best.c.text, wanted, style).label("snippet")
    return _answer(view, base, select(best, shown))


def _tsquery(term: Term) -> ColumnElement[Any]:
    simple = text("'simple'")
    words = re.findall(r"\w+", term.words)
    if term.start:
        wanted = " <-> ".join(f"'{word}'" for word in words) + ":*"
        return func.to_tsquery(simple, literal(wanted))
    # PostgreSQL keeps "U.S." whole, and takes "small-business" for three words.
    parted = func.phraseto_tsquery(simple, literal(" ".join(words)))
    found: ColumnElement[Any] = parted.op("||")(func.phraseto_tsquery(simple, literal(term.words)))
    return found


def _shown() -> list[ColumnElement[Any]]:
    return [
        _R.c.external_id,
        _R.c.title,
        _R.c.publisher,
        _R.c.publisher_country,
        _R.c.published,
        _R.c.language,
        _R.c.url,
    ]


def _answer(view: View, base: Select[Any], best: Select[Any]) -> tuple[list[Hit], int]:
    total = view.connection.execute(select(func.count()).select_from(base.subquery())).scalar_one()
    return [_hit(row) for row in view.connection.execute(best)], int(total)


def _hit(row: Any) -> Hit:
    plain, marks, at = "", [], 0
    for part in re.split(f"({_ON}|{_OFF})", " ".join(row.snippet.split(" "))):
        if part == _ON:
            at = len(plain)
        elif part == _OFF:
            marks.append((at, len(plain)))
        else:
            plain += " ".join(part.split("\n"))
    return Hit(source=source_of(row), snippet=plain, marks=tuple(marks))
