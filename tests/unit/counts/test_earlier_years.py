"""Which earlier years are read, and that what is wrong with any of them is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from wres.counts import earlier_years, read_earlier
from wres.errors import InputError
from wres.loading import load
from wres.review import review

FACTS = "ods_code: {}\nname: Elm NHS Trust\nregion: London\ntype: acute\n"
BOARD = "membership,voting,ethnicity,members\nall,all,White,9\nall,all,BME,1\nall,all,Unknown,0\n"


def folder(data: Path, year: int, code: str = "RXX", board: str = BOARD, more: str = "") -> None:
    place = data / code / str(year)
    place.mkdir(parents=True)
    (place.parent / "trust.yml").write_text(FACTS.format(code) + more, "utf-8")
    (place / "board.csv").write_text(board, "utf-8")


@pytest.fixture
def with_benchmarks(tmp_path: Path, project: Path) -> Path:
    national = (project / "data" / "benchmarks" / "national.csv").read_bytes()
    (tmp_path / "benchmarks").mkdir()
    (tmp_path / "benchmarks" / "national.csv").write_bytes(national)
    return tmp_path


def test_years_before_are_read_newest_first_gaps_left_out(tmp_path: Path) -> None:
    for year in (2015, 2018, 2020, 2021, 2022):
        folder(tmp_path, year)
    assert [one.year for one in read_earlier(tmp_path, "RXX", 2021)] == [2020, 2018, 2015]


def test_ten_years_in_all_and_no_more_are_read(tmp_path: Path) -> None:
    for year in range(2015, 2027):
        folder(tmp_path, year)
    assert [one.year for one in read_earlier(tmp_path, "RXX", 2026)] == [*range(2025, 2016, -1)]


def test_extracts_in_a_folder_of_their_own_serve_the_year_that_they_lie_under(
    tmp_path: Path,
) -> None:
    data, extracts = tmp_path / "data", tmp_path / "elsewhere"
    for year in (2020, 2021):
        folder(data, year)
    (extracts / "RXX" / "2020").mkdir(parents=True)
    for place in (extracts / "RXX" / "2020", extracts):
        (place / "training.csv").write_text("colour\nblue\n", "utf-8")
    with pytest.raises(InputError, match=r"elsewhere/RXX/2020/training\.csv") as raised:
        read_earlier(data, "RXX", 2021, extracts)
    assert {one.file for one in raised.value.problems} == {
        (extracts / "RXX" / "2020" / "training.csv").as_posix()
    }


def test_merged_trust_keeps_only_the_years_since_its_predecessors_had_their_own(
    tmp_path: Path,
) -> None:
    for year in (2017, 2018, 2019, 2020, 2021):
        folder(tmp_path, year, more="predecessors: [RYY, RZZ]\n")
    for year in (2017, 2018):
        folder(tmp_path, year, code="RYY")
    assert earlier_years(tmp_path, "RXX", 2021) == [2020, 2019]


def test_what_is_wrong_with_an_older_year_is_told_by_check_and_by_a_report_alike(
    with_benchmarks: Path,
) -> None:
    data = with_benchmarks
    for year, board in ((2016, BOARD + "all,all,Green,1\n"), (2018, BOARD + "x\n"), (2021, BOARD)):
        folder(data, year, board=board)
    found = review(data, "RXX", 2021)
    with pytest.raises(InputError, match=r"RXX/2016/board\.csv row 5") as raised:
        load(data, "RXX", 2021, "public", None)
    assert raised.match(r"RXX/2018/board\.csv")
    assert set(map(str, raised.value.problems)) == set(map(str, found.errors))


def test_fault_in_what_serves_all_years_is_told_once(with_benchmarks: Path) -> None:
    for year in (2019, 2020, 2021):
        folder(with_benchmarks, year, more="colour: blue\n")
    with pytest.raises(InputError, match="colour") as raised:
        load(with_benchmarks, "RXX", 2021, "public", None)
    assert len(raised.value.problems) == 1
    assert len(review(with_benchmarks, "RXX", 2021).errors) == 1


def test_every_file_of_every_year_is_noted_as_read(with_benchmarks: Path) -> None:
    for year in (2016, 2021):
        folder(with_benchmarks, year)
    inputs = load(with_benchmarks, "RXX", 2021, "public", None).inputs
    assert {"RXX/2016/board.csv", "RXX/2021/board.csv"} <= set(inputs)
