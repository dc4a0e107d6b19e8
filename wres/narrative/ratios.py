"""Sentences about relative likelihoods (indicators 2 to 4)."""

from __future__ import annotations

import pandas as pd

from wres.chapters.reading import Chapter
from wres.definitions.indicators import Indicator
from wres.labels import (
    capitalise,
    format_people,
    format_ratio,
    format_result_interval,
    is_over_zero,
    is_withheld,
    round_half_up,
)
from wres.narrative.certainty import interval_label
from wres.narrative.unknowns import could_turn
from wres.narrative.words import absence, counts_of, headline_row
from wres.stats import CLEAR, FOUR_FIFTHS, TOO_FEW, in_four_fifths_range

__all__ = [
    "WITHOUT_INTERNATIONAL",
    "finding",
    "flag",
    "headline",
    "in_people",
    "likelier",
    "reading",
    "turned",
    "without_international",
]

WITHOUT_INTERNATIONAL = "recruitment=without international"
COULD_TURN = "; people of unknown ethnicity could turn this round"
GROUPS_OF_EXCESS = ("group", "comparator_group")


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
    if row is None or is_withheld(row) or (pd.isna(row["value"]) and pd.isna(row["numerator"])):
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
    if row["verdict"] == TOO_FEW:
        counts = _counts(chapter, record, row)
        told = f": {counts}" if counts else ""
        return f"Too few cases to say whether the groups differed{told} (ratio {ratio})."
    if row["verdict"] == "no clear difference":
        return (
            f"No clear difference between {group} and {comparator} {people} in how likely they "
            f"were to {record.event} (ratio {ratio})."
        )
    if row["verdict"]:
        return (
            f"{_likelier(chapter, record, row)} (ratio {ratio}, {group} over {comparator})"
            f"{_turned(row)}."
        )
    return capitalise(
        f"{group} {people} were {ratio} times as likely as {comparator} {people} to "
        f"{record.event}, as published."
    )


def _likelier(chapter: Chapter, record: Indicator, row: pd.Series, then: str = "") -> str:
    """Say the same where it begins a sentence."""
    return capitalise(likelier(chapter, record, row, then))


def likelier(chapter: Chapter, record: Indicator, row: pd.Series, then: str = "") -> str:
    """Say a clear verdict of BME people beside White people, whichever group the ratio puts first.

    One side for all indicators: a board that reads 'more likely' and 'less likely' of now one
    group, now the other, has to turn every second one round.
    """
    bme, white = (f"{chapter.group_label(group)} {record.people}" for group in ("BME", "White"))
    verdict = f"{then} {record.for_bme(row['verdict'])}".strip()
    return f"{bme} were {verdict} than {white} to {record.event}"


def without_international(chapter: Chapter, record: Indicator) -> str:
    """Say what the ratio is without applicants recruited abroad, where they are marked."""
    row = chapter.row(
        indicator=record.number, measure="relative_likelihood", breakdown=WITHOUT_INTERNATIONAL
    )
    if row is None:
        return ""
    start = f"Without {record.people} recruited from abroad, the ratio"
    if is_withheld(row):
        return f"{start} is withheld to protect people."
    if pd.isna(row["value"]):
        return f"{start} is not available."
    interval = format_result_interval(row)
    told = "" if pd.isna(row["lower"]) else f" ({interval_label(row)} {interval})"
    shown = f"{start} was {format_ratio(row['value'])}{told}."
    return f"{shown} {_without(chapter, record, row)}".strip()


def turned(chapter: Chapter, record: Indicator) -> str:
    """Say what recruits from abroad change in the verdict; '' where they change nothing."""
    row = headline_row(chapter, record)
    other = chapter.row(
        indicator=record.number, measure="relative_likelihood", breakdown=WITHOUT_INTERNATIONAL
    )
    if row is None or other is None or not other["verdict"] or other["verdict"] == row["verdict"]:
        return ""
    return without_international(chapter, record)


def _without(chapter: Chapter, record: Indicator, row: pd.Series) -> str:
    """Say what the ratio without recruits from abroad shows."""
    group, comparator = _labels(chapter, record)
    if row["verdict"] in CLEAR:
        return f"{_likelier(chapter, record, row, 'then')}."
    shown = {
        "no clear difference": f"That is no clear difference between {group} and {comparator}.",
        TOO_FEW: "There are then too few cases to say whether the groups differed.",
    }
    return shown.get(row["verdict"], "")


def in_people(chapter: Chapter, record: Indicator) -> str:
    """Say how many people the ratio comes to; nothing where counts are few, or it comes to none."""
    row = headline_row(chapter, record)
    excess = chapter.row(indicator=record.number, measure="excess_events", breakdown="all")
    if row is None or excess is None or row["verdict"] in {TOO_FEW, ""}:
        return ""
    number = round_half_up(float(excess["value"]), 1)
    if not number:
        return ""
    group, comparator = (chapter.group_label(excess[name]) for name in GROUPS_OF_EXCESS)
    doubt = " That difference can be chance." if row["verdict"] == "no clear difference" else ""
    period = " Both years are counted." if chapter.over_two_years(record.number) else ""
    # Those of the group whom it happened to beyond their likelihood would be fewer at the other's.
    # A whole number of people needs no decimal.
    size = format_people(abs(excess["value"]), "excess_events").removesuffix(".0")
    way = "fewer" if number > 0 else "more"
    done = "been" if record.event.startswith("be ") else "done so"
    return (
        f"Had {group} {record.people} been as likely as {comparator} {record.people} to "
        f"{record.event}, {size} {way} of them would have {done}.{period}{doubt}"
    )


def flag(chapter: Chapter, record: Indicator) -> str:
    """Say where the ratio lies against the four-fifths range, apart from the verdict."""
    row = headline_row(chapter, record)
    if row is None or (pd.isna(row["value"]) and not is_over_zero(row)):
        return ""
    low, high = (format_ratio(limit) for limit in FOUR_FIFTHS)
    what, side = "A ratio over zero", "outside"
    if not is_over_zero(row):
        what = format_ratio(row["value"])
        side = "inside" if in_four_fifths_range(float(row["value"])) else "outside"
    caution = " With so few cases that says little." if row["verdict"] == TOO_FEW else ""
    return (
        f"{what} lies {side} the range of {low} to {high} that is used "
        f"nationally as non-adverse.{caution}"
    )


def _labels(chapter: Chapter, record: Indicator) -> tuple[str, str]:
    return chapter.group_label(record.group), chapter.group_label(record.comparator_group)


def _turned(row: pd.Series) -> str:
    """Go on, after what a ratio clearly shows, that unknown ethnicity could turn it round."""
    return COULD_TURN if could_turn(row) else ""


def _counts(chapter: Chapter, record: Indicator, row: pd.Series) -> str:
    two_years = chapter.over_two_years(record.number)
    return counts_of(row, _labels(chapter, record), record.people, two_years=two_years)


def _by_verdict(chapter: Chapter, record: Indicator, row: pd.Series) -> str:
    group, comparator = _labels(chapter, record)
    ratio = format_ratio(row["value"])
    counts = _counts(chapter, record, row)
    interval = format_result_interval(row)
    named = interval_label(row)
    if row["verdict"] == TOO_FEW:
        return (
            f"{_too_few(record, group, comparator)}{f': {counts}' if counts else ''}. The ratio "
            f"of {ratio} rests on very few people; its {named} is {interval}."
        )
    if row["verdict"] == "no clear difference":
        told = f" ({counts})" if counts else ""
        return (
            f"{_no_difference(record, group, comparator)}. The ratio was {ratio}{told}. Its "
            f"{named}, {interval}, includes 1."
        )
    return (
        f"{_likelier(chapter, record, row)}{_turned(row)}. The ratio was {ratio}, {group} over "
        f"{comparator}{f' ({counts})' if counts else ''}. Its {named} is {interval}."
    )


def _as_published(chapter: Chapter, record: Indicator, row: pd.Series) -> str:
    group, comparator = _labels(chapter, record)
    return capitalise(
        f"{group} {record.people} were {format_ratio(row['value'])} times as likely as "
        f"{comparator} {record.people} to {record.event}, as published. The counts behind the "
        "ratio were not published, so how certain it is can't be judged."
    )


def _over_zero(chapter: Chapter, record: Indicator, row: pd.Series) -> str:
    counts = _counts(chapter, record, row)
    reason = chapter.in_term(row["reason"])
    return (
        f"{_shown(chapter, record, row)}No ratio can be given for indicator {record.number}: "
        f"{reason}{f' ({counts})' if counts else ''}.{_span(row)}"
    )


def _span(row: pd.Series) -> str:
    """Give the interval of a ratio over zero: it has a lower end alone."""
    if not is_over_zero(row):
        return ""
    begin = format_result_interval(row).partition(",")[0]
    return f" Its {interval_label(row)} begins at {begin} and has no upper limit."


def _shown(chapter: Chapter, record: Indicator, row: pd.Series) -> str:
    """Say what the interval shows where the ratio itself does not exist."""
    group, comparator = _labels(chapter, record)
    if row["verdict"] == TOO_FEW:
        return f"{_too_few(record, group, comparator)}. "
    if row["verdict"] == "no clear difference":
        return f"{_no_difference(record, group, comparator)}. "
    if not row["verdict"]:
        return ""
    return f"{_likelier(chapter, record, row)}{_turned(row)}. "


def _too_few(record: Indicator, group: str, comparator: str) -> str:
    return (
        f"There were too few cases to say whether {group} or {comparator} {record.people} were "
        f"more likely to {record.event}"
    )


def _no_difference(record: Indicator, group: str, comparator: str) -> str:
    return (
        f"There was no clear difference between {group} and {comparator} {record.people} in how "
        f"likely they were to {record.event}"
    )
