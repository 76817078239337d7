"""Members of a body who are not named: "members of the Assembly", "the parliamentarians"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity.data import roles
from comity.reading.bodies import BodyMention
from comity.reading.meant import Meant, country_codes, wording

if TYPE_CHECKING:
    from comity.reading.cast import Cast

_OF_PARLIAMENT = {"parliamentarian", "mp", "deputy", "lawmaker", "member"}


def members(cast: Cast, token: int) -> Meant:
    """The body whose members a noun means, under the phrase that the report has for them."""
    body = _body(cast, token)
    if body is None:
        return Meant()
    group = _called(cast, body, token) or wording(cast.syntax, *cast.syntax.phrase(token))
    return Meant((body.name,), group, country_codes(body.country), True, "members")


def _body(cast: Cast, token: int) -> BodyMention | None:
    """The body that members belong to: "members of the X", "National Assembly members"."""
    syntax = cast.syntax
    beside = [*syntax.prepositions(token, "of", "from"), *range(syntax.parsed.lefts[token], token)]
    for at in beside:
        body = cast.bodies.at(at)
        if body:
            return body
    return _last_parliament(cast, token) if syntax.lemmas[token] in _OF_PARLIAMENT else None


def _called(cast: Cast, body: BodyMention, token: int) -> str | None:
    """What the report called the same members when it named their body last."""
    syntax = cast.syntax
    called = None
    for at, lemma in enumerate(syntax.lemmas):
        if lemma not in roles.word_set("members") or syntax.tags[at] not in {"NNS", "NNPS"}:
            continue
        named = [cast.bodies.at(noun) for noun in syntax.prepositions(at, "of")]
        if any(m and not m.anaphoric and m.entry is body.entry for m in named):
            if called is None or at <= token:
                called = wording(syntax, *syntax.phrase(at))
    return called


def _last_parliament(cast: Cast, token: int) -> BodyMention | None:
    """ "The parliamentarians": the parliament whose members were named last."""
    codes = cast.places.codes_within(cast.syntax.parsed.lefts[token], token)
    for mention in reversed(cast.bodies.mentions()):
        if mention.first < token and mention.entry.kind == "parliament":
            if not codes or mention.country in codes:
                return mention
    return None
