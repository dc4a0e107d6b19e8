"""Sentences about the staff survey (indicators 5 to 8)."""

from __future__ import annotations

import pandas as pd

from wres.chapters.reading import Chapter
from wres.definitions.indicators import Indicator
from wres.labels import (
    capitalise,
    format_figure,
    format_headcount,
    format_result_interval,
    is_withheld,
)
from wres.narrative.certainty import interval_label
from wres.narrative.words import absence, figure_of
from wres.stats import CLEAR, TOO_FEW

__all__ = ["finding", "gap_row", "headline", "percentage_row"]


def percentage_row(chapter: Chapter, record: Indicator, group: str) -> pd.Series | None:
    """Return the percentage of one group in the survey that belongs to the report's year."""
    return chapter.row(
        indicator=record.number,
        measure="percentage",
        breakdown=f"survey_year={chapter.facts.year - 1}",
        group=group,
    )


def gap_row(chapter: Chapter, record: Indicator) -> pd.Series | None:
    """Return the gap between the groups in the survey that belongs to the report's year."""
    return chapter.row(
        indicator=record.number,
        measure="gap",
        breakdown=f"survey_year={chapter.facts.year - 1}",
    )


def finding(chapter: Chapter, record: Indicator) -> str:
    """Say both percentages, the gap, and how sure it is."""
    groups = (record.group, record.comparator_group)
    rows = [percentage_row(chapter, record, group) for group in groups]
    known = [row for row in rows if row is not None and not pd.isna(row["value"])]
    if not known:
        return absence(chapter, record, next(filter(is_withheld, rows), rows[0]))
    shares = " and ".join(_share(chapter, row) for row in known)
    sentence = capitalise(f"{shares} {record.event}.")
    missing = [row for row in rows if row is not None and pd.isna(row["value"])]
    if missing:
        label = chapter.group_label(missing[0]["group"])
        if is_withheld(missing[0]):
            return (
                f"{sentence} The percentage for {label} respondents is withheld to protect people, "
                "and so is the gap between the groups."
            )
        if missing[0]["status"] == "no members":
            return f"{sentence} There were no {label} respondents."
        return f"{sentence} The percentage for {label} staff was not published."
    return f"{sentence} {_gap(chapter, record)}".strip()


def headline(chapter: Chapter, record: Indicator) -> str:
    """Say both percentages in one sentence for the summary, with the verdict where there is one."""
    groups = (record.group, record.comparator_group)
    rows = [percentage_row(chapter, record, group) for group in groups]
    if any(row is None or pd.isna(row["value"]) for row in rows):
        return finding(chapter, record)
    shares = " and ".join(
        f"{figure_of(row)} of {chapter.group_label(group)}"
        for group, row in zip(groups, rows, strict=True)
    )
    gap = gap_row(chapter, record)
    verdict = "" if gap is None or not gap["verdict"] else f" {_shown(chapter, record, gap)}"
    return f"{shares} respondents {record.event}.{verdict}"


def _shown(chapter: Chapter, record: Indicator, gap: pd.Series) -> str:
    if gap["verdict"] in CLEAR:
        return f"{_likelier(chapter, record, gap)}."
    if gap["verdict"] == TOO_FEW:
        return "Too few people gave one of the answers to say whether the groups differed."
    return f"That is {gap['verdict']}."


def _likelier(chapter: Chapter, record: Indicator, gap: pd.Series) -> str:
    return f"{chapter.group_title(record.group)} respondents were {gap['verdict']} to say so"


def _share(chapter: Chapter, row: pd.Series) -> str:
    base = "" if pd.isna(row["denominator"]) else f" the {format_headcount(row['denominator'])}"
    return f"{figure_of(row)} of{base} {chapter.group_label(row['group'])} respondents"


def _gap(chapter: Chapter, record: Indicator) -> str:
    row = gap_row(chapter, record)
    if is_withheld(row):
        return "The gap between them is withheld to protect people."
    if row is None or pd.isna(row["value"]):
        return ""
    size = format_figure(abs(float(row["value"])), "points", published=True).lstrip("+")
    group = chapter.group_label(record.group)
    if round(float(row["value"]), 6) == 0:
        level = "As published, the two percentages are the same."
    else:
        way = "higher" if row["value"] > 0 else "lower"
        points = "point" if size in {"1", "1.0"} else "points"
        level = f"The percentage for {group} respondents was {size} percentage {points} {way}."
    return f"{level} {_certainty(chapter, record, row)}"


def _certainty(chapter: Chapter, record: Indicator, row: pd.Series) -> str:
    if not row["verdict"]:
        return (
            "The numbers of respondents were not all published, so how certain the gap is can't "
            "be judged."
        )
    if pd.isna(row["lower"]):
        return _by_one_base(chapter, record, row)
    span, named = format_result_interval(row), interval_label(row)
    if row["verdict"] == TOO_FEW:
        return f"Too few people gave one of the answers to say more ({named} of the gap {span})."
    if row["verdict"] == "no clear difference":
        return f"That is no clear difference: the {named} of the gap, {span}, includes 0."
    return f"{_likelier(chapter, record, row)}: the {named} of the gap, {span}, does not include 0."


def _by_one_base(chapter: Chapter, record: Indicator, row: pd.Series) -> str:
    """Say how sure a gap is whose verdict rests on the respondents of one group alone."""
    groups = (record.group, record.comparator_group)
    known, other = groups[::-1] if pd.isna(row["denominator"]) else groups
    names = [chapter.group_label(group) for group in (known, other)]
    if row["verdict"] == TOO_FEW:
        return (
            "Too few people gave one of the answers to say more; the number of "
            f"{names[1]} respondents was not published."
        )
    share = percentage_row(chapter, record, known)
    span = "" if share is None else f", {format_result_interval(share)},"
    return (
        f"That is no clear difference: the {interval_label(share)} of the figure for {names[0]} "
        f"respondents{span} includes that of {names[1]} respondents, whose number was not "
        "published."
    )
