"""The words by which results name comparators, and by which sentences and tables read them."""

from __future__ import annotations

import re
from typing import Final

__all__ = [
    "ALL_MEMBERS",
    "LOCAL_POPULATION",
    "PEERS",
    "SOURCE",
    "SURVEY_GROUP",
    "area_of",
    "autumn_of",
    "joined",
    "source_of",
]

SURVEY_GROUP: Final = "NHS Staff Survey benchmark group"
LOCAL_POPULATION: Final = "local population of "
# National figures of boards are of all members, beside which a trust may set its voting members.
ALL_MEMBERS: Final = ", all board members"
PEERS: Final = "peers=all"
# What follows it in a row's reason names the comparator's publication.
SOURCE: Final = "source: "


def joined(breakdown: str, part: str) -> str:
    """Add a part to a breakdown.

    Examples
    --------
    >>> joined("all", "comparator=England"), joined("voting=yes", "peers=all")
    ('comparator=England', 'voting=yes;peers=all')
    """
    return part if breakdown == "all" else f"{breakdown};{part}"


def source_of(reason: str) -> str:
    """Give the comparator's publication that a row's reason names, empty where it names none."""
    return reason.partition(SOURCE)[2]


def area_of(name: str) -> str:
    """Give the area whose population a comparator is; empty where it is none."""
    return name.removeprefix(LOCAL_POPULATION) if name.startswith(LOCAL_POPULATION) else ""


def autumn_of(name: str) -> str:
    """Give the autumn of the survey that a comparator's name tells; empty where it tells none.

    Examples
    --------
    >>> autumn_of("NHS Staff Survey benchmark group, autumn 2020"), autumn_of("England")
    ('2020', '')
    """
    found = re.fullmatch(rf"{re.escape(SURVEY_GROUP)}, autumn (\d{{4}})", name)
    return found[1] if found else ""
