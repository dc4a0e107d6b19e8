"""One report from start to finish: counts, results, chapters, documents, shelf."""

from __future__ import annotations

import json
import platform
import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

from wres.chapters.own import OwnChapter, asks_for_places
from wres.chapters.running import run_chapters
from wres.chapters.staging import RESULTS_FILE, stage_report
from wres.definitions.indicators import definition_version
from wres.errors import ContradictionError, InputError, Problem, WresError, told_once
from wres.extracts import has_own_place
from wres.loading import Loaded, load
from wres.paper import check_paper, require_released
from wres.render import choose_engine, render
from wres.shelf import beside, new_folder, place_of, swap_in
from wres.sources.folders import YearFolder, shown_path, trusts_of
from wres.writing import as_run, filled, filled_and_faults, legible, look_at, own_chapters

__all__ = ["Report", "make_report", "make_reports"]

RECORDED = (
    "pandas",
    "matplotlib",
    "papermill",
    "ipykernel",
    "pypandoc-binary",
    "typst",
    "gptables",
)


@dataclass(frozen=True)
class Report:
    """What to render, from where, to where; `strict` lets no doubtful sentence through.

    `paper` is a document's description that is read in place of the year's `board_paper.yml`.
    """

    organisation: str
    year: int
    data: Path
    shelf: Path
    project: Path
    profile: str = "public"
    formats: Sequence[str] = ("html", "pdf")
    engine: str = "auto"
    extracts: Path | None = None
    peers: Path | None = None
    strict: bool = False
    paper: Path | None = None

    @property
    def folder(self) -> YearFolder:
        """The folder of its trust and year."""
        return YearFolder(self.data, self.organisation, self.year)


def make_report(report: Report, tell: Callable[[str, bool], None] | None = None) -> Path:
    """Render one report and put it on the shelf.

    Parameters
    ----------
    report : Report
    tell : callable, optional
        Takes a line to print, and whether it belongs with the errors: notes on what was read.

    Returns
    -------
    Path
        The report's folder, complete.

    Raises
    ------
    WresError
        Whatever stopped it; the shelf then stands as it was.
    """
    started = time.monotonic()
    engine = choose_engine(report.engine)
    loaded, own = _read(report)
    if report.profile == "public":
        require_released(report.folder, loaded.sources, loaded.paper, date.today())
    written = filled(own, loaded.chapter)  # every unknown name is told before anything runs
    notes = list(loaded.notes)
    place = place_of(report.shelf, report.organisation, report.year, report.profile)
    with new_folder(place) as scratch:
        staged, made = scratch / "staged", scratch / "made"
        staged.mkdir()
        made.mkdir()
        timings = {"counts and results": _since(started)}
        chapters = stage_report(loaded.chapter, report.project, staged, own)
        run_chapters(chapters, _parameters(report), {one.name: one.file for one in own})
        timings["chapters"] = _since(started)
        looked = look_at(
            report.folder,
            own,
            as_run(written, staged / "notebooks"),
            loaded.chapter,
            report.extracts,
            loaded.paper,
        )
        asked = check_paper(loaded.paper, loaded.chapter, own=own) if loaded.paper else []
        warnings = [*looked.contradictions, *looked.warnings, *asked]
        if report.strict and warnings:
            raise ContradictionError(warnings)
        reference = loaded.paper.reference_document if loaded.paper else None
        render(staged, report.formats, made, engine, reference)
        timings["documents"] = _since(started)
        shutil.copy(staged / "notebooks" / RESULTS_FILE, made / RESULTS_FILE)
        _keep_chapters(chapters, made / "notebooks")
        notes += looked.renew()
        told = [*notes, *warnings]
        _write(_record(report, engine, _told(loaded), timings, told), made / "run.json")
        swap_in(made, place)
    if loaded.withheld:
        full = beside(report.shelf, report.organisation, report.year, "public-run.json")
        full.parent.mkdir(parents=True, exist_ok=True)
        _write(_record(report, engine, loaded.inputs, timings, told), full)
    if tell is not None:
        for kind, problems in (("note", notes), ("warning", warnings)):
            for problem in problems:
                tell(f"{kind}: {problem}", True)
    return place


def _read(report: Report) -> tuple[Loaded, list[OwnChapter]]:
    """Read figures and chapters before complaining of either.

    The record names each chapter by the hash of what was written in it, which the report prints.
    """
    problems: list[Problem] = []
    own: list[OwnChapter] = []
    try:
        own = own_chapters(report.folder, report.project)
    except InputError as error:
        problems += error.problems
    try:
        loaded = load(
            report.data,
            report.organisation,
            report.year,
            report.profile,
            report.extracts,
            report.peers,
            report.paper,
            places=asks_for_places(own),
        )
    except InputError as error:
        problems += error.problems
        raise InputError(told_once(problems)) from None
    if problems:
        problems += filled_and_faults(legible(report.folder), loaded.chapter)[1]
        raise InputError(told_once(problems))
    place = f"{report.organisation}/{report.year}/notebooks"
    hashes = {f"{place}/{one.file.path.name}": one.sha256 for one in own}
    return replace(loaded, inputs=loaded.inputs | hashes), own


def make_reports(wanted: Report, tell: Callable[[str, bool], None]) -> None:
    """Render every trust that has data for a year; one that fails does not stop the rest.

    Parameters
    ----------
    wanted : Report
        What all reports have in common; the organisation is filled in. A folder of extracts must
        have `<ODS>/<year>/` in it: files beside those could be any trust's and are read for none.
    tell : callable
        Takes a line to print, and whether it tells of an error.

    Raises
    ------
    InputError
        No trust has data for the year, or the folder of extracts has none for any of them.
    WresError
        One report or more did not come out.
    """
    trusts = trusts_of(wanted.data, wanted.year)
    places = _own_extracts(wanted, trusts, tell)
    failed = []
    for organisation in trusts:
        one = replace(wanted, organisation=organisation, extracts=places[organisation])
        try:
            tell(str(make_report(one, tell)), False)
        except WresError as error:
            failed.append(organisation)
            tell(f"{organisation}: {error}", True)
    done = f"{len(trusts) - len(failed)} of {len(trusts)} reports done"
    if failed:
        raise WresError(f"{done}; failed: {', '.join(failed)}")
    tell(done, True)


def _own_extracts(
    wanted: Report, trusts: Sequence[str], tell: Callable[[str, bool], None]
) -> dict[str, Path | None]:
    """Give each trust the folder of extracts only if it has a place of its own in it.

    Files that lie in the folder itself would be read for every trust, and one trust's staff
    published under the names of all.
    """
    extracts = wanted.extracts
    if extracts is None:
        return dict.fromkeys(trusts)
    own = [name for name in trusts if has_own_place(extracts, name, wanted.year)]
    if not own:
        raise InputError([_no_place(extracts, wanted.year)])
    for name in (name for name in trusts if name not in own):
        lacking = f"{shown_path(extracts)} has no folder {name}/{wanted.year}"
        tell(f"{name}: {lacking}; only what lies in the data folder is read", True)
    return {name: extracts if name in own else None for name in trusts}


def _no_place(extracts: Path, year: int) -> Problem:
    if not extracts.is_dir():
        rule = "there is no such folder of extracts"
        return Problem(shown_path(extracts), rule, "Give the folder with --extracts.")
    rule = (
        f"has no folder ODS/{year} of any trust with data; with --all, files in the folder itself "
        "are not read, since they could be any trust's"
    )
    remedy = f"Put each trust's files into ODS/{year}/ in it, or render one trust at a time."
    return Problem(shown_path(extracts), rule, remedy)


def _write(record: dict[str, Any], path: Path) -> None:
    path.write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")


def _told(loaded: Loaded) -> dict[str, str]:
    """Give the hashes of inputs that a published record may hold."""
    return {
        name: "withheld" if name in loaded.withheld else digest
        for name, digest in loaded.inputs.items()
    }


def _parameters(report: Report) -> dict[str, Any]:
    return {
        "organisation": report.organisation,
        "year": report.year,
        "results": RESULTS_FILE,
        "profile": report.profile,
    }


def _keep_chapters(chapters: Sequence[Path], folder: Path) -> None:
    folder.mkdir()
    for chapter in chapters:
        shutil.copy(chapter, folder / chapter.name)


def _record(
    report: Report,
    engine: str,
    files: dict[str, str],
    timings: dict[str, float],
    notes: Sequence[Problem],
) -> dict[str, Any]:
    return {
        "parameters": _parameters(report),
        "formats": list(report.formats),
        "engine": engine,
        "definitions": definition_version(),
        "inputs_sha256": dict(sorted(files.items())),
        "versions": {
            "wres": version("wres"),
            "python": platform.python_version(),
            **{name: version(name) for name in RECORDED},
        },
        "seconds_elapsed": timings,
        "warnings": [str(note) for note in notes],
    }


def _since(started: float) -> float:
    return round(time.monotonic() - started, 2)
