"""A trust's own extracts, one row a person, an application or a case, to counts tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from wres.errors import Problem
from wres.extracts.finding import find_extracts
from wres.sources.folders import YearFolder
from wres.sources.trust import Trust

__all__ = ["Extracts", "read_extracts"]


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
) -> Extracts:
    """Count every extract of one trust and year.

    Parameters
    ----------
    folder : YearFolder
        The trust's folder for the year; its extracts lie in `extracts/`.
    trust : Trust
        The trust's facts; its settings say how the extracts are to be read.
    extracts : Path, optional
        Another folder that holds them, by itself or as `<ODS>/<year>/` in it.
    workforce : mapping of str to int, optional
        Head count of each group on 31 March, the base of indicators 3 and 4; the workforce
        extract's own where it is not given.

    Raises
    ------
    InputError
        The folder given for the extracts is not there. Every other fault is among the problems.
    """
    found = find_extracts(folder, extracts)
    return Extracts(problems=found.problems, warnings=found.warnings, files=found.fingerprints)
