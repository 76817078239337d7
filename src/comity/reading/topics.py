"""Topics: what was talked about, from the fixed list, by terms in the story's words.

People's titles and the names of bodies do not count: "National Security Advisor" is no talk of
security.
"""

from __future__ import annotations

from collections.abc import Iterator

from comity.data import topics as lexicon
from comity.model.reading import Span, TopicItem
from comity.reading.cast import Cast

#: A topic is read where its terms' weights add up to this.
_ENOUGH = 1.0
_SHOWN = 5


def find(cast: Cast) -> list[TopicItem]:
    """The topics of a report with the words that show each, in the order of the text."""
    scores: dict[str, float] = {}
    spans: dict[str, list[Span]] = {}
    seen: set[tuple[str, lexicon.Phrase]] = set()
    terms = lexicon.terms()
    for phrase, first, last in _phrases(cast):
        for topic, weight in terms[phrase].weights:
            spans.setdefault(topic, []).append(cast.syntax.offsets(first, last))
            if (topic, phrase) not in seen:
                seen.add((topic, phrase))
                scores[topic] = scores.get(topic, 0.0) + weight
    found = [topic for topic, score in scores.items() if score >= _ENOUGH]
    return [
        TopicItem(topic=topic, evidence=tuple(spans[topic][:_SHOWN]))  # type: ignore[arg-type]
        for topic in sorted(found, key=lambda topic: spans[topic][0])
    ]


def _phrases(cast: Cast) -> Iterator[tuple[lexicon.Phrase, int, int]]:
    """Terms of the lexicon in the story, the longest first: (term, first token, last token + 1)."""
    syntax = cast.syntax
    terms, never, longest = lexicon.terms(), lexicon.never(), lexicon.longest()
    masked = _masked(cast)
    for first, last in syntax.body_sentences():
        tokens = [
            t
            for t in range(first, last)
            if not (syntax.words[t] in {"-", "–"} and syntax.parsed.glued[t])
        ]
        lemmas = [syntax.lemmas[t] for t in tokens]
        at = 0
        while at < len(tokens):
            step = 1
            for size in range(min(longest, len(tokens) - at), 0, -1):
                phrase = tuple(lemmas[at : at + size])
                if phrase in never:
                    step = size
                    break
                term = terms.get(phrase)
                if term is None or any(masked[t] for t in tokens[at : at + size]):
                    continue
                if not any(_inside(lemmas, at, size, outer) for outer in term.unless):
                    yield phrase, tokens[at], tokens[at + size - 1] + 1
                step = size
                break
            at += step


def _inside(lemmas: list[str], at: int, size: int, outer: lexicon.Phrase) -> bool:
    """Whether the term at `at` stands inside the phrase `outer`."""
    wide = len(outer)
    return any(
        tuple(lemmas[start : start + wide]) == outer
        for start in range(max(0, at + size - wide), at + 1)
    )


def _masked(cast: Cast) -> list[bool]:
    """Tokens that name people, their titles or bodies (parties excepted)."""
    masked = [False] * len(cast.syntax.words)
    for person in cast.people.entries:
        for first, last in [span for _, span in person.titles] + person.mentions:
            masked[first:last] = [True] * (last - first)
    for mention in cast.bodies.mentions():
        if not mention.anaphoric and mention.entry.kind != "party":
            masked[mention.first : mention.last] = [True] * (mention.last - mention.first)
    return masked
