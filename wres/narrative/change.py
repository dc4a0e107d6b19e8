"""Sentences about change: since last year, since the baseline, and what it is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pandas as pd

from wres.chapters.reading import Chapter
from wres.definitions.bands import ALL_BANDS, band_title
from wres.definitions.indicators import Indicator
from wres.definitions.share_cells import BANDS, Split, split_told
from wres.labels import (
    capitalise,
    decapitalise,
    format_contribution,
    format_points,
    format_result,
    format_result_interval,
    is_withheld,
    listed,
    round_half_up,
)
from wres.narrative.board import seats_moved
from wres.narrative.travel import direction_of_travel, which_way
from wres.narrative.words import headline_row, measured
from wres.narrative.workforce import fall_of_unknown, parse_breakdown
from wres.stats import TOO_FEW

__all__ = [
    "band_parts",
    "contribution_row",
    "decomposition",
    "since_baseline",
    "since_last_year",
    "split_by",
]

SHOWN = {
    "improved": "The figures show an improvement.",
    "worsened": "The figures show a worsening.",
    "no clear change": "That is no clear change: chance alone may move a figure as much.",
    TOO_FEW: "There are too few cases to say whether anything changed.",
    "crossed": "That is a clear change, but to the other side of equality.",
}
ROSE = "The share of staff whose ethnicity is unknown rose."
BY_SEATS = {
    "improved": "That is half a seat or more nearer to the workforce.",
    "worsened": "That is half a seat or more further from the workforce.",
    "no clear change": "That is no clear change: less than half a seat nearer to the workforce, "
    "or further from it.",
    "crossed": "The board has crossed the workforce's share, by half a seat or more.",
}


def since_last_year(chapter: Chapter, record: Indicator) -> str:
    """Say how an indicator's headline figure moved since the year before, and how surely."""
    row = headline_row(chapter, record)
    change = chapter.change_of(row)
    if row is None or change is None or pd.isna(change["value"]):
        return ""
    return _moved(chapter, row, change)


def since_baseline(chapter: Chapter, record: Indicator) -> str:
    """Say how it moved since the trust's baseline year; '' where it has set none."""
    row = headline_row(chapter, record)
    change = None if row is None else _baseline_row(chapter, row)
    if row is None or change is None:
        return ""
    if is_withheld(change):
        return f"Its change since {_when(row, change)} is withheld to protect people."
    if pd.isna(change["value"]):
        why = chapter.in_term(str(change["reason"]))
        told = f"Its change since {_when(row, change)} can't be told: {why}."
        return f"{told} {which_way(change)}".strip()
    return _moved(chapter, row, change)


def decomposition(chapter: Chapter) -> str:
    """Say what the change in the BME share of staff since last year is made of; '' if unknown."""
    total, redeclared = (contribution_row(chapter, part) for part in ("all", "re-declaration"))
    if total is None or redeclared is None or pd.isna(total["value"]):
        return ""
    return " ".join(
        filter(
            None,
            (
                _total(chapter, total),
                _told_more(chapter, redeclared),
                _among_known(chapter),
                *_most(chapter),
                "This is bookkeeping: it shows where the change stands in the counts, not why.",
            ),
        )
    )


def contribution_row(chapter: Chapter, part: str) -> pd.Series | None:
    """Return one part of the change in BME share: `all`, `re-declaration`, `within bands`, ..."""
    return chapter.row(indicator="workforce", measure="contribution", breakdown=f"part={part}")


def split_by(chapter: Chapter) -> Split | None:
    """Tell what the change in BME share is split by; None where it is not."""
    rows = chapter.rows(indicator="workforce", measure="contribution")
    return split_told(rows["breakdown"])


def band_parts(chapter: Chapter, part: str) -> pd.DataFrame:
    """Return what each pay band, or staff group, adds to a part of the change in BME share."""
    rows = chapter.rows(indicator="workforce", measure="contribution")
    return rows[rows["breakdown"].str.startswith(f"part={part};")]


def _baseline_row(chapter: Chapter, row: pd.Series) -> pd.Series | None:
    keys = ("indicator", "group", "comparator_group")
    rows = chapter.rows(measure="change", **{key: row[key] for key in keys})
    own = "" if row["breakdown"] == "all" else f"{row['breakdown']};"
    fits = rows[rows["breakdown"].str.fullmatch(f"{re.escape(own)}since=[0-9]+")]
    return fits.iloc[0] if len(fits) else None


def _when(row: pd.Series, change: pd.Series) -> str:
    year = int(change["previous_year"])
    return f"autumn {year - 1}" if row["measure"] == "percentage" else str(year)


def _moved(chapter: Chapter, row: pd.Series, change: pd.Series) -> str:
    then = row.copy()
    then["previous"] = change["previous"]
    ends = format_result(then, "previous"), format_result(row)
    span = f"{ends[0]} both times" if ends[0] == ends[1] else f"from {ends[0]} to {ends[1]}"
    what = capitalise(measured(chapter, row))
    way = _way(change, *ends)
    moved = f"{what} {way} since {_when(row, change)} ({span}{_besides(row, change)})."
    shown = (BY_SEATS if row["measure"] == "difference" else SHOWN).get(change["verdict"], "")
    return f"{moved} {shown or _not_judged(row, change)}".strip()


def _besides(row: pd.Series, change: pd.Series) -> str:
    """Go on with the interval of a change, or with a board's in seats."""
    if row["measure"] == "difference":
        seats = seats_moved(change)
        return f"; {seats}" if seats else ""
    return "" if pd.isna(change["lower"]) else f"; 95% interval of the change {_interval(change)}"


def _way(change: pd.Series, before: str, now: str) -> str:
    travel = direction_of_travel(change)
    if travel.symbol == "■":
        # Two ratios a thousandth apart may print as 1.00 and 0.99.
        return "has not moved as printed" if now == before else "has hardly moved"
    size = travel.words.removesuffix(f", {travel.verdict}")
    return f"went {size.replace(' ', ' by ', 1)}"


def _interval(change: pd.Series) -> str:
    return format_result_interval(change)


def _not_judged(row: pd.Series, change: pd.Series) -> str:
    if change["status"] == "as published":
        return "The counts of both years are not at hand, so how sure that is can't be judged."
    if row["indicator"] == "workforce":
        return "Both are full counts of staff."
    return ""


def _total(chapter: Chapter, total: pd.Series) -> str:
    label = chapter.group_label("BME")
    year, before = chapter.facts.year, int(total["previous_year"])
    moved = round_half_up(float(total["value"]), 1)
    if moved == 0:
        return f"The {label} share of staff did not move between {before} and {year}."
    way = "rose" if moved > 0 else "fell"
    size = format_points(abs(float(total["value"]))).lstrip("+")
    points = "point" if size == "1.0" else "points"
    return f"The {label} share of staff {way} by {size} {points} between {before} and {year}."


def _told_more(chapter: Chapter, redeclared: pd.Series) -> str:
    moved = round_half_up(float(redeclared["value"]), 2)
    if moved == 0:
        return (
            "Staff of unknown ethnicity, as many as before in proportion, account for none of it."
        )
    return (
        f"{fall_of_unknown(chapter) if moved > 0 else ROSE} That (re-declaration) accounts for "
        f"{format_contribution(redeclared['value'])} points of this."
    )


def _among_known(chapter: Chapter) -> str:
    label = chapter.group_label("BME")
    known = contribution_row(chapter, "among those known")
    if known is not None:
        return (
            f"The {label} share among those whose ethnicity is known accounts for "
            f"{format_contribution(known['value'])}. Which pay bands it comes from can't be told: "
            "their counts are not shown in full for both years."
        )
    by = split_by(chapter) or BANDS
    within, mix = (contribution_row(chapter, part) for part in (by.within, by.mix))
    if within is None or mix is None:
        return ""
    total = contribution_row(chapter, "all")
    reason = "" if total is None else str(total["reason"])
    coarse = f" {capitalise(reason)}." if reason else ""
    return (
        f"The {label} share {by.inside} accounts for {format_contribution(within['value'])} and "
        f"the {by.mixed} for {format_contribution(mix['value'])}.{coarse}"
    )


def _most(chapter: Chapter) -> Iterator[str]:
    """Name the bands that add and take most, as printed."""
    by = split_by(chapter) or BANDS
    rows = band_parts(chapter, by.within).sort_values("value", kind="stable")
    moved = [row for _, row in rows.iterrows() if round_half_up(float(row["value"]), 2)]
    rising = [row for row in moved[::-1] if row["value"] > 0][:2]
    falling = [row for row in moved if row["value"] < 0][:1]
    for some, verb in ((rising, "added most"), (falling, "took off most")):
        if some:
            yield f"{capitalise(by.within)}, {listed([_band(row) for row in some])} {verb}."


def _band(row: pd.Series) -> str:
    parts = parse_breakdown(row["breakdown"])
    staff = "" if parts["staff_group"] == "all" else f"{parts['staff_group']} "
    if parts["band"] == ALL_BANDS:
        return f"{staff}staff ({format_contribution(row['value'])})"
    return f"{staff}{decapitalise(band_title(parts['band']))} ({format_contribution(row['value'])})"
