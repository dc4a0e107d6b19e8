"""How sure the report's comparisons are, and how many of them it makes."""

from __future__ import annotations

from typing import Final

import pandas as pd

from wres.chapters.reading import Chapter
from wres.definitions.indicators import indicator
from wres.labels import format_confidence, listed

__all__ = ["comparisons", "few_events", "interval_label"]

NUMBERS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
# Ratios beside that of an indicator, which is counted.
AGAIN: Final = {
    "recruitment=without international": "without applicants recruited from abroad",
    "stratified=band": "within the same pay bands",
}
NONE: Final = "This report makes no comparison between groups whose certainty can be judged."
NO_INTERVAL: Final = "This report makes no comparison between groups that has an interval."
ADJUSTED: Final = {
    "holm": "Holm's method widens their intervals{levels}, so that if the groups never differed, "
    "the chance that any of these comparisons would be shown as different would be one in twenty "
    "at most.",
    "benjamini-hochberg": "The method of Benjamini and Hochberg widens their intervals{levels}, so "
    "that at most one in twenty of the differences shown is to be expected by chance alone.",
}


def comparisons(chapter: Chapter) -> str:
    """Say how many comparisons between groups the report makes, and what that does to certainty."""
    rows = chapter.comparisons()
    apart = _by_one_base(chapter)
    if rows.empty:
        return f"{NO_INTERVAL} {apart}" if apart else NONE
    told = (
        _made(rows),
        _allowed_for(chapter, rows),
        _others(chapter, rows),
        _again(chapter),
        apart,
    )
    return " ".join(filter(None, told))


def _again(chapter: Chapter) -> str:
    """Name the ratios that take a comparison a second way, and have a verdict of their own."""
    ways = [
        f"{way} (indicator{'s' if len(numbers) > 1 else ''} {listed(numbers)})"
        for breakdown, way in AGAIN.items()
        if (numbers := _judged(chapter, breakdown))
    ]
    if not ways:
        return ""
    return (
        f"Not counted: ratios {' and '.join(ways)}. Each looks at a comparison that is counted in "
        "another way, and is judged by itself with a 95% interval."
    )


def _judged(chapter: Chapter, breakdown: str) -> list[str]:
    rows = chapter.rows(measure="relative_likelihood", breakdown=breakdown)
    return [str(number) for number in rows[rows["verdict"].ne("")]["indicator"]]


def _by_one_base(chapter: Chapter) -> str:
    """Name the gaps that one group's respondents judge: they can't be shown as a difference."""
    gaps = chapter.own_rows(measure="gap", breakdown=f"survey_year={chapter.facts.year - 1}")
    judged = gaps[gaps["verdict"].ne("") & gaps["lower"].isna()]
    numbers = [str(number) for number in judged["indicator"]]
    if not numbers:
        return ""
    noun, each = ("gap", "it") if len(numbers) == 1 else ("gaps", "each")
    return (
        f"Not counted: the {noun} of {_indicators(numbers)}. The respondents of one group "
        f"alone are known, so {each} can come out as no clear difference or as too few to say, "
        "but never as a difference."
    )


def _made(rows: pd.DataFrame) -> str:
    noun = "comparison" if len(rows) == 1 else "comparisons"
    return (
        f"This report makes {NUMBERS[len(rows)]} {noun} between groups whose certainty is judged: "
        f"{_named(rows)}."
    )


def _named(rows: pd.DataFrame) -> str:
    """Name the comparisons by the kind of figure and the indicator."""
    kinds: dict[str, list[str]] = {"ratio": [], "gap": []}
    for number in rows["indicator"]:
        kinds["ratio" if indicator(number).kind == "ratio" else "gap"].append(str(number))
    named = [
        f"the {kind}{'s' if len(numbers) > 1 else ''} of {_indicators(numbers)}"
        for kind, numbers in kinds.items()
        if numbers
    ]
    return " and ".join(named)


def _indicators(numbers: list[str]) -> str:
    return f"indicator{'s' if len(numbers) > 1 else ''} {listed(numbers)}"


def _allowed_for(chapter: Chapter, rows: pd.DataFrame) -> str:
    told = ADJUSTED.get(chapter.facts.multiple_comparisons)
    if len(rows) == 1:
        return (
            "If the groups did not differ, the chance that it would be shown as different all the "
            "same would be about one in twenty."
        )
    if told is not None:
        return told.format(levels=_levels(rows))
    return (
        "Each is judged by itself. If the groups never differed, about one in twenty would still "
        "be shown as different."
    )


def _levels(rows: pd.DataFrame) -> str:
    low, high = (format_confidence(float(rows["confidence"].agg(end))) for end in ("min", "max"))
    return f" to {low}" if low == high else f" to between {low} and {high}"


def _others(chapter: Chapter, rows: pd.DataFrame) -> str:
    them = "it" if len(rows) == 1 else "them"
    alike = chapter.facts.multiple_comparisons in ADJUSTED
    earlier = "and so is an earlier year's figure"
    if alike:
        earlier = "and an earlier year's figure among the comparisons of its own year"
    return (
        f"Changes over time, figures of earlier years and comparisons with other figures are not "
        f"among {them}. A change is judged by itself, with a 95% interval where there is one, "
        f"{earlier}; a comparison with another figure, at the confidence of the interval that is "
        "printed for the trust's own figure."
    )


def few_events(chapter: Chapter) -> str:
    """Say below how many cases a comparison is too few to say, in a word: 'five'."""
    number = chapter.facts.few_events
    return NUMBERS[number] if 0 < number < len(NUMBERS) else str(number)


def interval_label(row: pd.Series | None) -> str:
    """Name a result's interval by its confidence: '95% interval'."""
    if row is None or pd.isna(row["confidence"]):
        return "95% interval"
    return f"{format_confidence(float(row['confidence']))} interval"
