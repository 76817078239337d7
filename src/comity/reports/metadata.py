"""What is known of a report beside its text."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from comity.errors import UsageError
from comity.reports.dates import parse_iso_date
from comity.reports.language_code import normalise_language


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """The fields of a report that its text does not give; `None` is what is not known."""

    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    dateline_place: str | None = None

    def filled_by(self, other: Metadata) -> Metadata:
        """Take from `other` what is missing here; what is here already stays."""
        missing = {
            item.name: getattr(other, item.name)
            for item in fields(self)
            if getattr(self, item.name) is None
        }
        return replace(self, **missing)


def metadata_from_options(
    *, published: str | None, publisher: str | None, language: str | None
) -> Metadata:
    """Check what a caller says of all inputs.

    Raises:
        UsageError: C302 for a date that is not ISO, C303 for an unknown language.
    """
    date = code = None
    if published is not None:
        date = parse_iso_date(published)
        if date is None:
            raise UsageError(
                "C302",
                f"{published!r} is not an ISO date; write it as 2018-07-06",
                where="published",
            )
    if language is not None:
        code = normalise_language(language)
        if code is None:
            raise UsageError(
                "C303",
                f"{language!r} is not a known language; give an ISO 639-1 code such as 'en'",
                where="language",
            )
    return Metadata(published=date, publisher=publisher or None, language=code)
