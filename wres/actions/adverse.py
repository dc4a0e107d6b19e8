"""Which indicators call for an action: by the verdicts of results, never by own arithmetic."""

from __future__ import annotations

from wres.chapters.reading import Chapter
from wres.definitions.indicators import Indicator, indicators
from wres.narrative import Narrative
from wres.narrative.adverse import adverse, is_flagged

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
    if not is_flagged(chapter, record):
        return ""
    return Narrative(chapter).flag(record.number)
