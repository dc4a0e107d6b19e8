"""From a trust's inputs to all that the chapters of one report may show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from wres.actions import Plan, read_plan
from wres.chapters.national import NationalFigure
from wres.chapters.places import COLUMNS as PLACES_COLUMNS
from wres.chapters.places import no_places
from wres.chapters.reading import Chapter, Facts, SourceFact
from wres.chapters.register import Staged
from wres.compare import Peers, national_figures, read_peers, with_percentiles
from wres.counts import read_counts, read_earlier, with_totals
from wres.counts.places import count_places
from wres.disclosure import (
    Chosen,
    choose,
    is_published,
    policy,
    profile_of,
    protect,
    protect_parts,
)
from wres.errors import ContradictionError, InputError, Problem, told_once
from wres.indicators import compute_results
from wres.national_return import compare_with_results, differences, read_return
from wres.paper import PaperFile, read_paper
from wres.sources import TrustYear, load_benchmarks
from wres.sources.files import fingerprint
from wres.sources.folders import YearFolder, shown_path, without_figures
from wres.sources.trust import SourceNote

__all__ = ["Loaded", "load", "load_chapter", "places_table"]


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
    notes : tuple of Problem
        Peers that were left out, and why.
    paper : PaperFile or None
        The document that the trust describes.
    sources : dict of str to SourceNote
        Where each table comes from.
    """

    chapter: Chapter
    inputs: dict[str, str]
    withheld: frozenset[str]
    notes: tuple[Problem, ...] = ()
    paper: PaperFile | None = None
    sources: dict[str, SourceNote] = field(default_factory=dict)


def load_chapter(
    data: Path, organisation: str, year: int, profile: str, extracts: Path | None = None
) -> Chapter:
    """Read, validate and compute all that the chapters of one report may show, without peers.

    Raises
    ------
    InputError
        With every problem of the input files.
    """
    return load(data, organisation, year, profile, extracts).chapter


def load(
    data: Path,
    organisation: str,
    year: int,
    profile: str,
    extracts: Path | None,
    peers: Path | None = None,
    paper: Path | None = None,
    *,
    places: bool = False,
) -> Loaded:
    """Read, protect and compute one report's figures, and note what they were made of.

    `peers` is a folder of other trusts' published reports, as `build/<year>/` is; `paper` a
    document's description in place of the year's `board_paper.yml`. `places` asks for the counts of
    the trust's parts as well, which take longer to protect.

    Raises
    ------
    InputError
        With every problem of the input files.
    ContradictionError
        A figure differs from the national data return without a reason.
    """
    read = _read_all(YearFolder(data, organisation, year), extracts, peers, paper)
    trust_year, earlier, benchmarks, others, plan, plan_before, described = read
    years = [trust_year, *earlier]
    counted = [with_totals(one) for one in years]
    profiles = [profile_of(one, profile) for one in counted]
    both = zip(counted, profiles, strict=True)
    chosen = [choose(one, rules) if places else None for one, rules in both]
    shown = [protect(*one) for one in zip(counted, profiles, chosen, strict=True)]
    results = compute_results(shown[0], shown[1:], benchmarks, profile=profile)
    if peers is not None:
        results = with_percentiles(results, others)
    departures = _departures(YearFolder(data, organisation, year), trust_year)
    inputs = {name: digest for one in years for name, digest in one.files.items()}
    hashes = (
        inputs
        | _benchmark_file(data)
        | others.files
        | _own_files(data, plan, plan_before, described)
    )
    withheld = frozenset() if profile == "internal" else _withheld(years)
    staged = _staged(plan, plan_before, described)
    national = tuple(
        NationalFigure.model_validate(one) for one in national_figures(benchmarks, trust_year)
    )
    facts = _facts(counted[0], profile, departures)
    parts = places_table(years, counted, profile, chosen) if places else no_places()
    chapter = Chapter(results, facts, staged, national, parts)
    return Loaded(chapter, hashes, withheld, others.notes, described, trust_year.sources)


def places_table(
    years: Sequence[TrustYear],
    counted: Sequence[TrustYear],
    profile: str,
    chosen: Sequence[Chosen | None] | None = None,
) -> pd.DataFrame:
    """Protect the counts of the trust's parts, of the year and of the one before.

    Parameters
    ----------
    years, counted : sequence of TrustYear
        As read, newest first, and with their totals.
    profile : str
    chosen : sequence of Chosen, optional
        What is withheld of each whole trust.
    """
    newest = years[0].year
    tables = [
        _places_of(one, whole, profile, withheld)
        for one, whole, withheld in zip(years, counted, chosen or [None] * len(years), strict=True)
        if one.year >= newest - 1
    ]
    return pd.concat([no_places(), *tables], ignore_index=True)


def _places_of(
    trust_year: TrustYear, counted: TrustYear, profile: str, chosen: Chosen | None
) -> pd.DataFrame:
    rules = profile_of(counted, profile)
    places = protect_parts(counted, count_places(trust_year, counted), rules, chosen)
    absent = [
        {"indicator": one.indicator, "dimension": one.dimension, "reason": one.reason}
        for one in places.absent
    ]
    around = [places.within.get(one, ("", "")) for one in _spots(places.table)]
    own = places.table.assign(
        around_dimension=[name for name, _ in around], around=[place for _, place in around]
    )
    table = pd.concat([own, pd.DataFrame(absent)], ignore_index=True)
    texts = [one for one in PLACES_COLUMNS if one not in ("year", "people", "events")]
    table = table.assign(year=trust_year.year).reindex(columns=list(PLACES_COLUMNS))
    table[texts] = table[texts].astype("object").fillna("")
    return table.astype({"people": "Int64", "events": "Int64"})


def _spots(table: pd.DataFrame) -> list[tuple[str, str]]:
    """Give dimension and place of each row; those of two dimensions crossed lie in both by name."""
    return [
        ("", "") if other else (str(name), str(place))
        for name, place, other in zip(
            table["dimension"], table["place"], table["dimension_2"], strict=True
        )
    ]


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
    return frozenset(name for one in years for name in one.files if not _may_be_told(one, name))


def _may_be_told(trust_year: TrustYear, name: str) -> bool:
    """Tell whether an input's hash gives nothing away: of rows never, of a table if published."""
    return Path(name).suffix in {".csv", ".yml"} and (
        "extracts" not in Path(name).parts and is_published(trust_year, Path(name).stem)
    )


def _read_all(
    folder: YearFolder, extracts: Path | None, peers: Path | None, paper: Path | None
) -> tuple[Any, ...]:
    """Read everything before complaining of anything: all problems of all files at once."""
    data, organisation, year = folder.data, folder.organisation, folder.year
    read: list[Any] = []
    problems: list[Problem] = []
    for reader in (
        lambda: read_counts(data, organisation, year, extracts),
        lambda: read_earlier(data, organisation, year, extracts),
        lambda: load_benchmarks(data),
        lambda: Peers() if peers is None else read_peers(peers, organisation, year),
        lambda: read_plan(folder),
        lambda: read_plan(folder.before),
        lambda: read_paper(folder, paper),
    ):
        try:
            read.append(reader())
        except InputError as error:
            problems += error.problems
    # A report of nothing would stand in place of one that was good.
    if not problems and not read[0].tables:
        problems.append(without_figures(folder))
    if problems:
        raise InputError(told_once(problems))
    return tuple(read)


def _staged(plan: Plan | None, before: Plan | None, described: PaperFile | None) -> Staged:
    """Give chapters what the trust has undertaken: its own text, the same in every profile."""
    return Staged(
        register=plan.register if plan else (),
        before=before.register if plan and before else None,
        paper=described.paper if described else None,
    )


def _own_files(
    data: Path, plan: Plan | None, before: Plan | None, described: PaperFile | None
) -> dict[str, str]:
    """Give the hashes of the document, of this year's plan and the one before: no counts."""
    plans = [one for one in (plan, before) if plan is not None and one is not None]
    hashes = {_name_in(data, one.file.path): one.sha256 for one in plans}
    if described is not None:
        hashes[_name_in(data, described.file.path)] = described.sha256
    return hashes


def _name_in(data: Path, path: Path) -> str:
    try:
        return path.resolve().relative_to(data.resolve()).as_posix()
    except ValueError:  # a document's description that lies elsewhere
        return path.name


def _benchmark_file(data: Path) -> dict[str, str]:
    name = "benchmarks/national.csv"
    return {name: fingerprint(data / name)}


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
        few_events=trust.settings.few_events,
        multiple_comparisons=trust.settings.multiple_comparisons,
        wordings={str(number): name for number, name in trust.settings.wordings.items()},
        sources=tuple(
            SourceFact(
                table=table,
                source=note.source,
                note=note.note or "",
                departure=note.departure or "",
                counts_from_shares=note.counts_from_shares or "",
                counts_from_shares_of=note.counts_from_shares_of or "",
            )
            for table, note in trust_year.sources.items()
        ),
    )


def _policy(trust_year: TrustYear, profile: str) -> tuple[str, ...]:
    """Say what is withheld of counts with totals; nothing where all has been published already."""
    if all(is_published(trust_year, name) for name in trust_year.tables):
        return ()
    return policy(profile_of(trust_year, profile))
