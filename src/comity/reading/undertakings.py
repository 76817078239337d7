"""What one word commits whom to, before it is known to which countries: the finds of the rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from comity.data.vocabulary import CommitmentKind
from comity.model.reading import Span
from comity.reading.cast import Cast
from comity.reading.meant import Meant
from comity.reading.syntax import Syntax


@dataclass(frozen=True, slots=True)
class Undertaking:
    """Token spans of a commitment: `text` is what is to be done, `span` the words that say so."""

    kind: CommitmentKind
    by: Meant
    text: Span
    span: Span
    #: the verb, noun or adjective that commits
    token: int
    to: Meant = field(default_factory=Meant)


def of_verb(
    syntax: Syntax,
    kind: CommitmentKind,
    by: Meant,
    verb: int,
    action: int,
    to: Meant | None = None,
) -> Iterator[Undertaking]:
    """What a verb commits to: its clause from `action` on; none if the clause ends before."""
    first, end = syntax.clause_start(verb), syntax.clause_end(verb)
    if action >= end:
        first, end = min(first, action), max(end, verb + 1)
        if action >= end:
            return
    yield Undertaking(kind, by, (action, end), (first, end), verb, to or Meant())


def both_sides(cast: Cast) -> Meant:
    """The two sides of the report, as countries; nobody if there is but one."""
    codes = list(dict.fromkeys(cast.main.codes))
    if len(codes) < 2 and cast.home:
        codes = list(dict.fromkeys([cast.home, *codes]))
    return cast.countries(codes) if len(codes) >= 2 else Meant()


def adverb_before(syntax: Syntax, token: int, *tags: str) -> bool:
    """ "to further strengthen": whether an adverb stands at a token and a verb form behind it."""
    after = token + 1
    return syntax.tags[token] == "RB" and after < len(syntax.tags) and syntax.tags[after] in tags
