"""A trust's own extracts, one row a person, an application or a case, to counts tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from wres.definitions.bands import is_part_of_another
from wres.definitions.ethnicity import GROUPS
from wres.errors import InputError, Problem
from wres.extracts import board, disciplinary, recruitment, training
from wres.extracts.board import count_board
from wres.extracts.contract import Counted, Layout
from wres.extracts.disciplinary import count_disciplinary
from wres.extracts.finding import Found, find_extracts, has_own_place
from wres.extracts.layouts import read_extract
from wres.extracts.recruitment import count_recruitment
from wres.extracts.staff_survey import count_staff_survey_file, repeated_between
from wres.extracts.tallies import NEEDS_WORKFORCE
from wres.extracts.training import count_training
from wres.extracts.workforce import count_workforce_file
from wres.sources.columns import whole_trust
from wres.sources.files import InputFile
from wres.sources.folders import YearFolder
from wres.sources.strata import staff_by_stratum
from wres.sources.trust import Settings, Trust

__all__ = ["Extracts", "has_own_place", "head_counts", "read_extracts"]


@dataclass(frozen=True)
class Extracts:
    """The counts tables made from a trust's extracts for one year.

    Parameters
    ----------
    tables : dict of str to DataFrame
        Counts tables by name, with the columns and types of the csv of that name; a source
        without an extract, or whose extract has a problem, is absent.
    problems : list of Problem
        What must be mended before the counts can be trusted.
    warnings : list of Problem
        What should be looked at.
    notes : list of Problem
        What was read without doubt though it was not written so, or left out on purpose.
    files : dict of str to str
        SHA-256 of every file, by its path inside the data folder or the extracts folder.
    """

    tables: dict[str, pd.DataFrame] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)


def read_extracts(
    folder: YearFolder,
    trust: Trust,
    extracts: Path | None = None,
    workforce: Mapping[str, int] | None = None,
    staff: pd.DataFrame | None = None,
) -> Extracts:
    """Count every extract of one trust and year.

    Parameters
    ----------
    folder : YearFolder
        The trust's folder for the year; its extracts lie in `extracts/`.
    trust : Trust
        The trust's facts; its settings say how the extracts are to be read.
    extracts : Path, optional
        Another folder that holds them, as `<ODS>/<year>/` in it or by itself (with a note: such
        files are taken for whichever trust and year is asked for).
    workforce : mapping of str to int, optional
        Head count of each group on 31 March, the base of indicators 3 and 4; the workforce
        extract's own where it is not given. An empty mapping says that there is a table of them
        with a fault, which is told elsewhere.
    staff : DataFrame, optional
        The table that those were counted from, for the same within groupings of bands.

    Raises
    ------
    InputError
        The folder given for the extracts is not there. Every other fault is among the problems.
    """
    found = find_extracts(folder, extracts)
    counts = _Counts(folder.year, trust.settings, found)
    counts.take("workforce", count_workforce_file)
    base = workforce or head_counts(counts.tables.get("workforce"))
    table = staff if workforce else counts.tables.get("workforce")
    within = staff_by_stratum(table, base)
    at_fault = workforce == {} or bool(counts.problems or found.problems)
    counts.take("recruitment", _of_rows(recruitment.LAYOUT, count_recruitment))
    beside = (base, within, table)
    counts.take("disciplinary", _of_rows(disciplinary.LAYOUT, count_disciplinary, *beside))
    counts.take("training", _of_rows(training.LAYOUT, count_training, *beside))
    counts.take("staff_survey", count_staff_survey_file)
    counts.take("board", _of_rows(board.LAYOUT, count_board))
    if at_fault:  # there is a staff list, and its own fault is enough to tell
        counts.problems = [one for one in counts.problems if one.rule != NEEDS_WORKFORCE]
    return Extracts(
        tables=counts.tables,
        problems=[*found.problems, *counts.problems],
        warnings=[*found.warnings, *counts.warnings],
        notes=[*found.notes, *counts.notes],
        files=found.fingerprints,
    )


CountFile = Callable[[InputFile, int, Settings], Counted]


@dataclass
class _Counts:
    """What has been counted so far."""

    year: int
    settings: Settings
    found: Found
    tables: dict[str, pd.DataFrame] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)

    def take(self, source: str, count: CountFile) -> None:
        """Count the files of one source; together they are its table if none has a problem."""
        faults = len(self.problems)
        frames = [self._count(file, count) for file in self.found.files.get(source, [])]
        if len(frames) > 1:
            self.problems += repeated_between(self.found.files[source], frames)
        if frames and len(self.problems) == faults:
            self.tables[source] = _together(frames)

    def _count(self, file: InputFile, count: CountFile) -> pd.DataFrame:
        try:
            counted = count(file, self.year, self.settings)
        except InputError as fault:
            self.problems += fault.problems
            return pd.DataFrame()
        self.problems += counted.problems
        self.warnings += counted.warnings
        self.notes += counted.notes
        return counted.table


def _of_rows(
    layout: Layout, count: Callable[..., Counted], *base: Mapping[Any, int] | pd.DataFrame | None
) -> CountFile:
    """Make a counting of rows into one of files."""

    def count_file(file: InputFile, year: int, settings: Settings) -> Counted:
        return count(read_extract(file, layout, settings.extracts), year, settings, *base)

    return count_file


def _together(frames: list[pd.DataFrame]) -> pd.DataFrame:
    return frames[0] if len(frames) == 1 else pd.concat(frames, ignore_index=True)


def head_counts(workforce: pd.DataFrame | None) -> dict[str, int] | None:
    """Give the head count of each group of the whole trust; none without a staff list."""
    if workforce is None:
        return None
    whole = whole_trust(workforce)
    single = whole["staff_group"].ne("all") & whole["band"].ne("all")
    single &= ~whole["band"].map(is_part_of_another).astype(bool)
    everyone = whole[whole["staff_group"].eq("all") & whole["band"].eq("all")]
    counted = everyone if len(everyone) else whole[single]
    numbers = counted.groupby("ethnicity")["headcount"].sum()
    return {group: int(numbers.get(group, 0)) for group in GROUPS}
