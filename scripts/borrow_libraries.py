"""Let this environment use the libraries of another one, which stand behind its own.

`make test` installs the wheel into an empty environment; the locked libraries are half a gigabyte
and need not be installed twice. Run by the borrowing environment's Python:

    build/installed/bin/python scripts/borrow_libraries.py .venv/bin/python

A path line in a `.pth` file adds the folder at the end of `sys.path`, and the `.pth` files in that
folder are not followed, so an editable Comity in the lending environment is out of reach.
"""

import subprocess
import sys
import sysconfig
from pathlib import Path


def main() -> None:
    """Write `libraries.pth` beside the packages of the running environment."""
    lender = sys.argv[1]
    answer = subprocess.run(
        [lender, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    )
    own = Path(sysconfig.get_path("purelib"))
    (own / "libraries.pth").write_text(answer.stdout, encoding="utf-8")


if __name__ == "__main__":
    main()
