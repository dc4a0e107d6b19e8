"""Sentences about the board (indicator 9)."""

from __future__ import annotations

import pandas as pd

from wres.chapters.reading import Chapter
from wres.definitions.indicators import Indicator
from wres.labels import format_headcount, format_percent, format_result, is_withheld
from wres.narrative.words import absence, figure_of, headline_row

__all__ = ["finding", "headline"]

MEMBERS = {"all": "board members", "voting=yes": "voting board members"}


def finding(chapter: Chapter, record: Indicator) -> str:
    """Say the same, and what one seat is worth."""
    row = headline_row(chapter, record)
    seat = "" if row is None or pd.isna(row["value"]) else _one_seat(row)
    return f"{headline(chapter, record)}{seat}{_whole_board_withheld(chapter, row)}"


def headline(chapter: Chapter, record: Indicator) -> str:
    """Say how many of the board are BME, beside the workforce share."""
    row = headline_row(chapter, record)
    if row is None or pd.isna(row["value"]):
        return absence(chapter, record, row)
    members = MEMBERS[row["breakdown"]]
    term = chapter.group_label("BME")
    share = chapter.row(indicator="9", measure="share", breakdown=row["breakdown"], group="BME")
    workforce = chapter.row(indicator="workforce", measure="share", breakdown="all", group="BME")
    if is_withheld(share) or is_withheld(workforce):
        return (
            f"The {term} share of {members} differed from that of the workforce by "
            f"{format_result(row)} percentage points; the shares are withheld to protect people."
        )
    return (
        f"{_seats(row, members, term, figure_of(share))}, against {figure_of(workforce)} of "
        f"the workforce: a difference of {format_result(row)} percentage points."
    )


def _seats(row: pd.Series, members: str, term: str, share: str) -> str:
    if pd.isna(row["numerator"]):
        published = ", as published" if row["status"] == "as published" else ""
        return f"{share} of {members} were {term}{published}"
    count = int(row["numerator"])
    were = "was" if count == 1 else "were"
    return (
        f"{format_headcount(count)} of the {format_headcount(row['denominator'])} {members} "
        f"{were} {term} ({share})"
    )


def _whole_board_withheld(chapter: Chapter, shown: pd.Series | None) -> str:
    """Name the whole board where another part of it has to stand for it."""
    whole = chapter.row(indicator="9", measure="difference", breakdown="all", group="BME")
    if not is_withheld(whole) or shown is None or shown["breakdown"] == "all":
        return ""
    return " The figure for the whole board is withheld to protect people."


def _one_seat(row: pd.Series) -> str:
    if pd.isna(row["denominator"]) or not row["denominator"]:
        return ""
    seat = format_percent(100 / float(row["denominator"])).rstrip("%")
    return f" One seat is {seat} percentage points of this board."
