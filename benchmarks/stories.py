"""One story in several reports: `python -m benchmarks.stories`.

Three questions: which reports of the corpora are joined, and rightly (stories-judged.tsv); what
becomes of reports that share an address; and how many versions that other outlets could have made
of a report are found, and found under another report.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from time import perf_counter

from benchmarks.corpora import corpora
from benchmarks.places import HERE, AbsentError, Row
from comity.joining.fingerprints import fingerprint, words
from comity.joining.stories import StoryMatch, StoryText, same_story

JUDGED = HERE / "stories-judged.tsv"
_HEADER = "report\treport\tjudgement"
_DRAWN = 300
_FEWEST_WORDS = 60
Version = Callable[[str, random.Random], str]


@dataclass(frozen=True, slots=True)
class Joined:
    """Two reports that were joined, the later one first."""

    new: str
    known: str
    match: StoryMatch


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.stories")
    parser.add_argument("--show", action="store_true", help="list every join")
    parser.add_argument("--record", action="store_true", help="add joins to be judged to the file")
    args = parser.parse_args()
    try:
        rows = corpora()
    except AbsentError as reason:
        print(f"stories skipped: {reason}")
        return 0
    start = perf_counter()
    texts = [_story(number, row) for number, row in enumerate(rows.values())]
    spent = perf_counter() - start
    count = sum(len(words(text.text)) for text in texts)
    print(f"fingerprints: {1e6 * spent / count:.1f} ms for 1,000 words")
    ids = list(rows)
    found = [Joined(ids[m.report], ids[new], m) for new, m in joins(texts)]
    print("\n".join(judged_lines(found, show=args.show, record=args.record)))
    print("\n".join(address_lines(rows, found)))
    print("\n".join(version_lines(texts)))
    return 0


def joins(texts: Iterable[StoryText]) -> Iterator[tuple[int, StoryMatch]]:
    """Every pair that is taken for one story, candidates looked up by bands. Without addresses."""
    index: dict[int, list[StoryText]] = defaultdict(list)
    for text in texts:
        bare = replace(text, url=None)
        for other in _candidates(bare, index):
            match = same_story(bare, other)
            if match is not None:
                yield bare.report, match
        for band in bare.fingerprint.bands:
            index[band].append(bare)


def judged_lines(found: Sequence[Joined], *, show: bool, record: bool) -> list[str]:
    """The joins, counted by what a person said of them."""
    known = judgements()
    if record:
        body = [f"{a}\t{b}\t{known.get((a, b), '?')}" for a, b in sorted(map(_key, found))]
        JUDGED.write_text("\n".join([_HEADER, *body]) + "\n", encoding="utf-8")
        known = judgements()
    verdicts = [known.get(_key(one), "?") for one in found]
    out = []
    for one, verdict in zip(found, verdicts, strict=True):
        if show or verdict == "not":
            out.append(f"{verdict} {one.match.score} {one.match.reason}: {one.new} | {one.known}")
    joined = {_key(one) for one in found}
    missed = [key for key, verdict in known.items() if verdict == "same" and key not in joined]
    out += [f"missed {' | '.join(key)}" for key in missed]
    out.append(
        f"joins: {len(found)}, of which {verdicts.count('not')} false and "
        f"{verdicts.count('?')} unjudged; {len(missed)} known ones missed"
    )
    return out


def address_lines(rows: dict[str, Row], found: Sequence[Joined]) -> list[str]:
    """What became, by text alone, of reports that share an address."""
    by_url: dict[str, list[str]] = defaultdict(list)
    for id, row in rows.items():
        by_url[row["url"]].append(id)
    joined = {_key(one) for one in found}
    judged = judgements()
    out, counts = [], [0, 0, 0, 0]
    for ids in by_url.values():
        for at, one in enumerate(ids):
            for other in ids[at + 1 :]:
                key = (min(one, other), max(one, other))
                changed = words(rows[one]["text"]) != words(rows[other]["text"])
                same = judged.get(key) == "same"
                counts[0] += not changed
                counts[1] += not changed and key in joined
                counts[2] += changed
                counts[3] += changed and key in joined
                if changed:
                    verdict = "one story" if same else "two stories"
                    days = f"{rows[one]['published']}, {rows[other]['published']}"
                    out.append(f"one address, changed text, {verdict} ({days}): {key[0]} {key[1]}")
    same_text, same_found, changed_text, changed_found = counts
    out.append(
        f"one address: {same_text} pairs with one text, {same_found} found by text alone; "
        f"{changed_text} pairs with changed text, {changed_found} joined"
    )
    return out


def version_lines(texts: Sequence[StoryText]) -> list[str]:
    """How many made versions are found, and under which report."""
    chance = random.Random(7)
    long = [text for text in texts if len(words(text.text)) >= _FEWEST_WORDS]
    drawn = chance.sample(long, min(_DRAWN, len(long)))
    index: dict[int, list[StoryText]] = defaultdict(list)
    for text in texts:
        for band in text.fingerprint.bands:
            index[band].append(text)
    out = []
    for name, version in VERSIONS.items():
        found = wrong = 0
        for text in drawn:
            made = version(text.text, chance)
            new = replace(
                text,
                report=-1,
                url=None,
                publisher="Another Outlet",
                title=None,
                text=made,
                fingerprint=fingerprint(made),
            )
            matched = [m for one in _candidates(new, index) if (m := same_story(new, one))]
            found += any(m.report == text.report for m in matched)
            twins = {m.report for m in matched} - {text.report}
            wrong += any(texts[twin].text[:2000] != text.text[:2000] for twin in twins)
        out.append(f"{name}: {found} of {len(drawn)} found, {wrong} also under another report")
    return out


def judgements() -> dict[tuple[str, str], str]:
    """Pairs of ids, in order -> same, not or ?."""
    text = JUDGED.read_text(encoding="utf-8") if JUDGED.exists() else ""
    rows = [line.split("\t") for line in text.splitlines()[1:]]
    return {(row[0], row[1]): row[2] for row in rows}


def _signed(text: str, chance: random.Random) -> str:
    """Another outlet's header and footer, and no title."""
    city = chance.choice(["GENEVA", "VIENNA", "LISBON"])
    body = text.partition("\n")[2].strip() or text
    return f"{city}. The Daily Courier. {body}\n\nFollow us for more stories. All rights reserved."


def _cut(text: str, chance: random.Random) -> str:
    """The first part only."""
    found = text.split()
    return " ".join(found[: int(len(found) * chance.uniform(0.55, 0.8))])


def _edited(text: str, chance: random.Random) -> str:
    """One small word in forty changed, accents and quotation marks made plain."""
    found = re.split(r"(\s+)", text.replace("“", '"').replace("”", '"').replace("’", "'"))
    for at, word in enumerate(found):
        if word.islower() and word.isalpha() and chance.random() < 0.025:
            found[at] = chance.choice(["also", "later", "thus", "then"])
    return "".join(found)


VERSIONS: dict[str, Version] = {
    "with another header and footer": _signed,
    "cut to 55–80 %": _cut,
    "with small edits": _edited,
    "cut, edited and signed": lambda text, chance: _signed(
        _cut(_edited(text, chance), chance), chance
    ),
}


def _candidates(text: StoryText, index: dict[int, list[StoryText]]) -> Iterable[StoryText]:
    near = {one.report: one for band in text.fingerprint.bands for one in index.get(band, ())}
    return [one for one in near.values() if one.report != text.report]


def _story(number: int, row: Row) -> StoryText:
    return StoryText(
        report=number,
        published=row["published"],
        title=row["title"],
        url=row["url"],
        publisher=row["publisher"],
        fingerprint=fingerprint(row["text"]),
        text=row["text"],
    )


def _key(one: Joined) -> tuple[str, str]:
    return min(one.new, one.known), max(one.new, one.known)


if __name__ == "__main__":
    sys.exit(main())
