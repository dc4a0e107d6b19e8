"""One report of many: made in a process of its own, and what became of it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from wres.apart import EndedError, TooLongError, can_fork, is_given_up, run_apart
from wres.errors import WresError
from wres.report import Report, remake_report

__all__ = [
    "ATTEMPTS",
    "DONE",
    "FAILED",
    "GIVEN_UP",
    "UNCHANGED",
    "WARM",
    "Outcome",
    "failed",
    "make_apart",
]

DONE, UNCHANGED, FAILED = "done", "unchanged", "failed"
# Of a report that was not finished when somebody ended the run: nothing is told of it.
GIVEN_UP: Final = "given up"
# A process that something from outside ends (out of memory, a restart) is not to blame at once.
ATTEMPTS: Final = 3
# For how long all but a chapter's cell may say nothing: reading, one document.
_SILENT_SECONDS: Final = 900
# For how long a report is waited for that its analyst renders at the time: less than that.
_PATIENCE: Final = 600
# What a report needs, imported once for all.
WARM = ("wres.batch.warmed", "wres.chapters.warmed")


@dataclass(frozen=True)
class Outcome:
    """What became of one trust's report.

    Parameters
    ----------
    organisation : str
    year : int
    status : str
        `DONE`, `UNCHANGED`, `FAILED` or `GIVEN_UP`.
    place : str
        Its folder; of a failed one, where the last good one stands if there is any.
    seconds : float
        Elapsed.
    megabytes : float
        The most resident memory that its process took; none where the system doesn't tell.
    warnings : int
    lines : tuple of str
        Notes and warnings; of a failed one, what went wrong.
    """

    organisation: str
    year: int
    status: str
    place: str
    seconds: float = 0.0
    megabytes: float = 0.0
    warnings: int = 0
    lines: tuple[str, ...] = ()


def make_apart(report: Report, folder: str, told: Callable[[str], None] | None = None) -> Outcome:
    """Make one report in a process of its own; whatever happens to it is told, not raised.

    Parameters
    ----------
    report : Report
    folder : str
        Working directory, from which the report's paths are read.
    told : callable, optional
        Takes what is being done.
    """
    started = time.monotonic()
    doing = ["its beginning"]

    def listen(what: str) -> None:
        doing.append(what)
        if told is not None:
            told(what)

    for attempt in range(ATTEMPTS):
        try:
            limit = report.seconds + _SILENT_SECONDS
            done: Outcome = run_apart(_make, report, folder, seconds=limit, told=listen)
            return replace(done, seconds=round(time.monotonic() - started, 2))
        except EndedError:
            if is_given_up():
                return Outcome(report.organisation, report.year, GIVEN_UP, "")
            why = f"its process ended {attempt + 1} times, last during {doing[-1]}"
        except TooLongError:
            why = f"nothing was heard of it for {limit} seconds during {doing[-1]}"
            break
    return failed(report, why, started)


def failed(report: Report, why: str, started: float | None = None) -> Outcome:
    """Say that a report did not come out, begun at a time of the monotonic clock, or never."""
    seconds = 0.0 if started is None else round(time.monotonic() - started, 2)
    return Outcome(report.organisation, report.year, FAILED, "", seconds, lines=(why,))


def _make(tell: Callable[[str], None], report: Report, folder: str) -> Outcome:
    started = time.monotonic()
    os.chdir(Path(folder))
    try:
        made = remake_report(replace(report, side_by_side=1, patience=_PATIENCE), tell)
    except WresError as fault:
        return failed(report, str(fault), started)
    except Exception as fault:  # a fault of ours in one trust's report must not stop the rest
        return failed(report, f"{type(fault).__name__}: {fault}", started)
    status = UNCHANGED if made.unchanged else DONE
    place = made.place.as_posix()
    lines = () if made.unchanged else made.lines
    return Outcome(
        report.organisation,
        report.year,
        status,
        place,
        megabytes=_megabytes(),
        warnings=made.warnings,
        lines=lines,
    )


def _megabytes() -> float:
    if not can_fork():
        return 0.0
    import resource  # noqa: PLC0415 - not on Windows

    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)
