"""What all tests share: where things are, and how hypothesis looks for counter-examples."""

from __future__ import annotations

import os

# Before numpy is loaded: workers of a parallel run must not fight over the cores.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

import shutil
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from comity.record import Record, open_record

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


# ── records, on both databases ───────────────────────────────────────────────────────────────────
_numbers = count(1)


@pytest.fixture(scope="session")
def empty_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record without reports, to be copied."""
    file = tmp_path_factory.mktemp("record") / "empty.db"
    open_record(str(file), create=True).close()
    return file


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a real PostgreSQL server, with "{name}" for the database's name."""
    pgserver = pytest.importorskip("pgserver", reason="pgserver has no wheel for this Python")
    folder = tmp_path_factory.mktemp("pg")
    server = pgserver.get_server(folder, cleanup_mode="stop")
    address = f"postgresql+psycopg://postgres@/{{name}}?host={folder}"
    # No test pulls the plug of the machine, so nothing need reach the disk at once.
    for setting in ("fsync", "synchronous_commit", "full_page_writes"):
        _run_sql(address, f"ALTER SYSTEM SET {setting} = off")
    _run_sql(address, "SELECT pg_reload_conf()")
    try:
        yield address
    finally:
        server.cleanup()


@pytest.fixture(scope="session")
def empty_postgresql(postgresql: str) -> str:
    """The address of a record without reports, to be copied."""
    from comity.record.migrate import init

    _run_sql(postgresql, "CREATE DATABASE empty")
    address = postgresql.format(name="empty")
    init(address)
    return address


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)])
def database(request: pytest.FixtureRequest) -> str:
    """Which database a test runs on: each test that asks for a record runs on both."""
    return str(request.param)


@pytest.fixture
def copy_record(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], str]:
    """Copies a record, given its address; gives the address of the copy."""

    def copy(template: str) -> str:
        number = next(_numbers)
        if template.startswith("sqlite"):
            file = tmp_path / f"record{number}.db"
            shutil.copy(template.removeprefix("sqlite:///"), file)
            return f"sqlite:///{file}"
        server: str = request.getfixturevalue("postgresql")
        name = template.partition("@/")[2].partition("?")[0]
        _run_sql(server, f"CREATE DATABASE record{number} TEMPLATE {name}")
        return server.format(name=f"record{number}")

    return copy


@pytest.fixture
def empty(request: pytest.FixtureRequest, database: str) -> str:
    """The address of a record without reports, to be copied."""
    if database == "sqlite":
        return f"sqlite:///{request.getfixturevalue('empty_sqlite')}"
    return str(request.getfixturevalue("empty_postgresql"))


@pytest.fixture
def new_record(empty: str, copy_record: Callable[[str], str]) -> Callable[[], str]:
    """Makes records without reports; gives the address of each. One test body, both databases."""
    return lambda: copy_record(empty)


@pytest.fixture
def record(new_record: Callable[[], str]) -> Iterator[Record]:
    """An open record without reports, on SQLite and on PostgreSQL."""
    with open_record(new_record()) as opened:
        yield opened


def _run_sql(server: str, statement: str) -> None:
    import psycopg

    address = server.format(name="postgres").replace("postgresql+psycopg", "postgresql")
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(statement)  # type: ignore[arg-type]  # written here, no one's input
