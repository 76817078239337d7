"""What all tests share: where things are, and how hypothesis looks for counter-examples."""

from __future__ import annotations

import os

# Before numpy is loaded: workers of a parallel run must not fight over the cores.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("COMITY_SHARED", ROOT.parent / "shared"))

_common = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("dev", max_examples=40, **_common)
# A gate must give the same answer twice, so it draws the same examples each time.
settings.register_profile("ci", max_examples=100, derandomize=True, **_common)
settings.register_profile("deep", max_examples=2000, **_common)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "dev"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip tests that need the annotated reports where these are not beside the checkout."""
    if (SHARED / "readings" / "cases").is_dir():
        return
    skip = pytest.mark.skip(reason="no annotated reports beside the checkout (COMITY_SHARED)")
    for item in items:
        if "shared" in item.keywords:
            item.add_marker(skip)


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of sample reports and their readings."""
    return ROOT / "samples"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the annotated reports; for tests marked `shared`."""
    return SHARED


@pytest.fixture(scope="session")
def comity_command() -> Path:
    """The `comity` that was installed with the package under test."""
    return Path(sys.executable).with_name("comity")
