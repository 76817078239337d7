"""Where a record is: what is understood, and what is refused without telling a password."""

from __future__ import annotations

from pathlib import Path

import pytest

from comity.errors import RecordError
from comity.record.address import parse_address


@pytest.mark.parametrize(
    "given, file",
    [
        ("a.db", "a.db"),
        ("sqlite:///a.db", "a.db"),
        ("sqlite:////tmp/x/a.db", "/tmp/x/a.db"),
        ("/tmp/x/100%.db", "/tmp/x/100%.db"),
        ("~/a.db", str(Path.home() / "a.db")),
        ("~nobody-of-that-name/a.db", "~nobody-of-that-name/a.db"),
    ],
)
def test_a_file(given: str, file: str) -> None:
    address = parse_address(given)
    assert address.file == Path(file)
    assert address.shown == file
    assert address.url.database == file


@pytest.mark.parametrize("driver", ["postgresql", "postgresql+psycopg"])
def test_a_server(driver: str) -> None:
    address = parse_address(f"{driver}://ada:secret@db.example:5433/office")
    assert address.file is None
    assert address.exists()
    assert address.url.drivername == "postgresql+psycopg"
    assert address.url.password == "secret"
    assert address.shown == "postgresql+psycopg://ada:***@db.example:5433/office"


@pytest.mark.parametrize(
    "given",
    [
        "",
        "   ",
        "/",
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite://host/a.db",
        "sqlite:a.db",
        "a\0b.db",
        "mysql://ada:secret@db.example/office",
        "postgresql+asyncpg://ada:secret@db.example/office",
        "postgresql://ada:secret@db.example:port/office",
        "http://ada:secret@db.example/office",
    ],
)
def test_what_is_refused(given: str) -> None:
    with pytest.raises(RecordError) as caught:
        parse_address(given)
    assert caught.value.code == "C402"
    assert "postgresql+psycopg://user@host/name" in str(caught.value)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    "given",
    [
        "postgresql://ada:secret@db.example/office",
        "postgresql://ada@db.example/office?password=secret",
        "postgresql://ada@db.example/office?sslmode=require&sslpassword=secret&x=1",
    ],
)
def test_passwords_are_never_shown(given: str) -> None:
    shown = parse_address(given).shown
    assert "***" in shown
    assert "secret" not in shown


def test_what_is_no_password_is_shown() -> None:
    assert parse_address("postgresql://ada@db.example/office?sslmode=require").shown == (
        "postgresql+psycopg://ada@db.example/office?sslmode=require"
    )
