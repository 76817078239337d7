"""One story told twice: by other outlets, cut, or issued again. Templates are not one story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from comity.data import offices
from comity.data.calendar import MONTHS, WEEKDAYS
from comity.data.folding import fold
from comity.joining.days import days_between
from comity.joining.fingerprints import Fingerprint

#: Texts further apart than this are never one story, so no candidates are needed beyond it.
DAYS = 30
_DAYS_REWRITTEN = 3
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_FEWEST_WORDS = 20
#: A run of words that both texts have is a common passage from this length on.
_PASSAGE = 6
_EDGE = 40
#: Under one address, names may be corrected where this much of the text is the same.
_CORRECTED = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryText:
    """A report as it is compared; `report` is its id in the record, `published` an ISO date."""

    report: int
    published: str | None
    title: str | None
    url: str | None
    publisher: str | None
    fingerprint: Fingerprint
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryMatch:
    """That a report tells the story of another one; `score` lies in 0..1."""

    report: int
    score: float
    reason: str


def same_story(new: StoryText, known: StoryText) -> StoryMatch | None:
    """Whether the new report tells the known one's story: the same text but for edits.

    Boilerplate with other names, numbers or dates in it is another story.
    """
    days = days_between(known.published, new.published)
    if days is not None and abs(days) > DAYS:
        return None
    one, other = _words(new.text), _words(known.text)
    if not one or not other:
        return None
    if one == other:
        return _match(known, 1.0, "the same text")
    if min(len(one), len(other)) < _FEWEST_WORDS:
        return None
    if days is not None and abs(days) > _DAYS_REWRITTEN and not _one_address(new, known):
        return None
    overlay = _Overlay(one, other)
    share = overlay.shared / min(len(one), len(other))
    if share < _least_share(new, known) or overlay.shared < _FEWEST_WORDS:
        return None
    if _titles_differ(new, known):
        return None
    corrected = _one_address(new, known) and share >= _CORRECTED
    if not corrected and overlay.names_differ(form=_one_publisher(new, known)):
        return None
    if overlay.rewritten() > max(1.0, _most_rewritten(new, known) * min(len(one), len(other))):
        return None
    return _match(known, round(share, 3), _reason(new, known, one, other))


def _least_share(new: StoryText, known: StoryText) -> float:
    """How much of the shorter text must stand in the other, in common passages."""
    return 0.8 if _one_form(new, known) else 0.7


def _most_rewritten(new: StoryText, known: StoryText) -> float:
    """The share of words that may be replaced. One office's forms differ in a few words only."""
    return 0.006 if _one_form(new, known) else 0.1


def _one_form(new: StoryText, known: StoryText) -> bool:
    """Whether one office may have filled in a form twice: the same address is a correction."""
    return _one_publisher(new, known) and not _one_address(new, known)


def _one_address(new: StoryText, known: StoryText) -> bool:
    return new.url is not None and new.url == known.url


def _one_publisher(new: StoryText, known: StoryText) -> bool:
    return fold(new.publisher or "") == fold(known.publisher or "")


def _reason(new: StoryText, known: StoryText, one: Sequence[str], other: Sequence[str]) -> str:
    if len(one) < 0.8 * len(other):
        return "a shorter version of the text"
    if len(other) < 0.8 * len(one):
        return "a longer version of the text"
    if _one_address(new, known):
        return "issued again at the same address with few changes"
    return "the same text with few changes"


def _match(known: StoryText, score: float, reason: str) -> StoryMatch:
    return StoryMatch(report=known.report, score=score, reason=reason)


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


class _Overlay:
    """Two texts laid over each other, word by word, between the passages that both have."""

    def __init__(self, one: list[str], other: list[str]) -> None:
        self._one, self._other = one, other
        self._folded = [word.casefold() for word in one], [word.casefold() for word in other]
        same: list[tuple[int, int, int]] = []
        for op in Indel.opcodes(*self._folded):
            if op.tag == "equal":
                same.append((op.src_start, op.dest_start, op.src_end - op.src_start))
        self._passages = [run for run in same if run[2] >= _PASSAGE]
        self.shared = sum(length for _, _, length in self._passages)
        self._gaps = list(self._between())

    def names_differ(self, *, form: bool) -> bool:
        """Whether a name or number of one text stands where the other has another one.

        Names that both texts have and other spellings of one name do not count. `form`: one
        office wrote both, so a single such name is enough, and what stands right before the first
        common passage counts too (other outlets sign there, and write headlines of their own).
        """
        known = set(self._folded[0]), set(self._folded[1])
        for mine, its in [*self._gaps, *(self._edge() if form else ())]:
            left = {w for w in _named(mine) if w.casefold() not in known[1]}
            right = {w for w in _named(its) if w.casefold() not in known[0]}
            left, right = _unlike(left, right), _unlike(right, left)
            if left and right:
                return True
            # One office's form: even a name that stands elsewhere in the other text is filled in.
            if form and (left or right) and _named(mine) and _named(its):
                return True
        return False

    def rewritten(self) -> int:
        """How many words between the common passages give way to other words."""
        return sum(min(len(mine), len(its)) for mine, its in self._gaps)

    def _between(self) -> Iterator[tuple[list[str], list[str]]]:
        """What stands between two neighbouring passages."""
        for (a, b, length), (next_a, next_b, _) in zip(
            self._passages, self._passages[1:], strict=False
        ):
            yield self._one[a + length : next_a], self._other[b + length : next_b]

    def _edge(self) -> Iterator[tuple[list[str], list[str]]]:
        """The last words before the first common passage, unless the texts begin far apart."""
        if self._passages:
            a, b, _ = self._passages[0]
            if _EDGE > min(a, b) > 0:
                yield self._one[:a][-_PASSAGE:], self._other[:b][-_PASSAGE:]


def _named(gap: Sequence[str]) -> set[str]:
    """Words that carry a fact: numbers, days and names, not the words of titles."""
    titles = offices.word_set("modifiers") | offices.word_set("heads")
    return {
        word
        for word in gap
        if word[0].isdigit()
        or (word[0].isupper() and len(word) > 1 and word.casefold() not in titles)
        or word.casefold() in MONTHS
        or word.casefold() in WEEKDAYS
    }


def _unlike(these: set[str], those: set[str]) -> set[str]:
    """Those words of which the other set has no other spelling."""
    return {
        word
        for word in these
        if word[0].isdigit() or not any(_spelled_alike(fold(word), fold(other)) for other in those)
    }


def _spelled_alike(one: str, other: str) -> bool:
    return one[:1] == other[:1] and fuzz.ratio(one, other) >= 75


def _titles_differ(new: StoryText, known: StoryText) -> bool:
    """Whether each title names what the other report does not: two forms filled in twice."""
    if not new.title or not known.title:
        return False
    return _foreign(new.title, known) and _foreign(known.title, new)


def _foreign(title: str, report: StoryText) -> bool:
    there = set(fold(f"{report.title} {report.text}").split())
    words = _words(title)
    if sum(word[0].isupper() for word in words) > 0.6 * len(words):
        # Every word has a capital, so names do not show: numbers must do.
        words = [word for word in words if word[0].isdigit()]
    return any(fold(word) not in there for word in _named(words[1:]))
