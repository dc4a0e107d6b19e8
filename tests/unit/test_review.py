"""What is not there is told, not passed over."""

from __future__ import annotations

from pathlib import Path

import pytest

from wres.counts import read_counts
from wres.errors import InputError
from wres.loading import load_chapter
from wres.returning import make_return
from wres.review import review

FACTS = "ods_code: RXX\nname: Elm NHS Trust\nregion: London\ntype: acute\n"
BOARD = "membership,voting,ethnicity,members\nall,all,White,9\nall,all,BME,1\nall,all,Unknown,0\n"


@pytest.fixture
def year(tmp_path: Path, project: Path) -> Path:
    folder = tmp_path / "RXX" / "2021"
    folder.mkdir(parents=True)
    (tmp_path / "RXX" / "trust.yml").write_text(FACTS, "utf-8")
    national = (project / "data" / "benchmarks" / "national.csv").read_bytes()
    (tmp_path / "benchmarks").mkdir()
    (tmp_path / "benchmarks" / "national.csv").write_bytes(national)
    return folder


def test_year_without_any_figures_is_an_error(year: Path, tmp_path: Path) -> None:
    found = review(tmp_path, "RXX", 2021)
    assert ["holds no figures" in problem.rule for problem in found.errors] == [True]
    with pytest.raises(InputError, match="holds no figures to return"):
        make_return(tmp_path, "RXX", 2021, shelf=tmp_path / "build")
    assert not (tmp_path / "build").exists()
    # a report of nothing would stand in place of a good one
    with pytest.raises(InputError, match="holds no figures: neither a counts table"):
        load_chapter(tmp_path, "RXX", 2021, "public")


def test_a_setting_that_changes_nothing_is_a_warning(year: Path, tmp_path: Path) -> None:
    (year / "board.csv").write_text(BOARD, "utf-8")
    idle = f"{FACTS}settings:\n  baseline_year: 2021\n"
    (tmp_path / "RXX" / "trust.yml").write_text(idle, "utf-8")
    warnings = review(tmp_path, "RXX", 2021).warnings
    assert [one.row for one in warnings if one.column == "settings.baseline_year"] == [6]


def test_each_source_that_is_missing_is_a_warning_unless_its_absence_is_explained(
    year: Path, tmp_path: Path
) -> None:
    (year / "board.csv").write_text(BOARD, "utf-8")
    note = "training.csv:\n  source: learning system\n  note: not supplied this year\n"
    (year / "sources.yml").write_text(note, "utf-8")
    found = review(tmp_path, "RXX", 2021)
    absent = [Path(one.file).name for one in found.warnings if "is not there" in one.rule]
    assert absent == ["workforce.csv", "recruitment.csv", "disciplinary.csv", "staff_survey.csv"]
    assert not found.errors


@pytest.mark.parametrize("name", ["Extracts", "extract"])
def test_folder_that_is_nearly_named_extracts_is_named(
    year: Path, tmp_path: Path, name: str
) -> None:
    (year / name).mkdir()
    with pytest.raises(InputError, match="must be a folder named extracts"):
        read_counts(tmp_path, "RXX", 2021)


def test_file_in_place_of_the_folder_of_extracts_is_named(year: Path, tmp_path: Path) -> None:
    (year / "extracts").write_text("", "utf-8")
    with pytest.raises(InputError, match="must be a folder named extracts"):
        read_counts(tmp_path, "RXX", 2021)


@pytest.mark.parametrize("target", ["nowhere.csv", "workforce.csv"])
def test_link_to_nothing_or_to_itself_is_told(year: Path, tmp_path: Path, target: str) -> None:
    (year / "extracts").mkdir()
    link = year / "extracts" / "workforce.csv"
    try:
        link.symlink_to(year / "extracts" / target)
    except OSError:
        pytest.skip("this system does not let us make links")
    with pytest.raises(InputError, match=r"workforce\.csv"):
        read_counts(tmp_path, "RXX", 2021)


def test_a_faulty_document_is_told_with_everything_else(year: Path, tmp_path: Path) -> None:
    (year / "board.csv").write_text(BOARD, "utf-8")
    (year / "board_paper.yml").write_text("kind: bored paper\n", "utf-8")
    found = review(tmp_path, "RXX", 2021)
    assert [(Path(one.file).name, one.column) for one in found.errors] == [
        ("board_paper.yml", "kind")
    ]
    assert any("is not there" in one.rule for one in found.warnings)


def test_another_description_is_checked_in_place_of_the_years_own(
    year: Path, tmp_path: Path
) -> None:
    (year / "board.csv").write_text(BOARD, "utf-8")
    (year / "board_paper.yml").write_text("kind: board paper\ntitle: TBC\n", "utf-8")
    other = tmp_path / "plan.yml"
    other.write_text(
        "kind: action plan\ndate: 2021-09-30\ntitle: XXX\nsections:\n  - action_plan\n"
        '  - {title: Board, text: "Of 10 board members, 40% are BME."}\n',
        "utf-8",
    )
    found = review(tmp_path, "RXX", 2021, paper=other)
    told = [one for one in found.warnings if "placeholder" in one.rule]
    assert [(Path(one.file).name, one.row, one.given) for one in told] == [("plan.yml", 3, "XXX")]
    assert any("has nothing to show" in one.rule for one in found.warnings)
    assert [Path(one.file).name for one in found.contradictions] == ["plan.yml"]
    (year / "board_paper.yml").unlink()
    found = review(tmp_path, "RXX", 2021, paper=other)
    assert [Path(one.file).name for one in found.contradictions] == ["plan.yml"]
