"""The window of indicator 3: one year of cases, or two, by the setting of the trust.

A two-year total after a single year that was printed gives away the new year's cases: the
difference of both. The national definition went the other way, from two years to one.
"""

from __future__ import annotations

from collections.abc import Iterator

from wres.errors import Problem
from wres.sources import TrustYear
from wres.sources.folders import YearFolder, years_of

__all__ = ["window_problems"]

SINGLE, TWO_YEARS = "single year", "two-year average"


def window_problems(folder: YearFolder, read: TrustYear) -> Iterator[Problem]:
    """Find a window that is not the one set, or that follows a shorter one."""
    window = read.trust.settings.window(read.year)
    table = read.tables.get("disciplinary")
    if table is not None:
        given = TWO_YEARS if "years" in table and table["years"].eq(2).any() else SINGLE
        if given != window:
            yield _not_as_set(folder, given, window)
    if window == TWO_YEARS and not read.trust.already_published:
        yield from _after_single_years(folder, read)


def _not_as_set(folder: YearFolder, given: str, window: str) -> Problem:
    rule = f"must be the window that trust.yml sets for {folder.year} ({window})"
    action = "Correct years, or settings.disciplinary_window in trust.yml,"
    file = folder.table("disciplinary.csv")
    return file.problem(rule, action, row=1, column="years", given=given)


def _after_single_years(folder: YearFolder, read: TrustYear) -> Iterator[Problem]:
    settings = read.trust.settings
    earlier = [year for year in years_of(folder) if year < read.year]
    single = [year for year in earlier if settings.window(year) == SINGLE]
    if single:
        rule = (
            f"a two-year average in {read.year} must not follow a single year ({single[-1]}): the "
            "difference of both gives away the new year's cases"
        )
        action = (
            f"Set single year from {read.year} on, or the two-year average for {single[0]} too,"
        )
        yield folder.trust().problem(rule, action, column="settings.disciplinary_window")
