"""What a person's name is made of, as far as comparing needs it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from anyascii import anyascii

from comity.actors.transliteration import skeleton
from comity.data import names, offices

_ABD = re.compile(
    r"\babd(?:[aeu]l)?(?:\s+(?:al|el|ul|ur|ar|er|as))?\s+(?=\w{3})"
    r"|\babd(?:el|ul|al|ur(?=r)|er(?=r)|ar(?=r))(?=\w{4})(?!lah)"
)
_NUMERAL = re.compile(r"(?:I|II|III|IV|V|VI{1,3}|IX|X|XI{2,3}|XIV|XV|XVI{0,3})$")
_MARKS = re.compile(r"['’ʼ‘`´ʻ\"“”]")
_SCHWA = str.maketrans("əƏ", "aA")
_GAPS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class PersonName:
    """A person's name in words that are folded, in the order of the text, the family name last
    where the name marks it. Titles, particles and the suffix are not among the words.

    `chained` are the places of words that follow "bin"; `marked` says that capitals or a comma
    showed which word is the family name; `rank` is "jr", "sr" or a numeral; `glued` is the
    skeleton of all of the name, particles too ("Elsisi" is "el-Sisi").
    """

    words: tuple[str, ...]
    chained: frozenset[int] = frozenset()
    marked: bool = False
    rank: str = ""
    glued: str = ""

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The skeleton of each word."""
        return tuple(skeleton(word) for word in self.words)

    @cached_property
    def joined(self) -> str:
        """All skeletons in one."""
        return "".join(self.keys)

    @cached_property
    def forms(self) -> frozenset[str]:
        """The name without gaps: "Eui-yong" and "Euiyong" are one, "el-Sisi" and "Elsisi"."""
        return frozenset({"".join(self.words), self.joined, self.glued})

    @property
    def single(self) -> bool:
        """Whether there is one word only, as a rule the family name."""
        return len(self.words) == 1 and not self.numbered

    @property
    def numbered(self) -> bool:
        """Whether a numeral tells the bearer from others of the name ("Abdullah II")."""
        return self.rank not in ("", "jr", "sr")

    @property
    def initialled(self) -> bool:
        """Whether the first name is an initial only."""
        return len(self.words) > 1 and len(self.words[0]) == 1

    @property
    def full(self) -> bool:
        """Whether the name tells its bearer by itself: two words or more that are spelt out."""
        return sum(len(word) > 1 for word in self.words) > 1 or (
            self.numbered and len(self.words) == 1
        )


@lru_cache(maxsize=50_000)
def person_name(name: str) -> PersonName:
    """Take a name apart."""
    given, rank = _without_rank(name)
    before, comma, after = given.partition(",")
    tokens = (after.split() if comma else []) + before.split()
    marked = bool(comma and after.strip())
    tokens = _without_titles(tokens)
    if not marked:
        tokens, marked = _family_last(tokens)
    words: list[str] = []
    glued: list[str] = []
    chained: set[int] = set()
    after_bin = False
    particles = ""
    pieces = _pieces(tokens)
    called_al = tokens[:1] in (["Al"], ["AL"])  # a first name; "al-" and "al" are the article
    for at, piece in enumerate(pieces):
        if _is_particle(piece, at, len(pieces)) and not (at == 0 and called_al):
            after_bin = after_bin or piece in names.word_set("nasab")
            particles += piece
            continue
        if after_bin:
            chained.add(len(words))
        words.append(piece)
        glued.append(skeleton(particles + piece))
        after_bin, particles = False, ""
    return PersonName(tuple(words), frozenset(chained), marked, rank, "".join(glued))


def _without_rank(name: str) -> tuple[str, str]:
    """The name without "Jr." or a numeral at its end, and that."""
    tokens = name.replace(",", " , ").split()
    while len(tokens) > 1:
        last = tokens[-1].strip(".").lower()
        if last in ("jr", "sr"):
            rank = last
        elif _NUMERAL.match(tokens[-1]):
            rank = last
        else:
            break
        rest = tokens[:-1]
        while rest and rest[-1] == ",":
            rest.pop()
        return " ".join(rest).replace(" , ", ", "), rank
    for at, token in enumerate(tokens[1:-1], start=1):
        if len(token) > 1 and _NUMERAL.match(token):
            return " ".join(tokens[:at] + tokens[at + 1 :]), token.lower()
    return " ".join(tokens).replace(" , ", ", ").strip(" ,"), ""


def _without_titles(tokens: list[str]) -> list[str]:
    """The tokens without courtesies and ranks before a name that are left over there."""
    titles = _titles()
    kept = list(tokens)
    while len(kept) > 1:
        low = kept[0].lower()
        if low not in titles and low.strip(".") not in titles:
            break
        if low == "he" and (kept[0] != "HE" or len(kept) < 3):
            break  # "He Lifeng" is a name, "HE" his excellency
        kept.pop(0)
    return kept


@cache
def _titles() -> frozenset[str]:
    left_over = names.word_set("left_over_titles")
    return offices.word_set("courtesy") | offices.word_set("ranks") | left_over


def _family_last(tokens: list[str]) -> tuple[list[str], bool]:
    """Move a family name that stands first in capitals to the end; whether one was so marked."""
    capitals = [token.isupper() and len(token.strip(".")) > 1 for token in tokens]
    if all(capitals) or not any(capitals):
        return tokens, False
    first = capitals.index(False)
    if first and not any(capitals[first:]):
        return tokens[first:] + tokens[:first], True
    return tokens, capitals[-1]


def _pieces(tokens: list[str]) -> list[str]:
    """The words of all tokens, folded to ASCII; what hyphens join is parted."""
    plain = anyascii(_MARKS.sub("", " ".join(tokens)).translate(_SCHWA)).lower()
    plain = _GAPS.sub(" ", plain.replace("'", "")).strip()
    return _ABD.sub("abd", plain).split()


def _is_particle(piece: str, at: int, count: int) -> bool:
    if at == count - 1 or len(piece) == 1:
        return False  # "y" and "e" could be initials
    if at == 0:
        return piece in names.word_set("leading_particles")
    return piece in names.word_set("particles")
