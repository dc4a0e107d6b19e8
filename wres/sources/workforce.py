"""`workforce.csv`: staff in post on 31 March, by staff group, band and ethnicity."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from wres.definitions.bands import ALL_BANDS, is_part_of_another, load_bands, parse_band
from wres.errors import Problem
from wres.sources.bands import bands_apart
from wres.sources.cells import BAND, ETHNICITY, PERCENT, STAFF_GROUP, WHOLE
from wres.sources.columns import Column
from wres.sources.rules import given_once, grouped, one_of_two
from wres.sources.shares import shares_add_up
from wres.sources.tables import Rows, Rule, Table
from wres.sources.totals import Margin, totals_hold

__all__ = ["WORKFORCE"]


def _bands_apart(rows: Rows) -> Iterator[Problem]:
    yield from bands_apart("staff_group", rows)


def _medical_is_clinical(rows: Rows) -> Iterator[Problem]:
    if not rows.has("staff_group", "band"):
        return
    agenda_for_change = set(load_bands().agenda_for_change)
    bands = rows.typed.loc[rows.typed["staff_group"] == "non-clinical", "band"].dropna()
    for row, label in zip(bands.index, bands, strict=True):
        if label != ALL_BANDS and not parse_band(label).members <= agenda_for_change:
            rule = "medical and dental staff must stand under staff group clinical"
            given = rows.given(row, "band")
            yield rows.file.problem(rule, row=row, column="band", given=given)


def _part_within_whole(rows: Rows) -> Iterator[Problem]:
    """Hold senior medical managers, an `of which` line, against the consultants."""
    for group in grouped(rows, ["staff_group", "ethnicity"]):
        lines = {label: row for row, label in zip(group.index, group["band"], strict=True)}
        for named in load_bands().medical:
            if named.label in lines and named.part_of in lines:
                yield from _compare_part(rows, lines[named.label], lines[named.part_of])


def _compare_part(rows: Rows, part: int, whole: int) -> Iterator[Problem]:
    count, limit = (rows.value(row, "headcount") for row in (part, whole))
    if pd.notna(count) and pd.notna(limit) and count > limit:
        band = rows.value(whole, "band")
        rule = f"must not exceed {band} ({limit}, row {whole}), of whom they are a part"
        given = rows.given(part, "headcount")
        yield rows.file.problem(rule, row=part, column="headcount", given=given)


def _bands_complete(labels: set[str], total: pd.Series) -> bool:
    everyone = load_bands().everyone_members
    if total["staff_group"] == "non-clinical":
        everyone = frozenset(load_bands().agenda_for_change)
    return frozenset[str]().union(*(parse_band(one).members for one in labels)) == everyone


_BANDS = Margin("band", _bands_complete, counts=lambda one: not is_part_of_another(one))
_STAFF_GROUPS = Margin("staff_group", lambda labels, _: labels == {"clinical", "non-clinical"})

WORKFORCE = Table(
    name="workforce",
    dimensions=True,
    columns=(
        Column("staff_group", STAFF_GROUP, "clinical or non-clinical staff, or both together"),
        Column("band", BAND, "pay band, medical subgroup, or a published grouping of them"),
        Column("ethnicity", ETHNICITY, "group of the standard"),
        Column("headcount", WHOLE, "people in post on 31 March", required=False, blank=True),
        Column(
            "percent",
            PERCENT,
            "share of the band's staff, where only that was published",
            required=False,
            blank=True,
        ),
    ),
    rules=(
        one_of_two("headcount", "percent"),
        given_once("staff_group", "band", "ethnicity"),
        Rule("Bands of one staff group do not overlap (`1-4` and `2` do).", _bands_apart),
        Rule("Medical and dental staff stand under staff group clinical.", _medical_is_clinical),
        Rule("Senior medical managers do not exceed consultants.", _part_within_whole),
        totals_hold("headcount", inner=_BANDS, outer=_STAFF_GROUPS),
        shares_add_up("staff_group", "band"),
    ),
)
