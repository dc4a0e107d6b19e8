"""A run of all reports of a year, from the lock on the shelf to the summary."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from typing import Any

from wres.batch.extracts import own_extracts
from wres.batch.journal import Journal
from wres.batch.page import write_page
from wres.batch.peers import peers_for
from wres.batch.progress import Progress, progress
from wres.batch.units import DONE, FAILED, UNCHANGED, Outcome
from wres.batch.workers import in_processes, on_cluster
from wres.errors import WresError
from wres.made_of import made_of
from wres.report import Report
from wres.shelf import locked, place_of, told_of_disk
from wres.sources.folders import trusts_of
from wres.stamps import read_stamp, stamp_path

__all__ = ["Batch", "make_reports"]

Tell = Callable[[str, bool], None]


@dataclass(frozen=True)
class Batch:
    """How a run of all reports is done.

    Parameters
    ----------
    workers : int
        How many reports are made at a time.
    cluster : str
        Address of a Dask scheduler, ``local``, or nothing: processes of this machine.
    resume : bool
        Go on with the last run, which did not finish.
    among_peers : bool
        Set each trust beside the others of the run, which are computed first.
    """

    workers: int = os.cpu_count() or 1
    cluster: str = ""
    resume: bool = False
    among_peers: bool = False


def make_reports(wanted: Report, tell: Tell, batch: Batch | None = None) -> None:
    """Render every trust that has data for a year; one that fails does not stop the rest.

    Parameters
    ----------
    wanted : Report
        What all reports have in common; the organisation is filled in. A folder of extracts must
        have `<ODS>/<year>/` in it: files beside those could be any trust's and are read for none.
    tell : callable
        Takes a line to print, and whether it tells of an error.
    batch : Batch, optional

    Raises
    ------
    InputError
        No trust has data for the year, or the folder of extracts has none for any of them.
    WresError
        One report or more did not come out.
    """
    batch = batch or Batch()
    trusts = trusts_of(wanted.data, wanted.year)
    places = own_extracts(wanted, trusts, tell)
    reports = [replace(wanted, organisation=one, extracts=places[one]) for one in trusts]
    logs = wanted.shelf / "internal" / str(wanted.year)
    shelf = f"{wanted.shelf.as_posix()} of {wanted.year}"
    disk, lock = told_of_disk(wanted.shelf), locked(logs / "all.lock", shelf)
    with _ended_as_by_key(), disk, lock as left:
        if left and not batch.resume:
            tell(f"the last run did not finish ({left}); what it has done is taken as it is", True)
        journal = Journal(logs / f"all.{wanted.profile}.jsonl")
        journal.begin(_asked(wanted, batch), resume=batch.resume)
        try:
            outcomes = _Run(batch, journal, tell).make(reports)
        except BaseException as fault:
            journal.write("given up", {"why": str(fault) or type(fault).__name__})
            raise
        told = _summary(outcomes)
        write_page(wanted, outcomes, told)
        journal.write("ended", _counted(outcomes))
    if any(one.status == FAILED for one in outcomes):
        raise WresError(told)
    tell(told, True)


@contextmanager
def _ended_as_by_key() -> Iterator[None]:
    """Let the signal by which systems end a program do what a key pressed does: end in order."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


class _Run:
    """One run: who makes what, and what is told of it."""

    def __init__(self, batch: Batch, journal: Journal, tell: Tell) -> None:
        self._batch, self._journal, self._tell = batch, journal, tell

    def make(self, reports: Sequence[Report]) -> list[Outcome]:
        """Make the reports that would not come out as they stand on the shelf."""
        if self._batch.among_peers:
            reports = peers_for(reports, self._batch.workers, self._tell)
        outcomes = []
        with progress(len(reports), self._tell) as shown:
            for outcome in self._outcomes(reports, shown):
                shown.done(outcome)
                self._journal.write("report", asdict(outcome))
                outcomes.append(outcome)
        return sorted(outcomes, key=lambda one: one.organisation)

    def _outcomes(self, reports: Sequence[Report], shown: Progress) -> Iterator[Outcome]:
        to_make = []
        for report in reports:
            outcome = _unchanged(report)
            if outcome is None:
                to_make.append(report)
            else:
                yield outcome
        if not to_make:
            return
        if self._batch.cluster:
            yield from on_cluster(to_make, self._batch.cluster, self._batch.workers)
        else:
            yield from in_processes(to_make, self._batch.workers, shown.doing)


def _unchanged(report: Report) -> Outcome | None:
    """Look whether a report stands on the shelf as it would come out, without making anything."""
    started = time.monotonic()
    if report.fresh:
        return None
    place = place_of(report.shelf, report.organisation, report.year, report.profile)
    stamp = read_stamp(stamp_path(report.shelf, report.organisation, report.year, report.profile))
    if not stamp.is_whole(place) or not stamp.holds(made_of(report), place):
        return None
    seconds = round(time.monotonic() - started, 2)
    return Outcome(report.organisation, report.year, UNCHANGED, place.as_posix(), seconds)


def _asked(wanted: Report, batch: Batch) -> dict[str, Any]:
    return {
        "year": wanted.year,
        "profile": wanted.profile,
        "formats": list(wanted.formats),
        "engine": wanted.engine,
        "data": wanted.data.as_posix(),
        "among_peers": batch.among_peers,
    }


def _counted(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    counted = Counter(one.status for one in outcomes)
    return {
        "reports": len(outcomes),
        **{status: counted[status] for status in (DONE, UNCHANGED, FAILED)},
        "warnings": sum(one.warnings for one in outcomes),
    }


def _summary(outcomes: Sequence[Outcome]) -> str:
    counted = _counted(outcomes)
    came_out = len(outcomes) - counted[FAILED]
    parts = [f"{came_out} of {len(outcomes)} reports done"]
    if counted[UNCHANGED]:
        parts.append(f"{counted[UNCHANGED]} of them unchanged")
    if counted["warnings"]:
        parts.append(f"{counted['warnings']} warnings")
    failed = [one.organisation for one in outcomes if one.status == FAILED]
    told = ", ".join(parts)
    return f"{told}; failed: {', '.join(failed)}" if failed else told
