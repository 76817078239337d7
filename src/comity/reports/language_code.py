"""Language codes: from whatever is written to ISO 639-1."""

from __future__ import annotations

import re

_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})*")


def normalise_language(value: str) -> str | None:
    """Give the ISO 639-1 code in lower case: "en-US" and "eng" are "en".

    A language without a two-letter code, and a code that no language has, give `None`.
    """
    tag = _TAG.fullmatch(value.strip())
    if not tag:
        return None
    code = tag[1].lower()
    if code == "en":
        return code
    # Imported here: English, by far the most frequent, must not wait for the locale data.
    from babel import Locale
    from babel.core import get_global

    # The alias of a two-letter code is its newer form ("iw" is "he"), or a locale ("sr_Latn").
    alias = str(get_global("language_aliases").get(code, code)).split("_")[0]
    return alias if len(alias) == 2 and alias in Locale("en").languages else None
