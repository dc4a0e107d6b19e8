"""Sentences about what people of unknown ethnicity could do to a relative likelihood."""

from __future__ import annotations

from math import isinf

import pandas as pd

from wres import stats
from wres.chapters.reading import Chapter
from wres.definitions.indicators import Indicator
from wres.labels import format_headcount, format_interval, format_ratio, is_withheld
from wres.narrative.words import headline_row

__all__ = ["could_turn", "unknown"]


def unknown(chapter: Chapter, record: Indicator) -> str:
    """Say what people of unknown ethnicity could do to the ratio: extremes, then scenarios."""
    row = headline_row(chapter, record)
    people = chapter.row(
        indicator=record.number, measure="likelihood", breakdown="all", group="Unknown"
    )
    if row is None or is_withheld(row) or (pd.isna(row["value"]) and people is None):
        return ""
    if people is None:
        return (
            f"How many {record.people} of unknown ethnicity there were, and what they could do to "
            "the ratio, was not published."
        )
    if is_withheld(people):
        return (
            f"Figures of {record.people} of unknown ethnicity, and what they could do to the "
            "ratio, are withheld to protect people."
        )
    if not people["denominator"]:
        return f"Ethnicity was known for all {record.people} counted."
    return _effect(chapter, record, row, people)


def could_turn(row: pd.Series) -> bool:
    """Say whether people of unknown ethnicity could turn a result round that is shown."""
    low, high = (row["unknown_low"], row["unknown_high"])
    return not pd.isna(low) and not pd.isna(high) and stats.could_turn(float(low), float(high))


def _effect(chapter: Chapter, record: Indicator, row: pd.Series, people: pd.Series) -> str:
    if pd.isna(row["value"]) and pd.isna(row["unknown_low"]):
        count = format_headcount(people["denominator"])
        return f"Of unknown ethnicity, and left out of the ratio: {count} {record.people}."
    if pd.isna(row["unknown_low"]):
        return (
            f"What {record.people} of unknown ethnicity could do to the ratio can't be worked out: "
            "the counts behind it were not published."
        )
    extremes = f"{_left_out(record, people)} {_extremes(row)}"
    return extremes if _is_one(row) else f"{extremes} {_scenarios(chapter, record)}".strip()


def _left_out(record: Indicator, people: pd.Series) -> str:
    count = format_headcount(people["denominator"])
    who = f"{count} {record.people} of unknown ethnicity are"
    if people["denominator"] == 1:
        who = "One person of unknown ethnicity is"
    return f"{who} left out of the ratio."


def _extremes(row: pd.Series) -> str:
    if _is_one(row):
        low = format_ratio(row["unknown_low"])
        verb = "stay" if format_ratio(row["value"]) == low else "be"
        return f"Whatever their ethnicity, it would {verb} {low}."
    span = f"anywhere from {format_interval(row['unknown_low'], row['unknown_high'], 'ratio')}"
    if isinf(row["unknown_high"]):
        span = f"{format_ratio(row['unknown_low'])} or anything above that"
    doubt = ", on either side of 1" if could_turn(row) else ""
    return f"Depending on their ethnicity it could be {span}{doubt}."


def _is_one(row: pd.Series) -> bool:
    """Say whether both extremes are printed the same, and not on either side of 1."""
    if isinf(row["unknown_high"]) or could_turn(row):
        return False
    return format_ratio(row["unknown_low"]) == format_ratio(row["unknown_high"])


def _scenarios(chapter: Chapter, record: Indicator) -> str:
    parts = []
    for group in (record.group, record.comparator_group):
        row = chapter.row(
            indicator=record.number, measure="relative_likelihood", breakdown=f"unknown={group}"
        )
        if row is not None and not pd.isna(row["value"]):
            parts.append(f"{format_ratio(row['value'])} if all were {chapter.group_label(group)}")
    return f"It would be {' and '.join(parts)}." if parts else ""
