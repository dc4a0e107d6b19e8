"""The one way of building a table: scopes, spans, escaping, refusals."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from wres.tables.layout import Column, Table

COLUMNS = [Column("Band"), Column("Ethnicity"), Column("Share", numeric=True)]


def parsed(rows: list[list[str]], row_headings: int = 2) -> BeautifulSoup:
    html = Table("A caption.", COLUMNS, rows, row_headings=row_headings).to_html()
    return BeautifulSoup(html, "html.parser")


def test_every_heading_has_a_scope() -> None:
    page = parsed([["5", "White", "90%"]], row_headings=1)
    assert [heading["scope"] for heading in page.find_all("th")] == ["col", "col", "col", "row"]


def test_equal_neighbours_become_one_heading_of_their_rows() -> None:
    page = parsed(
        [["5", "White", "9%"], ["5", "BME", "1%"], ["6", "White", "8%"], ["5", "BME", "2%"]]
    )
    groups = page.find_all("th", scope="rowgroup")
    assert [(group.text, group.get("rowspan")) for group in groups] == [
        ("5", "2"),
        ("6", None),
        ("5", None),
    ]
    cells = [len(row.find_all(["th", "td"])) for row in page.find("tbody").find_all("tr")]
    assert cells == [3, 2, 3, 3]


def test_numbers_are_marked_for_flush_right_in_head_and_body() -> None:
    page = parsed([["5", "White", "90%"]])
    assert [cell.text for cell in page.find_all(class_="num")] == ["Share", "90%"]


def test_hostile_text_is_printed_as_it_stands() -> None:
    hostile = '<script>alert("x")</script> & <b>'
    page = parsed([[hostile, hostile, hostile]])
    assert page.find("script") is None
    assert page.find("b") is None
    assert [cell.text for cell in page.find("tbody").find_all(["th", "td"])] == [hostile] * 3


def test_widths_are_given_for_all_columns_or_none() -> None:
    wide = [Column("A", width=60), Column("B", width=40)]
    assert '<col style="width: 60%"><col style="width: 40%">' in Table("C.", wide, []).to_html()
    assert "<col" not in Table("C.", [wide[0], Column("B")], []).to_html()


def test_caption_travels_beside_the_table_not_in_it() -> None:
    data, metadata = Table("A caption.", COLUMNS, [])._repr_mimebundle_()
    assert metadata == {"wres": {"tbl-cap": "A caption."}}
    assert "caption" not in data["text/html"]
    assert data["text/plain"] == "Band | Ethnicity | Share"


@pytest.mark.parametrize(
    ("caption", "rows", "message"),
    [("", [], "needs a caption"), ("A.", [["5", "White"]], r"rows of \[2\] cells in a table of 3")],
)
def test_table_without_caption_or_with_a_ragged_row_is_refused(
    caption: str, rows: list[list[str]], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        Table(caption, COLUMNS, rows)
