"""Whose words a report is told in: who "we" and "I" are, outside quotations."""

from __future__ import annotations

from comity.model.reading import Span
from comity.reading.meant import Meant, body, country_codes, nations, people, person, wording
from comity.reading.named import Named

#: where the part of a title that names the issuer ends: "Statement by A and B on C"
_SUBJECT_MARKS = {"on", "regarding", "following", "about", "marking", "–", "—", "in", "for"}
_RELEASED = {"released", "issued", "made"}
_TEXTS = {"statement", "text", "communique", "communiqué", "declaration"}


def issuer(named: Named, home: str | None) -> Meant:
    """Who "we" is outside quotations: the issuer that the title or a byline names."""
    syntax = named.syntax
    for paragraph in syntax.parsed.paragraphs:
        if paragraph.role == "byline":
            signed = named.people.within(paragraph.first, paragraph.last)
            if signed:
                return person(signed[0].entry)
    own = (
        token
        for token, low in enumerate(syntax.lower)
        if low in {"we", "i"}
        and syntax.quoted[token] < 0
        and syntax.paragraph(token).role != "turn"
    )
    first = next(own, None)
    if first is None:
        return Meant()
    return (
        _apposed(named, first)
        or _released_by(named)
        or _headed(named)
        or (nations(named.places, [home]) if home else Meant())
    )


def _headed(named: Named) -> Meant:
    """Whom the title or the byline names as the issuer."""
    for paragraph in named.syntax.parsed.paragraphs[:2]:
        if paragraph.role not in {"title", "byline"}:
            continue
        first, last = _issuing_part(named, paragraph.first, paragraph.last)
        leaders = named.people.within(first, last)
        if leaders:
            return people(mention.entry for mention in leaders)
        for mention in named.bodies.within(first, last):
            if mention.entry.kind != "armed group":
                return body(mention, country_codes(mention.country), plural=True)
        codes = named.places.codes_within(first, last)
        if codes:
            return nations(named.places, codes)
    return Meant()


def _issuing_part(named: Named, first: int, last: int) -> Span:
    """The part of a title that names who speaks: before "on …", "regarding …", a dash."""
    for token in range(first + 1, last):
        if named.syntax.lower[token] in _SUBJECT_MARKS:
            return first, token
    return first, last


def _released_by(named: Named) -> Meant:
    """ "The following statement was released by the Governments of A and B": they speak."""
    lower = named.syntax.lower
    for first, last in named.syntax.parsed.sentences[:8]:
        for token in range(first, min(last, first + 30)):
            if (
                lower[token] in _RELEASED
                and "by" in lower[token : token + 4]
                and _TEXTS & set(lower[first:token])
            ):
                codes = named.places.codes_within(token, last)
                if len(codes) > 1:
                    return nations(named.places, codes)
    return Meant()


def _apposed(named: Named, we: int) -> Meant:
    """ "We, the Foreign Ministers of A and B," or "We — X of A, Y of B — met"."""
    syntax = named.syntax
    _, end = syntax.sentence(we)
    following = syntax.lower[we + 1] if we + 1 < end else ""
    if syntax.lower[we] != "we" or following not in {",", "the", "–", "—"}:
        return Meant()
    stop = _main_verb(named, we + 1, end)
    codes = named.places.codes_within(we, stop)
    if named.people.within(we + 1, stop):
        title = named.title()
        for mention in named.bodies.within(*title) if title else ():
            return body(mention, codes, plural=True)
    if len(codes) < 2:
        return Meant()
    of = next((t for t in range(we + 1, stop) if syntax.lower[t] == "of"), stop)
    first = we + 1 + (following == ",")
    group = wording(syntax, first, of) if of - first < 9 else None
    return nations(named.places, codes).called(group)


def _main_verb(named: Named, first: int, end: int) -> int:
    """The first finite verb that is not inside a relative clause, or the end."""
    syntax = named.syntax
    for token in range(first, end):
        finite = syntax.tags[token] in {"VBP", "VBD", "MD", "VBZ"}
        if finite and syntax.deps[token] not in {"relcl", "acl"}:
            return token
    return end


def turn_speaker(named: Named, number: int) -> Meant:
    """Who speaks in paragraph `number` of a transcript: whom the label before it names."""
    paragraphs = named.syntax.parsed.paragraphs
    turn = paragraphs[number]
    while number > 0 and paragraphs[number].role == "turn":
        number -= 1
    label = paragraphs[number]
    if label.role == "label":
        labelled = named.people.within(label.first, label.last)
        if labelled:
            return person(labelled[0].entry)
    spoken = (turn.speaker or "").casefold()
    for entry in named.people.entries:
        last = entry.parts[-1] if entry.parts else ""
        if entry.name.casefold() in spoken or (last and last in spoken.split()):
            return person(entry)
    return Meant()
