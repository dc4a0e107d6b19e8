"""Figures that are not as they should be: to the disadvantage of one group, or clearly unequal.

What verdicts show, what full counts show, and what printed figures show whose certainty can't be
judged: each indicator's in sentences, none where there is nothing.
"""

from __future__ import annotations

import pandas as pd

from wres.chapters.reading import Chapter
from wres.definitions.indicators import Indicator
from wres.labels import format_ratio, listed, round_half_up
from wres.narrative import board, comparison, ratios, seniority, survey, within_bands
from wres.narrative.words import headline_row
from wres.narrative.workforce import parse_breakdown
from wres.stats import CLEAR, in_four_fifths_range, is_short

__all__ = ["adverse", "compared_row", "is_flagged", "is_unjudged", "senior_goals"]


def adverse(chapter: Chapter, record: Indicator) -> list[str]:
    """Say what is adverse in an indicator's figures of this year, a sentence or two each."""
    rooms = {"workforce": _workforce, "ratio": _ratio, "survey": _survey, "board": _board}
    return [text for text in rooms[record.kind](chapter, record) if text]


def _ratio(chapter: Chapter, record: Indicator) -> list[str]:
    """Say ratios off 1, over all and apart, and further from 1 than those of others."""
    row = headline_row(chapter, record)
    if row is None:
        return []
    told = [ratios.headline(chapter, record)] if row["verdict"] in CLEAR else []
    # Above 1 stands for the disadvantage of BME people in each of the three.
    if _is_unjudged(row) and round_half_up(float(row["value"]), 2) > 1:
        told.append(ratios.headline(chapter, record))
    return [*told, *_apart(chapter, record, row), *comparison.adverse(chapter, row)]


def is_unjudged(chapter: Chapter, record: Indicator) -> bool:
    """Say whether what is adverse in an indicator rests on figures without their counts."""
    return _is_unjudged(compared_row(chapter, record))


def is_flagged(chapter: Chapter, record: Indicator) -> bool:
    """Say whether an indicator is a ratio outside 0.80 to 1.25, however certain it is."""
    row = headline_row(chapter, record) if record.kind == "ratio" else None
    if row is None or pd.isna(row["value"]):
        return False
    return not in_four_fifths_range(float(row["value"]))


def compared_row(chapter: Chapter, record: Indicator) -> pd.Series | None:
    """Return the row whose verdict compares the groups: a survey's gap, else the headline's."""
    row = survey.gap_row(chapter, record) if record.kind == "survey" else None
    return headline_row(chapter, record) if row is None else row


def _is_unjudged(row: pd.Series | None) -> bool:
    if row is None or row["verdict"] or pd.isna(row["value"]):
        return False
    return str(row["status"]) == "as published"


def _apart(chapter: Chapter, record: Indicator, row: pd.Series) -> list[str]:
    """Say what ratios within bands, or without recruits from abroad, show and the whole not."""
    abroad = _verdict(chapter, record, ratios.WITHOUT_INTERNATIONAL)
    within = _verdict(chapter, record, within_bands.WITHIN_BANDS)
    told = [ratios.turned(chapter, record)] if abroad in CLEAR else []
    # A clear ratio over all bands is never told without what it comes to within them.
    if {within, str(row["verdict"])} & {*CLEAR}:
        told.append(within_bands.otherwise(chapter, record))
    return told


def _verdict(chapter: Chapter, record: Indicator, breakdown: str) -> str:
    row = chapter.row(indicator=record.number, measure="relative_likelihood", breakdown=breakdown)
    return "" if row is None else str(row["verdict"])


def _survey(chapter: Chapter, record: Indicator) -> list[str]:
    """Say gaps, and figures of either group that are worse than those of others."""
    groups = (record.group, record.comparator_group)
    rows = [survey.percentage_row(chapter, record, group) for group in groups]
    beside = [text for row in rows if row is not None for text in comparison.adverse(chapter, row)]
    return [*_gap(chapter, record), *beside]


def _gap(chapter: Chapter, record: Indicator) -> list[str]:
    gap = survey.gap_row(chapter, record)
    if gap is None or pd.isna(gap["value"]):
        return []
    if gap["verdict"]:
        return [survey.headline(chapter, record)] if gap["verdict"] in CLEAR else []
    size = round_half_up(float(gap["value"]), 1)
    worse = size > 0 if record.good_direction == "lower" else size < 0
    return [survey.headline(chapter, record)] if worse else []


def _board(chapter: Chapter, record: Indicator) -> list[str]:
    """Say the board, or parts of it, half a seat or more short of the workforce's share."""
    row = headline_row(chapter, record)
    if row is None or pd.isna(row["value"]):
        return []
    goals = {str(goal["breakdown"]): goal for goal in board.goals(chapter, str(row["breakdown"]))}
    whole = goals.pop(str(row["breakdown"]), None)
    short = [goal for goal in goals.values() if is_short(goal["numerator"], goal["value"])]
    told = " ".join(board.in_seats(chapter, goal) for goal in short)
    if whole is None:
        below = round_half_up(float(row["value"]), 1) < 0
        return [board.headline(chapter, record) if below else "", told]
    if is_short(whole["numerator"], whole["value"]):
        return [board.headline(chapter, record), told]
    return [f"{told}{board.worked_out(chapter, short[0])}" if short else ""]


def _workforce(chapter: Chapter, record: Indicator) -> list[str]:
    """Say where White staff are better represented higher up, by full counts."""
    return [_disparity(chapter, record), _senior(chapter)]


def _disparity(chapter: Chapter, record: Indicator) -> str:
    rows = chapter.own_rows(indicator=record.number, measure="disparity_ratio")
    above = [row for _, row in rows[rows["verdict"].eq("more likely")].iterrows()]
    if not above:
        return ""
    named = [
        f"{parse_breakdown(row['breakdown'])['staff_group']} staff {seniority.step(row)} "
        f"({format_ratio(row['value'])})"
        for row in above
    ]
    return f"White staff are better represented higher up: {listed(named)}."


def senior_goals(chapter: Chapter) -> pd.DataFrame:
    """Return the goals that are shown of senior bands: of all staff, else of a staff group."""
    goals = chapter.rows(indicator="1", measure="parity_headcount", group="BME")
    # A band of all staff is withheld, too, where only that of one staff group has to be.
    own = goals["breakdown"].str.fullmatch("staff_group=[^;]+;band=[^;]+(;part=staff group)?")
    return goals[own & goals["value"].notna()]


def _senior(chapter: Chapter) -> str:
    rows = senior_goals(chapter)
    short = [row for _, row in rows.iterrows() if is_short(row["numerator"], row["value"])]
    if not short:
        return ""
    label = chapter.group_label("BME")
    named = [seniority.title(row) for row in short]
    return (
        f"In these senior bands, {label} staff are fewer than at the workforce's share: "
        f"{listed(named)}."
    )
