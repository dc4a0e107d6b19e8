"""`wres new`: a year's folder is made whole, and nothing that is there is written over."""

from pathlib import Path

import nbformat
import pandas as pd
import pytest

from wres import check
from wres.errors import InputError, UsageError
from wres.extracts.finding import SOURCES, find_extracts
from wres.new_year import begin_year, make_year
from wres.sources import read_trust_year
from wres.sources.folders import YearFolder

TRUST = "ods_code: RXX\nname: Example NHS Trust\nregion: Midlands\ntype: acute\nfictional: true\n"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").mkdir()
    return tmp_path / "data"


@pytest.fixture
def folder(data: Path) -> YearFolder:
    return YearFolder(data, "RXX", 2025)


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def files_below(place: Path) -> dict[str, bytes]:
    return {
        path.relative_to(place).as_posix(): path.read_bytes()
        for path in sorted(place.rglob("*"))
        if path.is_file()
    }


def test_a_new_trust_gets_its_facts_its_sources_and_a_template_of_each_extract(data):
    made = make_year(data, "RXX", 2025)
    assert set(files_below(data)) == {
        "RXX/trust.yml",
        "RXX/2025/sources.yml",
        "RXX/2025/board_paper.yml",
        *(f"RXX/2025/extracts/{source}.xlsx" for source in SOURCES),
    }
    assert made.folder == "data/RXX/2025"
    assert made.kept == []


def test_check_refuses_each_placeholder_until_it_is_filled_in(folder):
    make_year(folder.data, "RXX", 2025)
    found = check.unfilled(folder.trust(), folder.table("sources.yml"))
    assert [problem.column for problem in found] == ["name", "region", "type", *["source"] * 6]


def test_templates_as_made_are_no_extracts_yet(folder):
    make_year(folder.data, "RXX", 2025)
    found = find_extracts(folder)
    assert (found.files, found.problems, found.warnings) == ({}, [], [])
    assert [len(found.templates[source]) for source in SOURCES] == [1] * len(SOURCES)


def test_an_export_beside_the_template_of_its_table_is_the_extract(folder):
    make_year(folder.data, "RXX", 2025)
    export = put(folder.path / "extracts" / "training.csv", "Person ID,Ethnic origin\n1,A\n")
    found = find_extracts(folder)
    assert [file.path for file in found.files["training"]] == [export]
    assert found.problems == []
    missing = make_year(folder.data, "RXX", 2025).missing
    assert not any("training" in line for line in missing)


def test_templates_can_lie_in_a_folder_of_their_own(folder, tmp_path):
    made = make_year(folder.data, "RXX", 2025, extracts=tmp_path / "rows")
    assert set(files_below(tmp_path / "rows")) == {f"RXX/2025/{source}.xlsx" for source in SOURCES}
    assert not (folder.path / "extracts").exists()
    assert made.commands[0] == "wres check RXX 2025 --extracts rows"


def test_the_checklist_says_what_each_table_still_lacks(data):
    missing = make_year(data, "RXX", 2025).missing
    assert missing == [
        "data/RXX/trust.yml: replace TO FILL IN (row 4, 5, 6)",
        "data/RXX/2025/sources.yml: replace TO FILL IN (row 5, 7, 9, 11, 13, 15)",
        "data/RXX/2025/extracts/workforce.xlsx: fill in staff in post on 31 March 2025",
        "data/RXX/2025/extracts/recruitment.xlsx: fill in applicants shortlisted and appointed in "
        "the year to 31 March 2025",
        "data/RXX/2025/extracts/disciplinary.xlsx: fill in formal disciplinary cases opened in "
        "the year to 31 March 2025",
        "data/RXX/2025/extracts/training.xlsx: fill in non-mandatory training and CPD in the year "
        "to 31 March 2025",
        "data/RXX/2025/extracts/staff_survey.xlsx: fill in the staff survey of autumn 2024",
        "data/RXX/2025/extracts/board.xlsx: fill in members of the board on 31 March 2025",
    ]


def test_what_is_there_stays_byte_for_byte_and_is_listed_as_kept(folder):
    put(folder.trust().path, TRUST)
    put(folder.path / "sources.yml", "board.csv:\n  source: register\n")
    put(folder.path / "extracts" / "training.xlsx", "mine")
    before = files_below(folder.data)
    made = make_year(folder.data, "RXX", 2025)
    assert before.items() <= files_below(folder.data).items()
    assert made.kept == [
        "data/RXX/trust.yml",
        "data/RXX/2025/sources.yml",
        "data/RXX/2025/extracts/training.xlsx",
    ]
    assert [line for line in made.missing if "yml" in line or "training" in line] == []


def test_made_again_nothing_changes(folder):
    make_year(folder.data, "RXX", 2025)
    before = files_below(folder.data)
    made = make_year(folder.data, "RXX", 2025)
    assert made.made == []
    assert files_below(folder.data) == before


@pytest.mark.parametrize(
    "there", ["extracts/workforce.csv", "extracts/Workforce.XLS", "workforce.csv"]
)
def test_a_table_that_is_there_in_any_form_gets_no_template(folder, there):
    put(folder.path / there, "staff_group,band,ethnicity,headcount\nall,all,White,5\n")
    made = make_year(folder.data, "RXX", 2025)
    assert not (folder.path / "extracts" / "workforce.xlsx").exists()
    assert f"data/RXX/2025/{there}" in made.kept
    assert not any("workforce" in line for line in made.missing)


def test_survey_workbooks_of_several_editions_stand_for_the_survey(folder):
    put(folder.path / "extracts" / "staff_survey_2023.xlsx", "mine")
    make_year(folder.data, "RXX", 2025)
    assert not (folder.path / "extracts" / "staff_survey.xlsx").exists()


def test_last_years_sources_stand_as_comments_beside_the_placeholders(folder):
    notes = "board.csv:\n  source: |\n    register of\n    the board\n"
    put(folder.data / "RXX" / "2024" / "sources.yml", notes)
    make_year(folder.data, "RXX", 2025)
    lines = (folder.path / "sources.yml").read_text(encoding="utf-8").splitlines()
    assert "  # in 2024: register of the board" in lines
    assert not [line for line in lines if "in 2024" in line and "board" not in line]


def test_faults_of_last_years_sources_do_not_stop_a_new_year(folder):
    put(folder.data / "RXX" / "2024" / "sources.yml", "no such: key\n")
    make_year(folder.data, "RXX", 2025)
    assert "in 2024" not in (folder.path / "sources.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("code", ["../RXX", "rxx", "RX", "RXX/2024", ""])
def test_a_code_that_is_none_is_refused(data, code):
    with pytest.raises(UsageError, match="must be an ODS code"):
        make_year(data, code, 2025)
    assert files_below(data) == {}


@pytest.mark.parametrize("year", [25, 2014, 20255])
def test_a_year_that_is_none_is_refused(data, year):
    with pytest.raises(UsageError, match="31 March from 2015 on"):
        make_year(data, "RXX", year)


def test_a_data_folder_that_is_not_there_is_not_made(tmp_path):
    with pytest.raises(InputError, match="there is no such data folder"):
        make_year(tmp_path / "dta", "RXX", 2025)
    assert not (tmp_path / "dta").exists()


# --- counts ---


def test_counts_templates_stand_in_place_of_those_of_extracts(folder):
    made = make_year(folder.data, "RXX", 2025, counts=True)
    assert {f"{source}.csv" for source in SOURCES} <= set(files_below(folder.path))
    assert not any("xlsx" in line for line in made.made)
    # 14 bands of non-clinical staff and 14 + 5 of clinical, three groups each
    assert (
        "data/RXX/2025/workforce.csv: fill in staff in post on 31 March 2025 (99 rows are blank)"
        in made.missing
    )


def test_a_table_whose_extract_is_there_gets_no_counts_template(folder):
    put(folder.path / "extracts" / "training.csv", "Person ID,Ethnic origin\n1,A\n")
    make_year(folder.data, "RXX", 2025, counts=True)
    assert not (folder.path / "training.csv").exists()
    assert (folder.path / "board.csv").exists()


def test_counts_can_still_be_chosen_when_templates_of_extracts_were_made(folder):
    make_year(folder.data, "RXX", 2025)
    made = make_year(folder.data, "RXX", 2025, counts=True)
    assert [line.partition(":")[0] for line in made.made] == [
        f"data/RXX/2025/{source}.csv" for source in SOURCES
    ]


def test_an_unfilled_counts_table_is_refused_row_by_row(folder):
    make_year(folder.data, "RXX", 2025, counts=True)
    put(folder.trust().path, TRUST)
    with pytest.raises(InputError, match=r"workforce\.csv row 2, column headcount: must not be"):
        read_trust_year(folder.data, "RXX", 2025)


def test_filled_in_the_folder_is_read_as_any_other(folder):
    make_year(folder.data, "RXX", 2025, counts=True)
    put(folder.trust().path, TRUST)
    for source in SOURCES:
        path = folder.path / f"{source}.csv"
        cells = pd.read_csv(path, dtype=str, keep_default_na=False).replace("", "4")
        cells.to_csv(path, index=False)
    workforce = folder.path / "workforce.csv"
    assert len(pd.read_csv(workforce)) == 99
    read = read_trust_year(folder.data, "RXX", 2025)
    assert set(read.tables) == set(SOURCES)
    assert int(read.tables["workforce"]["headcount"].sum()) == 99 * 4
    assert list(read.tables["staff_survey"]["survey_year"].unique()) == [2024]


# --- what is carried over ---


def cell_with_figures() -> nbformat.NotebookNode:
    cell = nbformat.v4.new_code_cell("#| label: fig-bands\nband_shares(chapter)")
    cell.outputs = [nbformat.v4.new_output("stream", text="11.5%")]
    cell.execution_count = 3
    cell.metadata.update({"fig-cap": "11.5% of staff", "fig-alt": "Bars", "tags": ["keep"]})
    return cell


def notebook_of_last_year(folder: YearFolder) -> Path:
    words = nbformat.v4.new_markdown_cell("We asked *why* it is `{python} share`.")
    words.metadata["user_expressions"] = [{"expression": "share", "result": "11.5%"}]
    injected = nbformat.v4.new_code_cell("year = 2024", metadata={"tags": ["injected-parameters"]})
    notebook = nbformat.v4.new_notebook(cells=[words, injected, cell_with_figures()])
    notebook.metadata["papermill"] = {"parameters": {"year": 2024}}
    path = folder.data / "RXX" / "2024" / "notebooks" / "workforce.ipynb"
    return put(path, nbformat.writes(notebook))


def test_last_years_narrative_comes_without_any_of_its_figures(folder):
    path = notebook_of_last_year(folder)
    before = path.read_bytes()
    made = make_year(folder.data, "RXX", 2025)
    new = folder.path / "notebooks" / "workforce.ipynb"
    text = new.read_text(encoding="utf-8")
    assert "We asked *why* it is `{python} share`." in text
    assert "11.5" not in text
    assert "2024" not in text
    words, code = nbformat.read(new, as_version=4).cells
    assert words.metadata == {}
    assert (code.outputs, code.execution_count, code.metadata) == ([], None, {"tags": ["keep"]})
    assert path.read_bytes() == before
    assert "data/RXX/2025/notebooks/workforce.ipynb: read again, with this year's figures" in (
        made.missing
    )


def test_a_chapter_already_begun_is_not_replaced(folder):
    notebook_of_last_year(folder)
    mine = put(folder.path / "notebooks" / "workforce.ipynb", "mine")
    make_year(folder.data, "RXX", 2025)
    assert mine.read_text(encoding="utf-8") == "mine"


def test_a_broken_notebook_is_named_and_nothing_is_made(folder):
    put(folder.data / "RXX" / "2024" / "notebooks" / "board.ipynb", "{")
    before = files_below(folder.data)
    with pytest.raises(InputError, match=r"2024/notebooks/board\.ipynb: must be a notebook"):
        make_year(folder.data, "RXX", 2025)
    assert files_below(folder.data) == before


PLAN = """\
id,indicators,action,lead,status,update,carried_from
A1,2,"Panels, mixed by 2024",Director of people,In progress,Half trained,
A2,3,Review of cases,HR lead,Done,,
A3,9,Board succession,Chair,,,2023 row 7
A4,4,Open courses,L&D lead,COMPLETE,,
,1,Bands 8a and above,Director of people,Not started,,
A6,8,Training,HR lead,closed,,
"""


def test_open_actions_are_carried_over_with_where_they_come_from(folder):
    put(folder.data / "RXX" / "2024" / "action_plan.csv", PLAN)
    made = make_year(folder.data, "RXX", 2025)
    assert (folder.path / "action_plan.csv").read_text(encoding="utf-8") == (
        "id,indicators,action,lead,status,update,carried_from\n"
        'A1,2,"Panels, mixed by 2024",Director of people,In progress,Half trained,A1\n'
        "A3,9,Board succession,Chair,,,A3\n"
        ",1,Bands 8a and above,Director of people,Not started,,2024 row 6\n"
    )
    assert (
        "data/RXX/2025/action_plan.csv: bring each action up to date, and add new ones"
        in made.missing
    )


def test_a_plan_that_is_done_leaves_no_plan_behind(folder):
    done = "id,action,status\nA1,Review,Done\n"
    put(folder.data / "RXX" / "2024" / "action_plan.csv", done)
    make_year(folder.data, "RXX", 2025)
    assert not (folder.path / "action_plan.csv").exists()


@pytest.mark.parametrize(
    ("plan", "message"),
    [
        ("id,action\nA1,Review\n", "row 1, column status: column is missing"),
        ("id,action,status\nA1,Review\n", "row 2: must have 3 cells"),
    ],
)
def test_a_plan_that_can_not_be_read_is_named_and_nothing_is_made(folder, plan, message):
    put(folder.data / "RXX" / "2024" / "action_plan.csv", plan)
    with pytest.raises(InputError, match=message):
        make_year(folder.data, "RXX", 2025)
    assert not folder.path.exists()


def test_the_next_commands_name_a_data_folder_of_another_name(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "figures").mkdir()
    assert make_year(tmp_path / "figures", "RXX", 2025).commands == [
        "wres check RXX 2025 --data figures",
        "wres return RXX 2025 --data figures",
        "wres render RXX 2025 --data figures --profile internal",
        "wres render RXX 2025 --data figures",
    ]


def test_what_is_printed_says_what_was_made_kept_is_missing_and_comes_next(folder):
    put(folder.trust().path, TRUST)
    lines = begin_year(folder.data, "RXX", 2025)
    assert "made     data/RXX/2025/extracts/board.xlsx: template of the board extract" in lines
    assert "kept     data/RXX/trust.yml" in lines
    assert (
        "[ ]      data/RXX/2025/extracts/board.xlsx: fill in members of the board on 31 March 2025"
        in lines
    )
    assert lines[-1] == "then     wres render RXX 2025"
