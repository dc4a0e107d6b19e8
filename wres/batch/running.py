"""A run of all reports of a year, from the lock on the shelf to the summary."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from itertools import chain
from typing import Final

from wres.batch.extracts import own_extracts
from wres.batch.journal import Journal
from wres.batch.page import write_page
from wres.batch.peers import peers_for
from wres.batch.progress import Progress, progress
from wres.batch.summary import asked_for, counted, for_readers, summary, versions
from wres.batch.units import FAILED, UNCHANGED, Outcome, failed
from wres.batch.workers import in_processes, on_cluster
from wres.errors import StoppedError, WresError
from wres.made_of import made_of
from wres.report import Report
from wres.shelf import locked, place_of, told_of_disk
from wres.sources.folders import broken_links, shown_path, trusts_of
from wres.stamps import read_stamp, stamp_path
from wres.stopping import Ended, ends_by_signal

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
    StoppedError
        Somebody ended it; what was finished stands.
    WresError
        One report or more did not come out.
    """
    batch = batch or Batch()
    trusts = trusts_of(wanted.data, wanted.year)
    lost = [
        failed(
            replace(wanted, organisation=one),
            f"{shown_path(place.parent)}/{place.name} {_LEADS_NOWHERE}",
        )
        for one, place in broken_links(wanted.data, wanted.year)
    ]
    places = own_extracts(wanted, trusts, tell)
    reports = [replace(wanted, organisation=one, extracts=places[one]) for one in trusts]
    logs = wanted.shelf / "internal" / str(wanted.year)
    shelf = f"{wanted.shelf.as_posix()} of {wanted.year}"
    disk, lock = told_of_disk(wanted.shelf), locked(logs / "all.lock", shelf)
    with ends_by_signal(), disk, lock as left:
        if left and not batch.resume:
            tell(f"the last run did not finish ({left}); what it has done is taken as it is", True)
        journal = Journal(logs / f"all.{wanted.profile}.jsonl")
        asked = asked_for(wanted, among_peers=batch.among_peers)
        if batch.resume and (at := journal.finished(asked)):
            tell(f"nothing to resume: the last run finished at {at}; {_LOOK_AGAIN}", True)
            return
        begun, made_by = datetime.now().astimezone(), versions()
        journal.begin(asked, made_by, resume=batch.resume)
        try:
            outcomes = _Run(batch, journal, tell).make(reports, lost)
        except Ended as fault:
            journal.write("given up", {"why": str(fault)})
            raise StoppedError(f"{fault}; {_GO_ON}", fault.exit_code) from None
        except BaseException as fault:
            journal.write("given up", {"why": str(fault) or type(fault).__name__})
            raise
        told = summary(outcomes)
        write_page(wanted, outcomes, told, for_readers(begun, asked, made_by))
        journal.write("ended", counted(outcomes))
    if any(one.status == FAILED for one in outcomes):
        raise WresError(told)
    tell(told, True)


_LEADS_NOWHERE: Final = "is a link that leads nowhere. Mend the link, or remove it."
_LOOK_AGAIN: Final = "leave out --resume to make what has changed since"
_GO_ON: Final = "what is finished stands. To go on, run the same command with --resume."


class _Run:
    """One run: who makes what, and what is told of it."""

    def __init__(self, batch: Batch, journal: Journal, tell: Tell) -> None:
        self._batch, self._journal, self._tell = batch, journal, tell

    def make(self, reports: Sequence[Report], lost: Sequence[Outcome]) -> list[Outcome]:
        """Make the reports that would not come out as they stand; `lost` are told beside them."""
        if self._batch.among_peers:
            reports = peers_for(reports, self._batch.workers, self._tell)
        outcomes = []
        with (
            progress(len(reports) + len(lost), self._tell) as shown,
            closing(self._outcomes(reports, shown)) as made,  # what is not made is ended with it
        ):
            for outcome in chain(lost, made):
                shown.done(outcome)
                self._journal.write("report", asdict(outcome))
                outcomes.append(outcome)
        return sorted(outcomes, key=lambda one: one.organisation)

    def _outcomes(self, reports: Sequence[Report], shown: Progress) -> Generator[Outcome]:
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
