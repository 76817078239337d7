"""What the name of a body says: which body of our facts it is, or its telling words and country."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from comity.actors.country_words import marked
from comity.actors.reference import Reference, reference_of
from comity.data import body_words
from comity.data.folding import fold
from comity.model.actor import ActorKind

#: Kinds whose name may leave its country out ("French National Assembly", "National Assembly").
STATE_KINDS = frozenset({"government", "parliament", "party"})
_MANY = 4


@dataclass(frozen=True)
class BodyName:
    """A body's name for comparing.

    `words` are its telling words, those for its own country left out; `country` is its
    own or the one the name tells; `national` says that words for it were left out. `generic`
    names need a country to mean one body. `letters` is the name if it is an abbreviation, else
    `initials` is what it would be abbreviated to.
    """

    folded: str
    words: tuple[str, ...]
    country: str | None
    national: bool
    generic: bool
    letters: str
    initials: str
    reference: Reference | None

    @property
    def telling(self) -> tuple[str, ...]:
        """The words that few names have."""
        generic = body_words.word_set("generic")
        return tuple(word for word in self.words if word not in generic and word[0] != "@")


@lru_cache(maxsize=50_000)
def body_name(name: str, kind: ActorKind, country: str | None) -> BodyName:
    """Take a body's name apart."""
    folded = fold(name).removeprefix("the ")
    capitals = frozenset(fold(word) for word in re.findall(r"[^\W\d_.]+", name) if word.isupper())
    if folded.startswith("u s "):
        folded, capitals = "us " + folded.removeprefix("u s "), capitals | {"us"}
    tokens = marked(folded.split(), capitals)
    owner = country or _told(tokens, kind)
    reference = reference_of(name, _bare(tokens, owner), kind, owner)
    if reference is not None and reference.country is not None:
        owner = reference.country
    words = _words(reference.name if reference and reference.generic else "", tokens, owner, kind)
    letters = _letters(name)
    return BodyName(
        folded=folded,
        words=words,
        country=owner,
        national=f"@{owner}" in tokens and f"@{owner}" not in words,
        generic=_is_generic(words, kind),
        letters=letters,
        initials="" if letters else _initials(name),
        reference=None if reference is None or reference.generic else reference,
    )


def _told(tokens: list[str], kind: ActorKind) -> str | None:
    """The one country in the name of a body of a state."""
    codes = {token[1:] for token in tokens if token[0] == "@"}
    return codes.pop() if len(codes) == 1 and kind in STATE_KINDS else None


def _bare(tokens: list[str], owner: str | None) -> str:
    """The folded name without its own country and the words that tied it to the name."""
    kept = [token for token in tokens if token != f"@{owner}"]
    while kept and kept[-1] in ("of", "the", "in", "republic"):
        kept.pop()
    while kept and kept[0] in ("the", "s"):
        kept.pop(0)
    return " ".join(kept)


def _words(usual: str, tokens: list[str], owner: str | None, kind: ActorKind) -> tuple[str, ...]:
    stop, same = body_words.word_set("stop"), body_words.same_words()
    if usual:
        tokens = fold(usual).split()
    words = [same.get(token, token) for token in tokens if token not in stop]
    own = [word for word in words if word != f"@{owner}"]
    generic = body_words.word_set("generic")
    foreign = kind == "intergovernmental"
    if kind in STATE_KINDS or (not foreign and sum(word not in generic for word in own) > 1):
        words = own or words
    if kind == "party" and any(word not in generic for word in words):
        words = [word for word in words if word != "party"] or words
    phrase = body_words.same_phrases().get(" ".join(words))
    if kind == "education":
        return tuple(words)  # "University of X" and "X University" are two
    return tuple(sorted(set(phrase.split() if phrase else words)))


def _is_generic(words: tuple[str, ...], kind: ActorKind) -> bool:
    if not words:
        return True
    if kind in ("government", "parliament") and (
        body_words.word_set("ministries") & set(words) or len(words) == 1
    ):
        return True
    generic = body_words.word_set("generic")
    return len(words) <= _MANY and all(word in generic for word in words)


def _letters(name: str) -> str:
    """The name in small letters if it is an abbreviation ("OSCE", "LaREM", "U.N."), else ""."""
    bare = name.replace(".", "")
    if " " in bare or not 2 <= len(bare) <= 8 or not bare.isalpha():
        return ""
    return bare.lower() if sum(letter.isupper() for letter in bare) >= 2 else ""


def _initials(name: str) -> str:
    stop = body_words.word_set("stop")
    words = [word for word in name.replace("’", "'").split() if fold(word) not in stop]
    return fold("".join(word[0] for word in words)).replace(" ", "") if len(words) > 1 else ""
