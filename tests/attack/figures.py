"""The figures of a report as functions of counts: what each of them is a share or a ratio of."""

from __future__ import annotations

import re

from tests.attack.facts import Part, Var, part

__all__ = [
    "ALL",
    "DOCTORS",
    "GROUPS",
    "RATIOS",
    "WITHOUT_INTERNATIONAL",
    "band_name",
    "board",
    "board_gap",
    "detail",
    "events",
    "extreme",
    "likelihood",
    "members_of",
    "percent",
    "ratio",
    "responses",
    "scenario",
    "share",
    "staff",
]

ALL = "all"
GROUPS = ("White", "BME", "Unknown")
# Indicator: table, events, base, group, comparator group.
RATIOS = {
    "2": ("recruitment", "appointed", "shortlisted", "White", "BME"),
    "3": ("disciplinary", "entered_process", "workforce", "BME", "White"),
    "4": ("training", "accessed", "workforce", "White", "BME"),
}
# What is added to the name of a count of indicator 2 that leaves out people recruited abroad.
WITHOUT_INTERNATIONAL = "|recruitment=without international"
LADDER = ["under 1", *"1234567", "8a", "8b", "8c", "8d", "9", "vsm"]
DOCTORS = {
    "consultant": "consultant",
    "senior medical manager": "senior medical manager",
    "non-consultant career grade": "career grade",
    "career grade": "career grade",
    "trainee": "trainee",
    "other": "other medical and dental",
    "other medical and dental": "other medical and dental",
}


def band_name(text: str) -> str:
    """Call a band the same, whether a file writes `8c-9 and VSM` or 'Bands 8c to 9 and VSM'."""
    return ", ".join(members_of(text)) if members_of(text) != tuple(LADDER) else "pay bands"


def members_of(text: str) -> tuple[str, ...]:
    """List the single bands that a band or grouping stands for."""
    words = " ".join(text.lower().replace("\N{EN DASH}", "-").split())
    words = words.removeprefix("of whom ")  # so charts call a part of the band before
    if words in {"all", "all bands", "all clinical", "all non-clinical", "all staff"}:
        return (ALL,)
    singular = words.rstrip("s")
    if singular in DOCTORS or words in DOCTORS:
        return (DOCTORS.get(singular, DOCTORS.get(words, words)),)
    words = re.sub(r"^bands? ", "", words.replace("under band 1", "under 1"))
    words = re.sub(r" to |-", "-", words)
    members: list[str] = []
    for piece in words.split(" and "):
        ends = piece.split("-")
        if any(end not in LADDER for end in ends):
            return (words,)
        members += LADDER[LADDER.index(ends[0]) : LADDER.index(ends[-1]) + 1]
    return tuple(members)


def staff(year: int | str, staff_group: str, band: str, group: str) -> Var:
    return (str(year), "workforce", staff_group, band_name(band), group)


def detail(year: int | str, group: str, detailed: str) -> Var:
    """Name the staff of a detailed ethnic group within White or BME."""
    return (str(year), "details", group, detailed)


def events(year: int | str, number: str, column: str, group: str, of: str = "") -> Var:
    """Name a count of indicators 2 to 4; `of` names a part of all people counted."""
    return (str(year), RATIOS[number][0], f"{column}{of}", group)


def board(year: int | str, membership: str, voting: str, group: str) -> Var:
    return (str(year), "board", membership, voting, group)


def responses(survey_year: int | str, number: str, group: str) -> Var:
    return (str(survey_year), "responses", number, group)


def percent(survey_year: int | str, number: str, group: str) -> Var:
    return (str(survey_year), "percent", number, group)


def share(cell: Var) -> tuple[Part, Part]:
    """Return a count over the count of all ethnic groups in the same place."""
    return part(cell), part((*cell[:-1], ALL))


def likelihood(year: int | str, number: str, group: str, of: str = "") -> tuple[Part, Part]:
    _, event, base, _, _ = RATIOS[number]
    return (
        part(events(year, number, event, group, of)),
        part(events(year, number, base, group, of)),
    )


def ratio(
    year: int | str, number: str, group: str, comparator: str, of: str = ""
) -> tuple[Part, ...]:
    return (*likelihood(year, number, group, of), *likelihood(year, number, comparator, of))


def scenario(
    year: int | str, number: str, group: str, comparator: str, taken: str, of: str = ""
) -> tuple[Part, ...]:
    """Return the ratio with all people of unknown ethnicity taken for one group."""
    parts = list(ratio(year, number, group, comparator, of))
    unknown = likelihood(year, number, "Unknown", of)
    start = 0 if taken == group else 2
    parts[start] += unknown[0]
    parts[start + 1] += unknown[1]
    return tuple(parts)


def extreme(
    year: int | str, number: str, group: str, comparator: str, which: str, of: str = ""
) -> tuple[Part, ...]:
    """Return the least or greatest ratio: unknown events to one group, the rest to the other."""
    a, b, c, d = ratio(year, number, group, comparator, of)
    seen, base = likelihood(year, number, "Unknown", of)
    others = (*base, *((var, -factor) for var, factor in seen))
    if which == "low":
        return a, b + others, c + seen, d + seen
    return a + seen, b + seen, c, d + others


def board_gap(
    year: int | str, membership: str, voting: str, group: str
) -> tuple[Part, Part, Part, Part]:
    """Return the share of a part of the board beside the share of the whole workforce."""
    return (
        *share(board(year, membership, voting, group)),
        *share(staff(year, ALL, ALL, group)),
    )
