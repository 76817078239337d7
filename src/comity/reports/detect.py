"""Which language a text is in."""

from __future__ import annotations

import re

# Words that English uses all the time and that its neighbours do not have, or use seldom: "in",
# "was", "is" or "a" would also be found in a Dutch, German or Portuguese text.
_COMMON = """the of and to that with his her from by this which their has have been were they would
    will its not at for on are be said who between after also"""
_ENGLISH = frozenset(_COMMON.split())
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000
_ENGLISH_SHARE = 0.15
_ENGLISH_KINDS = 3
# Below this many letters a statistical model guesses ("Xi meets Putin" is "Indonesian").
_SHORT = 60


def is_clearly_english(text: str) -> bool:
    """Tell from common words alone, in a moment; False means "not sure"."""
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    found = [word for word in words if word in _ENGLISH]
    # A single sentence seldom holds three kinds of them, but then two out of few words do.
    kinds = _ENGLISH_KINDS if len(words) > 12 else 2
    return len(set(found)) >= kinds and len(found) >= _ENGLISH_SHARE * len(words)


def detect_language(text: str) -> str:
    """Tell the language of a text, as ISO 639-1.

    A short text in Latin letters (below 60 letters) counts as English: no model can tell the
    language of a headline made of names.
    """
    if is_clearly_english(text):
        return "en"
    sample = text[:_SAMPLE]
    letters = "".join(_WORD.findall(sample))
    latin = sum(letter < "\u0250" for letter in letters)
    if len(letters) < _SHORT and latin * 2 > len(letters):
        return "en"
    # Imported here: its model takes close to a second.
    import py3langid

    # The model also knows languages without a code in ISO 639-1, such as Wu beside Chinese.
    return str(next(code for code, _ in py3langid.rank(sample) if len(code) == 2))


def page_language(text: str, declared: str | None) -> str | None:
    """Weigh the language that a page declares for itself against its text.

    Templates declare English for pages in any language, so that claim must be borne out by the
    text; another language is believed unless the text is clearly English. `None` is not known.
    """
    if is_clearly_english(text):
        return "en"
    return None if declared == "en" else declared
