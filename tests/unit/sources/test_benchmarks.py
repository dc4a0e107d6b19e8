"""National benchmarks."""

from pathlib import Path

import pytest

from wres.errors import InputError
from wres.sources import load_benchmarks

DATA = Path(__file__).parents[3] / "data"
HEADER = "year,year_basis,indicator,geography,group,value,unit,status,source\n"
SOUND = '2020,WRES,2,England,"White over BME, England",1.61,ratio,published report,Humber\n'


def load(tmp_path, text):
    (tmp_path / "benchmarks").mkdir()
    (tmp_path / "benchmarks" / "national.csv").write_text(text, encoding="utf-8")
    return load_benchmarks(tmp_path)


def test_sources_that_disagree_stand_in_rows_of_their_own():
    frame = load_benchmarks(DATA)
    board = frame.query(
        "indicator == '9_board_share' and geography == 'England' and group == 'BME'"
    )
    assert sorted(board.loc[board["year"] == 2019, "value"]) == [7.0, 8.4]


def test_the_base_of_indicator_7_is_given_on_both_sides_of_the_break():
    frame = load_benchmarks(DATA).query("indicator == '7' and group == 'BME'")
    bases = frame.set_index("year")["base"]
    assert bases[2020] == "don't know excluded"
    assert bases[2022] == "don't know included"


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("2020,", "20,", "year"),
        ("WRES", "fiscal", "year_basis"),
        (",2,", ",22,", "indicator"),
        ("1.61", "high", "value"),
        (",ratio,", ",pounds,", "unit"),
        ("published report", "hearsay", "status"),
        (",England,", ",Wessex,", "geography"),
        ("White over", "BME over", "group"),
        (",ratio,", ",%,", "unit"),
        ("1.61", "161", "value"),
    ],
)
def test_a_fault_is_located(tmp_path, old, new, column):
    with pytest.raises(InputError, match=rf"national\.csv row 2, column {column}: must be"):
        load(tmp_path, HEADER + SOUND.replace(old, new, 1))


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(InputError, match=r"national\.csv: there is no such file"):
        load_benchmarks(tmp_path)


def test_a_file_without_the_base_is_read(tmp_path):
    assert load(tmp_path, HEADER + SOUND)["base"].isna().all()


def test_regions_and_types_of_trust_have_one_spelling_once_read(tmp_path):
    frame = load(tmp_path, HEADER + SOUND.replace(",England,", ",North East & Yorkshire,"))
    assert frame["geography"].tolist() == ["North East and Yorkshire"]


def test_a_row_that_counts_trusts_may_have_its_own_unit(tmp_path):
    row = "2018,WRES,3,England,trusts with ratio > 1.25,135,trusts of 231,secondary source,HSJ\n"
    assert load(tmp_path, HEADER + row)["value"].tolist() == [135]
