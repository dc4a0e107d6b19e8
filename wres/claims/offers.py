"""The inline value of the vocabulary that prints a fact just as an author has typed it."""

from __future__ import annotations

from collections.abc import Iterable

from wres.claims.answers import RATIOS, SURVEY
from wres.claims.facts import OWN, Fact
from wres.labels import (
    NOT_COUNTED,
    format_contribution,
    format_figure,
    format_people,
    format_percent,
)

__all__ = ["Offers", "printed"]

_MEMBERS = {
    (): "all",
    (("voting", "yes"),): "voting",
    (("voting", "no"),): "non-voting",
    (("membership", "executive"),): "executive",
    (("membership", "non-executive"),): "non-executive",
}
_OF = {"England": "national", "region": "region", "benchmark": "benchmark group"}
_STAFF = {"share", "headcount"}
_DIFFERENCES = {"change", "relative change", "gap", "difference", "comparison"}


def printed(fact: Fact) -> str:
    """Write a fact's number as the report does.

    Examples
    --------
    >>> printed(Fact("3", "relative_likelihood", "BME", "White", "level", 2020, 0.81, "ratio"))
    '0.81'
    >>> printed(Fact("1", "parity_headcount", "BME", "", "people", 2020, 3.24, "headcount"))
    '3.2'
    """
    if fact.role == "part":
        return format_contribution(fact.value)
    if fact.measure == "likelihood":
        return format_percent(fact.value, 2)
    if fact.measure in NOT_COUNTED:
        return format_people(fact.value, fact.measure)
    published = fact.published or fact.comparator != OWN or fact.measure in {"percentage", "gap"}
    return format_figure(
        fact.value, fact.unit, published=published, signed=fact.role in _DIFFERENCES
    )


class Offers:
    """Inline values for the facts of one report.

    Parameters
    ----------
    facts : iterable of Fact
        All that the report shows: of an earlier year only what has a row of its own is offered.
    year : int
        Reporting year.
    """

    def __init__(self, facts: Iterable[Fact], year: int) -> None:
        self._year = year
        self._rows = {_key(fact) for fact in facts if _has_own_row(fact, year)}

    def of(self, fact: Fact, words: str) -> str | None:
        """Give the inline value that prints `words`, or None.

        It must print what was typed: a value in other words, or rounded further, is the author's.
        """
        call = self._call(fact)
        typed = words.strip().replace(" per cent", "%").replace("percent", "%").replace("-", "−")
        return f"`{{python}} {call}`" if call and typed.replace(" ", "") == printed(fact) else None

    def _call(self, fact: Fact) -> str | None:
        if fact.comparator != OWN:
            return self._of_comparator(fact)
        if not fact.row or _key(fact) not in self._rows:
            return None
        if fact.indicator == "9":
            return self._of_board(fact)
        if fact.place and fact.indicator != "1":
            return None
        return self._of_indicator(fact)

    def _with_year(self, fact: Fact, *given: str) -> str:
        years = [] if fact.year == self._year else [f"year={fact.year}"]
        return ", ".join([*given, *years])

    def _of_indicator(self, fact: Fact) -> str | None:
        number, group = fact.indicator, f'"{fact.group}"'
        if fact.measure in _STAFF:
            return self._of_staff(fact)
        if fact.measure == "relative_likelihood":
            return f"ratio({self._with_year(fact, number)})"
        if fact.measure in {"likelihood", "percentage"} and number in RATIOS | SURVEY:
            return f"{fact.measure}({self._with_year(fact, number, group)})"
        return f"gap({self._with_year(fact, number)})" if fact.measure == "gap" else None

    def _of_staff(self, fact: Fact) -> str | None:
        placed = {*fact.parts} <= {"staff_group", "band"}
        if " - " in fact.group or fact.group == "known" or not placed:
            return None
        places = [f'{key}="{value}"' for key, value in fact.place]
        given = self._with_year(fact, f'"{fact.group}"', *places)
        return f"{fact.measure}({given})"

    def _of_board(self, fact: Fact) -> str | None:
        members = _MEMBERS.get(fact.place)
        if members is None:
            return None
        if fact.measure == "difference" and fact.group == "BME":
            given = self._with_year(fact, f'"{members}"')
            return f"difference({given})"
        name = {"share": "board_share", "headcount": "board_members"}.get(fact.measure)
        given = self._with_year(fact, f'"{fact.group}"', f'"{members}"')
        return None if name is None else f"{name}({given})"

    def _of_comparator(self, fact: Fact) -> str | None:
        """Offer the latest figure of a comparator, as the comparison of this year takes it."""
        of = _OF.get(fact.comparator)
        if of is None or fact.role != "level" or fact.row.split(" ")[1:2] != ["comparison"]:
            return None
        number = "1" if fact.indicator == "workforce" else fact.indicator
        other = fact.indicator in SURVEY and fact.group != "BME"
        group = [f'group="{fact.group}"'] if other else []
        given = ", ".join([number, f'"{of}"', *group])
        return f"benchmark({given})"


def _key(fact: Fact) -> tuple[object, ...]:
    return fact.indicator, fact.measure, fact.group, fact.over, fact.place, fact.year, fact.value


def _has_own_row(fact: Fact, year: int) -> bool:
    """Say whether a row holds the fact as its value, not as the figure before it."""
    own = f"survey_year={fact.year - 1}" if fact.indicator in SURVEY else f"year={fact.year}"
    return own in fact.row or (fact.year == year and fact.indicator not in SURVEY)
