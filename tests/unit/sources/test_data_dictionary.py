"""data/README.md says what the schemas say."""

import re
from pathlib import Path

import pytest
import yaml

from wres import results
from wres.chapters.papers import Cover, Paper, Section
from wres.definitions.bands import load_bands
from wres.definitions.ethnicity import load_groups
from wres.sources.action_plan import ACTION_PLAN
from wres.sources.benchmarks import BENCHMARKS
from wres.sources.columns import DIMENSIONS
from wres.sources.files import InputFile
from wres.sources.tables import check_table
from wres.sources.trust import ExtractSettings, Settings, SourceNote, SourceNotes, Trust
from wres.sources.trust_year import TABLES

README = (Path(__file__).parents[3] / "data" / "README.md").read_text(encoding="utf-8")

tables = pytest.mark.parametrize("table", [*TABLES, ACTION_PLAN], ids=lambda table: table.name)


def section(title, page=README):
    """Give the text below a heading, up to the next heading."""
    text = re.split(rf"^#+ {re.escape(title)}$", page, maxsplit=1, flags=re.MULTILINE)[1]
    return re.split(r"^#+ ", text, maxsplit=1, flags=re.MULTILINE)[0]


def table_rows(text):
    lines = [line for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def as_documented(columns):
    return [
        [
            f"`{column.name}`",
            "yes" if column.required else "no",
            "yes" if column.blank else "no",
            column.meaning,
            column.kind.rule.removeprefix("must be "),
        ]
        for column in columns
    ]


def example(text, language):
    return re.search(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)[1]


@tables
def test_every_column_is_documented_as_the_schema_has_it(table):
    text = section(f"{table.name}.csv")
    assert table_rows(text) == as_documented(table.columns)
    assert ("Dimension columns are accepted." in text) == table.dimensions


@tables
def test_every_rule_is_documented_and_no_other(table):
    documented = re.findall(r"^- (.+)$", section(f"{table.name}.csv"), re.MULTILINE)
    assert documented == [rule.sentence for rule in table.rules]


@tables
def test_every_worked_row_is_accepted(table, tmp_path):
    path = tmp_path / f"{table.name}.csv"
    path.write_text(example(section(path.name), "csv"), encoding="utf-8")
    assert check_table(table, InputFile(path, path.name, "it"), 2021).problems == []


def test_no_table_is_documented_that_is_not_read():
    documented = re.findall(r"^### (\w+)\.csv$", README, re.MULTILINE)
    assert documented == [table.name for table in TABLES]


def test_dimensions_and_benchmarks_are_documented_as_the_schemas_have_them():
    assert table_rows(section("Dimensions")) == as_documented(DIMENSIONS)
    documented = table_rows(section("benchmarks/national.csv"))
    assert documented == as_documented(BENCHMARKS.columns)


def test_every_accepted_word_for_a_group_is_documented():
    documented = table_rows(section("Ethnic groups"))
    assert documented == [[one.name, "; ".join(one.words)] for one in load_groups().groups]


def test_every_band_is_documented():
    (singles, *_), _, *named = table_rows(section("Bands"))
    assert re.findall(r"`(.+?)`", singles) == list(load_bands().agenda_for_change)
    assert named == [
        [f"`{one.label}`", ", ".join(f"`{word}`" for word in one.also), one.title]
        for one in load_bands().named
    ]


@pytest.mark.parametrize(
    ("title", "model"),
    [
        ("trust.yml", Trust),
        ("settings", Settings),
        ("settings.extracts", ExtractSettings),
        ("sources.yml", SourceNote),
        ("board_paper.yml", Paper),
        ("Sections", Section),
        ("Cover sheet", Cover),
    ],
)
def test_every_yaml_key_is_documented_as_the_model_has_it(title, model):
    documented = [(key.strip("`"), required) for key, required, _ in table_rows(section(title))]
    assert documented == [
        (field.alias or name, "yes" if field.is_required() else "no")
        for name, field in model.model_fields.items()
    ]


@pytest.mark.parametrize(
    ("title", "model"),
    [("trust.yml", Trust), ("sources.yml", SourceNotes), ("board_paper.yml", Paper)],
)
def test_every_yaml_example_is_accepted(title, model):
    assert model.model_validate(yaml.safe_load(example(section(title), "yaml")))


def test_results_csv_is_described_column_by_column_with_its_words():
    rows = re.findall(r"^\| (\w+) \| (.+) \|$", section("results.csv"), re.MULTILINE)
    described = dict(rows[1:])
    assert tuple(described) == results.COLUMNS
    for column, words in (
        ("measure", results.MEASURES),
        ("unit", results.UNITS),
        ("status", results.STATUSES),
        ("verdict", results.VERDICTS),
        ("method", results.METHODS),
        ("good_direction", results.GOOD_DIRECTIONS),
    ):
        assert set(re.findall(r"`([^`]+)`", described[column])) == set(words) - {""}
