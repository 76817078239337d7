"""CAMEO's codes, and the way to PLOVER and back."""

from __future__ import annotations

import pytest

from comity.data.cameo import cameo_codes, cameo_to_plover, codes_of, plover_to_cameo
from comity.data.codebook import codebook
from comity.data.files import load_text

BOOK = codebook()
#: Where the way back leads to another type: the table of 2021 has verdicts and resignations there.
OTHER_TYPE = {("SANCTION", "convict"), ("RETREAT", "resign")}
#: … and to another mode or none: CAMEO does not have it, or the table differs from the label.
OTHER_MODE = {
    ("CONSULT", "multilateral"), ("RETREAT", "withdraw"), ("REQUEST", "yield"), ("ACCUSE", None),
    ("ACCUSE", "allege"), ("REJECT", "yield"), ("THREATEN", "arrest"), ("PROTEST", "strike"),
    ("PROTEST", "vandalize"), ("SANCTION", "discontinue"), ("MOBILIZE", "weapons"),
    ("MOBILIZE", "militia"), ("COERCE", "censor"), ("COERCE", "withhold"),
    ("COERCE", "misinformation"), ("COERCE", "cyber"), ("ASSAULT", "primitive"),
    ("ASSAULT", "explosives"), ("ASSAULT", "aerial"), ("ASSAULT", "drone"),
    ("ASSAULT", "crowd-control"),
}  # fmt: skip
KINDS = [(kind, mode) for kind, entry in BOOK.types.items() for mode in (None, *entry.modes)]
MAPPED = [
    ("03", "AGREE", None), ("036", "AGREE", None), ("040", "CONSULT", None),
    ("041", "CONSULT", "phone"), ("042", "CONSULT", "visit"), ("043", "CONSULT", "visit"),
    ("044", "CONSULT", "third-party"), ("057", "SUPPORT", None), ("061", "COOPERATE", None),
    ("075", "AID", None), ("081", "CONCEDE", None), ("0813", "RETREAT", None),
    ("0841", "RETREAT", "release"), ("085", "RETREAT", None), ("094", "ACCUSE", "investigate"),
    ("106", "REQUEST", "meet"), ("112", "ACCUSE", "disapprove"), ("125", "REJECT", "meet"),
    ("1382", "THREATEN", "territory"), ("145", "PROTEST", "riot"), ("154", "MOBILIZE", "troops"),
    ("163", "COERCE", "restrict"), ("166", "SANCTION", "expel"), ("1712", "ASSAULT", "destroy"),
    ("175", "ASSAULT", None), ("186", "ASSAULT", "targeted"), ("192", "COERCE", "seize"),
    ("2042", "ASSAULT", "unconventional"),
]  # fmt: skip


@pytest.mark.parametrize("code, kind, mode", MAPPED)
def test_from_cameo(code: str, kind: str, mode: str | None) -> None:
    assert cameo_to_plover(code) == (kind, mode)


@pytest.mark.parametrize("code", ["01", "012", "020", "0256", "028"])
def test_comments_and_appeals_are_left_out(code: str) -> None:
    assert cameo_to_plover(code) is None


@pytest.mark.parametrize("code", ["42", "21", "", "0420", "CONSULT"])
def test_what_is_no_code(code: str) -> None:
    with pytest.raises(KeyError):
        cameo_to_plover(code)


@pytest.mark.parametrize("kind, mode", KINDS)
def test_there_and_back(kind, mode) -> None:
    back = cameo_to_plover(plover_to_cameo(kind, mode))
    assert back is not None
    assert (back[0] != kind) == ((kind, mode) in OTHER_TYPE)
    assert (back != (kind, mode)) == ((kind, mode) in OTHER_TYPE | OTHER_MODE)


def test_to_cameo() -> None:
    assert plover_to_cameo("CONSULT", "visit") == "042"
    assert plover_to_cameo("CONSULT") == "040"
    assert plover_to_cameo("AID") == "070"
    with pytest.raises(KeyError):
        plover_to_cameo("CONSULT", "troops")


def test_every_code_comes_to_what_the_codebook_has() -> None:
    codes = cameo_codes()
    assert len(codes) == 313
    for code in codes.values():
        assert (code.type is None) == (code.code[:2] in ("01", "02"))
        assert code.label
        assert set(code.contexts) <= set(BOOK.contexts)
        assert (code.goldstein is None) == (code.code == "1214")
        if code.type:
            assert code.mode is None or code.mode in BOOK.types[code.type].modes
    assert sum(len(codes_of(kind)) for kind in BOOK.types) == sum(
        code.type is not None for code in codes.values()
    )


def test_scores_are_goldsteins() -> None:
    codes = cameo_codes()
    assert codes["057"].goldstein == 8
    assert codes["2042"].goldstein == -10
    assert all(-10 <= code.goldstein <= 10 for code in codes.values() if code.goldstein)


def test_what_was_changed_is_noted() -> None:
    codes = cameo_codes()
    assert "massacre" in codes["202"].note
    assert "humanitarian" in codes["073"].note
    assert codes["043"].note
    assert codes["042"].note == ""


def test_the_file_says_whose_it_is() -> None:
    head = [line for line in load_text("cameo.tsv").splitlines() if line.startswith("#")]
    assert "CC BY-SA 4.0" in " ".join(head)
    assert "CAMEO2PLOVER-2021" in " ".join(head)
