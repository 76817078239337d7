from __future__ import annotations

import pytest

from comity.errors import InputError
from comity.reports.decode import decode_text

RU = "Президент России провёл переговоры с Президентом Казахстана в Астане, сообщает агентство."
FR = "Le président de la République a reçu à l\u2019Élysée le ministre, « prêt » à coopérer."
PL = "Minister spraw zagranicznych przyjął delegację w Łodzi, życząc dalszej współpracy państwom."
CS = "Prezident republiky přijal v pátek ministra zahraničí, který řekl, že země chtějí jednat."
TR = "Cumhurbaşkanı Erdoğan bugün İstanbul'da Fransa Dışişleri Bakanı ile görüştü ve konuştu."
EN = "The Minister said: \u201cWe are ready\u201d \u2013 and Pierre Cabaré agreed to it on Friday."
EN_PL = "The Minister met Lech Wałęsa and the delegation of the Sejm in Warsaw."
EL = "Ο πρωθυπουργός συναντήθηκε με τον πρόεδρο της Γαλλίας στην Αθήνα για συνομιλίες."
HE = "ראש הממשלה נפגש עם נשיא צרפת בירושלים"
AR = "استقبل رئيس الجمهورية وزير الخارجية الفرنسي في القاهرة اليوم"
KO = "대통령은 서울에서 프랑스 대통령과 회담했다."
ZH = "国家主席习近平在北京人民大会堂会见法国总统马克龙，双方就双边关系交换意见。"
JA = "首相は東京でフランス大統領と会談し、両国関係について意見を交換した。"

ENCODED = {
    "utf-8": EN,
    "utf-8-sig": EN,
    "utf-16": EN,
    "utf-32": RU,
    "cp1252": EN,
    "cp1252 ": FR,
    "cp1251": RU,
    "koi8-r": RU,
    "cp866": RU,
    "cp1250": PL,
    "cp1250 ": CS,
    "cp1250  ": EN_PL,
    "iso8859-2": PL,
    "cp1254": TR,
    "cp1256": AR,
    "euc_kr": KO,
    "gb18030": ZH,
    "shift_jis": JA,
    "euc_jp": JA,
}


@pytest.mark.parametrize("encoding", ENCODED)
def test_encodings(encoding):
    text = ENCODED[encoding]
    assert decode_text(text.encode(encoding.strip())) == text


@pytest.mark.parametrize(
    "text, encoding", [(EL, "cp1253"), (HE, "cp1255"), (FR, "mac_roman"), (RU, "mac_cyrillic")]
)
def test_a_guess_that_is_not_a_good_one_is_refused(text, encoding):
    try:
        assert decode_text(text.encode(encoding)) == text
    except InputError as error:
        assert "iconv -f ENCODING -t UTF-8 FILE" in error.message  # noqa: PT017


def test_utf_16_big_endian_with_a_mark():
    assert decode_text(b"\xfe\xff" + EN.encode("utf-16-be")) == EN


def test_line_ends_are_made_one():
    assert decode_text(b"a\r\nb\rc\nd") == "a\nb\nc\nd"


def test_control_characters_are_kept():
    assert decode_text(b"a\x01\x0c\x1bb") == "a\x01\x0c\x1bb"


def test_a_declared_encoding_is_asked_before_guessing():
    assert decode_text("Erdoğan".encode("cp1254"), declared="windows-1254") == "Erdoğan"


@pytest.mark.parametrize("declared", ["no-such", "unicode_escape", "idna", "utf-16", "rot13"])
def test_a_wrong_declaration_does_no_harm(declared):
    assert decode_text(EN.encode("cp1252"), declared=declared) == EN


@pytest.mark.parametrize(
    "data, code, said",
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "C105", "a PNG image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "C105", "a JPEG image"),
        (b"PK\x03\x04\x14\0", "C105", "Office document"),
        (b"%PDF-1.7\n", "C105", "name the file .pdf"),
        (b"{\\rtf1\\ansi Hello}", "C105", "an RTF document"),
        (b"GIF89a\0\0", "C105", "a GIF image"),
        (b"\0\0\0\x18ftypmp42", "C105", "an MP4 film"),
        (b"\1\2\0\0" * 50, "C105", "a binary file"),
        (b"some words\0and more", "C105", "NUL at byte 10"),
        (EN.encode("utf-16-le"), "C106", "UTF-16 without a byte order mark"),
        (b"\xff\xfe" + EN.encode("utf-16-le") + b"x", "C106", "begins as UTF-16"),
        (b"\xef\xbb\xbfabc\xff", "C106", "begins as UTF-8"),
        (RU.encode()[:-1] + b"\xff.", "C106", "line 1"),
        (bytes(range(1, 256)) * 3, "C106", "cannot be told"),
    ],
)
def test_refusals(data, code, said):
    with pytest.raises(InputError, match=said) as caught:
        decode_text(data, where="a.txt")
    assert (caught.value.code, caught.value.where) == (code, "a.txt")


@pytest.mark.parametrize("text", ["BM was there.", "GIF8 is a name.", "MZ, the Minister, spoke."])
def test_a_text_may_begin_like_a_file_format(text):
    assert decode_text(text.encode()) == text
