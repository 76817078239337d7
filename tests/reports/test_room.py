"""What the room promises as a whole: its names, its codes, and what it does not load."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import comity.reports

SLOW = ("trafilatura", "pypdf", "lxml", "pydantic", "charset_normalizer", "babel", "py3langid")


def test_public_names():
    assert comity.reports.__all__ == [
        "admit_report",
        "check_text",
        "read_inputs",
        "report_from_html",
        "report_from_text",
    ]


def test_every_code_is_listed_and_used():
    listed = re.findall(r"^    (C\d{3})  ", comity.reports.__doc__ or "", re.MULTILINE)
    assert listed == sorted(set(listed))
    folder = Path(comity.reports.__file__).parent
    raised = set()
    for module in folder.glob("*.py"):
        raised |= set(re.findall(r'Error\(\s*"(C\d{3})"', module.read_text("utf-8")))
    assert raised == set(listed)


def test_plain_text_loads_no_reader_of_other_kinds(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("The Speaker met the delegation of French MPs in Astana on Friday.")
    program = (
        "import sys, comity.reports as reports\n"
        f"print(*reports.read_inputs([{str(path)!r}]))\n"
        f"print('loaded', *({set(SLOW)!r} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert "language='en'" in done.stdout
    assert done.stdout.splitlines()[-1] == "loaded"
