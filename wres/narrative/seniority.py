"""Sentences about who works higher up: race disparity ratios and the goals of senior bands."""

from __future__ import annotations

import pandas as pd

from wres.chapters.reading import Chapter
from wres.definitions.bands import band_title
from wres.definitions.groupings import LEVELS, STEPS, load_groupings
from wres.labels import (
    capitalise,
    decapitalise,
    format_headcount,
    format_ratio,
    format_result,
    is_withheld,
    listed,
    round_half_up,
)
from wres.narrative.words import figure_of
from wres.narrative.workforce import parse_breakdown
from wres.stats import TOO_FEW, is_short

__all__ = ["better_represented", "disparity", "model_employer", "step", "title"]

DIRECTION = "1 is equal; above 1, White staff are better represented higher up"


def disparity(chapter: Chapter) -> str:
    """Say the race disparity ratios of clinical and of non-clinical staff, and what they are not.

    Empty where bands of neither were published.
    """
    told = list(filter(None, _of_halves(chapter)))
    if not told:
        return ""
    rows = chapter.own_rows(indicator="1", measure="disparity_ratio")
    if not rows["value"].notna().any():
        return " ".join(told)
    bands = load_groupings().race_disparity
    named = [f"{level} are {decapitalise(band_title(bands.band(level)))}" for level in LEVELS]
    return (
        f"{' '.join(told)} The ratio is White over {chapter.group_label('BME')}: {DIRECTION}. "
        f"It compares staff in post on one day, not promotions. Of the bands, {listed(named)}; "
        "medical and dental staff are left out."
    )


def model_employer(chapter: Chapter) -> str:
    """Say how many BME staff each senior band would have at the workforce's share, and the way.

    Empty where there are no senior bands.
    """
    rows = chapter.own_rows(indicator="1", measure="parity_headcount", group="BME")
    rows = rows[rows["status"].ne("no members")]
    if rows.empty:
        return ""
    shown = [_of_band(chapter, row) for _, row in rows.iterrows() if pd.notna(row["value"])]
    hidden = [title(row) for _, row in rows.iterrows() if is_withheld(row)]
    withheld = f"Goals of {listed(hidden)} are withheld to protect people." if hidden else ""
    if not shown:
        return withheld or _not_available(chapter, rows)
    share = chapter.row(indicator="workforce", measure="share", breakdown="all", group="BME")
    label = chapter.group_label("BME")
    start = (
        f"Here is how many {label} staff each senior band would have, with the staff that it has "
        f"now, at the workforce's {label} share ({figure_of(share)}). {' '.join(shown)}"
    )
    return " ".join(filter(None, [start, _target(chapter), withheld]))


def _of_halves(chapter: Chapter) -> list[str]:
    """Say the ratios of both halves; where neither has any for one reason, that once."""
    first, second = (_of_half(chapter, half) for half in ("clinical", "non-clinical"))
    start = "The race disparity ratio of {} staff is not available"
    reason = first.removeprefix(start.format("clinical"))
    if reason != first and second == start.format("non-clinical") + reason:
        return [f"The race disparity ratios are not available{reason}"]
    return [first, second]


def _of_half(chapter: Chapter, staff_group: str) -> str:
    rows = [
        chapter.row(
            indicator="1",
            measure="disparity_ratio",
            breakdown=f"staff_group={staff_group};from={lower};to={higher}",
        )
        for lower, higher in STEPS
    ]
    known: list[pd.Series] = [row for row in rows if row is not None]
    if not known:
        return ""
    start = f"The race disparity ratio of {staff_group} staff"
    parts = [f"{format_ratio(row['value'])} {step(row)}" for row in known if _has_value(row)]
    hidden = [row for row in known if is_withheld(row)]
    said = [f"{start} was {listed(parts)}."] if parts else []
    said += _sureness(known)
    for of, why in ((hidden, "withheld to protect people"), *_absent(chapter, known)):
        if of:
            part = "That" if parts else start
            which = f" {listed([*map(step, of)])}" if parts or len(of) < len(known) else ""
            said.append(f"{part}{which} is {why}.")
    return " ".join(said)


def _absent(chapter: Chapter, rows: list[pd.Series]) -> list[tuple[list[pd.Series], str]]:
    """Give the steps that have no ratio by the reason for it."""
    found: dict[str, list[pd.Series]] = {}
    for row in rows:
        if row["status"] == "not available":
            found.setdefault(chapter.in_term(str(row["reason"])), []).append(row)
    return [
        (of, f"not available: {reason.replace(': ', ', since ')}") for reason, of in found.items()
    ]


def _sureness(rows: list[pd.Series]) -> list[str]:
    """Say of which steps a ratio shows nothing, and why."""
    few = [step(row) for row in rows if row["verdict"] == TOO_FEW]
    equal = [step(row) for row in rows if row["verdict"] == "no clear difference"]
    told = []
    if few:
        told.append(f"There are too few staff to say who is better represented {listed(few)}.")
    if equal:
        told.append(f"{capitalise(listed(equal))}, less than half a person is between the groups.")
    return told


def better_represented(chapter: Chapter, row: pd.Series) -> str:
    """Say in a few words what a race disparity ratio shows; '' where there is none."""
    better = {"more likely": row["group"], "less likely": row["comparator_group"]}
    if row["verdict"] in better:
        return f"{chapter.group_title(better[row['verdict']])} staff better represented higher up"
    return str(row["verdict"])


def _has_value(row: pd.Series) -> bool:
    return bool(pd.notna(row["value"]))


def step(row: pd.Series) -> str:
    """Name the groups of bands that a race disparity ratio compares."""
    parts = parse_breakdown(row["breakdown"])
    return f"from {parts['from']} to {parts['to']} bands"


def title(row: pd.Series) -> str:
    """Name a row's pay band as it stands in a sentence, with the staff group if it is of one."""
    parts = parse_breakdown(row["breakdown"])
    band = decapitalise(band_title(parts["band"]))
    return f"{parts['staff_group']} {band}" if "part" in parts else band


def _of_band(chapter: Chapter, row: pd.Series) -> str:
    now = format_headcount(row["numerator"])
    said = f"{title(row)}: {format_result(row)}, now {now} of {_staff(row)}"
    return capitalise(f"{said}{_each_year(chapter, row)}.")


def _staff(row: pd.Series) -> str:
    return format_headcount(row["denominator"])


def _each_year(chapter: Chapter, row: pd.Series) -> str:
    increase = chapter.row(
        indicator="1", measure="yearly_increase", breakdown=row["breakdown"], group="BME"
    )
    if increase is None or pd.isna(increase["value"]):
        return ""
    if not increase["value"]:
        return ", the share is reached"
    if not is_short(row["numerator"], row["value"]):
        return ", and no whole number comes nearer"
    if increase["value"] >= 1:
        return f", {format_result(increase)} more each year"
    # A part of a person each year is nothing that a board could do.
    missing = round_half_up(float(row["value"]) - float(row["numerator"]), 0)
    return f", {format_headcount(float(missing))} more by {_target_year(chapter)}"


def _target(chapter: Chapter) -> str:
    """Say by when, or that the year has come."""
    increases = chapter.own_rows(indicator="1", measure="yearly_increase")
    if year := _target_year(chapter):
        return f"The way there is a straight line to {year}."
    late = increases[increases["status"].eq("not available")]["reason"]
    return "" if late.empty else f"{capitalise(str(late.iloc[0]))}."


def _target_year(chapter: Chapter) -> str:
    """Give the year that the straight lines lead to; '' where none is left."""
    line = chapter.rows(indicator="1", measure="trajectory")
    return max((parse_breakdown(text)["at"] for text in line["breakdown"]), default="")


def _not_available(chapter: Chapter, rows: pd.DataFrame) -> str:
    reason = chapter.in_term(str(rows["reason"].iloc[0])).removeprefix("goals of senior bands: ")
    reason = reason.replace("that it needs", "that they need")
    return f"Goals of senior bands are not available: {reason}."
