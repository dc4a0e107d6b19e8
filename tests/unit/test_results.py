"""results.csv: what is written comes back, and nothing outside the schema gets in."""

from __future__ import annotations

from dataclasses import replace
from math import inf
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wres.results import (
    COLUMNS,
    Result,
    read_results,
    require_closed_vocabularies,
    results_frame,
    write_results,
)

ONE = Result(
    organisation="RXX",
    year=2021,
    indicator="2",
    measure="relative_likelihood",
    group="White",
    comparator_group="BME",
    unit="ratio",
)
numbers = st.none() | st.floats(allow_nan=False, allow_infinity=False) | st.just(inf)
counts = st.none() | st.integers(0, 2**53)
words = st.text(st.characters(codec="utf-8", exclude_characters="\r\x00")) | st.sampled_from(
    ["NA", "nan", "None", "", '"', "a,b", "a\nb", " x "]
)


@settings(suppress_health_check=list(HealthCheck), deadline=None)
@given(value=numbers, upper=numbers, numerator=counts, reason=words)
def test_every_value_comes_back_exactly(tmp_path: Path, **columns: object) -> None:
    frame = results_frame([ONE, replace(ONE, **columns)])
    write_results(frame, tmp_path / "results.csv")
    pd.testing.assert_frame_equal(read_results(tmp_path / "results.csv"), frame, check_exact=True)


def test_absent_is_blank_and_never_zero(tmp_path: Path) -> None:
    path = tmp_path / "results.csv"
    write_results(results_frame([ONE]), path)
    assert path.read_text("utf-8").splitlines()[1] == (
        "RXX,2021,,public,2,relative_likelihood,all,White,BME,,,,,,ratio" + "," * 14 + "ok,,"
    )


def test_columns_are_those_of_schema_1_in_order() -> None:
    assert ",".join(COLUMNS) == (
        "organisation,year,edition,profile,indicator,measure,breakdown,group,comparator_group,"
        "numerator,denominator,comparator_numerator,comparator_denominator,value,unit,lower,upper,"
        "confidence,method,verdict,good_direction,previous,previous_year,benchmark,benchmark_name,"
        "benchmark_year,unknown_low,unknown_high,status,reason,definition"
    )


@pytest.mark.parametrize(
    "column",
    ["indicator", "measure", "unit", "verdict", "status", "method", "good_direction"],
)
def test_word_outside_a_vocabulary_is_refused(column: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=rf"column {column} holds unknown words \['misspelt'\]"):
        results_frame([replace(ONE, **{column: "misspelt"})])
    good = results_frame([ONE])
    with pytest.raises(ValueError, match=f"column {column}"):
        require_closed_vocabularies(good.assign(**{column: "misspelt"}))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda frame: frame.drop(columns="reason"),
        lambda frame: frame.assign(more=1),
        lambda frame: frame[["year", *(name for name in COLUMNS if name != "year")]],
    ],
)
def test_file_with_other_columns_is_refused(spoil, tmp_path: Path) -> None:
    path = tmp_path / "results.csv"
    spoil(results_frame([ONE])).to_csv(path, index=False)
    with pytest.raises(ValueError, match="columns must be those of results schema 1"):
        read_results(path)
