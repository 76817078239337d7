"""What the environment sets. Read once, when it is first asked for.

`COMITY_PIPELINE` names the spaCy pipeline that reads: "en_core_web_trf" for every language, or
"en=en_core_web_trf,fr=fr_dep_news_trf" for each its own. `COMITY_RECORD` is the record's address,
`COMITY_USER` who works with it, `COMITY_ALLOW_HOSTS` the hosts in private networks that may be
fetched from, with commas between. An option in the call goes before these.
"""

from __future__ import annotations

import getpass
import os
from dataclasses import dataclass, field
from functools import cache

from comity.errors import UsageError

_ANY = ""
#: The record where nothing names one: a file in the current folder.
USUAL_RECORD = "comity.db"


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one process.

    `pipelines` is by language code, "" for all others; `record` the record's address, `user` who
    works with it; `allow_hosts` the hosts in private networks that may be fetched from.
    """

    pipelines: dict[str, str] = field(default_factory=dict)
    record: str = USUAL_RECORD
    user: str = ""
    allow_hosts: tuple[str, ...] = ()

    def pipeline(self, language: str) -> str | None:
        """The pipeline that is set for a language, or None for the usual one."""
        return self.pipelines.get(language) or self.pipelines.get(_ANY)


@cache
def settings() -> Settings:
    """The settings. Raises UsageError (C305) where a value cannot be understood."""
    hosts = os.environ.get("COMITY_ALLOW_HOSTS", "").split(",")
    return Settings(
        pipelines=_pipelines(os.environ.get("COMITY_PIPELINE", "")),
        record=os.environ.get("COMITY_RECORD", "").strip() or USUAL_RECORD,
        user=os.environ.get("COMITY_USER", "").strip() or _login(),
        allow_hosts=tuple(filter(None, (host.strip() for host in hosts))),
    )


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # nobody is logged in: a container, a service
        return "unknown"


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
