from __future__ import annotations

import pytest

from comity.errors import UsageError
from comity.settings import settings


@pytest.fixture(autouse=True)
def fresh():
    settings.cache_clear()
    yield
    settings.cache_clear()


@pytest.mark.parametrize(
    "value, english, french",
    [
        ("", None, None),
        (" ", None, None),
        ("en_core_web_trf", "en_core_web_trf", "en_core_web_trf"),
        ("en=a", "a", None),
        (" en = a , fr=b, ", "a", "b"),
        ("fr=b,c", "c", "b"),
    ],
)
def test_pipelines_by_language(monkeypatch, value, english, french) -> None:
    monkeypatch.setenv("COMITY_PIPELINE", value)
    assert (settings().pipeline("en"), settings().pipeline("fr")) == (english, french)


@pytest.mark.parametrize("value", ["=a", "en=", "en=a,en=b", "a,b"])
def test_what_cannot_be_understood_is_refused(monkeypatch, value) -> None:
    monkeypatch.setenv("COMITY_PIPELINE", value)
    with pytest.raises(UsageError) as caught:
        settings()
    assert caught.value.code == "C305"
    assert caught.value.where == "COMITY_PIPELINE"


def test_the_environment_is_read_once(monkeypatch) -> None:
    monkeypatch.setenv("COMITY_PIPELINE", "a")
    assert settings().pipeline("en") == "a"
    monkeypatch.setenv("COMITY_PIPELINE", "b")
    assert settings().pipeline("en") == "a"
