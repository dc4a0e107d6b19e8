"""One report being made: counts, results, chapters, documents, into a scratch folder."""

from __future__ import annotations

import json
import platform
import shutil
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from wres import __version__
from wres.chapters.own import OwnChapter, asks_for_places
from wres.chapters.reusing import read_chapter, reuse_run
from wres.chapters.running import run_chapters
from wres.chapters.staging import INPUTS, RESULTS_FILE, stage_report
from wres.definitions.indicators import definition_version
from wres.errors import ContradictionError, InputError, Problem, told_once
from wres.loading import Loaded, load
from wres.paper import check_paper, require_released
from wres.render import choose_engine, render
from wres.report import Made, Report
from wres.shelf import beside
from wres.stamps import chapter_digest, files_in, library_digest
from wres.writing import as_run, filled, filled_and_faults, legible, look_at, own_chapters

__all__ = ["Making"]

RECORDED = (
    "pandas",
    "matplotlib",
    "papermill",
    "ipykernel",
    "pypandoc-binary",
    "typst",
    "gptables",
)


class Making:
    """One report on its way into a scratch folder."""

    def __init__(self, report: Report, scratch: Path, told: Callable[[str], None]) -> None:
        self.report, self._told = report, told
        self.staged, self.made = scratch / "staged", scratch / "made"
        self.staged.mkdir()
        self.made.mkdir()
        self.chapters: dict[str, str] = {}
        self._timings: dict[str, float] = {}
        self._started = time.monotonic()

    def run(self, place: Path, reusable: Mapping[str, str]) -> Made:
        """Make it; `reusable` are the digests of the chapters that stand in `place`."""
        report, started = self.report, self._started
        engine = choose_engine(report.engine)
        self._told("counts and results")
        loaded, own = _read(report)
        if report.profile == "public":
            require_released(report.folder, loaded.sources, loaded.paper, date.today())
        written = filled(own, loaded.chapter)  # every unknown name is told before anything runs
        chapters = stage_report(loaded.chapter, report.project, self.staged, own)
        self._timings["counts and results"] = _since(started)
        self._run_chapters(chapters, place, reusable, own)
        self._timings["chapters"] = _since(started)
        looked = look_at(
            report.folder,
            own,
            as_run(written, self.staged / "notebooks"),
            loaded.chapter,
            report.extracts,
            loaded.paper,
        )
        asked = check_paper(loaded.paper, loaded.chapter, own=own) if loaded.paper else []
        warnings = [*looked.contradictions, *looked.warnings, *asked]
        if report.strict and warnings:
            raise ContradictionError(warnings)
        self._told("documents")
        reference = loaded.paper.reference_document if loaded.paper else None
        render(self.staged, report.formats, self.made, engine, reference)
        self._timings["documents"] = _since(started)
        shutil.copy(self.staged / "notebooks" / RESULTS_FILE, self.made / RESULTS_FILE)
        _keep_chapters(chapters, self.made / "notebooks")
        notes = [*loaded.notes, *looked.renew()]
        self._record(engine, loaded, [*notes, *warnings])
        lines = [f"note: {one}" for one in notes] + [f"warning: {one}" for one in warnings]
        return Made(place, tuple(lines), len(warnings))

    def _run_chapters(
        self,
        chapters: Sequence[Path],
        place: Path,
        reusable: Mapping[str, str],
        own: Sequence[OwnChapter],
    ) -> None:
        """Run the chapters whose code, or what it depends on, has changed; fill in the others."""
        report, parameters = self.report, _parameters(self.report)
        read = {name: files_in(self.staged / "notebooks" / name, name) for name in INPUTS}
        others = (json.dumps([parameters, read]), library_digest())
        to_run = []
        for chapter in chapters:
            notebook = read_chapter(chapter)
            digest = self.chapters[chapter.stem] = chapter_digest(notebook, *others)
            stored = place / "notebooks" / chapter.name
            if reusable.get(chapter.stem) == digest and stored.is_file():
                reuse_run(chapter, notebook, stored)
            else:
                to_run.append(chapter)
        run_chapters(
            to_run,
            parameters,
            {one.name: one.file for one in own},
            engine=report.chapters,
            side_by_side=report.side_by_side,
            seconds=report.seconds,
            told=self._told,
        )

    def _record(self, engine: str, loaded: Loaded, told: Sequence[Problem]) -> None:
        """Write the record that is published, and the whole one where inputs are withheld in it."""
        report = self.report
        facts = loaded.chapter.facts
        trust = {"name": facts.name, "fictional": facts.fictional}
        made = {"trust": trust, "engine": engine, "seconds_elapsed": self._timings}
        _write(_record(report, made, _told(loaded), told), self.made / "run.json")
        if loaded.withheld:
            full = beside(report.shelf, report.organisation, report.year, "public-run.json")
            full.parent.mkdir(parents=True, exist_ok=True)
            _write(_record(report, made, loaded.inputs, told), full)


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
    made: dict[str, Any],
    files: dict[str, str],
    notes: Sequence[Problem],
) -> dict[str, Any]:
    return {
        "made_at": datetime.now().astimezone().isoformat(timespec="seconds"),
        "parameters": _parameters(report),
        "formats": list(report.formats),
        **made,
        "definitions": definition_version(),
        "inputs_sha256": dict(sorted(files.items())),
        "versions": {
            "wres": __version__,
            "python": platform.python_version(),
            **{name: version(name) for name in RECORDED},
        },
        "warnings": [str(note) for note in notes],
    }


def _since(started: float) -> float:
    return round(time.monotonic() - started, 2)
