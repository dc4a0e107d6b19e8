"""Table of the methods chapter: which figures are withheld, without a word on their size."""

from __future__ import annotations

import pandas as pd

from wres.chapters.reading import Chapter
from wres.definitions.bands import band_title
from wres.definitions.indicators import indicator
from wres.labels import BOARD_PARTS, capitalise, decapitalise, why_withheld
from wres.tables.layout import Column, Table
from wres.tables.methods import indicator_title

__all__ = ["withheld_table"]

# A relative likelihood that is not of everybody, by its breakdown.
APART = {
    "recruitment=without international": " without international recruits",
    "stratified=band": " within pay bands",
}
MEASURES = {
    "headcount": "headcount",
    "share": "share",
    "likelihood": "likelihood",
    "relative_likelihood": "relative likelihood",
    "percentage": "percentage",
    "gap": "gap between the groups",
    "difference": "difference from the workforce",
}

GOALS = frozenset({"parity_headcount", "trajectory", "yearly_increase"})


def withheld_table(chapter: Chapter) -> Table | None:
    """Show which figures are withheld, with the reason; None where nothing is."""
    rows = chapter.withheld()
    if rows.empty:
        return None
    what: dict[tuple[str, str], dict[str, dict[str, None]]] = {}
    for _, row in rows.iterrows():
        reason = f"{capitalise(chapter.in_term(why_withheld(row)))}."
        head, part = _named(chapter, row)
        what.setdefault((row["indicator"], reason), {}).setdefault(head, {})[part] = None
    lines = [
        [indicator_title(number), f"{capitalise('; '.join(_told(named)))}.", reason]
        for (number, reason), named in what.items()
    ]
    columns = [Column("Indicator"), Column("What is withheld"), Column("Why")]
    if len({reason for _, reason in what}) == 1:  # told in the text: every row would repeat it
        columns, lines = columns[:2], [line[:2] for line in lines]
    title = "Figures that are withheld to protect people"
    return Table(f"{title}, {chapter.facts.name}, {chapter.facts.year}.", columns, lines)


def _told(named: dict[str, dict[str, None]]) -> list[str]:
    """Give the parts below their head, those without one each for itself."""
    return [
        text
        for head, parts in named.items()
        for text in ([f"{head}: {', '.join(parts)}"] if head else parts)
    ]


def _named(chapter: Chapter, row: pd.Series) -> tuple[str, str]:
    """Name what a row is of: a head that it shares with others, and its own part."""
    if row["indicator"] == "1":
        return _of_bands(row)
    return "", _figure(chapter, row)


def _of_bands(row: pd.Series) -> tuple[str, str]:
    parts = dict(part.split("=", 1) for part in row["breakdown"].split(";"))
    staff = f"{parts['staff_group']} staff"
    if row["measure"] == "disparity_ratio":
        return f"race disparity ratio of {staff}", f"{parts['from']} to {parts['to']} bands"
    title = decapitalise(band_title(parts.get("band") or parts["grouping"]))
    if row["measure"] in GOALS:
        return "goals of senior bands", title
    return staff, title


def _figure(chapter: Chapter, row: pd.Series) -> str:
    number = row["indicator"]
    if number == "9":
        return f"the {decapitalise(BOARD_PARTS.get(row['breakdown'], row['breakdown']))}"
    if number == "workforce":
        return _people(chapter, row["group"], "staff")
    if indicator(number).kind == "survey":
        return _survey(chapter, row)
    return _ratio(chapter, row)


def _people(chapter: Chapter, group: str, people: str) -> str:
    if group == "Unknown":
        return f"{people} of unknown ethnicity"
    return f"all {people}" if group == "all" else f"{chapter.group_label(group)} {people}"


def _survey(chapter: Chapter, row: pd.Series) -> str:
    parts = dict(part.split("=", 1) for part in row["breakdown"].split(";"))
    who = f" of {_people(chapter, row['group'], 'respondents')}"
    scope = ", benchmark group" if "scope" in parts else ""
    what = MEASURES[row["measure"]] + ("" if row["comparator_group"] else who)
    return f"{what}{scope}, autumn {parts['survey_year']}"


def _ratio(chapter: Chapter, row: pd.Series) -> str:
    people = indicator(row["indicator"]).people
    if row["measure"] == "likelihood":
        return f"likelihood of {_people(chapter, row['group'], people)}"
    if row["breakdown"].startswith("unknown="):
        return "what unknown ethnicity could do to the relative likelihood"
    return f"relative likelihood{APART.get(row['breakdown'], '')}"
