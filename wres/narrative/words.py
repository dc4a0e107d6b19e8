"""Small pieces of sentences that several chapters share."""

from __future__ import annotations

import pandas as pd

from wres.chapters.reading import Chapter
from wres.definitions.comparators import SURVEY_GROUP, plain, survey_of
from wres.definitions.indicators import Indicator
from wres.labels import (
    NOT_AVAILABLE,
    WITHHELD,
    capitalise,
    format_figure,
    format_headcount,
    format_result,
    is_withheld,
    why_withheld,
)

__all__ = [
    "absence",
    "benchmark_words",
    "counts_of",
    "figure_of",
    "headline_row",
    "measured",
    "placed",
    "year_of",
]


def headline_row(chapter: Chapter, record: Indicator) -> pd.Series | None:
    """Return the one result that stands for an indicator in the summary.

    The relative likelihood; the BME percentage of the latest survey; the difference of the whole
    board, or of its voting members where only those were published or are withheld.
    """
    number = record.number
    if record.kind == "ratio":
        return chapter.row(indicator=number, measure="relative_likelihood", breakdown="all")
    if record.kind == "survey":
        survey_year = f"survey_year={chapter.facts.year - 1}"
        return chapter.row(
            indicator=number, measure="percentage", breakdown=survey_year, group=record.group
        )
    if record.kind == "board":
        return _board_row(chapter)
    return chapter.row(indicator="workforce", measure="share", breakdown="all", group="BME")


def _board_row(chapter: Chapter) -> pd.Series | None:
    rows = [
        chapter.row(indicator="9", measure="difference", breakdown=breakdown, group="BME")
        for breakdown in ("all", "voting=yes")
    ]
    held = [row for row in rows if row is not None]
    present = [row for row in held if not pd.isna(row["value"])]
    # Of voting members alone, what is withheld is the reason, and not that no others were given.
    withheld = [row for row in held if is_withheld(row)]
    return next(iter((*present, *withheld)), rows[0])


def figure_of(row: pd.Series | None) -> str:
    """Write the value of a result, or why there is none in a word or two."""
    if row is None:
        return NOT_AVAILABLE
    if is_withheld(row):
        return WITHHELD
    if pd.isna(row["value"]):
        return row["status"] if row["status"] != "ok" else NOT_AVAILABLE
    return format_result(row)


def counts_of(
    row: pd.Series, labels: tuple[str, str], people: str, *, two_years: bool = False
) -> str:
    """Write both counts of a ratio: '198 of 855 White and 17 of 47 BME applicants'.

    Over two years the cases are no part of the staff of one day, so they stand apart: 'over two
    years, 50 cases among 500 BME and 50 among 1,000 White staff'. Without counts nothing is said.
    """
    pairs = [("numerator", "denominator"), ("comparator_numerator", "comparator_denominator")]
    if any(pd.isna(row[name]) for pair in pairs for name in pair):
        return ""
    counts = [[format_headcount(row[name]) for name in pair] for pair in pairs]
    if two_years:
        (first, base), (second, other) = counts
        cases = "case" if first == "1" else "cases"
        return (
            f"over two years, {first} {cases} among {base} {labels[0]} and {second} among "
            f"{other} {labels[1]} {people}"
        )
    parts = [
        f"{events} of {base} {label}" for (events, base), label in zip(counts, labels, strict=True)
    ]
    return f"{parts[0]} and {parts[1]} {people}"


def benchmark_words(chapter: Chapter, row: pd.Series | None) -> str:
    """Name the benchmark of a result with its year, beside the result, without a judgement."""
    if row is None or pd.isna(row["benchmark"]):
        return "No comparable national figure up to this year is at hand."
    value = format_figure(row["benchmark"], row["unit"], published=True)
    name, what = plain(str(row["benchmark_name"])), measured(chapter, row)
    # Beside a withheld figure there is nothing to compare.
    start = capitalise(what) if is_withheld(row) else f"For comparison, {what}"
    year = int(row["benchmark_year"])
    later = (
        "" if year == chapter.facts.year else f", the latest published up to {chapter.facts.year}"
    )
    return f"{start} in {placed(name)} ({year_of(row, year)}{later}) was {value}."


def placed(name: str) -> str:
    """Let the name of a comparator stand in a sentence."""
    short = name.removeprefix("NHS Staff Survey ")
    return f"the {short}" if name == SURVEY_GROUP or name.endswith(" region") else name


def year_of(row: pd.Series, year: int) -> str:
    """Name the year of a figure of others: that of the report, or the survey."""
    return survey_of(year) if row["measure"] in {"percentage", "gap"} else f"WRES {year}"


def measured(chapter: Chapter, row: pd.Series) -> str:
    """Name what a result measures, so that it is never compared with something else."""
    group = chapter.group_label(row["group"])
    names = {
        "relative_likelihood": "the ratio",
        "percentage": f"the figure for {group} respondents",
        "difference": "the difference",
    }
    share = f"the {group} share of the {'board' if row['indicator'] == '9' else 'workforce'}"
    return names.get(row["measure"], share)


def absence(chapter: Chapter, record: Indicator, row: pd.Series | None) -> str:
    """Say that an indicator has no figure, and why."""
    if row is not None and is_withheld(row):
        return f"Indicator {record.number} is withheld: {chapter.in_term(why_withheld(row))}."
    if row is not None and row["status"] == "no members":
        reason = f": {chapter.in_term(row['reason'])}" if row["reason"] else ""
        return f"Indicator {record.number} has no members to count{reason}."
    reason = row["reason"] if row is not None and row["reason"] else "no figures were supplied"
    return f"Indicator {record.number} is not available: {chapter.in_term(reason)}."
