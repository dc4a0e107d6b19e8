"""Everything that can be checked of one trust and year before a report is made of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from wres.actions import check_actions, read_plan
from wres.chapters.own import OwnChapter
from wres.chapters.papers import Paper
from wres.chapters.reading import Chapter
from wres.check import cross_checks, idle_settings, unfilled
from wres.counted import COUNTED
from wres.counts import earlier_years, read_counts, read_earlier_year, with_totals
from wres.errors import InputError, Problem, told_once
from wres.indicators import compute_results
from wres.loading import load_chapter
from wres.national_return import (
    build_return,
    compare_with_results,
    missing_reasons,
    read_prepopulated,
    read_return,
)
from wres.paper import PaperFile, check_paper, embargoes, read_paper
from wres.project import find_project
from wres.returning import counted_tables
from wres.sources import TrustYear, load_benchmarks
from wres.sources.folders import YearFolder, require_folder, shown_path, without_figures
from wres.writing import filled_and_faults, has_writing, legible, look_at, own_chapters, unread

__all__ = ["Review", "review"]

Read = TypeVar("Read")


@dataclass
class Review:
    """What was found.

    Parameters
    ----------
    errors : list of Problem
        What must be mended before a report can be made.
    contradictions : list of Problem
        What says otherwise than the figures, each being sound by itself.
    warnings : list of Problem
        What should be looked at; it may well be right.
    notes : list of Problem
        What was read without doubt though it was not written so.
    """

    errors: list[Problem] = field(default_factory=list)
    contradictions: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)

    def attempt(self, read: Callable[[], Read]) -> Read | None:
        """Read something; what is wrong with it is an error."""
        try:
            return read()
        except InputError as error:
            self.errors = told_once([*self.errors, *error.problems])
            return None


def review(
    data: Path,
    organisation: str,
    year: int,
    extracts: Path | None = None,
    project: Path | None = None,
    paper: Path | None = None,
) -> Review:
    """Check one trust's inputs for a year: alone, against each other, and against last year's.

    Its own chapters are held against the results, which `project` has the templates for. `paper` is
    a document's description that is read in place of the year's `board_paper.yml`.

    The folders of the years before that are read as well, as a report would read them.

    Raises
    ------
    InputError
        The trust or the year has no folder.
    """
    folder = YearFolder(data, organisation, year)
    require_folder(folder)
    found = Review()
    found.errors += unfilled(folder.trust(), folder.table("sources.yml"))
    now = found.attempt(lambda: read_counts(data, organisation, year, extracts))
    earlier = [
        found.attempt(partial(read_earlier_year, data, organisation, one, extracts))
        for one in earlier_years(data, organisation, year)
    ]
    before = next((one for one in earlier if one is not None and one.year == year - 1), None)
    found.attempt(lambda: load_benchmarks(data))
    plan, plan_before = (found.attempt(partial(read_plan, one)) for one in (folder, folder.before))
    if now is not None:
        found.warnings += now.warnings
        found.notes += now.notes
        _tell_absent(found, folder, now)
        places = [data, *([extracts] if extracts else [])]
        found.warnings += [_shown(places, one.problem) for one in cross_checks(now, before)]
        found.warnings += idle_settings(folder.trust(), now.trust.settings, year)
        _hold_against_return(found, folder, now)
    described = found.attempt(lambda: read_paper(folder, paper))
    place = project or find_project(Path.cwd())
    chapter, own = _hold_writing(found, folder, extracts, place, described)
    if described is not None:
        found.warnings += check_paper(described, chapter, own=own)
    sources = now.sources if now is not None else {}
    found.warnings += embargoes(folder, sources, described, date.today())
    if plan is not None:
        before_register = plan_before.register if plan_before else None
        wanted = described.paper if described else Paper()
        as_at, settings = wanted.date or date.today(), wanted.action_register
        found.warnings += check_actions(plan, before_register, year, as_at, settings, chapter)
    return found


def _hold_writing(
    found: Review,
    folder: YearFolder,
    extracts: Path | None,
    project: Path,
    described: PaperFile | None,
) -> tuple[Chapter | None, Sequence[OwnChapter]]:
    """Hold the trust's own text against the results; give these, if there can be any, and it."""
    found.warnings += unread(folder)
    before = len(found.errors)
    own = found.attempt(lambda: own_chapters(folder, project))
    nothing = own is not None and described is None and not has_writing(folder, own)
    if before or found.contradictions or nothing:
        return None, own or ()
    chapter = load_chapter(folder.data, folder.organisation, folder.year, "public", extracts)
    told = legible(folder) if own is None else own
    written, faults = filled_and_faults(told, chapter)
    found.errors += faults
    looked = found.attempt(lambda: look_at(folder, told, written, chapter, paper=described))
    if looked is not None:
        found.contradictions += looked.contradictions
        found.warnings += looked.warnings
        # Nothing is remembered of text beside a fault.
        found.notes += looked.notes if found.errors else [*looked.notes, *looked.renew()]
    return chapter, told


def _tell_absent(found: Review, folder: YearFolder, now: TrustYear) -> None:
    """Name each source of which there is nothing, unless `sources.yml` says why."""
    if not now.tables:
        found.errors.append(without_figures(folder))
        return
    printed = now.tables.get("published_ratios")
    ratios = set() if printed is None else set(printed["indicator"].astype(str))
    events = {"recruitment": "2", "disciplinary": "3", "training": "4"}
    for name in COUNTED:
        explained = name in now.sources and name not in now.tables and now.sources[name].note
        if name not in now.tables and not explained and events.get(name) not in ratios:
            file = folder.table(f"{name}.csv")
            rule = "is not there, and neither is an extract of that name"
            found.warnings.append(file.problem(rule, "Supply it, or say why in sources.yml,"))


def _shown(places: list[Path], problem: Problem) -> Problem:
    """Name a file as the user knows it; checks between figures know its place in a folder only."""
    paths = [place / problem.file for place in places]
    path = next((path for path in paths if path.exists()), paths[0])
    return replace(problem, file=shown_path(path))


def _hold_against_return(found: Review, folder: YearFolder, now: TrustYear) -> None:
    """Compare with the figures that arrived for the return, and with those that were returned."""
    arrived = found.attempt(lambda: read_prepopulated(folder))
    if arrived is not None:
        shown = shown_path(folder.table("prepopulated.csv").path)
        found.warnings += missing_reasons(
            build_return(now, arrived, counted=counted_tables(folder, now)), shown
        )
    returned = found.attempt(lambda: read_return(folder))
    if returned is not None:
        shown = shown_path(folder.table("return.csv").path)
        results = compute_results(with_totals(now))
        found.contradictions += compare_with_results(returned, results, shown)
