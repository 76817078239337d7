"""Timing a command in a fresh process: wall time, CPU time of all its processes, memory."""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO

from benchmarks.places import ROOT

#: One thread for matrices: fastest at this size, and it makes CPU time comparable.
_THREADS = {
    "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1",
    "BLIS_NUM_THREADS": "1", "VECLIB_MAXIMUM_THREADS": "1", "PYTHONHASHSEED": "0",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of wall and CPU time; peak memory of the largest process, in megabytes."""

    wall: float
    cpu: float
    peak: float


def run(command: Sequence[str]) -> Timing:
    """Run a command from the checkout, its output thrown away.

    Raises RuntimeError, with the end of what it complained of, where it fails.
    """
    with tempfile.TemporaryFile() as errors:
        started = time.perf_counter()
        pid = _start(command, errors)
        _, status, usage = os.wait4(pid.pid, 0)
        wall = time.perf_counter() - started
        pid.returncode = os.waitstatus_to_exitcode(status)
        if pid.returncode:
            errors.seek(0)
            said = errors.read().decode(errors="replace").strip()[-600:]
            raise RuntimeError(f"{' '.join(command)} gave {pid.returncode}: {said}")
    return Timing(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def median(timings: Sequence[Timing]) -> Timing:
    """The median of each figure by itself."""
    return Timing(
        statistics.median(t.wall for t in timings),
        statistics.median(t.cpu for t in timings),
        statistics.median(t.peak for t in timings),
    )


def _start(command: Sequence[str], errors: IO[bytes]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        list(command),
        cwd=ROOT,
        env={**os.environ, **_THREADS},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=errors,
    )
