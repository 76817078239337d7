"""What the environment sets. Read once, when it is first asked for.

`COMITY_PIPELINE` names the spaCy pipeline that reads: "en_core_web_trf" for every language, or
"en=en_core_web_trf,fr=fr_dep_news_trf" for each its own. An option in the call goes before it.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import cache

from comity.errors import UsageError

_ANY = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one process; `pipelines` is by language code, "" for all others."""

    pipelines: dict[str, str] = field(default_factory=dict)

    def pipeline(self, language: str) -> str | None:
        """The pipeline that is set for a language, or None for the usual one."""
        return self.pipelines.get(language) or self.pipelines.get(_ANY)


@cache
def settings() -> Settings:
    """The settings. Raises UsageError (C305) where a value cannot be understood."""
    return Settings(_pipelines(os.environ.get("COMITY_PIPELINE", "")))


def _pipelines(value: str) -> dict[str, str]:
    found = {}
    for entry in filter(None, (entry.strip() for entry in value.split(","))):
        language, sign, name = (part.strip() for part in entry.rpartition("="))
        if not name or (sign and not language) or language in found:
            raise UsageError(
                "C305",
                f"the value {value!r} is not understood; name a pipeline (en_core_web_trf), or "
                "one for each language (en=en_core_web_trf,fr=fr_dep_news_trf)",
                where="COMITY_PIPELINE",
            )
        found[language] = name
    return found
