"""Bytes to text."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter

from comity.errors import InputError
from comity.reports.detect import detect_language
from comity.reports.signature import name_signature

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    # UTF-32 first: its mark begins with the one of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ADVICE = "save it as UTF-8, or convert it: iconv -f ENCODING -t UTF-8 FILE"
_MAX_CHAOS = 0.1
_LETTER = re.compile(r"[^\W\d_]")
# What a wrong table makes of letters: a sign within a word, or a control character of Latin-1.
_BROKEN_WORD = re.compile(r"[^\W\d_][¡-©¬®-³¶¸¹¼-¿×÷][^\W\d_]|[\x80-\x9f]")
# Encodings that a page may declare and be believed; Python knows others, not meant for text.
_DECLARED = re.compile(r"(?:windows|cp|x-|iso|koi8|mac|gb|big5|euc|shift|sjis|ks|tis)", re.I)
_CYRILLIC = ("cp1251", "koi8_r", "cp866")
_WESTERN = ("cp1252", "cp1250", "iso8859_2")
_FAMILIES = (
    ("ARABIC",),
    ("HANGUL",),
    ("CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"),
)
_CENTRAL = ("cp1250", "iso8859_2")
_TABLES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("pl", "cs", "sk", "hu", "sl", "hr", "bs", "ro", "sq"), _CENTRAL),
    **dict.fromkeys(("lt", "lv"), ("cp1257",)),
    "tr": ("cp1254",),
}


def decode_text(data: bytes, *, where: str = "", declared: str | None = None) -> str:
    r"""Decode a file's bytes; line ends "\r\n" and "\r" become "\n".

    Tried in order: a byte order mark, UTF-8, the encoding that a page declares, and a guess that
    must be a good one.

    Raises:
        InputError: C105 for binary data, C106 for an encoding that is damaged or not known.
    """
    return re.sub("\r\n?", "\n", _decode(data, where, declared))


def _decode(data: bytes, where: str, declared: str | None) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data, encoding, where)
    _refuse_binary(data, where)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse_damaged(data, error, where)
    if declared and _DECLARED.match(declared):
        try:
            return data.decode(declared)
        except (LookupError, ValueError):
            pass  # a page's claim may be wrong; the bytes are asked next
    text = _guess(data)
    if text is None:
        raise InputError("C106", f"the encoding cannot be told; {_ADVICE}", where=where)
    return text


def _decode_marked(data: bytes, encoding: str, where: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.removesuffix("-sig").upper()
        raise InputError(
            "C106",
            f"it begins as {name} but is damaged at byte {error.start}; export it anew as UTF-8",
            where=where,
        ) from error
    if "\0" in text:
        raise InputError("C105", f"it is a binary file, not text; {_ADVICE}", where=where)
    return text


def _refuse_binary(data: bytes, where: str) -> None:
    name = name_signature(data)
    if name == "a PDF document":
        raise InputError("C105", "it is a PDF document; name the file .pdf", where=where)
    if name:
        raise InputError(
            "C105",
            f"it is {name}, not text; export the report as text, HTML or PDF",
            where=where,
        )
    nul = data.find(b"\0")
    if nul < 0:
        return
    sample = data[:1000]
    few, many = sorted((sample[::2].count(0), sample[1::2].count(0)))
    if many * 3 > len(sample) > few * 20:
        raise InputError(
            "C106",
            "it looks like UTF-16 without a byte order mark; save it as UTF-8, or convert it: "
            "iconv -f UTF-16LE -t UTF-8 FILE",
            where=where,
        )
    raise InputError(
        "C105",
        f"it is a binary file (a NUL at byte {nul}), not text; export the report as text",
        where=where,
    )


def _refuse_damaged(data: bytes, error: UnicodeDecodeError, where: str) -> None:
    """Refuse what is plainly UTF-8 but for a few bytes: a guess would garble its names."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    whole = sum(1 for character in text if character > "\x7f") - bad
    if whole > bad:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(
            "C106",
            f"it is UTF-8 but damaged at byte {error.start} (line {line}); export it anew",
            where=where,
        )


def _guess(data: bytes) -> str | None:
    runs = re.findall(rb"[\x80-\xff]+", data)
    if sum(len(run) for run in runs if len(run) < 4) * 2 > sum(map(len, runs)):
        return _decode_latin(data)  # single accents among ASCII letters
    return _decode_eastern(data) or _decode_cyrillic(data)


def _decode_latin(data: bytes) -> str | None:
    western = data.decode("cp1252", "replace")
    for table in _TABLES.get(detect_language(western), _WESTERN):
        text = data.decode(table, "replace")
        if "\ufffd" not in text and not _BROKEN_WORD.search(text):
            return text
    return None


def _decode_eastern(data: bytes) -> str | None:
    """Guess an encoding of Arabic, Chinese, Japanese or Korean.

    Greek, Hebrew and Thai are never believed: each can be read as another of them.
    """
    # Imported here: almost every report is UTF-8 and never gets this far.
    import charset_normalizer

    for match in charset_normalizer.from_bytes(data):
        text = str(match)
        guessed = match.chaos <= _MAX_CHAOS and not match.encoding.startswith("utf_")
        if guessed and _is_one_family(text):
            return text
    return None


def _is_one_family(text: str) -> bool:
    scripts = Counter(
        unicodedata.name(letter, "?").split()[0]
        for letter in _LETTER.findall(text)
        if letter > "\x7f"
    )
    main = max(sum(scripts[name] for name in family) for family in _FAMILIES)
    return main >= 0.95 * scripts.total() > 0 and not re.search(r"[\x80-\x9f]", text)


def _decode_cyrillic(data: bytes) -> str | None:
    """Find the table in which the text reads like Russian or a sister language.

    Text of another script, or in another table, also gives Cyrillic letters; but it has few
    vowels, and capitals within its words.
    """
    for table in _CYRILLIC:
        text = data.decode(table, "replace")
        letters = re.findall("[А-Яа-яЁёІіЇїЄєЎў]", text)
        bulk = len(letters) > 0.8 * len(re.findall(r"[^\x00-\x7f]", text))
        # The ten commonest are six letters out of ten in Russian, and few by chance.
        common = sum(letter in "оеаинтсрвл" for letter in letters) > 0.5 * len(letters)
        vowels = sum(letter in "аеиоуыэюяєіїёў" for letter in letters) > 0.3 * len(letters)
        mixed = len(re.findall(r"[а-яё][А-ЯЁ]", text)) * 20 > len(text.split())
        if bulk and common and vowels and not mixed and "\ufffd" not in text:
            return text
    return None
