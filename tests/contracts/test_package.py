"""What a user installs: the wheel is whole, and it is the wheel that is tested."""

from __future__ import annotations

import importlib.metadata
import os
import re
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from pathlib import Path

import pytest

import comity


@pytest.fixture(scope="module")
def project(root: Path) -> dict[str, object]:
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.mark.skipif(
    os.environ.get("COMITY_TEST_INSTALLED") != "1", reason="only in `make test`, on the wheel"
)
def test_the_installed_package_is_under_test(root: Path) -> None:
    place = Path(comity.__file__).resolve()
    assert place.is_relative_to(Path(sysconfig.get_path("purelib")).resolve())
    assert not any(Path(entry).resolve() == root / "src" for entry in sys.path)


def data_files(package: Path) -> set[str]:
    """Files under a package that are neither code nor its leavings, as posix paths."""
    return {
        path.relative_to(package).as_posix()
        for path in package.rglob("*")
        if path.is_file() and path.suffix not in {".py", ".pyc"} and path.name != ".DS_Store"
    }


def test_every_data_file_is_installed(root: Path) -> None:
    wanted = data_files(root / "src" / "comity")
    assert wanted, "no data files in src/comity"
    assert wanted <= data_files(Path(comity.__file__).parent)


def test_py_typed_is_installed() -> None:
    assert (Path(comity.__file__).parent / "py.typed").exists()


def test_version_is_the_same_everywhere(project: dict[str, object], root: Path) -> None:
    version = project["version"]
    assert importlib.metadata.version("comity") == version
    assert comity.__version__ == version
    changes = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## (\d+\.\d+\.\d+)", changes, re.MULTILINE)
    assert newest is not None
    assert newest[1] == version


def test_entry_points_are_there(comity_command: Path) -> None:
    assert comity_command.exists()
    (factory,) = importlib.metadata.entry_points(group="spacy_factories", name="comity_reading")
    assert callable(factory.load())


@pytest.mark.slow
def test_wheel_holds_code_and_data_and_nothing_else(root: Path, tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", tmp_path, root],
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    package = root / "src" / "comity"
    wanted = {f"comity/{path}" for path in data_files(package)}
    wanted |= {f"comity/{path.relative_to(package).as_posix()}" for path in package.rglob("*.py")}
    about = {name for name in names if ".dist-info/" in name}
    assert names - about == wanted
    assert {Path(name).name for name in about} >= {"LICENSE", "NOTICE", "METADATA"}


# ── the locks ────────────────────────────────────────────────────────────────────────────────────
def pins(lock: Path) -> dict[str, set[str]]:
    """Name → the versions that a lock file pins (one for each range of Pythons)."""
    found: dict[str, set[str]] = {}
    for name, version in re.findall(
        r"^([a-z0-9-]+)==([^ ;\\]+)", lock.read_text(encoding="utf-8"), re.MULTILINE
    ):
        found.setdefault(name, set()).add(version)
    return found


def wanted_names(requirements: list[str]) -> set[str]:
    """The normalised names in a list of requirements."""
    return {
        re.split(r"[\[<>=!~; ]", requirement)[0].lower().replace("_", "-")
        for requirement in requirements
    }


def test_locks_pin_what_the_project_asks_for(project: dict[str, object], root: Path) -> None:
    run, dev = pins(root / "requirements.lock"), pins(root / "requirements-dev.lock")
    assert wanted_names(project["dependencies"]) <= set(run)
    assert wanted_names(project["optional-dependencies"]["dev"]) <= set(dev)
    assert run.items() <= dev.items(), "the two locks pin different versions: run make lock"


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_locks_carry_hashes_and_no_addresses(root: Path, name: str) -> None:
    text = (root / name).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[a-z0-9])", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE))
    assert len(entries) > 20
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert not re.search(r"://|--index|--extra-index|--find-links|--trusted|@ ", text)
