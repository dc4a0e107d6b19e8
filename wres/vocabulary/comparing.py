"""A figure beside those of others: England, the region, the benchmark group, a comparator."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from wres.chapters.reading import opened_chapter
from wres.definitions.comparators import ALL_MEMBERS, SURVEY_GROUP, area_of, plain, survey_of
from wres.labels import NOT_AVAILABLE, WITHHELD, format_figure, is_over_zero, is_withheld
from wres.narrative.comparison import compared_row, comparison_rows
from wres.vocabulary.errors import VocabularyError, one_of
from wres.vocabulary.lookup import headline, record_of

__all__ = ["benchmark", "compare"]

# Comparators that a narrative may name by what they are.
KINDS: dict[str, Callable[[str], bool]] = {
    "national": lambda name: name == "England",
    "region": lambda name: name.endswith(" region"),
    "benchmark group": lambda name: name.startswith(SURVEY_GROUP),
}


def benchmark(number: int | str, of: str = "national", group: str | None = None) -> str:
    """Return the figure of a comparator.

    Parameters
    ----------
    number : int or str
        1 to 9; of 1 it is the share of the workforce, of 9 that of the board.
    of : str
        'national', 'region', 'benchmark group', or a comparator's name as the report prints it.
    group : str, optional
        For 1 and 5 to 8; 'BME' unless given.

    Examples
    --------
    >>> benchmark(2), benchmark(5, "national")
    ('1.61', '30.3%')
    """
    row, one = _rows(number, of, group)
    if row is None or one is None or pd.isna(one["benchmark"]):
        return NOT_AVAILABLE
    return _figure(row, one)


def compare(number: int | str, to: str = "national", group: str | None = None) -> str:
    """Return how a figure stands to a comparator's, ready to follow 'is' in a sentence.

    Parameters
    ----------
    number : int or str
        1 to 9; of 1 it is the share of the workforce, of 9 that of the board.
    to : str
        'national', 'region', 'benchmark group', or a comparator's name as the report prints it.
    group : str, optional
        For 1 and 5 to 8; 'BME' unless given.

    Returns
    -------
    str
        With the comparator's name, year and figure, and as surely as the interval allows.

    Examples
    --------
    >>> compare(2, "national")
    '0.13 below that of England (WRES 2020: 1.61)'
    """
    row, one = _rows(number, to, group)
    if is_withheld(row):
        return WITHHELD
    if row is None or one is None or pd.isna(one["benchmark"]):
        return NOT_AVAILABLE
    whose = _whose(row, one)
    if is_withheld(one) or one["status"] == "not available":
        return f"not compared with {whose}"
    if one["verdict"] == "too few to say":
        return f"too uncertain, with so few cases, to set beside {whose}"
    if one["verdict"] == "no clear difference":
        return f"not clearly different from {whose}"
    return f"{one['verdict'] if is_over_zero(one) else _apart(one)} {whose}"


def _rows(
    number: int | str, wanted: str, group: str | None
) -> tuple[pd.Series | None, pd.Series | None]:
    """Return a figure and the row that sets it beside the comparator asked for."""
    chapter, record = opened_chapter(), record_of(number)
    row = headline(number, group) if group is not None else compared_row(chapter, record)
    rows = {str(one["benchmark_name"]): one for one in comparison_rows(chapter, row)}
    found = [one for name, one in rows.items() if _fits(name, wanted)]
    if not found and wanted not in KINDS:
        every = chapter.rows(measure="comparison")["benchmark_name"]
        if wanted not in set(every):
            raise VocabularyError(one_of("a comparator", wanted, [*KINDS, *dict.fromkeys(every)]))
    return row, found[0] if found else None


def _fits(name: str, wanted: str) -> bool:
    kind = KINDS.get(wanted)
    return kind(name) if kind is not None else name.casefold() == wanted.casefold()


def _figure(row: pd.Series, one: pd.Series) -> str:
    return format_figure(one["benchmark"], row["unit"], published=True)


def _whose(row: pd.Series, one: pd.Series) -> str:
    """Name a comparator with its year and figure, to follow 'above' or 'below'."""
    name = plain(str(one["benchmark_name"]))
    place = area_of(name) or name.removesuffix(ALL_MEMBERS)
    if name == SURVEY_GROUP or name.endswith(" region"):
        place = f"the {place}"
    kept = "all board members in " if name.endswith(ALL_MEMBERS) else ""
    kept = "the population of " if area_of(name) else kept
    return f"that of {kept}{place} ({_dated(row, one)}{_figure(row, one)})"


def _dated(row: pd.Series, one: pd.Series) -> str:
    """Give a comparator's year; of a survey figure its survey, whoever's it is."""
    if pd.isna(one["benchmark_year"]):
        return ""
    year = int(one["benchmark_year"])
    if row["measure"] == "percentage":
        return f"{survey_of(year)}: "
    return f"{year}: " if area_of(one["benchmark_name"]) else f"WRES {year}: "


def _apart(one: pd.Series) -> str:
    published = one["status"] == "as published"
    size = format_figure(abs(float(one["value"])), one["unit"], published=published).lstrip("+")
    if not float(size):
        return "level with"
    points = "" if one["unit"] == "ratio" else " percentage points"
    if points and size in {"1", "1.0"}:
        points = " percentage point"
    return f"{size}{points} {'above' if one['value'] > 0 else 'below'}"
