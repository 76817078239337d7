"""How a command ends: a line on standard error and an exit code, never a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from comity.cli.plain import plain
from comity.errors import ComityError, unexpected

ALL_READ = 0
SOME_REFUSED = 1
NOTHING_READ = 2
INTERRUPTED = 130
PIPE_CLOSED = 141  # as a program that SIGPIPE ends


@contextmanager
def clean_ending() -> Iterator[None]:
    """Turn what ends a command early into its message and exit code."""
    try:
        yield
        sys.stdout.flush()
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        # Whoever read along (`| head`) has enough; what is still buffered must go nowhere, or
        # Python complains when it closes standard output.
        _silence(sys.stdout)
        raise typer.Exit(PIPE_CLOSED) from None
    except ComityError as error:
        say(f"comity: {error}")
        raise typer.Exit(NOTHING_READ) from None
    except OSError as error:
        say(f"comity: cannot write the output ({error.strerror or error})")
        _silence(sys.stdout)
        raise typer.Exit(NOTHING_READ) from None
    except Exception as error:
        if type(error).__module__.startswith(("typer", "click")):
            raise  # an ending of the command line's own
        say(f"comity: this should not happen ({unexpected(error)}); please report it")
        raise typer.Exit(NOTHING_READ) from None


def say(line: str) -> None:
    """Write one line to standard error, fit for a terminal."""
    typer.echo(plain(line), err=True)


def _silence(stream: object) -> None:
    try:
        number = stream.fileno()  # type: ignore[attr-defined]  # not every stream has one
        os.dup2(os.open(os.devnull, os.O_WRONLY), number)
    except (OSError, AttributeError, ValueError):
        pass
