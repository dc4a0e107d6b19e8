"""Sentences and words about the figure of the year before, or of the survey before."""

from __future__ import annotations

import re

import pandas as pd

from wres.chapters.reading import Chapter
from wres.definitions.comparators import joined
from wres.definitions.indicators import Indicator
from wres.labels import format_result, is_over_zero, is_withheld
from wres.narrative.travel import NO_TRAVEL, direction_of_travel, since_then, which_way
from wres.narrative.words import figure_of, headline_row, measured

__all__ = [
    "NOT_COMPARED",
    "last_before",
    "no_figure_of",
    "previous",
    "previous_figure",
    "undivided",
    "was_over_zero",
    "was_withheld",
]

SAME = 1e-9
NOT_COMPARED = "A withheld figure is not compared with the year before."


def previous(chapter: Chapter, record: Indicator) -> str:
    """Say an indicator's figure of the year before, and how the printed figure moved."""
    row = headline_row(chapter, record)
    if is_withheld(row):
        return NOT_COMPARED
    if was_withheld(row):
        which = "survey" if record.kind == "survey" else "year"
        return f"The figure of the {which} before is withheld to protect people."
    zero = undivided(chapter, record, row)
    if row is None or pd.isna(row["previous"]):
        return zero or _no_previous(chapter, record, row)
    travel = direction_of_travel(chapter.change_of(row))
    unit = " percentage points" if row["unit"] == "points" else ""
    when = "In the survey before" if row["measure"] == "percentage" else "The year before"
    figure = previous_figure(chapter, row)
    told = f"{when}, {measured(chapter, row)} was {figure}{unit}."
    if zero:
        return f"{told} {zero}"
    return told if travel == NO_TRAVEL else f"{told} {since_then(travel)}"


def undivided(chapter: Chapter, record: Indicator, row: pd.Series | None) -> str:
    """Say that how far a ratio moved can't be said because one is over zero, and which way it went.

    There are figures of such a year, as a rule with an interval, so it is never told as one without
    any. '' where the ratio of neither year is.
    """
    if row is None or record.kind != "ratio":
        return ""
    change = chapter.change_of(row)
    if change is not None and pd.isna(change["value"]) and change["reason"]:
        why = chapter.in_term(str(change["reason"]))
        return f"How far the ratio moved can't be said: {why}. {which_way(change)}".strip()
    return _over_nothing(chapter, record, row)


def _over_nothing(chapter: Chapter, record: Indicator, row: pd.Series) -> str:
    """Say the same where one year has no interval: nobody was seen of either group."""
    group, base = (
        chapter.row(indicator=record.number, measure="likelihood", breakdown="all", group=name)
        for name in (record.group, record.comparator_group)
    )
    if group is None or base is None or is_withheld(base) or is_withheld(row):
        return ""
    year = chapter.facts.year
    then = pd.isna(row["previous"]) and _is_zero(base["previous"])
    now = pd.isna(row["value"]) and _is_zero(base["value"])
    # Beside an older year, or none, of which nothing is known there is nothing to be changed from.
    if not (then or (now and pd.notna(row["previous"]))):
        return ""
    over = {year - 1: (then, group["previous"]), year: (now, group["value"])}
    told = {one: _is_zero(beside) for one, (is_over, beside) in over.items() if is_over}
    labels = [chapter.group_label(one) for one in (record.group, record.comparator_group)]
    nobody = f"neither {labels[0]} nor {labels[1]}" if all(told.values()) else f"no {labels[1]}"
    return (
        f"Whether the ratio moved can't be said: {nobody} {record.people} were seen to "
        f"{record.event} in {' or '.join(map(str, told))}, and nothing can be divided by zero."
    )


def previous_figure(chapter: Chapter, row: pd.Series) -> str:
    """Write the figure of the year before as the report of that year wrote it."""
    before = _year_before(chapter, row)
    if before is None or pd.isna(before["value"]):
        return format_result(row, "previous")
    if abs(float(before["value"]) - float(row["previous"])) > SAME:
        return format_result(row, "previous")
    return format_result(before)


def was_over_zero(chapter: Chapter, row: pd.Series) -> bool:
    """Say whether the ratio of the year before is over zero."""
    return is_over_zero(_year_before(chapter, row))


def was_withheld(row: pd.Series | None) -> bool:
    """Say whether the figure of the year before is withheld: its year is told without it."""
    return bool(row is not None and pd.isna(row["previous"]) and pd.notna(row["previous_year"]))


def _is_zero(value: float) -> bool:
    return bool(pd.notna(value) and value == 0)


def _year_before(chapter: Chapter, row: pd.Series) -> pd.Series | None:
    return _of_year(chapter, row, chapter.facts.year - 1)


def _of_year(chapter: Chapter, row: pd.Series, year: int) -> pd.Series | None:
    keys = ("indicator", "measure", "group", "comparator_group")
    own = str(row["breakdown"])
    if own.startswith("survey_year="):
        breakdown = f"survey_year={year - 1}"
    else:
        breakdown = joined(own, f"year={year}")
    return chapter.row(breakdown=breakdown, **{key: row[key] for key in keys})


def _no_previous(chapter: Chapter, record: Indicator, row: pd.Series | None) -> str:
    survey = record.kind == "survey"
    before = None if row is None else _year_before(chapter, row)
    if is_withheld(before):
        return "The figure of the survey before is withheld to protect people."
    if survey and before is not None and pd.notna(before["value"]):
        return "The figure of the survey before is not compared: its base differs or is not known."
    year = chapter.facts.year - 1
    if row is not None and _parts_alone(chapter, record, row):
        return f"There is no figure of the whole board of {year} to compare it with, only of parts."
    older = None if row is None else last_before(chapter, record, row)
    return no_figure_of(chapter, record, older, "it")


def no_figure_of(
    chapter: Chapter, record: Indicator, older: tuple[str, int] | None, beside: str
) -> str:
    """Say that there is no figure of the year before to compare `beside` with, only an older one.

    Parameters
    ----------
    older : tuple of str and int, optional
        As `last_before` gives it.
    """
    survey, year = record.kind == "survey", chapter.facts.year - 1
    start = f"There is no figure of {_named(survey, year)} to compare {beside} with"
    if older is None:
        return f"{start}."
    figure, then = older
    return f"{start}; the last one before that is of {_named(survey, then)} ({figure})."


def _parts_alone(chapter: Chapter, record: Indicator, row: pd.Series) -> bool:
    """Say whether parts of a board have a figure of the year before, and the whole has none."""
    if record.kind != "board" or row["breakdown"] != "all":
        return False
    rows = chapter.own_rows(indicator=record.number, measure=row["measure"], group=row["group"])
    return bool(rows["previous"].notna().any())


def _named(survey: bool, year: int) -> str:
    return f"autumn {year - 1}" if survey else str(year)


def last_before(chapter: Chapter, record: Indicator, row: pd.Series) -> tuple[str, int] | None:
    """Find the newest figure that is older than the year before, and its reporting year.

    Of a question whose base changed it is one of the same edition. None where there is none.
    """
    year = chapter.facts.year - 1
    keys = ("indicator", "measure", "group", "comparator_group")
    rows = chapter.rows(**{key: row[key] for key in keys})
    for then in sorted(_years(rows), reverse=True):
        found = _of_year(chapter, row, then) if then < year else None
        if found is None or pd.isna(found["value"]):
            continue
        if not record.series_break or (row["edition"] and found["edition"] == row["edition"]):
            return figure_of(found), then
    return None


def _years(rows: pd.DataFrame) -> set[int]:
    """Give the reporting years of which there are rows beside the report's own."""
    found: set[int] = set()
    for breakdown in rows["breakdown"]:
        survey = re.fullmatch(r"survey_year=(\d{4})", breakdown)
        past = re.search(r"(?:^|;)year=(\d{4})$", breakdown)
        found |= {int(survey[1]) + 1} if survey else {int(past[1])} if past else set()
    return found
