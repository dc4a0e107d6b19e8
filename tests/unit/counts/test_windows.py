"""A two-year average never follows a single year: the difference tells the new year's cases."""

from __future__ import annotations

from pathlib import Path

import pytest

from wres.counts import read_counts
from wres.errors import InputError

FACTS = "ods_code: RXX\nname: Elm NHS Trust\nregion: London\ntype: acute\n"
CASES = (
    "ethnicity,workforce,entered_process,years\nWhite,900,12,{0}\nBME,300,8,{0}\nUnknown,9,0,{0}\n"
)


def trust(data: Path, windows: str, *years: int) -> Path:
    folder = data / "RXX"
    for year, length in enumerate(years, start=2020):
        (folder / str(year)).mkdir(parents=True)
        (folder / str(year) / "disciplinary.csv").write_text(CASES.format(length), "utf-8")
    (folder / "trust.yml").write_text(FACTS + windows, "utf-8")
    return data


def test_years_of_the_table_must_be_the_window_that_is_set(tmp_path: Path) -> None:
    data = trust(tmp_path, "", 2)
    with pytest.raises(InputError, match=r"column years: must be the window.*\(single year\)"):
        read_counts(data, "RXX", 2020)


def test_two_years_after_a_single_year_are_refused(tmp_path: Path) -> None:
    windows = "settings:\n  disciplinary_window: {2021: two-year average}\n"
    data = trust(tmp_path, windows, 1, 2)
    with pytest.raises(InputError, match=r"must not follow a single year \(2020\)"):
        read_counts(data, "RXX", 2021)


def test_a_single_year_may_follow_two(tmp_path: Path) -> None:
    windows = "settings:\n  disciplinary_window: {2016: two-year average, 2021: single year}\n"
    data = trust(tmp_path, windows, 2, 1)
    assert read_counts(data, "RXX", 2020).tables["disciplinary"]["years"].eq(2).all()
    assert read_counts(data, "RXX", 2021).tables["disciplinary"]["years"].eq(1).all()
