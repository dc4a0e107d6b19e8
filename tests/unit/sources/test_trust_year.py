"""A trust and year as a whole: the real folders, and folders that are not there."""

import hashlib
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from wres.errors import InputError
from wres.sources import read_trust_year

DATA = Path(__file__).parents[3] / "data"


@pytest.mark.parametrize(
    ("year", "printed_total", "printed_share"), [(2019, 2534, "10.9"), (2020, 2480, "11.5")]
)
def test_recovered_headcounts_give_the_printed_totals_of_ryv(year, printed_total, printed_share):
    workforce = read_trust_year(DATA, "RYV", year).tables["workforce"]
    bme = workforce.loc[workforce["ethnicity"] == "BME", "headcount"].sum()
    share = Decimal(100 * int(bme)) / Decimal(printed_total)
    assert workforce["headcount"].sum() == printed_total
    assert str(share.quantize(Decimal("0.1"), ROUND_HALF_UP)) == printed_share


@pytest.mark.parametrize(
    ("organisation", "year", "tables"),
    [
        ("RYV", 2019, {"workforce", "board"}),
        ("RYV", 2020, {"workforce", "board", "staff_survey", "published_ratios"}),
        (
            "RV9",
            2021,
            {
                "workforce",
                "board",
                "recruitment",
                "disciplinary",
                "training",
                "staff_survey",
                "local_population",
            },
        ),
    ],
)
def test_the_real_folders_are_read_with_a_source_for_every_table(organisation, year, tables):
    read = read_trust_year(DATA, organisation, year)
    assert set(read.tables) == tables
    assert tables <= set(read.sources)
    assert read.trust.ods_code == organisation
    assert (read.trust.term, read.trust.already_published) == ("BAME", True)


def test_what_was_not_published_is_absent_and_not_zero():
    workforce = read_trust_year(DATA, "RV9", 2021).tables["workforce"]
    by_band = workforce[workforce["band"] != "all"]
    assert set(by_band["ethnicity"]) == {"BME"}
    assert by_band["headcount"].sum() == 143


def test_every_file_read_is_listed_with_its_fingerprint():
    files = read_trust_year(DATA, "RYV", 2019).files
    assert set(files) == {
        "RYV/trust.yml",
        "RYV/2019/workforce.csv",
        "RYV/2019/board.csv",
        "RYV/2019/sources.yml",
    }
    content = (DATA / "RYV" / "2019" / "board.csv").read_bytes()
    assert files["RYV/2019/board.csv"] == hashlib.sha256(content).hexdigest()


def test_all_faults_of_all_files_are_told_at_once(problems_of):
    problems = problems_of(
        {
            "trust.yml": "ods_code: RXX\n",
            "sources.yml": "board.csv: {}\n",
            "workforce.csv": "staff_group,band,ethnicity,headcount\nall,10,BME,-1\n",
            "recruitment.csv": "ethnicity,shortlisted\nGreen,1\n",
            "training.csv": b"PK\x03\x04",
            "bored.csv": "membership\n",
        }
    )
    found = {(Path(one.file).name, one.row, one.column) for one in problems}
    assert found == {
        ("trust.yml", None, "name"),
        ("trust.yml", None, "region"),
        ("trust.yml", None, "type"),
        ("sources.yml", 1, "board.csv.source"),
        ("workforce.csv", 2, "band"),
        ("workforce.csv", 2, "headcount"),
        ("recruitment.csv", 1, "appointed"),
        ("recruitment.csv", 2, "ethnicity"),
        ("training.csv", None, None),
        ("bored.csv", None, None),
    }


@pytest.mark.parametrize("name", ["Workforce.csv", "recruitmnt.csv", "training.xlsx", "board.yml"])
def test_a_data_file_that_nothing_reads_is_named(problems_of, sound, name):
    (problem,) = problems_of(
        {
            "disciplinary.csv": sound["recruitment.csv"].replace(
                "shortlisted,appointed", "workforce,entered_process"
            ),
            name: "x",
        }
    )
    assert problem.file == f"data/RXX/2021/{name}"
    assert problem.rule.startswith("unknown file")


def test_files_for_people_and_for_other_parts_are_left_alone(read_files, sound):
    others = {"README.md": "x", ".DS_Store": "x", "~$board.xlsx": "x", "action_plan.csv": "x"}
    assert set(read_files({**sound, **others}).tables) == {"workforce", "recruitment"}


@pytest.mark.parametrize(
    ("organisation", "year", "message"),
    [
        ("RZZ", 2021, r"data/RZZ: there is no folder for trust RZZ\..*Trusts with data: RXX\."),
        ("rxx", 2021, r"data/rxx: there is no folder for trust rxx\. Perhaps RXX\?"),
        ("..", 2021, r"there is no folder for trust \.\."),
        (
            "RXX",
            2019,
            r"data/RXX/2019: there is no folder.*Years with data: 2021\..*run wres new RXX 2019",
        ),
    ],
)
def test_a_missing_folder_is_named_with_what_there_is(write_files, organisation, year, message):
    data = write_files({})
    with pytest.raises(InputError, match=message):
        read_trust_year(data, organisation, year)


def test_a_missing_data_folder_is_named(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match=r"^figures: there is no such data folder"):
        read_trust_year(Path("figures"), "RXX", 2021)
