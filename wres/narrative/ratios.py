"""Sentences about relative likelihoods (indicators 2 to 4)."""

from __future__ import annotations

import pandas as pd

from wres.chapters.reading import Chapter
from wres.definitions.indicators import Indicator
from wres.labels import format_headcount, format_interval, format_ratio
from wres.narrative.words import absence, capitalised, counts_of, headline_row
from wres.stats import FOUR_FIFTHS, in_four_fifths_range

__all__ = ["finding", "flag", "headline", "reading", "unknown"]


def reading(chapter: Chapter, record: Indicator) -> str:
    """Say what a ratio above, below and at 1 means, with the groups in the right order."""
    group, comparator = _labels(chapter, record)
    return (
        f"The ratio puts {group} over {comparator} {record.people}. Above 1, {group} "
        f"{record.people} were more likely to {record.event}; below 1, {comparator} "
        f"{record.people} were; at 1, both were equally likely."
    )


def finding(chapter: Chapter, record: Indicator) -> str:
    """Say what the ratio shows, as surely as its counts allow and no more."""
    row = headline_row(chapter, record)
    if row is None or (pd.isna(row["value"]) and pd.isna(row["numerator"])):
        return absence(chapter, record, row)
    if row["status"] == "no members":
        return absence(chapter, record, row)
    if pd.isna(row["value"]):
        return _over_zero(chapter, record, row)
    if not row["verdict"]:
        return _as_published(chapter, record, row)
    return _by_verdict(chapter, record, row)


def headline(chapter: Chapter, record: Indicator) -> str:
    """Say the same in one short sentence for the summary."""
    row = headline_row(chapter, record)
    if row is None or pd.isna(row["value"]) or row["status"] == "no members":
        return finding(chapter, record)
    group, comparator = _labels(chapter, record)
    people, ratio = record.people, format_ratio(row["value"])
    if row["verdict"] == "too few to say":
        counts = counts_of(row, (group, comparator), people)
        return f"Too few cases to say whether the groups differed: {counts} (ratio {ratio})."
    if row["verdict"] == "no clear difference":
        return (
            f"No clear difference between {group} and {comparator} {people} in how likely they "
            f"were to {record.event} (ratio {ratio})."
        )
    if row["verdict"]:
        return capitalised(
            f"{group} {people} were {row['verdict']} than {comparator} {people} to "
            f"{record.event} ({ratio} times as likely)."
        )
    return capitalised(
        f"{group} {people} were {ratio} times as likely as {comparator} {people} to "
        f"{record.event}, as published."
    )


def flag(chapter: Chapter, record: Indicator) -> str:
    """Say where the ratio lies against the four-fifths range, apart from the verdict."""
    row = headline_row(chapter, record)
    if row is None or pd.isna(row["value"]):
        return ""
    low, high = (format_ratio(limit) for limit in FOUR_FIFTHS)
    side = "inside" if in_four_fifths_range(float(row["value"])) else "outside"
    caution = " With so few cases that says little." if row["verdict"] == "too few to say" else ""
    return (
        f"{format_ratio(row['value'])} lies {side} the range of {low} to {high} that is used "
        f"nationally as non-adverse.{caution}"
    )


def unknown(chapter: Chapter, record: Indicator) -> str:
    """Say what people of unknown ethnicity could do to the ratio: extremes, then scenarios."""
    row = headline_row(chapter, record)
    people = chapter.row(indicator=record.number, measure="likelihood", group="Unknown")
    if row is None or (pd.isna(row["value"]) and people is None):
        return ""
    if people is None:
        return (
            f"How many {record.people} of unknown ethnicity there were, and what they could do to "
            "the ratio, was not published."
        )
    if not people["denominator"]:
        return f"Ethnicity was known for all {record.people} counted."
    if pd.isna(row["value"]):
        count = format_headcount(people["denominator"])
        return f"Of unknown ethnicity, and left out of the ratio: {count} {record.people}."
    if pd.isna(row["unknown_low"]):
        return (
            f"What {record.people} of unknown ethnicity could do to the ratio can't be worked out: "
            "the counts behind it were not published."
        )
    return f"{_extremes(record, row, people)} {_scenarios(chapter, record)}".strip()


def _labels(chapter: Chapter, record: Indicator) -> tuple[str, str]:
    return chapter.group_label(record.group), chapter.group_label(record.comparator_group)


def _by_verdict(chapter: Chapter, record: Indicator, row: pd.Series) -> str:
    group, comparator = _labels(chapter, record)
    people, event = record.people, record.event
    ratio = format_ratio(row["value"])
    counts = counts_of(row, (group, comparator), people)
    interval = format_interval(row["lower"], row["upper"], "ratio")
    if row["verdict"] == "too few to say":
        return (
            f"There were too few cases to say whether {group} and {comparator} {people} differed "
            f"in how likely they were to {event}: {counts}. The ratio of {ratio} rests on very few "
            f"people; its 95% interval is {interval}."
        )
    if row["verdict"] == "no clear difference":
        return (
            f"There was no clear difference between {group} and {comparator} {people} in how "
            f"likely they were to {event}. The ratio was {ratio} ({counts}), and its 95% "
            f"interval, {interval}, includes 1."
        )
    return capitalised(
        f"{group} {people} were {row['verdict']} than {comparator} {people} to {event}: {ratio} "
        f"times as likely ({counts}; 95% interval {interval})."
    )


def _as_published(chapter: Chapter, record: Indicator, row: pd.Series) -> str:
    group, comparator = _labels(chapter, record)
    return capitalised(
        f"{group} {record.people} were {format_ratio(row['value'])} times as likely as "
        f"{comparator} {record.people} to {record.event}, as published. The counts behind the "
        "ratio were not published, so how certain it is can't be judged."
    )


def _over_zero(chapter: Chapter, record: Indicator, row: pd.Series) -> str:
    counts = counts_of(row, _labels(chapter, record), record.people)
    reason = chapter.in_term(row["reason"])
    return (
        f"{_shown(chapter, record, row)}No ratio can be given for indicator {record.number}: "
        f"{reason} ({counts})."
    )


def _shown(chapter: Chapter, record: Indicator, row: pd.Series) -> str:
    """Say what the interval shows where the ratio itself does not exist."""
    if row["verdict"] not in {"more likely", "less likely"}:
        return ""
    group, comparator = _labels(chapter, record)
    return capitalised(
        f"{group} {record.people} were {row['verdict']} than {comparator} {record.people} to "
        f"{record.event}. "
    )


def _extremes(record: Indicator, row: pd.Series, people: pd.Series) -> str:
    count = format_headcount(people["denominator"])
    who = f"{count} {record.people} of unknown ethnicity are"
    if people["denominator"] == 1:
        who = "One person of unknown ethnicity is"
    span = format_interval(row["unknown_low"], row["unknown_high"], "ratio")
    crosses = float(row["unknown_low"]) < 1 < float(row["unknown_high"])
    doubt = ", on either side of 1" if crosses else ""
    return (
        f"{who} left out of the ratio. Depending on their ethnicity it could be anywhere from "
        f"{span}{doubt}."
    )


def _scenarios(chapter: Chapter, record: Indicator) -> str:
    parts = []
    for group in (record.group, record.comparator_group):
        row = chapter.row(
            indicator=record.number, measure="relative_likelihood", breakdown=f"unknown={group}"
        )
        if row is not None:
            parts.append(f"{format_ratio(row['value'])} if all were {chapter.group_label(group)}")
    return f"It would be {' and '.join(parts)}." if parts else ""
