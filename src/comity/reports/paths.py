"""From what a caller names to the files that are read."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from comity.errors import InputError, UsageError
from comity.model.report import Reject
from comity.reports.admission import reject
from comity.reports.signature import SUFFIXES, kind_of_name

STDIN = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class InputFile:
    """A file to read: `id` is its name, or its path within the directory that was named."""

    path: Path
    id: str

    @property
    def name(self) -> str:
        """The path as it is shown."""
        return printable(self.path)


def printable(path: str | Path) -> str:
    """A path as text; bytes in it that are no UTF-8 become "?" marks that can be written."""
    return os.fsencode(path).decode("utf-8", "replace")


def check_paths(paths: Sequence[str], *, has_stdin: bool) -> None:
    """Check what a caller names, before anything is read.

    Raises:
        UsageError: C301 for a path that does not exist, C304 for standard input where there is
            none, or named twice.
    """
    if paths.count(STDIN) > (1 if has_stdin else 0):
        reason = "it can be read only once" if has_stdin else "there is none here"
        raise UsageError("C304", f"standard input was asked for, but {reason}", where=STDIN)
    for path in paths:
        if path != STDIN and not _exists(path):
            raise UsageError(
                "C301",
                "no such file or directory, or none that may be looked at; check the path",
                where=printable(path),
            )


def _exists(path: str) -> bool:
    try:
        return Path(path).exists()
    except OSError:
        return False


def find_files(path: str) -> Iterator[InputFile | Reject]:
    """Give a file itself, or the files of a known kind in a directory and those below it.

    Files come in the order of their paths. Hidden files and directories are skipped, and so are
    files named README, which tell of the reports beside them; links to directories are not
    followed.
    """
    root = Path(path)
    if not root.is_dir():
        yield InputFile(path=root, id=printable(root.name))
        return
    found, refused = _walk(root)
    yield from refused
    if not found and not refused:
        error = InputError(
            "C118",
            f"the directory has no files of a known kind ({', '.join(SUFFIXES)}); "
            "name the files themselves",
            where=printable(root),
        )
        yield reject(error, id=printable(root), source=printable(root))
    for file in found:
        yield InputFile(path=file, id=printable(file.relative_to(root).as_posix()))


def _walk(root: Path) -> tuple[list[Path], list[Reject]]:
    found: list[Path] = []
    errors: list[OSError] = []
    for folder, folders, names in os.walk(root, onerror=errors.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            file = Path(folder, name)
            skipped = name.startswith(".") or file.stem.upper() == "README"
            if not skipped and kind_of_name(name) and not _is_special(file):
                found.append(file)
    refused = [
        reject(
            unreadable(error, printable(error.filename or root)),
            id=printable(error.filename or root),
            source=printable(error.filename or root),
        )
        for error in errors
    ]
    return sorted(found, key=lambda file: file.relative_to(root).parts), refused


def _is_special(file: Path) -> bool:
    """Tell pipes, sockets and devices, which reading would wait on; a broken link is not one."""
    return file.exists() and not file.is_file()


def unreadable(error: OSError, where: str) -> InputError:
    """Say that the system does not let us read something."""
    reason = error.strerror or type(error).__name__
    return InputError("C117", f"cannot be read ({reason}); check its permissions", where=where)
