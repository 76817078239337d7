"""The room costs nothing until something is fetched."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize("module", ["comity", "comity.fetching"])
def test_importing_it_loads_no_network_library(module: str):
    code = f"import {module}, sys; print(*sorted({{'httpx', 'httpcore', 'feedparser', 'ssl', 'idna'}} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
