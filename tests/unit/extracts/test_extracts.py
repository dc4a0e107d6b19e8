"""Finding and counting every extract of a trust and year."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pandas as pd
import pytest

from wres.errors import InputError
from wres.extracts import head_counts, read_extracts
from wres.sources.folders import YearFolder
from wres.sources.trust import Trust

TRUST = Trust(ods_code="RXX", name="Example NHS Trust", region="Midlands", type="acute")
WORKFORCE = {"White": 100, "BME": 40, "Unknown": 10}
FILES = {
    "recruitment.csv": "ethnic_origin,shortlisted,appointed\nA,yes,yes\nN,yes,no\n",
    "disciplinary.csv": "person,ethnic_origin,opened_on,formal\nP1,N,01/06/2020,yes\n",
    "training.csv": "person,ethnic_origin,course,attended_on\nP1,A,Coaching,01/06/2020\n",
    "staff_survey.csv": (
        "indicator,survey_year,scope,ethnicity,percent,responses\n5,2020,trust,BME,30,50\n"
    ),
    "board.csv": "membership,voting,ethnic_origin\nExecutive,yes,A\n",
}
STAFF = """\
person,primary,assignment_category,pay_grade,staff_group,ethnic_origin
P1,Yes,Permanent,NHS|XR05|Review Body Band 5,Nursing and Midwifery Registered,A
P2,Yes,Permanent,NHS|XR05|Review Body Band 5,Nursing and Midwifery Registered,N
P3,Yes,Fixed Term,NHS|XR02|Review Body Band 2,Administrative and Clerical,C
"""


@pytest.fixture
def folder(tmp_path, monkeypatch) -> YearFolder:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data" / "RXX" / "2021").mkdir(parents=True)
    return YearFolder(tmp_path / "data", "RXX", 2021)


def put(place: Path, **files: str) -> None:
    place.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (place / name).write_text(text, encoding="utf-8")


def test_every_extract_is_counted(folder):
    put(folder.path / "extracts", **FILES)
    read = read_extracts(folder, TRUST, None, WORKFORCE)
    assert read.problems == []
    assert list(read.tables) == ["recruitment", "disciplinary", "training", "staff_survey", "board"]
    assert read.tables["disciplinary"]["workforce"].tolist() == [100, 40, 10]
    assert read.tables["disciplinary"]["entered_process"].tolist() == [0, 1, 0]


def test_files_are_known_by_their_bytes_and_by_their_path_inside_the_data(folder):
    put(folder.path / "extracts", **FILES)
    files = read_extracts(folder, TRUST, None, WORKFORCE).files
    assert set(files) == {f"RXX/2021/extracts/{name}" for name in FILES}
    expected = hashlib.sha256(FILES["board.csv"].encode()).hexdigest()
    assert files["RXX/2021/extracts/board.csv"] == expected


def test_without_extracts_there_is_nothing(folder):
    read = read_extracts(folder, TRUST)
    assert (read.tables, read.problems, read.warnings, read.notes, read.files) == (
        {},
        [],
        [],
        [],
        {},
    )


@pytest.mark.parametrize("inside", ["", "RXX/2021"])
def test_extracts_may_lie_in_a_folder_of_their_own(folder, tmp_path, inside):
    put(tmp_path / "secret" / inside, **{"board.csv": FILES["board.csv"]})
    read = read_extracts(folder, TRUST, tmp_path / "secret")
    assert list(read.tables) == ["board"]
    assert list(read.files) == [f"{inside}/board.csv".lstrip("/")]


def test_files_that_name_no_trust_are_taken_for_the_one_asked_for_with_one_note(folder, tmp_path):
    put(tmp_path / "secret", **{name: FILES[name] for name in ("board.csv", "recruitment.csv")})
    notes = read_extracts(folder, TRUST, tmp_path / "secret").notes
    (note,) = [one for one in notes if one.file == "secret"]
    assert "name neither; they are taken for RXX in 2021" in note.rule
    assert "put them into RXX/2021/ in it" in note.remedy


@pytest.mark.parametrize("given", ["secret", "secret/RXX/2021", "secret/RXX/2021/extracts"])
def test_a_place_that_names_the_trust_and_year_needs_no_note(folder, tmp_path, given):
    place = tmp_path / ("secret/RXX/2021" if given == "secret" else given)
    put(place, **{"board.csv": FILES["board.csv"]})
    read = read_extracts(folder, TRUST, tmp_path / given)
    assert list(read.tables) == ["board"]
    assert [one.rule for one in read.notes if "are taken for" in one.rule] == []


def test_files_beside_a_place_of_the_trusts_own_are_not_read(folder, tmp_path):
    put(tmp_path / "secret", **{"recruitment.csv": FILES["recruitment.csv"]})
    put(tmp_path / "secret" / "RXX" / "2021", **{"board.csv": FILES["board.csv"]})
    read = read_extracts(folder, TRUST, tmp_path / "secret")
    assert list(read.tables) == ["board"]
    assert [one.rule for one in read.notes if "are taken for" in one.rule] == []


def test_a_folder_of_another_trust_is_not_read(folder, tmp_path):
    put(tmp_path / "secret" / "RYY" / "2021", **{"board.csv": FILES["board.csv"]})
    assert read_extracts(folder, TRUST, tmp_path / "secret").tables == {}


def test_a_missing_folder_of_extracts_is_refused(folder, tmp_path):
    with pytest.raises(InputError, match="there is no such folder of extracts"):
        read_extracts(folder, TRUST, tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("recruitement.csv", "perhaps recruitment.csv"),
        ("staff in post.xlsx", "extracts are called workforce"),
        ("training (2).xlsx", "perhaps training.xlsx"),
        ("recruitment_trac.csv", "perhaps recruitment.csv"),
        ("workforce-old.txt", "perhaps workforce.txt"),
    ],
)
def test_a_file_that_nothing_would_read_is_a_problem_with_the_nearest_name(folder, name, hint):
    put(folder.path / "extracts", **{name: "x\n1\n"})
    (problem,) = read_extracts(folder, TRUST).problems
    assert problem.file == f"data/RXX/2021/extracts/{name}"
    assert hint in problem.rule


@pytest.mark.parametrize(
    "name",
    [
        "~$workforce.xlsx",
        ".~lock.workforce.ods#",
        ".DS_Store",
        ".workforce.csv.swp",
        "readme.md",
        "notes.txt",
    ],
)
def test_locks_hidden_files_and_notes_are_passed_over(folder, name):
    put(folder.path / "extracts", **{name: "x\n1\n"})
    read = read_extracts(folder, TRUST)
    assert (read.problems, read.warnings, read.files) == ([], [], {})


def test_two_files_for_one_source_are_a_problem_and_neither_is_counted(folder):
    put(
        folder.path / "extracts",
        **{"board.csv": FILES["board.csv"], "board.txt": FILES["board.csv"]},
    )
    read = read_extracts(folder, TRUST)
    assert [one.rule for one in read.problems] == [
        "there must be one file of board rows, not board.csv and board.txt"
    ]
    assert read.tables == {}


def test_a_known_name_in_a_form_that_is_not_read_says_which_are(folder):
    put(folder.path / "extracts", **{"board.xlsb": "x"})
    (problem,) = read_extracts(folder, TRUST).problems
    assert "must be one of .csv, .tsv, .txt, .xlsx, .xls, .ods" in problem.rule


def test_names_may_be_in_capitals(folder):
    put(folder.path / "extracts", **{"Board.CSV": FILES["board.csv"]})
    assert list(read_extracts(folder, TRUST).tables) == ["board"]


def test_a_folder_among_the_extracts_is_a_warning(folder):
    put(folder.path / "extracts" / "board.csv", **{"inside.csv": "x"})
    read = read_extracts(folder, TRUST)
    assert [one.rule for one in read.warnings] == [
        "is a folder; extracts are looked for beside it, not in it"
    ]


def test_several_editions_of_the_survey_make_one_table(folder):
    header = "indicator,survey_year,scope,ethnicity,percent,responses,edition\n"
    later = "5,2019,trust,BME,31,50,2020\n5,2020,trust,BME,32,,2020\n"
    put(
        folder.path / "extracts",
        **{
            "staff_survey_2019.csv": f"{header}5,2019,trust,BME,30,50,2019\n",
            "staff_survey_2020.csv": f"{header}{later}",
        },
    )
    read = read_extracts(folder, TRUST)
    assert read.problems == []
    assert read.tables["staff_survey"]["percent"].tolist() == [30.0, 31.0, 32.0]
    assert read.tables["staff_survey"]["edition"].tolist() == ["2019", "2020", "2020"]


def test_one_figure_in_two_files_of_an_edition_is_a_problem(folder):
    text = FILES["staff_survey.csv"]
    put(folder.path / "extracts", **{"staff_survey.csv": text, "staff_survey_b.csv": text})
    read = read_extracts(folder, TRUST)
    assert "staff_survey_b.csv" in read.problems[0].file
    assert "must be given once; staff_survey.csv gives" in read.problems[0].rule
    assert "staff_survey" not in read.tables


def test_every_problem_of_every_file_is_told_and_sound_tables_still_come(folder):
    damaged = {
        "recruitment.csv": "ethnic_origin,shortlisted,appointed\nMartian,yes,yes\n",
        "training.csv": "",
        "board.csv": FILES["board.csv"],
    }
    put(folder.path / "extracts", **damaged)
    read = read_extracts(folder, TRUST, None, WORKFORCE)
    assert [Path(one.file).name for one in read.problems] == ["recruitment.csv", "training.csv"]
    assert list(read.tables) == ["board"]


def test_the_remedy_names_the_command_with_its_folder_of_extracts(folder, tmp_path):
    put(tmp_path / "secret", **{"board.csv": "membership,voting,ethnic_origin\nWizard,yes,A\n"})
    problem = read_extracts(folder, TRUST, tmp_path / "secret").problems[0]
    assert problem.remedy.endswith("run wres check RXX 2021 --extracts secret again.")


def test_the_workforce_extract_is_the_base_where_no_other_is_given(folder):
    put(folder.path / "extracts", **{"workforce.csv": STAFF, **FILES})
    read = read_extracts(folder, TRUST)
    assert read.problems == []
    assert read.tables["training"]["workforce"].tolist() == [2, 1, 0]
    given = read_extracts(folder, TRUST, None, WORKFORCE)
    assert given.tables["training"]["workforce"].tolist() == [100, 40, 10]


def test_head_counts_leave_out_parts_and_lines_that_are_of_another():
    rows = [
        ("clinical", "5", "White", 7, None),
        ("clinical", "consultant", "White", 3, None),
        ("clinical", "senior medical manager", "White", 2, None),
        ("non-clinical", "2", "BME", 4, None),
        ("non-clinical", "2", "BME", 1, "Surgery"),
    ]
    columns = ["staff_group", "band", "ethnicity", "headcount", "division"]
    table = pd.DataFrame(rows, columns=columns)
    assert head_counts(table) == {"White": 10, "BME": 4, "Unknown": 0}
