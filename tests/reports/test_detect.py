from __future__ import annotations

import pytest

from comity.reports.detect import detect_language, is_clearly_english, page_language

EN = "The Speaker met the delegation of French MPs in Astana on Friday, and they spoke of trade."
FR = "Le président de la République a reçu à l'Élysée le ministre des Affaires étrangères du Japon."


@pytest.mark.parametrize(
    "text, expected",
    [
        (EN, "en"),
        (FR, "fr"),
        ("Президент России провёл переговоры с Президентом Казахстана в Астане.", "ru"),
        (
            "Der Bundeskanzler hat am Freitag den Präsidenten in Berlin empfangen, um zu reden.",
            "de",
        ),
        (
            "De minister was in Den Haag en sprak met de president over handel. Hij is op tijd.",
            "nl",
        ),
        ("国家主席习近平在北京会见法国总统马克龙。", "zh"),
        # Names alone: no model can tell.
        ("Xi meets Putin in Moscow", "en"),
    ],
)
def test_languages(text, expected):
    assert detect_language(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        (EN, True),
        ("They met on Friday.", True),
        (FR, False),
        ("Xi, Putin, Modi", False),
        ("", False),
    ],
)
def test_the_cheap_check(text, expected):
    assert is_clearly_english(text) is expected


@pytest.mark.parametrize(
    "text, declared, expected",
    [
        (EN, "en", "en"),
        (EN, "fr", "en"),
        (EN, None, "en"),
        (FR, "fr", "fr"),
        (FR, "en", None),
        (FR, None, None),
    ],
)
def test_a_page_that_says_english_must_be_english(text, declared, expected):
    assert page_language(text, declared) == expected
