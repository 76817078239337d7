"""The room where reports come in: any source becomes a `Report`, or is refused with a reason.

Importing this room, and reading plain UTF-8 text, loads no third-party package: the readers of
pages, PDF files and unknown encodings are imported when an input needs them.

Codes of what is refused (`InputError`, or a `Reject` where one input among many fails):

    C101  the input is empty, or holds only white space
    C102  the text has no letters
    C103  the text is longer than 1,000,000 characters
    C104  the file, or a JSON line, has more bytes than the limit for its kind
    C105  the input is binary: an image, an archive, an Office document
    C106  the encoding is damaged or cannot be told
    C107  the text or a field holds a lone surrogate, which is half a character
    C108  an HTML page without an article
    C109  a PDF file that is damaged, or is not a PDF file
    C110  a PDF file that is locked with a password
    C111  a PDF file without a text layer
    C112  a JSON line that does not parse
    C113  a JSON line that is not an object
    C114  a JSON line without the field `text`
    C115  a field with a value of the wrong type
    C116  a field with a value that is off: a date that is not ISO, an unknown language
    C117  a file or directory that the system does not let us read
    C118  a directory without any file of a known kind

Codes of calls that are off (`UsageError`):

    C301  a path that does not exist
    C302  a publication date that is not an ISO date
    C303  a language that is not known
    C304  standard input asked for where there is none, or twice
"""

from __future__ import annotations

from comity.reports.admission import admit_report, check_text
from comity.reports.inputs import read_inputs
from comity.reports.one import report_from_html, report_from_text

__all__ = [
    "admit_report",
    "check_text",
    "read_inputs",
    "report_from_html",
    "report_from_text",
]
