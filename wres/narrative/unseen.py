"""What conclusions can't tell: withheld, not available, too few cases; and what is left open."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from wres.chapters.reading import Chapter
from wres.definitions.indicators import indicators
from wres.labels import is_withheld, listed
from wres.narrative.adverse import compared_row, is_flagged, is_unjudged
from wres.narrative.words import headline_row
from wres.stats import TOO_FEW

__all__ = ["ALL_WITHHELD", "nothing_adverse", "numbered", "unseen"]

NOTHING_ADVERSE = "No figure of this report shows a difference to anybody's disadvantage."
ALL_WITHHELD = (
    "Nothing can be told of differences to anybody's disadvantage, since the figures that would "
    "show them are withheld to protect people."
)
SOME_WITHHELD = (
    "No figure that is shown tells of a difference to anybody's disadvantage; of those that are "
    "withheld, nothing can be told."
)


def nothing_adverse(chapter: Chapter) -> str:
    """Say that no figure is adverse, so far as figures are shown."""
    rows = [headline_row(chapter, record) for record in indicators()]
    hidden = any(is_withheld(row) for row in rows) or bool(_hidden_bands(chapter))
    # The share of staff by itself is to nobody's disadvantage.
    shown = any(
        row is not None and not _is_absent(row) and not is_withheld(row)
        for record, row in zip(indicators(), rows, strict=True)
        if record.kind != "workforce"
    )
    if not hidden:
        return NOTHING_ADVERSE
    return SOME_WITHHELD if shown else ALL_WITHHELD


def _is_absent(row: pd.Series) -> bool:
    """Say whether there is no figure; a ratio over zero has no value, but an interval."""
    return bool(pd.isna(row["value"]) and pd.isna(row["lower"]))


def unseen(chapter: Chapter) -> list[str]:
    """Name the indicators of which less can be said this year, or nothing, and why."""
    unjudged = [one.number for one in indicators() if is_unjudged(chapter, one)]
    hidden, absent, few, flagged = [], [], [], []
    for record in indicators():
        row, compared = headline_row(chapter, record), compared_row(chapter, record)
        if is_withheld(row):
            hidden.append(record.number)
        elif row is None or _is_absent(row):
            absent.append(record.number)
        elif compared is not None and compared["verdict"] == TOO_FEW:
            few.append(record.number)
        elif (
            row is not None
            and row["verdict"] == "no clear difference"
            and is_flagged(chapter, record)
        ):
            flagged.append(record.number)
    lines = (
        (
            "How certain this year's figures are can't be judged, since counts were not published",
            unjudged,
        ),
        ("Too few cases to say", few),
        ("Outside the range of 0.80 to 1.25, but no clear difference", flagged),
        ("Withheld to protect people", hidden),
        (
            "Pay bands that are withheld to protect people may be adverse too",
            _hidden_bands(chapter),
        ),
        ("Not available", absent),
    )
    return [numbered(why, numbers) for why, numbers in lines if numbers]


def _hidden_bands(chapter: Chapter) -> list[str]:
    """Name indicator 1 where goals or steps of its pay bands, which the list tells, are hidden."""
    hidden = chapter.own_rows(indicator="1", status="suppressed")
    return ["1"] if hidden["measure"].isin(["parity_headcount", "disparity_ratio"]).any() else []


def numbered(why: str, numbers: Sequence[str]) -> str:
    """Make a line of a list: why, and of which indicators."""
    return f"- {why}: indicator{'s' if len(numbers) > 1 else ''} {listed(numbers)}."
