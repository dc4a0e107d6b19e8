"""One report from start to finish: counts, results, chapters, documents, shelf."""

from __future__ import annotations

import json
import platform
import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pandas as pd

from wres.chapters.reading import Chapter, Facts, SourceFact
from wres.chapters.running import run_chapters
from wres.chapters.staging import RESULTS_FILE, stage_report
from wres.counts import read_counts, with_totals
from wres.definitions.indicators import definition_version
from wres.disclosure import is_published, policy, profile_of, protect
from wres.errors import ContradictionError, InputError, Problem, WresError
from wres.indicators import compute_results
from wres.national_return import compare_with_results, differences, read_return
from wres.render import choose_engine, render
from wres.shelf import beside, new_folder, place_of, swap_in
from wres.sources import TrustYear, load_benchmarks
from wres.sources.files import fingerprint
from wres.sources.folders import YearFolder, shown_path, trusts_of

__all__ = ["Report", "load_chapter", "make_report", "make_reports"]

RECORDED = ("pandas", "matplotlib", "papermill", "ipykernel", "pypandoc-binary", "typst")


@dataclass(frozen=True)
class Report:
    """What to render, from where, to where."""

    organisation: str
    year: int
    data: Path
    shelf: Path
    project: Path
    profile: str = "public"
    formats: Sequence[str] = ("html", "pdf")
    engine: str = "auto"
    extracts: Path | None = None


@dataclass(frozen=True)
class Loaded:
    """What one report is made of.

    Parameters
    ----------
    chapter : Chapter
        All that its chapters may show.
    inputs : dict of str to str
        SHA-256 of every input file.
    withheld : frozenset of str
        Inputs whose hash would give them away: with few possible counts, each can be tried.
    """

    chapter: Chapter
    inputs: dict[str, str]
    withheld: frozenset[str]


def load_chapter(
    data: Path, organisation: str, year: int, profile: str, extracts: Path | None = None
) -> Chapter:
    """Read, validate and compute all that the chapters of one report may show.

    Raises
    ------
    InputError
        With every problem of the input files.
    """
    return _load(data, organisation, year, profile, extracts).chapter


def make_report(report: Report) -> Path:
    """Render one report and put it on the shelf.

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
    loaded = _load(report.data, report.organisation, report.year, report.profile, report.extracts)
    place = place_of(report.shelf, report.organisation, report.year, report.profile)
    with new_folder(place) as scratch:
        staged, made = scratch / "staged", scratch / "made"
        staged.mkdir()
        made.mkdir()
        timings = {"counts and results": _since(started)}
        chapters = stage_report(loaded.chapter, report.project, staged)
        run_chapters(chapters, _parameters(report))
        timings["chapters"] = _since(started)
        render(staged, report.formats, made, engine)
        timings["documents"] = _since(started)
        shutil.copy(staged / "notebooks" / RESULTS_FILE, made / RESULTS_FILE)
        _keep_chapters(chapters, made / "notebooks")
        record = _record(report, engine, _told(loaded), timings)
        _write(record, made / "run.json")
        swap_in(made, place)
    if loaded.withheld:
        full = beside(report.shelf, report.organisation, report.year, "public-run.json")
        full.parent.mkdir(parents=True, exist_ok=True)
        _write(_record(report, engine, loaded.inputs, timings), full)
    return place


def make_reports(wanted: Report, tell: Callable[[str, bool], None]) -> None:
    """Render every trust that has data for a year; one that fails does not stop the rest.

    Parameters
    ----------
    wanted : Report
        What all reports have in common; the organisation is filled in.
    tell : callable
        Takes a line to print, and whether it tells of an error.

    Raises
    ------
    InputError
        No trust has data for the year.
    WresError
        One report or more did not come out.
    """
    trusts = trusts_of(wanted.data, wanted.year)
    failed = []
    for organisation in trusts:
        try:
            tell(str(make_report(replace(wanted, organisation=organisation))), False)
        except WresError as error:
            failed.append(organisation)
            tell(f"{organisation}: {error}", True)
    done = f"{len(trusts) - len(failed)} of {len(trusts)} reports done"
    if failed:
        raise WresError(f"{done}; failed: {', '.join(failed)}")
    tell(done, True)


def _write(record: dict[str, Any], path: Path) -> None:
    path.write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")


def _told(loaded: Loaded) -> dict[str, str]:
    """Give the hashes of inputs that a published record may hold."""
    return {
        name: "withheld" if name in loaded.withheld else digest
        for name, digest in loaded.inputs.items()
    }


def _load(data: Path, organisation: str, year: int, profile: str, extracts: Path | None) -> Loaded:
    trust_year, previous, benchmarks = _read_all(data, organisation, year, extracts)
    years = [trust_year, *([previous] if previous else [])]
    counted = [with_totals(one) for one in years]
    shown = [protect(one, profile_of(one, profile)) for one in counted]
    results = compute_results(shown[0], shown[1] if previous else None, benchmarks, profile=profile)
    departures = _departures(YearFolder(data, organisation, year), trust_year)
    inputs = {name: digest for one in years for name, digest in one.files.items()}
    hashes = inputs | _benchmark_file(data)
    withheld = frozenset() if profile == "internal" else _withheld(years)
    return Loaded(Chapter(results, _facts(trust_year, profile, departures)), hashes, withheld)


def _departures(folder: YearFolder, trust_year: TrustYear) -> tuple[str, ...]:
    """Say which figures differ from those returned to NHS England, and why.

    The numbers that were returned are not told: they may stand beside withheld ones.

    Raises
    ------
    ContradictionError
        A figure differs from the saved return without a reason.
    """
    returned = read_return(folder)
    if returned is None:
        return ()
    results = compute_results(with_totals(trust_year))
    shown = shown_path(folder.table("return.csv").path)
    unexplained = compare_with_results(returned, results, shown)
    if unexplained:
        raise ContradictionError(unexplained)
    found = differences(returned, results)
    return tuple(dict.fromkeys(f"{one.what}: {one.reason}" for one in found))


def _withheld(years: Sequence[TrustYear]) -> frozenset[str]:
    return frozenset(
        name for one in years for name in one.files if not is_published(one, Path(name).stem)
    )


def _read_all(
    data: Path, organisation: str, year: int, extracts: Path | None
) -> tuple[TrustYear, TrustYear | None, pd.DataFrame]:
    """Read everything before complaining of anything: all problems of all files at once."""
    read: list[Any] = []
    problems: list[Problem] = []
    for reader in (
        lambda: read_counts(data, organisation, year, extracts),
        lambda: _previous(data, organisation, year, extracts),
        lambda: load_benchmarks(data),
    ):
        try:
            read.append(reader())
        except InputError as error:
            problems += [problem for problem in error.problems if problem not in problems]
    if problems:
        raise InputError(problems)
    return read[0], read[1], read[2]


def _benchmark_file(data: Path) -> dict[str, str]:
    name = "benchmarks/national.csv"
    return {name: fingerprint(data / name)}


def _previous(data: Path, organisation: str, year: int, extracts: Path | None) -> TrustYear | None:
    if not (data / organisation / str(year - 1)).is_dir():
        return None
    return read_counts(data, organisation, year - 1, _extracts_of(extracts, organisation, year - 1))


def _facts(trust_year: TrustYear, profile: str, departures: tuple[str, ...]) -> Facts:
    trust = trust_year.trust
    return Facts(
        organisation=trust.ods_code,
        name=trust.name,
        year=trust_year.year,
        profile=profile,
        region=trust.region,
        trust_type=trust.type,
        term=trust.term,
        already_published=trust.already_published,
        fictional=trust.fictional,
        source=trust.source,
        policy=_policy(trust_year, profile),
        departures=departures,
        sources=tuple(
            SourceFact(
                table=table,
                source=note.source,
                note=note.note or "",
                departure=note.departure or "",
            )
            for table, note in trust_year.sources.items()
        ),
    )


def _extracts_of(extracts: Path | None, organisation: str, year: int) -> Path | None:
    """Give the folder of extracts for an earlier year, if it has one there."""
    if extracts is None or not (extracts / organisation / str(year)).is_dir():
        return None
    return extracts


def _policy(trust_year: TrustYear, profile: str) -> tuple[str, ...]:
    """Say what is withheld; nothing is where every figure has been published already."""
    if all(is_published(trust_year, name) for name in trust_year.tables):
        return ()
    return policy(profile_of(with_totals(trust_year), profile))


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
    report: Report, engine: str, files: dict[str, str], timings: dict[str, float]
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
        "warnings": [],
    }


def _since(started: float) -> float:
    return round(time.monotonic() - started, 2)
