"""Which indicators call for an action: by the verdicts of results, never by own arithmetic."""

from __future__ import annotations

import pandas as pd

from wres.chapters.reading import Chapter
from wres.definitions.indicators import Indicator, indicators
from wres.narrative import Narrative
from wres.narrative.adverse import adverse
from wres.narrative.words import headline_row
from wres.stats import in_four_fifths_range

__all__ = ["adverse_indicators"]


def adverse_indicators(chapter: Chapter) -> dict[str, str]:
    """Give each indicator that is adverse, with why in a sentence.

    To the disadvantage of one group by the report's own conclusions, or a ratio outside the range
    from 0.80 to 1.25, whatever its certainty.
    """
    reasons = {record.number: _why(chapter, record) for record in indicators()}
    return {number: why for number, why in reasons.items() if why}


def _why(chapter: Chapter, record: Indicator) -> str:
    told = adverse(chapter, record)
    if told:
        return told[0]
    if record.kind != "ratio" or not _is_flagged(chapter, record):
        return ""
    return Narrative(chapter).flag(record.number)


def _is_flagged(chapter: Chapter, record: Indicator) -> bool:
    row = headline_row(chapter, record)
    if row is None or pd.isna(row["value"]):
        return False
    return not in_four_fifths_range(float(row["value"]))
