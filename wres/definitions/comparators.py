"""The words by which results name comparators, and by which sentences and tables read them."""

from __future__ import annotations

import re
from typing import Final

from wres.definitions.indicators import numbers_of

__all__ = [
    "ALL_MEMBERS",
    "FEWEST_PEERS",
    "LOCAL_POPULATION",
    "PEERS",
    "SOURCE",
    "SURVEY_GROUP",
    "WINDOWS_APART",
    "area_of",
    "autumn_of",
    "dated",
    "joined",
    "kind_of",
    "plain",
    "source_of",
    "survey_of",
]

SURVEY_GROUP: Final = "NHS Staff Survey benchmark group"
LOCAL_POPULATION: Final = "local population of "
# National figures of boards are of all members, beside which a trust may set its voting members.
ALL_MEMBERS: Final = ", all board members"
PEERS: Final = "peers=all"
# Among fewer the place of one trust depends on which others happen to be at hand.
FEWEST_PEERS: Final = 5
# Why a peer's ratio is no peer of another: in the reason of a place, and said of a table of them.
WINDOWS_APART: Final = (
    "a two-year average counts the cases of two years and is not ranked among figures of one year"
)
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


def plain(name: str) -> str:
    """Give a comparator's name without the survey that it may tell.

    Examples
    --------
    >>> plain("NHS Staff Survey benchmark group, autumn 2020"), plain("England")
    ('NHS Staff Survey benchmark group', 'England')
    """
    return SURVEY_GROUP if autumn_of(name) else name


def kind_of(name: str) -> str:
    """Give the kind of a comparator: a chart has a mark for each.

    Examples
    --------
    >>> kind_of("England, all board members"), kind_of("London region"), kind_of("A peer NHS Trust")
    ('England', 'region', 'other')
    """
    if name.startswith(SURVEY_GROUP):
        return "survey group"
    if name.startswith(LOCAL_POPULATION):
        return "local population"
    whose = name.partition(",")[0]
    return "England" if whose == "England" else "region" if whose.endswith(" region") else "other"


def dated(name: str, year: int | None, number: str) -> str:
    """Name a comparator with its year; a survey figure by its survey, whoever's it is.

    Parameters
    ----------
    name : str
        As results have it.
    year : int, optional
        The figure's reporting year.
    number : str
        The indicator, or `workforce`.

    Examples
    --------
    >>> dated("England", 2021, "8"), dated("England", 2021, "2")
    ('England, autumn 2020 survey', 'England, 2021')
    >>> dated("NHS Staff Survey benchmark group, autumn 2020", 2021, "8")
    'benchmark group, autumn 2020 survey'
    """
    short = plain(name).removeprefix("NHS Staff Survey ")
    if year is None:
        return short
    return f"{short}, {survey_of(year) if number in numbers_of('survey') else year}"


def survey_of(year: int) -> str:
    """Name the staff survey that belongs to a reporting year.

    Examples
    --------
    >>> survey_of(2021)
    'autumn 2020 survey'
    """
    return f"autumn {year - 1} survey"
