"""The error tree. Every error that Comity raises on purpose stands here.

ComityError
├── InputError        a report that cannot be read (C1xx): one of many may fail alone
├── LanguageError     no pipeline for this language, or a pipeline that does not load (C2xx)
├── UsageError        the call itself is off (C3xx): an unknown option value, a missing file
├── RecordError       the record cannot be opened or used, or does not hold what is asked for (C4xx)
└── FetchError        a page or feed that cannot or may not be fetched (C5xx)
"""

from __future__ import annotations


class ComityError(Exception):
    """What happened, where, and what to do next.

    `code` is stable and searchable ("C101"); `where` names the file, line or field.
    """

    def __init__(self, code: str, message: str, *, where: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.where = where

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        return f"{place}{self.message} [{self.code}]"


class InputError(ComityError):
    """A report that cannot be read: empty, binary, too long, not parsable."""


class LanguageError(ComityError):
    """No pipeline for the report's language, or one that fails to load."""


class UsageError(ComityError):
    """The call is off: a missing file, an unknown format, options that exclude each other."""


class RecordError(ComityError):
    """The record: missing, damaged, of another version, or without what was asked for."""


class FetchError(ComityError):
    """A page or feed: not reachable, not allowed, too slow, too large, not what it says."""


def unexpected(error: BaseException) -> str:
    """What an error that nobody foresaw says, and where in the code it arose, on one line."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    said = " ".join(f"{type(error).__name__}: {error}".split())[:200]
    if trace is None:
        return said
    file = trace.tb_frame.f_code.co_filename.replace("\\", "/").rpartition("/")[2]
    return f"{said} in {file}, line {trace.tb_lineno}"
