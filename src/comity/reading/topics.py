"""Topics: what was talked about, from the fixed list, by terms in the story's words.

People's titles and the names of bodies do not count: "National Security Advisor" is no talk of
security. Nor does what only tells the circumstances ("despite the pandemic") or is denied ("did
not touch on visas").
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from comity.data import topics as lexicon
from comity.data.vocabulary import Topic
from comity.model.reading import Span, TopicItem
from comity.reading.cast import Cast
from comity.reading.syntax import Syntax

#: A term of this weight shows its topic alone, a lighter one where another term of the topic
#: stands in the same sentence or the one before.
_ENOUGH = 1.0
_NEAR = 1
_SHOWN = 5
#: Bodies whose names say nothing of the talk. The language model's other names ("COVID-19",
#: "Abraham Accords") are no bodies for this purpose, nor are parties.
_SILENT = {
    "parliament", "government", "intergovernmental", "company", "civil society", "education",
    "media", "armed group", "friendship group",
}  # fmt: skip
#: Bodies that are named for what they talk about.
_TALKING = {
    "group", "dialogue", "accord", "accords", "agreement", "agreements", "initiative",
    "partnership", "programme", "program", "framework", "compact",
}  # fmt: skip
#: What often only tells the circumstances of the talk: "despite the pandemic".
_CIRCUMSTANTIAL = {"health"}
_CIRCUMSTANCE = {"despite", "during", "since", "because", "amid", "amidst", "after", "before"}
_CAUSED = {"cause", "exacerbate", "compound", "worsen", "bring"}
_TALK = {
    "discuss", "touch", "raise", "mention", "address", "talk", "speak", "consider", "cover",
    "comment", "review",
}  # fmt: skip


def find(cast: Cast) -> list[TopicItem]:
    """The topics of a report with the words that show each, in the order of the text."""
    spans: dict[Topic, list[Span]] = {}
    shown: set[Topic] = set()
    last: dict[Topic, tuple[lexicon.Phrase, int]] = {}
    terms = lexicon.terms()
    aside = {token for span in _asides(cast.syntax) for token in range(*span)}
    for phrase, first, end in _phrases(cast):
        place = cast.syntax.sentence_of[first]
        for topic, weight in terms[phrase].weights:
            if topic in _CIRCUMSTANTIAL and first in aside:
                continue
            spans.setdefault(topic, []).append(cast.syntax.offsets(first, end))
            before = last.get(topic)
            near = before is not None and before[0] != phrase and place - before[1] <= _NEAR
            if weight >= _ENOUGH or near:
                shown.add(topic)
            last[topic] = (phrase, place)
    found = [topic for topic in spans if topic in shown]
    return [
        TopicItem(topic=topic, evidence=tuple(spans[topic][:_SHOWN]))
        for topic in sorted(found, key=lambda topic: spans[topic][0])
    ]


def _phrases(cast: Cast) -> Iterator[tuple[lexicon.Phrase, int, int]]:
    """Terms of the lexicon in the story, the longest first: (term, first token, last token + 1)."""
    syntax = cast.syntax
    terms, never, longest = lexicon.terms(), lexicon.never(), lexicon.longest()
    masked, names = _masked(cast)
    for first, last in syntax.body_sentences():
        tokens = [
            t
            for t in range(first, last)
            if not (syntax.words[t] in {"-", "–"} and syntax.parsed.glued[t])
        ]
        lemmas = [_lemma(syntax, t) for t in tokens]
        at = 0
        while at < len(tokens):
            step = 1
            for size in range(min(longest, len(tokens) - at), 0, -1):
                phrase = tuple(lemmas[at : at + size])
                if phrase in never:
                    step = size
                    break
                term = terms.get(phrase)
                if term is None:
                    continue
                if all(masked[t] for t in tokens[at : at + size]) and (
                    (tokens[at], tokens[at + size - 1] + 1) not in names
                ):
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


def _lemma(syntax: Syntax, token: int) -> str:
    """A lemma as the lexicon writes it: straight apostrophes, names in the singular."""
    lemma = syntax.lemmas[token].replace("’", "'")
    if len(lemma) > 1:
        lemma = lemma.rstrip("-")
    if syntax.tags[token] == "NNP" and lemma.endswith("s") and lemma not in _vocabulary():
        return lemma[:-1] if lemma[:-1] in _vocabulary() else lemma
    return lemma


@cache
def _vocabulary() -> frozenset[str]:
    """All words of the lexicon's terms."""
    return frozenset(word for term in lexicon.terms() for word in term)


def _masked(cast: Cast) -> tuple[list[bool], set[Span]]:
    """Tokens that say nothing of the talk, and the spans that name bodies.

    The first hold people, their titles, bodies, circumstances and what was not talked about. A term
    that is a body's whole name ("Eurasian Economic Union") counts all the same.
    """
    syntax = cast.syntax
    masked = [False] * len(syntax.words)
    names: set[Span] = set()
    for person in cast.people.entries:
        for first, last in [span for _, span in person.titles] + person.mentions:
            masked[first:last] = [True] * (last - first)
    for mention in cast.bodies.mentions():
        if mention.anaphoric or mention.entry.kind not in _SILENT:
            continue
        if syntax.lower[mention.last - 1] in _TALKING:
            continue
        if mention.entry.kind == "company" and "," in syntax.words[mention.first : mention.last]:
            continue  # a list in capitals: "Agriculture, Health, Energy"
        masked[mention.first : mention.last] = [True] * (mention.last - mention.first)
        if mention.entry.kind not in {"parliament", "education"}:
            names.add((mention.first, mention.last))
    for first, last in _denied(syntax):
        masked[first:last] = [True] * (last - first)
        names = {span for span in names if not first <= span[0] < last}
    return masked, names


def _denied(syntax: Syntax) -> Iterator[Span]:
    """Clauses that say what was not talked about."""
    for token, lemma in enumerate(syntax.lemmas):
        if lemma in _TALK and syntax.is_verb(token) and syntax.negated(token):
            yield token, syntax.clause_end(token)


def _asides(syntax: Syntax) -> Iterator[Span]:
    """Circumstances: "despite the pandemic", "caused by the pandemic"."""
    for token, low in enumerate(syntax.lower):
        if low in _CIRCUMSTANCE and syntax.deps[token] == "prep":
            preps = [token, *syntax.children(token, "pcomp", "prep")]  # "because of"
        elif low == "by" and syntax.lemmas[syntax.heads[token]] in _CAUSED:
            preps = [token]
        elif low == "to" and syntax.lower[token - 1 : token] == ["due"]:
            preps = [token]
        else:
            continue
        for prep in preps:
            for noun in syntax.children(prep, "pobj"):
                yield syntax.phrase(noun)
