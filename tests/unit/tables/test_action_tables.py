"""The register in any columns and groups; text in its cells as it was written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup, Tag

from tests.unit.actions.plans import with_plan
from wres.actions import RegisterSettings
from wres.actions.reading import Plan
from wres.chapters.reading import Chapter
from wres.definitions.action_states import load_states
from wres.sources.csv_rows import read_rows
from wres.sources.files import InputFile
from wres.tables import actions_table
from wres.tables.actions import shaded
from wres.tables.actions_layout import Cell, TextColumn, TextRows, TextTable
from wres.tables.actions_markup import cell_html

NBSP = "\u00a0"
REGISTERS = Path(__file__).parents[2] / "registers"
# The headings that each published arrangement prints, as tests/registers has them.
PUBLISHED = {
    "measures": ["WRES indicator", "Action", "Measure", "Date", "Lead"],
    "outcomes": [
        "Metric",
        "Intended outcome",
        "Action",
        "Timescale",
        "Lead",
        "Update",
        "Progress",
    ],
    "gaps": ["Indicator and objective", "Gaps", "Actions", "Lead", "Status"],
    "whys": ["Objective", "Why", "Action", "Timescale", "Lead"],
    "progress": ["Metric", "Objective", "Action", "Lead", "Timescale", "Progress"],
    "whens": ["WRES indicator", "Outcome", "Action", "When", "Who"],
}


def arranged(name: str) -> Chapter:
    """Give a chapter with one of the registers that are typed in."""
    path = REGISTERS / f"{name}.csv"
    file = InputFile(path, path.name, "wres check")
    register = Plan(file, read_rows(file).cells).register
    settings = yaml.safe_load((REGISTERS / f"{name}.yml").read_text(encoding="utf-8"))
    rows = [one.model_dump(exclude={"row"}) for one in register]
    return with_plan(*rows, settings=settings)


def table_of(made: Chapter) -> TextTable:
    table = actions_table(made)
    if table is None:
        raise LookupError("no table")
    return table


def html_of(made: Chapter) -> Tag:
    table = BeautifulSoup(table_of(made).to_html(), "html.parser").table
    if table is None:
        raise LookupError("no table")
    return table


def words(element: Tag) -> str:
    return " ".join(element.get_text(" ").split())


def test_every_arrangement_that_is_typed_in_is_expected() -> None:
    assert {path.stem for path in REGISTERS.glob("*.csv")} == set(PUBLISHED)


@pytest.mark.parametrize("name", PUBLISHED)
def test_published_columns_come_out_with_every_action_once(name: str) -> None:
    made = arranged(name)
    shown = html_of(made)
    assert [words(one) for one in shown.select("thead th")] == PUBLISHED[name]
    assert all(one["scope"] == "col" for one in shown.select("thead th"))
    heading = {"Actions", "Action"}
    rows = [row for row in shown.select("tbody tr") if "group" not in row.get("class", [])]
    place = next(at for at, one in enumerate(PUBLISHED[name]) if one in heading)
    cells = [row.find_all(["th", "td"], recursive=False)[place] for row in rows]
    assert all((one.name, one["scope"]) == ("th", "row") for one in cells)
    bare = sorted("".join(ch for ch in words(one) if ch.isalnum()) for one in cells)
    assert bare == sorted("".join(ch for ch in one.action if ch.isalnum()) for one in made.register)


FULL = {
    "id": "A1",
    "indicators": "2",
    "objective": "Fair posts",
    "gap": "- few apply\n- fewer are chosen",
    "action": "Train",
    "outcome": "Alike",
    "start": "May 2024",
    "due": "Q4 24/25",
    "status": "Amber",
    "update": "Begun",
    "updated": "2024-07-03",
}


def headings(made: Chapter) -> list[str]:
    return [one.heading for one in table_of(made).columns]


def test_every_field_that_holds_anything_is_printed_where_no_columns_are_set() -> None:
    some = {name: FULL[name] for name in ("id", "objective", "gap", "action", "outcome", "start")}
    assert headings(with_plan(some)) == ["Ref", "Objective", "Gap", "Action", "Outcome", "Start"]
    assert headings(with_plan(FULL)) == [
        "Ref",
        "Objective and gap",
        "Action",
        "Outcome",
        "Start and due",
        "Status and updates",
    ]
    shown = words(html_of(with_plan(FULL)))
    for text in ("Objective: Fair posts", "Start: May 2024", "Due: Q4 24/25", "Gap: few apply"):
        assert text in shown
    assert "Amber Begun Last update: 3 July 2024" in shown


def test_column_that_is_blank_in_every_row_is_left_out() -> None:
    settings = {"columns": ["id", "action", {"fields": ["lead", "due"], "heading": "Who"}, "key"]}
    rows = ({"action": "a", "due_date": "2024-05-31"}, {"action": "b"})
    assert headings(with_plan(*rows, settings=settings)) == ["Action", "Who"]


@pytest.mark.parametrize("by", ["theme", "objective", "outcome"])
def test_what_heads_a_group_is_not_said_again_in_its_rows(by: str) -> None:
    row = {"action": "a", "measure": "m", by: "What it is for"}
    cells = {"fields": ["measure", by], "heading": "Measured by"}
    made = with_plan(row, settings={"columns": [by, "action", cells], "group_by": by})
    assert headings(made) == ["Action", "Measured by"]
    assert str(html_of(made)).count("What it is for") == 1
    alone = with_plan(row, settings={"columns": [cells, "action"], "group_by": "none"})
    assert str(html_of(alone)).count("What it is for") == 1


@pytest.mark.parametrize(
    ("key", "status", "printed"),
    [
        ("progress", "On track", "◆ On track"),
        ("progress", "Slipping", "△ Some delay: Slipping"),
        ("RAG", "Slipping", "△ Amber: Slipping"),
        ("none", "Slipping", "△ Some delay: Slipping"),
    ],
)
def test_status_and_key_in_one_cell_say_the_same_once(key: str, status: str, printed: str) -> None:
    settings = {
        "columns": ["action", {"fields": ["status", "key"]}],
        "key": key,
        "statuses": {"Slipping": "some delay"},
    }
    made = with_plan({"action": "a", "status": status}, settings=settings)
    assert words(html_of(made).select("tbody td")[0]) == printed


@pytest.mark.parametrize("status", ["Amber/Green", "N/A"])
@pytest.mark.parametrize("key", ["RAG", "progress", "none"])
def test_status_that_is_not_known_is_printed_in_the_column_of_states(status: str, key: str) -> None:
    rows = ({"action": "a", "status": status}, {"action": "b", "status": "Green"})
    made = with_plan(*rows, settings={"columns": ["action", "key"], "key": key})
    assert words(html_of(made).select("tbody td")[0]) == status
    settings = {"columns": ["action", {"fields": ["status", "key"]}], "key": key}
    both = with_plan(*rows, settings=settings)
    assert words(html_of(both).select("tbody td")[0]) == status


def longest_words(table: TextTable) -> list[int]:
    return [
        max(
            len(word)
            for text in [column.heading, *texts]
            for word in re.split(r"\s+|(?<=[-–/])(?!\d)", text)
        )
        for column, texts in zip(
            table.columns,
            zip(*([c.text for c in row] for g in table.groups for row in g.rows), strict=True),
            strict=True,
        )
    ]


@pytest.mark.parametrize("name", PUBLISHED)
def test_widths_fill_the_table_and_hold_its_longest_words(name: str) -> None:
    table = table_of(arranged(name))
    widths = table.widths()
    assert sum(widths) == pytest.approx(100, abs=1)
    assert not table.is_small
    # In points: the text of a page is 466 wide, of one on its side 717; a letter of 9 points is
    # 4.4 wide on average, and a cell's words have 10 beside them.
    page = 717 if len(widths) >= 7 else 466
    for width, letters in zip(widths, longest_words(table), strict=True):
        assert width / 100 * page >= min(letters, 24) * 4.4 + 10


def test_width_that_is_set_does_not_cut_words() -> None:
    columns: list[object] = [{"fields": ["action"], "width": 60}, {"fields": ["lead"], "width": 4}]
    row = {"action": "a", "lead": "Organisational", "due": "31/03/2024"}
    made = with_plan(row, settings={"columns": [*columns, "due"]})
    action, lead, due = table_of(made).widths()
    assert action == 60
    assert lead > 100 * (14 * 4.4 + 10) / 466
    assert action + lead + due == pytest.approx(100, abs=0.2)


def test_register_whose_words_do_not_fit_is_set_in_smaller_type() -> None:
    wide = {name: "Counterproductively" for name in ("objective", "gap", "lead", "due", "measure")}
    made = with_plan({"action": "Act"} | wide, settings={"columns": ["action", *wide]})
    table = table_of(made)
    assert table.is_small
    assert html_of(made)["class"] == ["register", "small"]
    for width, letters in zip(table.widths(), longest_words(table), strict=True):
        assert width / 100 * 466 >= letters * 4.4 * 0.8 + 10


def groups(made: Chapter) -> dict[str, int]:
    return {group.heading: len(group.rows) for group in table_of(made).groups}


def test_actions_about_several_indicators_stand_once_under_all_of_them() -> None:
    rows = [
        {"action": str(at), "indicators": of} for at, of in enumerate(["5-8", "2", "all", "", "1"])
    ]
    settings = {"group_by": "indicator"}
    made = with_plan(*rows, {"action": "z", "indicators": "2"}, settings=settings)
    assert list(groups(made).items()) == [
        ("All indicators", 1),
        ("Indicator 1", 1),
        ("Indicator 2", 2),
        ("Indicators 5 to 8", 1),
        ("No indicator named", 1),
    ]


@pytest.mark.parametrize("by", ["theme", "objective", "outcome"])
def test_groups_stand_in_the_order_of_the_register_and_blanks_last(by: str) -> None:
    rows = [{"action": str(at), by: name} for at, name in enumerate(["", "Z", "A", "Z"])]
    named = list(groups(with_plan(*rows, settings={"group_by": by})).items())
    assert named == [("Z", 2), ("A", 1), (f"No {by} named", 1)]


def test_heading_of_a_group_spans_the_table_and_is_scoped_to_it() -> None:
    shown = html_of(with_plan({"action": "a", "theme": "Culture", "lead": "HR"}))
    (heading,) = shown.select("tr.group th")
    assert (heading["scope"], heading["colspan"]) == ("rowgroup", "2")
    assert words(heading) == "Culture"


@pytest.mark.parametrize(
    ("key", "status", "printed"),
    [
        ("progress", "On track", "◆ On track"),
        ("progress", "COMPLETED - May 2023", "✓ COMPLETED - May 2023"),
        ("progress", "Rumbling", "Rumbling"),
        ("RAG", "Amber", "△ Amber"),
        ("RAG", "Delayed", "△ Amber: Delayed"),
        ("RAG", "Complete by May", "Complete by May"),
        ("none", "Amber", "Amber"),
    ],
)
def test_status_is_printed_as_written_with_symbol_and_colour_name(
    key: str, status: str, printed: str
) -> None:
    made = with_plan({"action": "a", "status": status}, settings={"key": key})
    cell = html_of(made).select("tbody td")[-1]
    assert words(cell) == printed
    coloured = any(one.startswith("state-") for one in cell.get("class") or [])
    assert coloured == (printed[0] in "◆✓△")


def test_every_state_of_the_stylesheet_has_a_shade_on_paper_too() -> None:
    assets = Path(__file__).parents[3] / "assets"
    css = (assets / "report.css").read_text(encoding="utf-8")
    paper = (assets / "typst-template.typ").read_text(encoding="utf-8")
    for state in load_states():
        assert f".state-{shaded(state)} {{" in css
        assert f'"{shaded(state)}": rgb(' in paper


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("One line & <b>", "One line &amp; &lt;b&gt;"),
        ("Two\nlines", "Two<br>lines"),
        ("First\n\nSecond", "<p>First</p><p>Second</p>"),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("Do:\n• a\n  o b\n    - c\n• d", "<p>Do:</p><ul><li>a<ul><li>b<ul><li>c</li></ul></li>"
         "</ul></li><li>d</li></ul>"),
        ("- a\n  goes on\nThen", "<ul><li>a<br>goes on</li></ul><p>Then</p>"),
        ("\t- deep\n- flat", "<ul><li>deep</li><li>flat</li></ul>"),
        ("-5% a year", "-5% a year"),
        ("1. one\n2. two", "1. one<br>2. two"),
        ("1. one\n  a) of one\n2. two", f"1. one<br>{NBSP * 2}a) of one<br>2. two"),
        ("(a) one\n\t(i) of one", f"(a) one<br>{NBSP * 4}(i) of one"),
        ("  1. one\n    a) of one", f"1. one<br>{NBSP * 2}a) of one"),
        ("12/05/2023: begun", "<strong>12/05/2023:</strong> begun"),
        ("May 2023 - begun", "<strong>May 2023 -</strong> begun"),
        ("2023-05-12: begun", "<strong>2023-05-12:</strong> begun"),
        ("Meeting: begun", "Meeting: begun"),
        ('- [18%]{source="A & B"} live', "<ul><li>18% (source: A &amp; B) live</li></ul>"),
        ('[18%]{source=" "} and [a]{.b}', "[18%]{source=&quot; &quot;} and [a]{.b}"),
        ("", ""),
    ],
)  # fmt: skip
def test_lines_lists_and_dates_of_a_cell_keep_their_form(text: str, html: str) -> None:
    assert cell_html(text) == html


def test_settings_refuse_what_is_no_field_and_an_unknown_key() -> None:
    with pytest.raises(ValueError, match="Input should be 'id', 'indicators'"):
        RegisterSettings.model_validate({"columns": ["colour"]})
    with pytest.raises(ValueError, match="Extra inputs are not permitted"):
        RegisterSettings.model_validate({"colums": []})


def test_table_of_rows_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match=r"rows of \[1\] cells under 2"):
        TextTable("t", [TextColumn("A"), TextColumn("B")], [TextRows("", [[Cell("a")]])])


def test_chapter_without_a_plan_has_no_table() -> None:
    assert actions_table(with_plan()) is None
