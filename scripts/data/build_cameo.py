"""Build src/comity/data/cameo.tsv: CAMEO's codes with their scores and what PLOVER makes of them.

python scripts/data/build_cameo.py [FORMATS_FOLDER]

The conversion table of 2021 is kept but for what the manual of PLOVER 2.0 no longer knows: modes
and contexts that are gone are repaired (`REPAIRS`), and what the manual sees otherwise is noted.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from blocks import DATA

TARGET = DATA / "cameo.tsv"
COLUMNS = ("code", "label", "goldstein", "type", "mode", "contexts", "note")
HEAD = """\
# CAMEO event codes: label, Goldstein score, and type, mode and contexts in PLOVER 2.0.
# After CAMEO2PLOVER-2021.txt of the Open Event Data Alliance (github.com/openeventdata/PLOVER),
# licensed under CC BY-SA 4.0 (creativecommons.org/licenses/by-sa/4.0), and so is this file.
# Changed: modes and contexts that PLOVER 2.0 does not have are replaced or left out, as noted.
# Labels: CAMEO (Gerner, Schrodt, Yilmaz and Abu-Jabr 2002; Schrodt 2012). Scores: Goldstein (1992),
# as extended to CAMEO. A code without a type is one that PLOVER leaves out.
"""
#: Code → mode in place of one that the manual does not have, and why.
REPAIRS = {
    "0842": ("", "the table's mode “return” is gone"),
    "085": ("", "the table's mode “ease” is gone"),
    "132": ("restrict", "for the table's mode “ban”, which is gone"),
    "1321": ("restrict", "for the table's mode “political”, which is none"),
    "1322": ("restrict", "for the table's mode “ban”, which is gone"),
    "1712": ("destroy", "for the table's mode “seize”, which is one of COERCE"),
    "1722": ("restrict", "for the table's mode “ban”, which is gone"),
    "175": ("", "the table has a context in place of the mode"),
    "185": ("targeted", "for the table's mode “assassinate”, which is gone"),
    "186": ("targeted", "for the table's mode “assassinate”, which is gone"),
    "200": ("targeted", "for the table's mode “massacre”, which is gone"),
    "201": ("", "the table's mode “cleansing” is gone"),
    "202": ("targeted", "for the table's mode “massacre”, which is gone"),
    "203": ("", "the table's mode “cleansing” is gone"),
}
CONTEXTS = {"democracy": "pro_democracy", "humanitarian": "human_security"}
ADDED_CONTEXTS = {"175": ("pro_autocracy",)}
NOTES = {
    "01": "left out by PLOVER: a comment is no event",
    "02": "left out by the table; what is asked for is REQUEST in PLOVER 2.0",
    "043": "told by the host: turn source and target, for the visitor is source in PLOVER",
    "055": "regret for one's own deed is CONCEDE in the manual",
    "08": "080 to 083 are CONCEDE, 084 to 087, 0813 and 0814 RETREAT; both are YIELD",
    "105": "the label says yield, as the codes below it have it",
    "116": "a verdict is SANCTION, convict, in the manual",
    "124": "the label says yield",
    "1214": "the list of codes does not have it, so it has no score",
    "163": "SANCTION in the manual's text and in the codebook of Comity",
    "195": "the manual now has the mode aerial",
}


def build(formats: Path) -> str:
    """The text of cameo.tsv."""
    listed = {row["code"]: row for row in _rows(formats / "cameo_codes_goldstein.tsv")}
    mapped: dict[str, dict[str, str]] = {}
    for row in _rows(formats / "cameo_to_plover_2021.tsv"):
        if row["cameo"] == "08" and row["plover_event"] == "RETREAT":
            continue  # CONCEDE stands for the whole family, as the note says
        mapped.setdefault(row["cameo"], row)
    for code, row in mapped.items():
        valid = row["mode_valid_in_manual_2.0"] == "yes"
        if valid == (code in REPAIRS):
            raise ValueError(f"{code}: mode {row['mode']!r} needs a repair, or has one too many")
    lines = ["\t".join(COLUMNS)]
    for code in sorted(listed.keys() | mapped.keys()):
        label = listed[code]["label"] if code in listed else mapped[code]["cameo_label"]
        label = label.capitalize() if label.isupper() else label[0].upper() + label[1:]
        score = listed[code]["goldstein"] if code in listed else ""
        lines.append("\t".join((code, label, score, *_plover(code, mapped.get(code)))))
    return HEAD + "".join(f"{line}\n" for line in lines)


def _plover(code: str, row: dict[str, str] | None) -> tuple[str, str, str, str]:
    """Type, mode, contexts and note of a code."""
    if row is None:
        return "", "", "", NOTES.get(code, "")
    mode, why = REPAIRS.get(code, (row["mode"], ""))
    given = [context.strip() for context in row["context"].split(";") if context.strip()]
    contexts = [*(CONTEXTS.get(context, context) for context in given)]
    contexts += ADDED_CONTEXTS.get(code, ())
    changed = [f"context {CONTEXTS[c]} for the table's “{c}”" for c in given if c in CONTEXTS]
    note = "; ".join(filter(None, (why, *changed, NOTES.get(code, ""))))
    return row["plover_event"], mode, " ".join(contexts), note


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t"))


if __name__ == "__main__":
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/formats")
    TARGET.write_text(build(folder), encoding="utf-8")
