"""Sentences about ratios within pay bands, beside those over all bands (indicators 2 to 4)."""

from __future__ import annotations

import pandas as pd

from wres.chapters.reading import Chapter
from wres.definitions.bands import band_title
from wres.definitions.groupings import COMPARED_WITHIN
from wres.definitions.indicators import Indicator
from wres.labels import decapitalise, format_interval, format_ratio, is_withheld
from wres.narrative.certainty import interval_label
from wres.narrative.ratios import likelier
from wres.narrative.words import headline_row
from wres.stats import CLEAR, TOO_FEW

__all__ = ["WITHIN_BANDS", "otherwise", "within_bands"]

WITHIN_BANDS = "stratified=band"


def within_bands(chapter: Chapter, record: Indicator) -> str:
    """Say what the ratio is within the same pay bands, and what that changes; '' without one."""
    row = chapter.row(
        indicator=record.number, measure="relative_likelihood", breakdown=WITHIN_BANDS
    )
    if row is None:
        return ""
    if is_withheld(row):
        return "The ratio within the same pay bands is withheld to protect people."
    if pd.isna(row["value"]):
        return f"The ratio within the same pay bands is not available: {row['reason']}."
    whole = headline_row(chapter, record)
    return " ".join(filter(None, (_stated(row, whole), _shown(chapter, record, row, whole))))


def otherwise(chapter: Chapter, record: Indicator) -> str:
    """Say what the ratio within bands shows where the one over all bands shows something else.

    Without figures, so that it can follow those over all bands; '' where both show the same.
    """
    row = chapter.row(
        indicator=record.number, measure="relative_likelihood", breakdown=WITHIN_BANDS
    )
    whole = headline_row(chapter, record)
    if row is None or whole is None or not (row["verdict"] and whole["verdict"]):
        return ""
    if row["verdict"] == whole["verdict"]:
        return ""
    return _shown(chapter, record, row, whole, "Within the same pay bands")


def _stated(row: pd.Series, whole: pd.Series | None) -> str:
    interval = format_interval(row["lower"], row["upper"], "ratio")
    told = "" if pd.isna(row["lower"]) else f" ({interval_label(row)} {interval})"
    over_all = "" if whole is None or pd.isna(whole["value"]) else format_ratio(whole["value"])
    beside = f"; over all bands it was {over_all}" if over_all else ""
    return (
        f"Compared within the same pay bands ({_bands(row)}), the ratio was "
        f"{format_ratio(row['value'])}{told}{beside}."
    )


def _bands(row: pd.Series) -> str:
    labels = row["reason"].rpartition(COMPARED_WITHIN)[2].split(", ")
    return "; ".join(decapitalise(band_title(label)) for label in labels)


def _shown(
    chapter: Chapter,
    record: Indicator,
    row: pd.Series,
    whole: pd.Series | None,
    within: str = "Within bands",
) -> str:
    """Say what the ratio within bands shows, and whether the one over all bands shows it too."""
    verdict, over_all = row["verdict"], "" if whole is None else whole["verdict"]
    if verdict == TOO_FEW:
        return f"{within} there were too few cases to say whether the groups differed."
    if verdict == "no clear difference":
        if over_all in CLEAR:
            return (
                f"{within} there was no clear difference. The one over all bands can come of "
                "which bands people are in."
            )
        return f"{within} there was no clear difference."
    if verdict not in CLEAR:
        return ""
    same = " too" if verdict == over_all else ""
    unseen = "" if same else " The ratio over all bands does not show this."
    return f"{within}, {likelier(chapter, record, row)}{same}.{unseen}"
