"""data/README.md says of extracts, profiles and the return what is read and what is done."""

import re
from functools import partial
from pathlib import Path

import pytest

from tests.unit.sources.test_data_dictionary import (
    README,
    as_documented,
    example,
    section,
    table_rows,
)
from wres.definitions.ethnicity import GROUPS
from wres.disclosure.profiles import load_profiles, policy
from wres.extracts import board, disciplinary, recruitment, staff_survey, training, workforce
from wres.extracts.finding import SOURCES, SUFFIXES
from wres.extracts.layouts import read_extract
from wres.national_return.prepopulated import prepopulated_table
from wres.national_return.saved import SAVED_RETURN
from wres.sources.files import InputFile
from wres.sources.tables import check_table
from wres.sources.trust import Settings

LAYOUTS = {
    "Workforce extract": workforce.LAYOUT,
    "Recruitment extract": recruitment.LAYOUT,
    "Disciplinary extract": disciplinary.LAYOUT,
    "Training extract": training.LAYOUT,
    "Staff survey extract": staff_survey.LAYOUT,
    "Board extract": board.LAYOUT,
}
DATA = Path(__file__).parents[2] / "data"
HEADS = {"White": 100, "BME": 40, "Unknown": 10}


def yes_or_no(said):
    return "yes" if said else "no"


def fields_of(layout):
    return [
        [f"`{one.name}`", yes_or_no(one.required), yes_or_no(one.identifier), one.meaning]
        for one in layout.fields
    ]


def test_every_trust_and_year_in_the_folder_is_named():
    named = {folder for cells in table_rows(section("Layout")) for folder in cells[0].split(", ")}
    years = {path.parent for path in DATA.glob("*/*/sources.yml")}
    assert named == {f"`{year.relative_to(DATA).as_posix()}`" for year in years}


@pytest.mark.parametrize("title", LAYOUTS)
def test_every_field_is_documented_as_the_layout_has_it(title):
    assert table_rows(section(title)) == fields_of(LAYOUTS[title])


def test_every_extract_is_documented_and_no_other():
    found = re.findall(r"^### (.+) extract$", README, re.MULTILINE)
    assert found == [source.replace("_", " ").capitalize() for source in SOURCES]
    assert [layout.source for layout in LAYOUTS.values()] == list(SOURCES)


def test_the_names_and_forms_of_extracts_are_those_looked_for():
    named = table_rows(section("Names and forms"))
    assert named[0][1].split(", ") == [f"`{source}`" for source in SOURCES]
    assert named[1][1].split(", ") == [f"`{suffix}`" for suffix in SUFFIXES]


def test_rows_of_real_trusts_and_their_returns_are_ignored_by_git_as_it_says():
    text = section("Names and forms")
    ignored = (DATA.parent / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert "Extracts of real trusts are ignored by git" in text
    assert "data/*/*/extracts/" in ignored
    for name in ("return.csv", "prepopulated.csv"):
        assert f"`{name}`" in text
        assert f"data/*/*/{name}" in ignored


def counted(folder, title, source, count):
    """Count an example with the reader of its source."""
    path = folder / f"{source}.csv"
    path.write_text(example(section(title), "csv"), encoding="utf-8")
    found = count(InputFile(path, path.name, "wres check ZZ1 2024"), 2024, Settings())
    assert found.problems == []
    return found


def from_rows(layout, count):
    return lambda file, year, settings: count(read_extract(file, layout), year, settings)


def by_group(table, column):
    rows = table[table["ethnic_group"].isna()] if "ethnic_group" in table else table
    return tuple(dict(zip(rows["ethnicity"], rows[column], strict=True))[one] for one in GROUPS)


def occupied(table):
    rows = table[table["headcount"] > 0]
    rows = rows[rows["ethnic_group"].isna()] if "ethnic_group" in rows else rows
    return {
        tuple(row) for row in rows[["staff_group", "band", "ethnicity", "headcount"]].to_numpy()
    }


def test_the_example_of_a_staff_list_gives_the_people_that_it_says(tmp_path):
    count = workforce.count_workforce_file
    found = counted(tmp_path, "Workforce extract", "workforce", count)
    assert occupied(found.table) == {
        ("clinical", "5", "White", 1),
        ("non-clinical", "4", "BME", 1),
        ("clinical", "8a", "Unknown", 1),
    }


def test_the_example_of_a_crosstab_gives_its_counts(tmp_path):
    count = workforce.count_workforce_file
    found = counted(tmp_path, "Workforce crosstab", "workforce", count)
    assert occupied(found.table) == {
        ("clinical", "5", "White", 8),
        ("clinical", "5", "BME", 2),
        ("clinical", "5", "Unknown", 1),
        ("clinical", "8a", "White", 3),
        ("clinical", "8a", "BME", 1),
        ("non-clinical", "5", "White", 4),
        ("non-clinical", "8a", "White", 2),
        ("non-clinical", "8a", "BME", 1),
        ("non-clinical", "8a", "Unknown", 1),
    }


def test_the_example_of_applications_gives_the_people_that_it_says(tmp_path):
    count = from_rows(recruitment.LAYOUT, recruitment.count_recruitment)
    table = counted(tmp_path, "Recruitment extract", "recruitment", count).table
    assert by_group(table, "shortlisted") == (1, 3, 0)
    assert by_group(table, "appointed") == (1, 1, 0)
    assert by_group(table, "international") == (0, 1, 0)


def test_the_example_of_cases_gives_the_people_that_it_says(tmp_path):
    count = partial(disciplinary.count_disciplinary, workforce=HEADS)
    count = from_rows(disciplinary.LAYOUT, count)
    table = counted(tmp_path, "Disciplinary extract", "disciplinary", count).table
    assert by_group(table, "entered_process") == (1, 1, 0)


def test_the_example_of_training_gives_the_people_that_it_says(tmp_path):
    count = from_rows(training.LAYOUT, partial(training.count_training, workforce=HEADS))
    table = counted(tmp_path, "Training extract", "training", count).table
    assert by_group(table, "accessed") == (1, 0, 0)


def figures(table):
    keys = ["indicator", "survey_year", "scope", "ethnicity", "percent"]
    return {tuple(row) for row in table[keys].to_numpy()}


def test_the_example_of_survey_rows_gives_the_figures_that_it_says(tmp_path):
    count = staff_survey.count_staff_survey_file
    found = counted(tmp_path, "Staff survey extract", "staff_survey", count)
    assert figures(found.table) == {
        ("5", 2023, "trust", "White", 25.3),
        ("7", 2023, "benchmark", "BME", 49.6),
    }


def test_the_example_of_a_published_survey_table_gives_the_figures_that_it_says(tmp_path):
    count = staff_survey.count_staff_survey_file
    found = counted(tmp_path, "Published survey tables", "staff_survey", count)
    assert figures(found.table) == {
        ("5", 2023, "trust", "White", 25.3),
        ("5", 2023, "benchmark", "White", 26.1),
        ("5", 2023, "trust", "BME", 30.4),
        ("5", 2023, "benchmark", "BME", 31.0),
        ("6", 2023, "trust", "White", 20.0),
        ("6", 2023, "benchmark", "White", 21.0),
        ("6", 2023, "benchmark", "BME", 26.0),
    }
    assert set(found.table["edition"]) == {"2023"}


def test_the_example_of_a_register_gives_the_members_that_it_says(tmp_path):
    count = from_rows(board.LAYOUT, board.count_board)
    table = counted(tmp_path, "Board extract", "board", count).table
    sitting = table[table["members"] > 0][["membership", "voting", "ethnicity", "members"]]
    assert {tuple(row) for row in sitting.to_numpy()} == {
        ("executive", "yes", "White", 1),
        ("non-executive", "yes", "BME", 1),
    }


def rules():
    """Write each rule of each profile as the table of the dictionary does."""
    for name, profile in load_profiles().profiles.items():
        for source, levels in profile.sources.items():
            for level, rule in levels.items():
                row = [f"`{name}`", f"{source}, {level}"]
                if rule.shown:
                    least = f" from {rule.from_people} people on" if rule.from_people else ""
                    yield [*row, f"nothing withheld{least}", "", "", "", "", ""]
                    continue
                yield [
                    *row,
                    str(rule.threshold),
                    str(rule.rounding),
                    rule.zero,
                    rule.symbol,
                    yes_or_no(rule.secondary),
                    str(rule.protection),
                ]


def test_every_rule_of_every_profile_is_documented():
    assert table_rows(section("Rules of the profiles")) == list(rules())


def test_what_each_profile_means_is_said_in_the_sentences_that_the_report_prints():
    profiles = load_profiles().profiles
    said = {name: list(policy(profile)) for name, profile in profiles.items()}
    text = section("What the profiles say")
    found = {
        name: re.findall(r"^- (.+)$", part, re.MULTILINE)
        for name, part in re.findall(r"^`([^`]+)`(.*?)(?=^`|\Z)", text, re.MULTILINE | re.DOTALL)
    }
    assert found == said


@pytest.mark.parametrize("table", [prepopulated_table(2024), SAVED_RETURN], ids=lambda it: it.name)
def test_the_tables_of_the_return_are_documented_and_their_examples_read(table, tmp_path):
    text = section(f"{table.name}.csv")
    assert table_rows(text) == as_documented(table.columns)
    assert re.findall(r"^- (.+)$", text, re.MULTILINE) == [rule.sentence for rule in table.rules]
    path = tmp_path / f"{table.name}.csv"
    path.write_text(example(text, "csv"), encoding="utf-8")
    assert check_table(table, InputFile(path, path.name, "it"), 2024).problems == []
