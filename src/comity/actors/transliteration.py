"""One form for a word of a name that is written in several romanisations.

"Zelenskyy", "Zelensky" and "Zelenskiy" have one skeleton, and "Tokayev", "Tokaev", "Toqaev".
Skeletons are compared, never shown. They keep apart what different names keep apart: vowels stay,
but for those that romanisations write in more than one way.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from comity.data import names

#: In this order; each rule sees what the ones before it left. "#" marks a "ch" on its way.
_RULES = tuple(
    (re.compile(pattern), form)
    for pattern, form in (
        (r"shch|sch|sh", "s"),
        (r"tch|ch", "c#"),
        (r"dzh|zh|dj", "j"),
        (r"kh", "h"),
        (r"gh", "g"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"ts|tz|cz", "z"),
        (r"x", "ks"),
        (r"q|ck|c(?![#iey])", "k"),
        (r"#", ""),
        (r"(?<=[aeiou])(?:ff|w)$|(?<=[oe])f$", "v"),
        (r"ou(?=[aeio])|w", "v"),
        (r"ou|oo", "u"),
        (r"ee", "i"),
        (r"y", "i"),
        (r"^ie", "e"),
        (r"(?<=[aeou])i(?=[aeou])", ""),
        (r"([a-z])\1+", r"\1"),
        (r"oe", "o"),
        (r"(?<=[^q])ue(?=[^o])", "u"),
        (r"(?<=[aeiou])h$", ""),
        (r"enk[ao]$", "enk"),
    )
)
_VOWELS = re.compile(r"[aeiou]")
_COARSE = str.maketrans("hcz", "gss")


@lru_cache(maxsize=100_000)
def skeleton(word: str) -> str:
    """The skeleton of a word in lower-case ASCII letters."""
    plain = _romanised(word)
    return _spelling().get(plain, plain)


def _romanised(word: str) -> str:
    for pattern, form in _RULES:
        word = pattern.sub(form, word)
    return word


@lru_cache(maxsize=100_000)
def consonants(word: str) -> str:
    """A coarser form to look names up by: the skeleton without vowels, if enough is left.

    Ukrainian h and Russian g are one here, and what French and English write as "ch" and "sh".
    """
    full = skeleton(word)
    bare = (full[:1] + _VOWELS.sub("", full[1:])).translate(_COARSE)
    return bare if len(bare) > 2 else full


def stand_for_one(one: str, other: str) -> bool:
    """Whether two skeletons of first names are one name's full and short form."""
    groups = _short()
    return not groups.get(one, frozenset()).isdisjoint(groups.get(other, frozenset()))


@cache
def _spelling() -> dict[str, str]:
    """The skeleton of each spelling of a name -> that of the first of its group."""
    groups = [[_romanised(word) for word in sorted(group)] for group in names.spellings()]
    return {word: group[0] for group in groups for word in group}


@cache
def _short() -> dict[str, frozenset[int]]:
    """Skeleton of a first name -> the numbers of the groups that it stands in."""
    found: dict[str, set[int]] = {}
    for number, group in enumerate(names.short_names()):
        for word in group:
            found.setdefault(skeleton(word), set()).add(number)
    return {word: frozenset(groups) for word, groups in found.items()}
