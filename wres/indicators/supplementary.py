"""Further measures that a trust gives beside an indicator: its own figures, as it gives them.

They are never joined with the indicator's rows: each has its own label, base and source.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pandas as pd

from wres.counts import is_hidden
from wres.definitions.comparators import SOURCE
from wres.definitions.ethnicity import group_or_words
from wres.definitions.supplementary import MEASURE, breakdown_of, read_unit
from wres.results import WITHHELD, Result
from wres.sources import TrustYear

__all__ = ["results"]


def results(trust_year: TrustYear) -> Iterator[Result]:
    """Yield a row for each further measure; those that name no indicator are of the workforce."""
    table = trust_year.tables.get("supplementary")
    if table is None:
        return
    published = trust_year.is_published("supplementary")
    for _, row in table.iterrows():
        yield _result(trust_year, row, published=published)


def _result(trust_year: TrustYear, row: pd.Series, *, published: bool) -> Result:
    unit = _text(row, "unit")
    made = Result(
        organisation=trust_year.trust.ods_code,
        year=trust_year.year,
        indicator=_text(row, "indicator") or "workforce",
        measure=MEASURE,
        breakdown=breakdown_of(str(row["label"]), _text(row, "base"), unit),
        group=_group(_text(row, "group")),
        unit=read_unit(unit),
    )
    if is_hidden(row, "value"):
        return replace(made, status="suppressed", reason=WITHHELD)
    people = row.get("people")
    return replace(
        made,
        denominator=None if people is None or pd.isna(people) else int(people),
        value=float(row["value"]),
        status="as published" if published or _text(row, "published") == "yes" else "ok",
        reason=f"{SOURCE}{row['source']}",
    )


def _text(row: pd.Series, column: str) -> str:
    held: Any = row.get(column)
    return "" if held is None or pd.isna(held) else str(held)


def _group(words: str) -> str:
    """Give one of the standard's groups where the words are of one; else the words themselves."""
    if not words or words.casefold() in {"all", "all staff", "total", "everyone"}:
        return "all"
    return group_or_words(words)
