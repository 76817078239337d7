"""One comparable form for names that are written with other accents, case or punctuation."""

from __future__ import annotations

import re
import unicodedata

_GAPS = re.compile(r"[\W_]+")
#: Letters that Unicode does not decompose.
_PLAIN = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ə": "a"})


def fold(name: str) -> str:
    """`name` without accents, case and punctuation: "En Marche!" gives "en marche".

    Punctuation parts words, so that a name joined from tokens ("People 's Party") folds alike.
    """
    lower = name.casefold()
    if not lower.isascii():
        bare = unicodedata.normalize("NFD", lower.translate(_PLAIN))
        lower = "".join(c for c in bare if not unicodedata.combining(c))
    return _GAPS.sub(" ", lower).strip()


def unaccented(word: str) -> str:
    """`word` without accents and case; its punctuation stays."""
    plain = unicodedata.normalize("NFKD", word)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()
