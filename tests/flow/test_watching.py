"""A folder is watched: each file is read once, when it is complete, and a bad one stops nothing."""

from __future__ import annotations

import os
import queue
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from comity.errors import UsageError
from comity.flow.adding import Added
from comity.flow.watching import watch
from comity.record import Record, open_record

WORDS = "Foreign Minister Anna Weber met Speaker Timur Aliyev in {} on Monday."
SETTLED = 0.4


def put(folder: Path, name: str, place: str) -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(WORDS.format(place))
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "in"
    path.mkdir()
    return path


@pytest.fixture
def office(empty_sqlite: Path, tmp_path: Path) -> Iterator[Record]:
    """A record. Watching is above both databases, so one is enough here."""
    (tmp_path / "record.db").write_bytes(empty_sqlite.read_bytes())
    with open_record(str(tmp_path / "record.db")) as record:
        yield record


def once(record: Record, folder: Path) -> list[tuple[str, str]]:
    added = watch(record, folder, who="Ada", stop=threading.Event(), once=True, settled=SETTLED)
    return [(one.name, one.arrival or "refused") for one in added]


@pytest.fixture
def watching(office: Record, folder: Path) -> Iterator[Callable[[], Added]]:
    """A watch that runs; called, it waits for what comes in next."""
    stop, found = threading.Event(), queue.Queue[Added]()
    failed: list[BaseException] = []

    def run() -> None:
        try:
            for added in watch(office, folder, who="Ada", stop=stop, settled=SETTLED):
                found.put(added)
        except BaseException as error:  # noqa: BLE001  # told below, in the test's own thread
            failed.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    yield lambda: found.get(timeout=20)
    stop.set()
    thread.join(timeout=20)
    assert not thread.is_alive(), "it ends when it is told to"
    assert failed == []
    assert found.empty(), found.get()


def test_what_is_there_is_read(office: Record, folder: Path) -> None:
    put(folder, "a.txt", "Astana")
    put(folder, "sub/b.txt", "Bern")
    put(folder, ".hidden.txt", "Cairo")
    put(folder, "d.docx", "Dublin")
    (folder / "e.txt").write_text("")
    assert once(office, folder) == [("a.txt", "new"), ("e.txt", "refused"), ("b.txt", "new")]
    again = [("a.txt", "known"), ("e.txt", "refused"), ("b.txt", "known")]
    assert once(office, folder) == again


def test_an_empty_folder_is_no_fault(office: Record, folder: Path) -> None:
    assert once(office, folder) == []


@pytest.mark.parametrize("name", ["no", "file.txt"])
def test_what_is_no_folder(office: Record, tmp_path: Path, name: str) -> None:
    (tmp_path / "file.txt").touch()
    with pytest.raises(UsageError) as caught:
        once(office, tmp_path / name)
    assert caught.value.code == "C309"


def test_files_that_come_are_read_once(folder: Path, watching: Callable[[], Added]) -> None:
    put(folder, "a.txt", "Astana")
    assert watching().name == "a.txt"
    put(folder, "b.txt", "Bern")
    (folder / "a.txt").touch()
    added = [watching(), watching()]
    assert {(one.name, one.arrival) for one in added} == {("b.txt", "new"), ("a.txt", "known")}


def test_a_file_is_read_when_it_is_complete(folder: Path, watching: Callable[[], Added]) -> None:
    whole = " ".join(WORDS.format(place) for place in ("Astana", "Bern", "Cairo", "Dublin", "Oslo"))
    with (folder / "slow.txt").open("w") as slow:
        for at in range(0, len(whole), 40):
            slow.write(whole[at : at + 40])
            slow.flush()
            time.sleep(SETTLED / 4)
    assert watching().arrival == "new"
    (folder / "again.txt").write_text(whole)
    assert watching().arrival == "known", "it was the whole text that was read"


def test_a_file_that_is_moved_in_is_read(
    folder: Path, tmp_path: Path, watching: Callable[[], Added]
) -> None:
    path = put(tmp_path, "a.txt", "Astana")
    os.utime(path, (1_600_000_000, 1_600_000_000))
    path.rename(folder / "moved.txt")
    assert watching().name == "moved.txt"


def test_a_file_that_grows_gives_its_new_lines(folder: Path, watching: Callable[[], Added]) -> None:
    def line(place: str) -> str:
        return f'{{"id": "{place}", "text": "{WORDS.format(place)}"}}\n'

    file = folder / "feed.jsonl"
    file.write_text(line("Astana") + "no json\n")
    assert [watching().name for _ in range(2)] == ["Astana", "feed:2"]
    with file.open("a") as out:
        out.write(line("Bern"))
    found = {(one.name, one.arrival) for one in (watching(), watching())}
    assert found == {("Astana", "known"), ("Bern", "new")}, "the bad line is not told of again"


def test_bad_files_do_not_end_the_watch(folder: Path, watching: Callable[[], Added]) -> None:
    (folder / "bad.pdf").write_bytes(b"%PDF-1.4 no")
    (folder / "broken.txt").symlink_to(folder / "nowhere")
    first = watching()
    assert first.reject is not None
    assert first.reject.code == "C109"
    put(folder, "a.txt", "Astana")
    assert watching().name == "a.txt"


def test_a_stop_ends_it_between_reports(office: Record, folder: Path) -> None:
    for number in range(10):
        put(folder, f"{number}.txt", f"place {number}")
    stop, seen = threading.Event(), []
    for added in watch(office, folder, who="Ada", stop=stop, settled=0.0):
        seen.append(added)
        stop.set()
    assert len(seen) == 1
