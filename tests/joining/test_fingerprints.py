from __future__ import annotations

import subprocess
import sys

import pytest

from comity.joining.fingerprints import PERMUTATIONS, ROWS, fingerprint, likeness

TEXT = " ".join(
    f"On day {n} the delegation of the northern province visited factory number {n * 7} and "
    f"talked with {n * 3} workers about wages, housing and the new road."
    for n in range(12)
)
OTHER = " ".join(f"word{n} follows word{n + 1}" for n in range(200))


def test_the_same_text_has_the_same_fingerprint_whatever_its_marks_and_accents() -> None:
    one = fingerprint("Pierre Cabaré met the MPs — in «Astana», today.")
    assert one == fingerprint("pierre cabare met the mps in ASTANA today")
    assert one != fingerprint("Pierre Cabaré met the MPs in Astana yesterday")


def test_a_fingerprint_is_the_same_on_every_machine() -> None:
    made = fingerprint("the two sides agreed to open a third border crossing")
    assert made.signature[:8].hex() == "b4b0ed2029ac7a26"
    assert made.bands[0] == 7952362316364561988


def test_bands_fit_a_database_integer() -> None:
    made = fingerprint(TEXT)
    assert len(made.bands) == PERMUTATIONS // ROWS
    assert len(made.signature) == 4 * PERMUTATIONS
    assert all(0 <= band < 2**63 for band in made.bands)


def test_texts_that_share_half_share_a_band() -> None:
    words = TEXT.split()
    half = " ".join(words[: len(words) * 6 // 10])
    assert set(fingerprint(TEXT).bands) & set(fingerprint(half).bands)
    assert not set(fingerprint(TEXT).bands) & set(fingerprint(OTHER).bands)


@pytest.mark.parametrize("text", ["", "   ", "…!"])
def test_a_text_without_words_is_like_nothing(text: str) -> None:
    made = fingerprint(text)
    assert made.bands == ()
    assert likeness(made, made) == 0.0


def test_likeness_is_the_share_of_common_triples() -> None:
    assert likeness(fingerprint(TEXT), fingerprint(TEXT)) == 1.0
    assert likeness(fingerprint(TEXT), fingerprint(OTHER)) < 0.05
    assert 0.3 < likeness(fingerprint(TEXT), fingerprint(TEXT[: len(TEXT) // 2])) < 0.7


def test_a_word_or_two_have_a_fingerprint() -> None:
    assert fingerprint("Joint Statement").shingles == 1
    assert fingerprint("Joint Statement") != fingerprint("Joint Declaration")


def test_the_library_is_loaded_only_when_it_is_needed() -> None:
    code = "import sys, comity.joining.stories; print('datasketch' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert answer.stdout.strip() == "False"
