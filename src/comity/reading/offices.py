"""Offices, from the titles that stand beside people's names."""

from __future__ import annotations

import re

from comity.data.offices import word_set
from comity.model.reading import Office
from comity.reading.cast import Cast
from comity.reading.people import PersonEntry
from comity.reading.titles import Title

_MEMBER = {"member", "activist", "supporter"}
#: words that make another office of one: a Vice President is no President
_OTHER_OFFICE = {"vice", "deputy", "prime", "crown"}


def offices(cast: Cast) -> list[Office]:
    """Every office that the report gives to a person, once, with its body or country."""
    found: dict[tuple[str, str], Office] = {}
    for person in cast.people.entries:
        for title, (first, last) in person.titles:
            if not title.text or _member(title) or title.former:
                continue
            text = _clean(title.text)
            if not text or text.lower() in word_set("courtesy"):
                continue
            key = (person.name, _key(text))
            body = title.body or _country(cast, person, title, text)
            known = found.get(key)
            if known and (known.body or not body):
                continue
            found[key] = Office(
                person=person.name,
                title=text,
                body=body,
                evidence=(cast.syntax.offsets(first, last),),
            )
    items = list(found.values())
    return [office for office in items if not _covered(office, items)]


def _covered(office: Office, others: list[Office]) -> bool:
    """A shorter form of another title of the same person ("Secretary", "Secretary of State")."""
    return any(
        other.person == office.person
        and not (office.body and other.body and office.body != other.body)
        and _shortens(_key(office.title), _key(other.title))
        for other in others
    )


def _shortens(short: str, long: str) -> bool:
    """Whether a title is the beginning or end of a longer one for the same office."""
    fewer, more = set(short.split()), set(long.split())
    return (
        fewer < more
        and (long.endswith(short) or long.startswith(short))
        and not _OTHER_OFFICE & (more - fewer)
    )


def _country(cast: Cast, person: PersonEntry, title: Title, text: str) -> str | None:
    """Heads of state and government hold their office for the country."""
    plain = text.lower().replace("-", " ")
    held_for_country = plain in {word.replace("-", " ") for word in word_set("state")}
    code = title.country or person.country
    if code is None or not (held_for_country or title.of_country):
        return None
    return cast.places.name_of(code)


def _clean(text: str) -> str:
    text = re.sub(r"^(?:[Tt]he|[Aa]n?) ", "", text).strip(" ,’'")
    return re.sub(r"\s+", " ", text)


def _key(text: str) -> str:
    return text.lower().replace("-", " ").replace("adviser", "advisor")


def _member(title: Title) -> bool:
    return title.key.split(" of ")[0] in _MEMBER or title.key in {"member", "members"}
