"""Tables that stand beside the indicators: comparators, local population, further measures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pandas as pd

from wres.definitions.comparators import kind_of
from wres.errors import Problem
from wres.sources.cells import BASE, INDICATOR, NUMBER, PERCENT, TEXT, WHOLE, YEAR, one_of
from wres.sources.columns import Column
from wres.sources.others import GROUP, groups_of, is_plausible, plausible, units_of
from wres.sources.rules import given_once, not_after_report
from wres.sources.tables import Rows, Rule, Table

__all__ = ["COMPARATORS", "LOCAL_POPULATION", "SUPPLEMENTARY", "VOTING_MEMBERS", "plain_name"]

VOTING_MEMBERS: Final = "voting members"

_PUBLISHED = one_of("published", {one: one for one in ("yes", "no")})
_UNIT = one_of("unit", {one: one for one in ("%", "ratio", "points")})
_BOARD = one_of("board", {one: one for one in ("whole board", VOTING_MEMBERS)})


def plain_name(name: str) -> str:
    """Write a comparator's name as it stands in a breakdown, where `;` and `=` part the parts.

    Examples
    --------
    >>> plain_name("Trusts A; B = our region")
    'Trusts A B our region'
    """
    return " ".join(name.replace(";", " ").replace("=", " ").split())


def _one_figure(rows: Rows) -> Iterator[Problem]:
    rule = (
        "must be an indicator of one figure a group; 1 has one for every pay band (of the whole "
        "workforce the indicator is `workforce`)"
    )
    for row in _rows_of(rows, "1"):
        yield rows.file.problem(rule, row=row, column="indicator", given="1")


def _unit_of_indicator(rows: Rows) -> Iterator[Problem]:
    for row, number, unit in _figures(rows):
        units = units_of(number)
        if unit and unit not in units:
            rule = f"must be {' or '.join(units)}, the unit of indicator {number}"
            yield rows.file.problem(rule, row=row, column="unit", given=unit)
        elif not unit and len(units) > 1:
            rule = "must be given for indicator 9: % for a share of the board, points for a"
            rule += " share of the board less that of the workforce"
            column = "unit" if rows.has("unit") else "indicator"
            action = "Fill the cell in" if rows.has("unit") else "Add the column `unit`"
            yield rows.file.problem(rule, action, row=row, column=column, given="")


def _plausible_value(rows: Rows) -> Iterator[Problem]:
    if not rows.has("value"):
        return
    for row, number, unit in _figures(rows):
        value, units = rows.value(row, "value"), units_of(number)
        meant = unit or (units[0] if len(units) == 1 else "")
        if pd.notna(value) and meant in units and not is_plausible(float(value), meant):
            given = rows.given(row, "value")
            yield rows.file.problem(plausible(meant), row=row, column="value", given=given)


# What a figure without its unit must lie within, so that no other unit can be meant.
_CLEARLY = {"ratio": (0.1, 10.0), "%": (1.0, 100.0)}


def _clear_without_unit(rows: Rows) -> Iterator[Problem]:
    """Ask for the unit of a figure that could be of another: a 15 of a ratio, a 0.3 of a share."""
    if not rows.has("value"):
        return
    for row, number, unit in _figures(rows):
        value, units = rows.value(row, "value"), units_of(number)
        if unit or len(units) > 1 or pd.isna(value) or not is_plausible(float(value), units[0]):
            continue
        lowest, highest = _CLEARLY[units[0]]
        if value and not lowest <= float(value) <= highest:
            rule = f"is unusual for a figure in {units[0]}: its unit must be given"
            action = "Correct the value, or name its unit in the column `unit`,"
            given = rows.given(row, "value")
            yield rows.file.problem(rule, action, row=row, column="value", given=given)


def _name_of_its_own(rows: Rows) -> Iterator[Problem]:
    """Refuse the names under which the report gives published figures itself."""
    if not rows.has("name"):
        return
    for row, name in rows.text["name"].items():
        kind = kind_of(plain_name(str(name)))
        if kind != "other":
            rule = f"must not be that of figures which the report brings itself ({kind})"
            action = "Say whose it is and where from (`Our region, published 2024`)"
            place = int(str(row))
            yield rows.file.problem(rule, action, row=place, column="name", given=str(name))


def _group_of_indicator(rows: Rows) -> Iterator[Problem]:
    if not rows.has("group"):
        return
    for row, number, _ in _figures(rows):
        group, groups = rows.value(row, "group"), groups_of(number)
        if pd.notna(group) and group not in groups:
            rule = f"must be {' or '.join(groups)}, as indicator {number} has it"
            given = rows.given(row, "group")
            yield rows.file.problem(rule, row=row, column="group", given=given)
    yield from _meant_twice(rows)


def _meant_twice(rows: Rows) -> Iterator[Problem]:
    """Refuse a blank group beside the group that the blank means."""
    if not rows.has("name", "year"):
        return
    given: dict[tuple[str, str, str], list[int]] = {}
    for row, number, _ in _figures(rows):
        group = rows.value(row, "group")
        if pd.isna(group) or group == groups_of(number)[0]:
            key = (rows.given(row, "name"), rows.given(row, "year"), number)
            given.setdefault(key, []).append(row)
    for (_, _, number), (first, *others) in given.items():
        for row in others:
            if pd.isna(rows.value(row, "group")) != pd.isna(rows.value(first, "group")):
                rule = f"must be given once; a blank means {groups_of(number)[0]}, as row {first}"
                text = rows.given(row, "group")
                yield rows.file.problem(rule, row=row, column="group", given=text)


def _one_spelling(rows: Rows) -> Iterator[Problem]:
    """Refuse names that become one another where they are written into a breakdown."""
    if not rows.has("name"):
        return
    seen: dict[str, str] = {}
    for row, name in rows.text["name"].items():
        if name and not plain_name(str(name)):
            rule = "must be a name, not signs alone"
            yield rows.file.problem(rule, row=int(str(row)), column="name", given=str(name))
        first = seen.setdefault(plain_name(str(name)).casefold(), str(name))
        if name and first != name:
            rule = f"must be spelt as before ({first}): one comparator has one name"
            yield rows.file.problem(rule, row=int(str(row)), column="name", given=str(name))


def _one_share(rows: Rows) -> Iterator[Problem]:
    if not rows.has("percent_bme"):
        return
    for row in rows.typed.index[rows.sound("percent_bme", "group", "percent")]:
        given = [
            bool(rows.has(name) and pd.notna(rows.value(row, name)))
            for name in ("percent_bme", "group", "percent")
        ]
        if given not in ([True, False, False], [False, True, True]):
            rule = "must be a share of BME groups, or blank beside a group and its percent"
            text = rows.given(int(row), "percent_bme")
            yield rows.file.problem(rule, row=int(row), column="percent_bme", given=text)


def _board_of_boards(rows: Rows) -> Iterator[Problem]:
    for row, number, _ in _figures(rows) if rows.has("board") else ():
        if rows.given(row, "board") and number != "9":
            rule = "must be blank: it is about boards, indicator 9"
            given = rows.given(row, "board")
            yield rows.file.problem(rule, row=row, column="board", given=given)


def _rows_of(rows: Rows, number: str) -> list[int]:
    if not rows.has("indicator"):
        return []
    return [int(row) for row in rows.typed.index[rows.typed["indicator"].eq(number).fillna(False)]]


def _figures(rows: Rows) -> Iterator[tuple[int, str, str]]:
    """Give line, indicator and stated unit of each row whose indicator and unit were read."""
    if not rows.has("indicator"):
        return
    for row in rows.typed.index[rows.sound("indicator", "unit")]:
        number, unit = rows.value(row, "indicator"), rows.value(row, "unit")
        if number != "1":
            yield int(row), str(number), "" if pd.isna(unit) else str(unit)


COMPARATORS = Table(
    name="comparators",
    columns=(
        Column("name", TEXT, "who or what the trust is compared with"),
        Column("year", YEAR, "year of the 31 March that the figure is about"),
        Column("indicator", INDICATOR, "indicator of the standard"),
        Column("value", NUMBER, "the figure, in the indicator's own unit"),
        Column("source", TEXT, "publication that the figure was taken from"),
        Column("group", GROUP, "group that it is about", required=False, blank=True),
        Column("unit", _UNIT, "unit of the figure", required=False, blank=True),
        Column("base", BASE, "whether `don't know` is in the base (7)", required=False, blank=True),
        Column(
            "board",
            _BOARD,
            "whose share it is (9): of the `whole board` unless given",
            required=False,
            blank=True,
        ),
    ),
    rules=(
        given_once("name", "year", "indicator", "group"),
        Rule("`board` is given for indicator 9 only.", _board_of_boards),
        Rule(
            "`indicator` has one figure a group: 1 has one for every pay band (of the whole "
            "workforce it is `workforce`).",
            _one_figure,
        ),
        Rule(
            "`unit` is that of the indicator: `ratio` for 2 to 4, `%` for 5 to 8 and `workforce`; "
            "indicator 9 always gives it, `%` for a share of the board or `points` for a share of "
            "the board less that of the workforce.",
            _unit_of_indicator,
        ),
        Rule(
            "`value` is possible in its unit: a ratio is above 0 and no more than 20, a percentage "
            "from 0 to 100.",
            _plausible_value,
        ),
        Rule(
            "`group` is one that the indicator has, a ratio's in the standard's order; a blank is "
            "BME, or the ratio's only one.",
            _group_of_indicator,
        ),
        Rule(
            "Without its `unit`, a ratio is from 0.1 to 10 and a percentage 0 or from 1 on: else "
            "it could be of another unit.",
            _clear_without_unit,
        ),
        Rule("A `name` is spelt in one way.", _one_spelling),
        Rule(
            "A `name` is none of those under which the report gives published figures itself: "
            "England, a region (`London region`), the survey's benchmark group, the local "
            "population.",
            _name_of_its_own,
        ),
    ),
)


LOCAL_POPULATION = Table(
    name="local_population",
    columns=(
        Column("area", TEXT, "area that the trust serves"),
        Column("population", WHOLE, "people who live there", blank=True),
        Column("percent_bme", PERCENT, "share of them from BME groups", blank=True),
        Column("source", TEXT, "publication and date of both figures"),
        Column(
            "year",
            YEAR,
            "year that the share is about, as that of the census",
            required=False,
            blank=True,
        ),
        Column(
            "group",
            TEXT,
            "another ethnic group of them, in the words of the publication",
            required=False,
            blank=True,
        ),
        Column("percent", PERCENT, "share of them from that group", required=False, blank=True),
    ),
    rules=(
        given_once("area", "group", "year"),
        not_after_report(),
        Rule(
            "A row gives `percent_bme`, or a `group` with its `percent`, and not both.",
            _one_share,
        ),
    ),
)

SUPPLEMENTARY = Table(
    name="supplementary",
    columns=(
        Column("label", TEXT, "the measure, in words"),
        Column("group", TEXT, "group that it is about", blank=True),
        Column("value", NUMBER, "the figure"),
        Column("base", TEXT, "what it is a share of, or counted among", blank=True),
        Column("source", TEXT, "publication or system that it was taken from"),
        Column(
            "indicator", INDICATOR, "indicator that it stands beside", required=False, blank=True
        ),
        Column("unit", TEXT, "unit of the figure", required=False, blank=True),
        Column("people", WHOLE, "how many people the base is", required=False, blank=True),
        Column(
            "published", _PUBLISHED, "whether the trust published it", required=False, blank=True
        ),
    ),
    rules=(given_once("label", "group", "base"),),
)
