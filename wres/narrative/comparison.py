"""Sentences that set a figure beside those of others, as surely as its interval allows.

A comparator's figure is taken as known but for its rounding. Whole workforces and boards are full
counts: their differences are told as they are.
"""

from __future__ import annotations

import pandas as pd

from wres.chapters.reading import Chapter
from wres.definitions.comparators import ALL_MEMBERS, PEERS, area_of, joined, plain
from wres.definitions.indicators import Indicator
from wres.labels import (
    capitalise,
    format_figure,
    format_headcount,
    format_result_interval,
    is_over_zero,
    is_withheld,
    listed,
)
from wres.narrative.words import (
    benchmark_words,
    headline_row,
    measured,
    placed,
    year_of,
)
from wres.stats import TOO_FEW

__all__ = ["adverse", "compared_row", "comparison", "comparison_rows", "rank", "rank_row"]

LATEST = ", the latest at hand"


def compared_row(chapter: Chapter, record: Indicator) -> pd.Series | None:
    """Return the figure of an indicator that others' figures stand beside.

    Of the board that is its share, of the same members as the difference in the summary.
    """
    row = headline_row(chapter, record)
    if record.kind != "board" or row is None:
        return row
    return chapter.row(
        indicator="9", measure="share", breakdown=row["breakdown"], group=row["group"]
    )


def comparison_rows(chapter: Chapter, row: pd.Series | None) -> list[pd.Series]:
    """Return the rows that compare a figure with others, in their order."""
    if row is None:
        return []
    keys = {key: row[key] for key in ("indicator", "group", "comparator_group")}
    rows = chapter.rows(measure="comparison", **keys)
    rows = rows[rows["breakdown"].str.startswith(joined(str(row["breakdown"]), "comparator="))]
    # A board's difference from the workforce has comparators of its own.
    apart = rows["breakdown"].str.endswith(" (difference)")
    rows = rows[apart if row["measure"] == "difference" else ~apart]
    return [one for _, one in rows.iterrows()]


def comparison(chapter: Chapter, row: pd.Series | None) -> str:
    """Say how a figure compares with each comparator, one sentence each."""
    rows = comparison_rows(chapter, row)
    if row is None or is_withheld(row) or not rows:
        return benchmark_words(chapter, row)
    local = [one for one in rows if area_of(one["benchmark_name"])]
    apart = [one for one in rows if one["status"] == "not available"]
    others = [
        one
        for one in rows
        if not area_of(one["benchmark_name"]) and one["status"] != "not available"
    ]
    told = [_told(chapter, row, one, again=place > 0) for place, one in enumerate(others)]
    if local:
        told.append(_local(chapter, row, local, again=bool(others)))
    told += _not_compared(chapter, row, apart)
    return " ".join([*told, *_uncertain(row, others)])


def adverse(chapter: Chapter, row: pd.Series) -> list[str]:
    """Say which comparators a figure is clearly worse than: a sentence each."""
    worse = (", which is adverse", ", further from 1")
    return [
        _told(chapter, row, one, again=False)
        for one in comparison_rows(chapter, row)
        if one["verdict"] in {"above", "below"} and _judged(row, one) in worse
    ]


def _told(chapter: Chapter, row: pd.Series, one: pd.Series, *, again: bool) -> str:
    what = "it" if again else _what(chapter, row)
    whose = f"{_whose(one)}{_dated(chapter, row, one)}"
    if not one["verdict"]:
        return capitalise(f"{what} is {_apart(one)} {whose}.")
    if one["verdict"] == TOO_FEW:
        return _too_few(row, what, whose)
    sure = _certainty(row, one)
    if is_over_zero(row):
        what = f"whatever its size, {what}"
    if one["verdict"] == "no clear difference":
        return capitalise(f"{what} shows no clear difference from {whose}: {sure}.")
    return capitalise(f"{what} is {one['verdict']} {whose}{_judged(row, one)}; {sure}.")


def _not_compared(chapter: Chapter, row: pd.Series, apart: list[pd.Series]) -> list[str]:
    """Say with which comparators a figure is not compared, a sentence for each reason."""
    reasons = dict.fromkeys(str(one["reason"]) for one in apart)
    return [
        f"{capitalise(_what(chapter, row))} is not compared with "
        f"{listed([_whose(one) for one in apart if one['reason'] == reason])}: {reason}."
        for reason in reasons
    ]


def _what(chapter: Chapter, row: pd.Series) -> str:
    if row["breakdown"] == "voting=yes" and row["measure"] == "share":
        return f"the {chapter.group_label(row['group'])} share of voting board members"
    return measured(chapter, row)


def _whose(one: pd.Series) -> str:
    """Name a comparator so that it goes on after 'above that of'."""
    name = plain(str(one["benchmark_name"]))
    if name.endswith(ALL_MEMBERS):
        return f"that of all board members in {placed(name.removesuffix(ALL_MEMBERS))}"
    return f"that of {placed(name)}"


def _dated(chapter: Chapter, row: pd.Series, one: pd.Series) -> str:
    """Give a comparator's figure with its year, and say where it is older than the report."""
    if pd.isna(one["benchmark"]):
        return ""
    figure = format_figure(one["benchmark"], row["unit"], published=True)
    year = int(one["benchmark_year"])
    older = LATEST if year < chapter.facts.year else ""
    return f" ({year_of(row, year)}{older}: {figure})"


def _apart(one: pd.Series) -> str:
    """Say how far a full count, or a figure without its counts, lies from a comparator's."""
    published = one["status"] == "as published"
    size = format_figure(one["value"], one["unit"], published=published).lstrip("+\N{MINUS SIGN}")
    if not float(size):
        return "level with"
    points = "" if one["unit"] == "ratio" else f" percentage {_points(size)}"
    return f"{size}{points} {'above' if one['value'] > 0 else 'below'}"


def _points(size: str) -> str:
    return "point" if size in {"1", "1.0"} else "points"


def _too_few(row: pd.Series, what: str, whose: str) -> str:
    few = "people gave one of the answers" if row["unit"] == "%" else "cases"
    start = "Too few" if few != "cases" else "There are too few"
    return f"{start} {few} to say whether {what} differs from {whose}."


def _certainty(row: pd.Series, one: pd.Series) -> str:
    """Say what the interval shows; of two samples it is that of their difference."""
    sure = f"{_confidence(one)} interval"
    reaches = one["verdict"] == "no clear difference"
    if one["method"] == "newcombe":
        span = format_result_interval(one)
        shows = "includes" if reaches else "does not include"
        return f"the {sure} of the difference, {span} points, {shows} 0"
    if not reaches:
        return f"the {sure} does not reach that figure"
    includes = row["lower"] <= one["benchmark"] <= row["upper"]
    return f"the {sure} {'includes' if includes else 'comes within the rounding of'} that figure"


def _confidence(one: pd.Series) -> str:
    confidence = float(one["confidence"])
    return f"{confidence:.0f}%" if confidence % 1 == 0 else f"{confidence:.1f}%"


def _judged(row: pd.Series, one: pd.Series) -> str:
    """Say on which side that is of the good direction, where the standard has one."""
    direction = row["good_direction"]
    if direction in {"higher", "lower"}:
        good = (one["verdict"] == "above") == (direction == "higher")
        return ", which is favourable" if good else ", which is adverse"
    if direction != "towards 1" or pd.isna(row["lower"]):
        return ""
    return _from_one(row, float(one["benchmark"]), one["verdict"])


def _from_one(row: pd.Series, other: float, verdict: str) -> str:
    """Say which of two ratios is closer to 1, if the whole interval is on one side of it."""
    above, below = row["lower"] >= 1, row["upper"] <= 1
    if (above and other < 1) or (below and other > 1):
        return ", on the other side of 1"
    if (above and other >= 1) or (below and other <= 1):
        closer = (verdict == "below") == bool(above)
        return ", closer to 1" if closer else ", further from 1"
    return ""


def _local(chapter: Chapter, row: pd.Series, local: list[pd.Series], *, again: bool) -> str:
    what = "it" if again else _what(chapter, row)
    first, *more = [f"is {_apart(one)} that of {_area(row, one)}" for one in local]
    start = capitalise(f"{what} {first.replace('that of', 'that of the population of', 1)}.")
    return " ".join([start, *(f"It {area}." for area in more)])


def _area(row: pd.Series, one: pd.Series) -> str:
    figure = format_figure(one["benchmark"], row["unit"], published=True)
    year = "" if pd.isna(one["benchmark_year"]) else f"{int(one['benchmark_year'])}: "
    return f"{area_of(one['benchmark_name'])} ({year}{figure})"


def _uncertain(row: pd.Series, rows: list[pd.Series]) -> list[str]:
    """Say once why differences of a printed figure can't be judged; full counts need no judging."""
    judged = [one for one in rows if one["verdict"] or pd.isna(one["value"])]
    if row["indicator"] in {"workforce", "9"} or len(judged) == len(rows):
        return []
    lacking = "counts behind it" if row["unit"] == "ratio" else "number of respondents"
    was = "were" if row["unit"] == "ratio" else "was"
    return [f"How certain that is can't be judged: the {lacking} {was} not published."]


def rank_row(chapter: Chapter, row: pd.Series | None) -> pd.Series | None:
    """Return the row that places a figure among peers; of a board that is its share's."""
    if row is None or row["measure"] == "difference":
        return None
    keys = {key: row[key] for key in ("indicator", "group", "comparator_group")}
    survey = row["measure"] == "percentage"
    breakdown = PEERS if survey else joined(str(row["breakdown"]), PEERS)
    return chapter.row(measure="percentile", breakdown=breakdown, **keys)


def rank(chapter: Chapter, row: pd.Series | None) -> str:
    """Say plainly how many of the peers at hand have a lower figure; '' without peers."""
    place = rank_row(chapter, row)
    if row is None or place is None:
        return ""
    if is_withheld(place):
        return "A withheld figure has no place among other trusts."
    if pd.isna(place["value"]):
        return f"Its place among other trusts is not given: {place['reason']}."
    noun = {"relative_likelihood": "ratio", "share": "share"}.get(row["measure"], "figure")
    same = int(place["comparator_numerator"])
    ties = f" and {format_headcount(same)} the same" if same else ""
    lower = int(place["numerator"])
    have = f"{format_headcount(lower) if lower else 'none'} {'has' if lower == 1 else 'have'}"
    peers = format_headcount(place["denominator"])
    told = f"Of {peers} trusts at hand, {have} a lower {noun}{ties}."
    few = f" This trust's own {noun} rests on very few cases."
    return told + (few if row["verdict"] == TOO_FEW else "")
