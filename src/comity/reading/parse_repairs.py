"""What the parser gets wrong so often that the rules would stumble: some lemmas, some heads."""

from __future__ import annotations

from functools import cache

from comity.data.files import load_json
from comity.model.parsed import Parsed

#: what the lemmatizer gives, and what it should be ("hop" is what it makes of "hopes")
_LEMMAS = {"dwelt": "dwell", "spoken": "speak", "ministries": "ministry", "countries": "country",
           "parties": "party", "secretaries": "secretary", "authorities": "authority",
           "deputies": "deputy", "allies": "ally", "hop": "hope"}  # fmt: skip


def lemmas(parsed: Parsed) -> list[str]:
    """The lemma of each token, with the plural of proper nouns undone ("Ministers")."""
    return [_lemma(lemma, tag) for lemma, tag in zip(parsed.lemmas, parsed.tags, strict=True)]


def heads(parsed: Parsed, lemmas: list[str]) -> list[int]:
    """The head of each token.

    "reiterated concerns that Russia has … and emphasized": he emphasized, not Russia. A
    coordinated past verb of telling or promising that the parse hung on a present or modal verb
    inside a clause is hung on the past verb of telling above it.
    """
    found, tags, telling = list(parsed.heads), parsed.tags, _telling()
    for token, dep in enumerate(parsed.deps):
        if dep != "conj" or tags[token] not in {"VBD", "VBN"} or lemmas[token] not in telling:
            continue
        current = found[token]
        if tags[current] not in {"VBZ", "VBP", "VB", "MD"}:
            if lemmas[current] not in {"be", "have"}:
                continue
        for _ in range(6):
            current, below = found[current], current
            if current == below:
                break
            if tags[current] == "VBD" and lemmas[current] in telling and current < token:
                found[token] = current
                break
    return found


@cache
def _telling() -> frozenset[str]:
    verbs = load_json("verbs.json")
    lists = ("speech", "pledge", "request", "agreement", "signing", "not_speech")
    return frozenset(verb for key in lists for verb in verbs[key])


def _lemma(lemma: str, tag: str) -> str:
    if lemma in _LEMMAS:
        return _LEMMAS[lemma]
    if tag == "NNPS" and lemma.endswith("s") and not lemma.endswith("ss") and len(lemma) > 4:
        return lemma[:-1]
    return lemma
