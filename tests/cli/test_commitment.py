"""`comity commitment`: what became of it, from the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path


def test_an_outcome_is_set(run: Callable, tmp_path: Path, empty_sqlite: Path) -> None:
    record = tmp_path / "own.db"
    record.write_bytes(empty_sqlite.read_bytes())
    story = tmp_path / "story.txt"
    story.write_text(
        "Speaker Timur Aliyev of Kazakhstan met Foreign Minister Anna Weber of Germany in Astana. "
        "Anna Weber said that Germany would open a trade office in Astana next year.\n"
    )

    def at(*words: object):
        return run(*words, "--record", record)

    at("add", story, "--published", "2026-03-11", "--quiet")
    page = json.loads(at("judge", "list", "--report", 1, "-f", "json").out)
    (one,) = [item["id"] for item in page["items"] if item["field"] == "commitments"]
    (topic, *_) = [item["id"] for item in page["items"] if item["field"] == "people"]
    assert at("commitment", "set", one, "kept", "--answer", topic, "--why", "seen").out == (
        f"commitment {one} is kept (judgement 1)\n"
    )
    assert f"kept, as item {topic} shows" in " ".join(at("judge", "list", "-f", "csv").out.split())
    assert "C411" in at("commitment", "set", one, "kept").err
    assert "C408" in at("commitment", "set", topic, "kept").err
    assert "C408" in at("commitment", "set", one, "broken", "--answer", 999).err
    assert at("commitment", "set", one, "lost").code == 2
