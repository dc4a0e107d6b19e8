"""Sentences about the board (indicator 9)."""

from __future__ import annotations

import pandas as pd

from wres.chapters.reading import Chapter
from wres.definitions.indicators import Indicator
from wres.labels import (
    BOARD_PARTS,
    decapitalise,
    format_headcount,
    format_percent,
    format_result,
    format_seats,
    is_withheld,
)
from wres.narrative.words import absence, figure_of, headline_row

__all__ = ["finding", "goals", "headline", "in_seats", "seats_moved", "worked_out"]

# Parts that are told one by one beside the board as a whole.
PARTS = ("voting=yes", "membership=executive", "membership=non-executive")
MEMBERS = {"all": "board members", "voting=yes": "voting board members"}


def finding(chapter: Chapter, record: Indicator) -> str:
    """Say the same, what a seat is, and how it is in each part."""
    row = headline_row(chapter, record)
    if row is None or pd.isna(row["value"]):
        return headline(chapter, record)
    shown = str(row["breakdown"])
    return "".join(
        [
            headline(chapter, record),
            _one_seat(row),
            _parts(chapter, shown),
            _whole_board_withheld(chapter, row),
        ]
    )


def headline(chapter: Chapter, record: Indicator) -> str:
    """Say how many of the board are BME, beside the workforce share, in seats too."""
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
        f"{_unknown(chapter, str(row['breakdown']))}"
        f"{_workforce_share(chapter, str(row['breakdown']))}{worked_out(chapter, row)}"
    )


def _unknown(chapter: Chapter, breakdown: str) -> str:
    """Say of how many members the ethnicity is unknown; '' of none, or where nobody told."""
    row = chapter.row(indicator="9", measure="share", breakdown=breakdown, group="Unknown")
    if is_withheld(row):
        return " How many are of unknown ethnicity is withheld to protect people."
    if row is None or pd.isna(row["value"]) or not row["value"]:
        return ""
    some = pd.isna(row["numerator"]) or pd.isna(row["denominator"])
    who = f"{format_result(row)} of them" if some else format_headcount(row["numerator"])
    return f" The ethnicity of {who} is unknown."


def worked_out(chapter: Chapter, row: pd.Series) -> str:
    """Say that the members were worked out from printed shares where a sentence counts them."""
    said = "" if pd.isna(row["numerator"]) else chapter.worked_out("board")
    return f" {said}" if said else ""


def _seats(row: pd.Series, members: str, term: str, share: str) -> str:
    if pd.isna(row["numerator"]):
        published = ", as published" if row["status"] == "as published" else ""
        return f"{share} of {members} were {term}{published}"
    if pd.isna(row["denominator"]):
        return f"None of the {members} was {term} ({share}, as published)"
    count = int(row["numerator"])
    were = "was" if count == 1 else "were"
    if row["denominator"] == 1:
        return f"The one {_singular(members)} {'was' if count else 'was not'} {term} ({share})"
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


def _goal(chapter: Chapter, breakdown: str) -> pd.Series | None:
    """Return the row of the seats that the workforce share would be, if it has a value."""
    row = chapter.row(indicator="9", measure="parity_headcount", breakdown=breakdown, group="BME")
    return None if row is None or pd.isna(row["value"]) else row


def _workforce_share(chapter: Chapter, breakdown: str) -> str:
    goal = _goal(chapter, breakdown)
    return "" if goal is None else f" The workforce share would be {format_seats(goal['value'])}."


def goals(chapter: Chapter, shown: str) -> list[pd.Series]:
    """Return the goals of the part that stands for the board and of those told beside it."""
    found = [_goal(chapter, shown), *(_goal_of_part(chapter, part) for part in PARTS)]
    named = {str(row["breakdown"]): row for row in found if row is not None}
    return list(named.values())


def _parts(chapter: Chapter, shown: str) -> str:
    """Say how many of each part of the board are BME, in seats."""
    rows = [row for row in goals(chapter, shown) if row["breakdown"] != shown]
    return "".join(f" {in_seats(chapter, row)}" for row in rows)


def _goal_of_part(chapter: Chapter, part: str) -> pd.Series | None:
    """Return the goal of a part, or of those of it who vote where only these were published."""
    found = _goal(chapter, part)
    if found is None and part.startswith("membership="):
        return _goal(chapter, f"{part};voting=yes")
    return found


def in_seats(chapter: Chapter, row: pd.Series) -> str:
    """Say of one part how many of its members are BME, and the workforce's share in seats."""
    part = decapitalise(BOARD_PARTS[row["breakdown"]])
    unknown = _unknown(chapter, str(row["breakdown"]))
    if row["denominator"] == 1:
        was = "was" if row["numerator"] else "was not"
        return (
            f"The one {_singular(part)} {was} {chapter.group_label('BME')}; the workforce share "
            f"would be {format_seats(row['value'])}.{unknown}"
        )
    counts = [format_headcount(row[name]) for name in ("numerator", "denominator")]
    were = "was" if row["numerator"] == 1 else "were"
    return (
        f"Of the {counts[1]} {part}, {counts[0]} {were} {chapter.group_label('BME')}; the "
        f"workforce share would be {format_seats(row['value'])}.{unknown}"
    )


def _singular(members: str) -> str:
    return members.replace("members", "member")


def seats_moved(change: pd.Series) -> str:
    """Say a board's change in seats, to go on after it in points; '' where they are not known.

    Of a share printed as 0% it is known that it is no seat, though not of how many.
    """
    if pd.isna(change["numerator"]) or pd.isna(change["comparator_numerator"]):
        return ""
    before = _before(change["comparator_numerator"], change["comparator_denominator"])
    now = _of(change["numerator"], change["denominator"])
    return f"{now} seats both times" if now == before else f"from {before} to {now} seats"


def _before(members: float, board: float) -> str:
    """Say the seats of the year before; none in a word where nobody knows of how many."""
    return "none" if not members and pd.isna(board) else _of(members, board)


def _of(members: float, board: float) -> str:
    size = "" if pd.isna(board) else f" of {format_headcount(board)}"
    return f"{format_headcount(members)}{size}"


def _one_seat(row: pd.Series) -> str:
    if pd.isna(row["denominator"]) or not row["denominator"]:
        return ""
    seat = format_percent(100 / float(row["denominator"])).rstrip("%")
    return f" One seat is {seat} percentage points of this board."
