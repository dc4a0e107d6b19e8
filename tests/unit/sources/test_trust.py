"""trust.yml and sources.yml."""

import pytest

from wres.errors import InputError
from wres.sources import read_trust_year
from wres.sources.trust import SourceNotes
from wres.sources.trust_year import TABLES

TRUST = "ods_code: RXX\nname: Example NHS Trust\nregion: Midlands\ntype: acute\n"


@pytest.mark.parametrize(
    ("text", "row", "column", "rule"),
    [
        ("name: [unclosed\n", 2, None, "must be valid YAML"),
        ("a text\n", None, None, "must be a list of keys with values"),
        ("", None, None, "must be a list of keys with values"),
        (TRUST + "colour: blue\n", 5, "colour", "unknown key; accepted are ods_code, name"),
        (TRUST + "name: Another\n", 5, None, "key name given twice"),
        (TRUST + "already_published: maybe\n", 5, "already_published", "must be true or false"),
        (TRUST + "predecessors: RYY\n", 5, "predecessors", "must be a list: each entry"),
        (TRUST + "settings:\n  survey: 11\n", 6, "settings.survey", "unknown key"),
        (
            TRUST + "settings:\n  band_groups: [1-4, 4-6]\n",
            6,
            "settings.band_groups",
            "groupings must not overlap: 1-4 and 4-6 both hold 4",
        ),
        (
            TRUST + "settings:\n  band_groups: [1-4, 8+]\n",
            6,
            "settings.band_groups.2",
            "unknown band '8+': accepted are",
        ),
        (
            TRUST + "settings:\n  band_groups: [all]\n",
            6,
            "settings.band_groups.1",
            "must be a band or a run of bands",
        ),
        (TRUST.replace("RXX", "123"), 1, "ods_code", "must be a text"),
        (TRUST.replace("RXX", "rxx"), 1, "ods_code", "must be an ODS code (3 to 6 capital letters"),
        (TRUST.replace("RXX", "RYY"), 1, "ods_code", "must equal the folder's name (RXX)"),
        (TRUST.replace("type: acute\n", ""), None, "type", "key is missing"),
        (TRUST.replace("acute", "''"), 4, "type", "must not be empty"),
        ("2021: x\n" + TRUST, 1, "2021", "must be strings"),
    ],
)
def test_a_fault_in_trust_yml_is_located(problems_of, text, row, column, rule):
    problem = problems_of({"trust.yml": text})[0]
    assert problem.file == "data/RXX/trust.yml"
    assert (problem.row, problem.column) == (row, column)
    assert rule in problem.rule


def test_a_code_of_figures_only_is_read_as_it_was_written(write_files):
    text = "settings:\n  extracts:\n    grades: {TUPE 4: 4}\n    ethnicity: {7: 5}\n"
    data = write_files({"trust.yml": TRUST + text})
    settings = read_trust_year(data, "RXX", 2021).trust.settings
    assert settings.extracts.grades == {"TUPE 4": "4"}
    assert settings.extracts.ethnicity == {"7": "5"}


def test_every_fault_in_trust_yml_is_told_at_once(problems_of):
    problems = problems_of({"trust.yml": "ods_code: RXX\nname: 5\nregion: Midlands\nold: 1\n"})
    assert [problem.column for problem in problems] == ["name", "type", "old"]


def test_a_missing_trust_yml_is_named(write_files):
    data = write_files({})
    (data / "RXX" / "trust.yml").unlink()
    with pytest.raises(InputError, match=r"data/RXX/trust\.yml: there is no such file"):
        read_trust_year(data, "RXX", 2021)


def test_what_trust_yml_leaves_out_has_a_default(read_files):
    trust = read_files({"trust.yml": TRUST}).trust
    assert (trust.term, trust.predecessors, trust.source) == ("BME", [], "")
    assert not trust.already_published
    assert not trust.fictional


def test_sources_are_read_by_table(read_files):
    text = "board.csv:\n  source: A report\n  note: Smallest numbers.\n"
    sources = read_files({"sources.yml": text}).sources
    assert list(sources) == ["board"]
    assert (sources["board"].source, sources["board"].departure) == ("A report", "")


@pytest.mark.parametrize(
    ("text", "row", "column", "rule"),
    [
        ("bored.csv:\n  source: A report\n", 1, "bored.csv", "accepted are workforce.csv"),
        ("board.csv:\n  note: no source\n", 1, "board.csv.source", "key is missing"),
        ("board.csv:\n  source: A report\n  page: 3\n", 3, "board.csv.page", "unknown key"),
    ],
)
def test_a_fault_in_sources_yml_is_located(problems_of, text, row, column, rule):
    (problem,) = problems_of({"sources.yml": text})
    assert (problem.file, problem.row) == ("data/RXX/2021/sources.yml", row)
    assert problem.column == column
    assert rule in problem.rule


COUNTS = "membership,voting,ethnicity,members\nall,all,White,11\nall,all,BME,1\n"
SHARES = "membership,voting,ethnicity,percent\nall,all,White,91.7\nall,all,BME,8.3\n"
WORKED_OUT = "{}:\n  source: A report\n  counts_from_shares: {}\n"


def test_counts_worked_out_from_printed_shares_are_named(read_files):
    text = WORKED_OUT.format("board.csv", "numbers of members")
    sources = read_files({"sources.yml": text, "board.csv": COUNTS}).sources
    assert sources["board"].counts_from_shares == "numbers of members"


@pytest.mark.parametrize(
    ("name", "files"),
    [
        ("board.csv", {}),
        ("board.csv", {"board.csv": SHARES}),
        (
            "published_ratios.csv",
            {
                "published_ratios.csv": "indicator,year,numerator_group,denominator_group,ratio,"
                "note\n2,2021,White,BME,1.5,\n"
            },
        ),
    ],
)
def test_counts_can_only_be_worked_out_where_there_are_counts(problems_of, name, files):
    text = WORKED_OUT.format(name, "numbers of members")
    (problem,) = problems_of({"sources.yml": text, **files})
    assert (problem.file, problem.row) == ("data/RXX/2021/sources.yml", 3)
    assert problem.column == f"{name}.counts_from_shares"
    assert problem.given == "numbers of members"
    assert f"{name} has none" in problem.rule


WORKFORCE = "staff_group,band,ethnicity,headcount\nall,all,White,90\nall,all,BME,10\n"
BANDS = "all,1-4,BME,6\n"
PARTLY = WORKED_OUT + "  counts_from_shares_of: {}\n"


@pytest.mark.parametrize("which", ["whole workforce", "workforce by band"])
def test_counts_worked_out_can_be_those_of_the_whole_or_by_band_alone(read_files, which):
    text = PARTLY.format("workforce.csv", "head counts", which)
    sources = read_files({"sources.yml": text, "workforce.csv": WORKFORCE + BANDS}).sources
    assert sources["workforce"].counts_from_shares_of == which


@pytest.mark.parametrize(
    ("text", "workforce", "rule"),
    [
        (PARTLY.format("workforce.csv", "BME staff", "workforce by band"), WORKFORCE, "holds"),
        (
            PARTLY.format("workforce.csv", "BME staff", "whole workforce"),
            WORKFORCE.replace("all,all", "all,5"),
            "holds",
        ),
        (PARTLY.format("board.csv", "members", "whole workforce"), WORKFORCE, "of workforce.csv"),
        (PARTLY.format("workforce.csv", "members", "board"), WORKFORCE, "'workforce by band'"),
        (
            "workforce.csv:\n  source: A report\n  counts_from_shares_of: whole workforce\n",
            WORKFORCE,
            "beside counts_from_shares",
        ),
    ],
)
def test_what_counts_worked_out_are_of_must_be_in_the_table(problems_of, text, workforce, rule):
    files = {"sources.yml": text, "workforce.csv": workforce, "board.csv": COUNTS}
    (problem,) = problems_of(files)
    assert problem.row == text.count("\n")
    assert str(problem.column).endswith("counts_from_shares_of")
    assert rule in problem.rule


def test_counts_worked_out_are_named_in_words(problems_of):
    (problem,) = problems_of(
        {"sources.yml": WORKED_OUT.format("board.csv", "''"), "board.csv": COUNTS}
    )
    assert problem.column == "board.csv.counts_from_shares"
    assert problem.rule == "must not be empty"


def test_every_table_can_have_a_source_note():
    assert list(SourceNotes.model_fields) == [table.name for table in TABLES]
