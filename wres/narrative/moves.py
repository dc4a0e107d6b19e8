"""How the figures of an indicator moved since the year before and since the baseline: all of them.

What is told is what the verdict of a change says. Where there is none, because counts of both years
were not published, the printed figures alone say which way they went.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from wres.chapters.reading import Chapter
from wres.definitions.indicators import Indicator
from wres.labels import BOARD_PARTS, decapitalise, round_half_up
from wres.narrative.board import seats_moved
from wres.narrative.ratios import WITHOUT_INTERNATIONAL
from wres.narrative.travel import direction_of_travel, is_unsized
from wres.narrative.within_bands import WITHIN_BANDS
from wres.narrative.words import headline_row
from wres.stats import Interval, change_verdict

__all__ = ["AS_PRINTED", "Move", "headline_move", "moves"]

# Appended to what a change would show if printed figures were exact.
AS_PRINTED = " as printed"
SINCE = re.compile(r"(?:^|;)since=\d+$")
GAP = "the gap between the groups"
NARROWED = {"improved": "narrowed", "worsened": "widened"}
CLOSER = {"improved": "closer to 1", "worsened": "further from 1"}
RATIOS = {
    "all": "the ratio",
    WITHOUT_INTERNATIONAL: "the ratio without recruits from abroad",
    WITHIN_BANDS: "the ratio within pay bands",
}


@dataclass(frozen=True)
class Move:
    """One figure's change: what it shows, and the words for it.

    Parameters
    ----------
    shown : str
        Verdict of the change; of figures without counts one with `AS_PRINTED`; '' for none.
    words : str
        'the ratio went down by 0.42 (closer to 1)'.
    since : str
        The year before or the baseline, '2023'; of a survey its autumn, 'autumn 2022'.
    is_reference : bool
        Whether it is of the group alone that the others are compared with: of a survey, White.
    """

    shown: str
    words: str
    since: str
    is_reference: bool = False


def moves(chapter: Chapter, record: Indicator) -> list[Move]:
    """Give the changes of an indicator's figures that this report tells, each once."""
    told = (_move(chapter, record, row) for row in _changes(chapter, record))
    # Where the baseline is the year before, both changes are one.
    return list(dict.fromkeys(move for move in told if move is not None))


def headline_move(chapter: Chapter, record: Indicator) -> Move | None:
    """Give the change of the figure that stands for an indicator since the year before."""
    change = chapter.change_of(headline_row(chapter, record))
    if change is None or not _is_told(change):
        return None
    return _move(chapter, record, change)


def _changes(chapter: Chapter, record: Indicator) -> Iterator[pd.Series]:
    rows = chapter.rows(indicator=record.number, measure="change")
    rows = rows.sort_values("status", key=lambda status: status.eq("as published"), kind="stable")
    yield from sorted((row for _, row in rows.iterrows() if _is_told(row)), key=_place)


def _is_told(change: pd.Series) -> bool:
    """Say whether a change has a size, or shows something without one: of a ratio over zero."""
    return bool(pd.notna(change["value"]) or (is_unsized(change) and change["verdict"]))


def _place(row: pd.Series) -> tuple[bool, bool]:
    """Put the figure for BME people first, then that for White people, then gaps."""
    return bool(row["comparator_group"]), row["group"] != "BME"


def _move(chapter: Chapter, record: Indicator, change: pd.Series) -> Move | None:
    own = SINCE.sub("", str(change["breakdown"])) or "all"
    name = _named(chapter, record, own, change)
    if name is None:
        return None
    shown = str(change["verdict"]) or _as_printed(chapter, record, own, change)
    seats = seats_moved(change) if record.kind == "board" else ""
    words = f"{name} {_way(change, shown, name)}{f' ({seats})' if seats else ''}"
    return Move(shown, words, _when(record, change), _is_reference(record, change))


def _is_reference(record: Indicator, change: pd.Series) -> bool:
    alone = record.kind == "survey" and not change["comparator_group"]
    return alone and bool(change["group"] == record.comparator_group)


def _way(change: pd.Series, shown: str, name: str) -> str:
    """Say how far a figure moved, and what that means where up and down do not tell it."""
    travel = direction_of_travel(change)
    if travel.symbol == "■":
        return "has not moved as printed"
    words = travel.words.removesuffix(f", {travel.verdict}")
    way, size = words.split(" ", 1)
    sense = shown.removesuffix(AS_PRINTED)
    if name == GAP and sense in NARROWED:
        return f"{NARROWED[sense]} by {size}"
    closer = f" ({CLOSER[sense]})" if change["unit"] == "ratio" and sense in CLOSER else ""
    if is_unsized(change):
        return f"went {words}{closer}"
    return f"went {way} by {size}{closer}"


def _named(chapter: Chapter, record: Indicator, own: str, change: pd.Series) -> str | None:
    """Name a figure; None for one that is not told of: older surveys, scenarios, likelihoods."""
    group, other = str(change["group"]), str(change["comparator_group"])
    if record.kind == "ratio":
        return RATIOS.get(own) if other else None
    if record.kind == "survey":
        if own != f"survey_year={chapter.facts.year - 1}" or group == "Unknown":
            return None
        people = f"the figure for {chapter.group_label(group)} respondents"
        return GAP if other else people
    if record.kind == "board" and group == record.group and own in BOARD_PARTS:
        return f"the {chapter.group_label(group)} share of {_part(own)} less that of staff"
    return None


def _part(breakdown: str) -> str:
    part = decapitalise(BOARD_PARTS[breakdown])
    return "the board" if part == "board" else part


def _when(record: Indicator, change: pd.Series) -> str:
    year = int(change["previous_year"])
    return f"autumn {year - 1}" if record.kind == "survey" else str(year)


def _as_printed(chapter: Chapter, record: Indicator, own: str, change: pd.Series) -> str:
    """Judge the printed figures as if they were exact, by the same rule."""
    measure = {"ratio": "relative_likelihood", "board": "difference"}.get(record.kind, "percentage")
    if record.kind == "survey" and change["comparator_group"]:
        measure = "gap"
    keys = {key: change[key] for key in ("indicator", "group", "comparator_group")}
    row = chapter.row(measure=measure, breakdown=own, **keys)
    moved = float(change["value"])
    if row is None or not round_half_up(moved, 2 if change["unit"] == "ratio" else 1):
        return ""
    shown = change_verdict(
        Interval(moved, moved),
        value=float(row["value"]),
        previous=float(change["previous"]),
        good_direction=str(change["good_direction"]),
    )
    return f"{shown}{AS_PRINTED}" if shown else ""
