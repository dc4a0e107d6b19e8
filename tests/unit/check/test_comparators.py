"""Comparators of the trust's own whose year is later than the report's."""

from __future__ import annotations

import pytest

COMPARATORS = (
    "name,year,indicator,value,source\nElm,2020,2,1.5,a report\nElm,{},2,1.4,a later report\n"
)


@pytest.mark.parametrize(("year", "told"), [(2021, []), (2022, [(3, "year", "2022")])])
def test_only_a_comparator_of_a_later_year_is_told_with_its_row(found, year, told) -> None:
    findings = found("comparator-year", {"comparators": COMPARATORS.format(year)})
    problems = [one.problem for one in findings]
    assert [(one.row, one.column, one.given) for one in problems] == told
    assert all(one.file.endswith("comparators.csv") for one in problems)
