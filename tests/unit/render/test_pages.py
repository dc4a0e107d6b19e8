"""Where pages of the PDF end: what stays together, and what goes on over a page."""

from __future__ import annotations

from pathlib import Path

import nbformat

from wres.render import render_embedded

from .conftest import Stage, figure, markdown, table
from .test_embedded import pdf_pages

Cells = list[nbformat.NotebookNode]
NEW_PAGE = "::: {.new-page}\n:::\n\n# Performance {#sec-performance}\n\nThe figures."
TALL = "<p>" + "</p><p>".join(["word"] * 8) + "</p>"


def lines(number: int) -> nbformat.NotebookNode:
    """Give paragraphs of one line each: some 38 of them fill a page."""
    return markdown("\n\n".join(f"Line {at}." for at in range(number)))


def rows(number: int, cell: str = "text") -> str:
    body = "".join(f'<tr><th scope="row">Row {at}</th><td>{cell}</td></tr>' for at in range(number))
    return (
        '<table><thead><tr><th scope="col">Name</th><th scope="col">Words</th></tr></thead>'
        f"<tbody>{body}</tbody></table>"
    )


def pages_of(stage: Stage, out: Path, cells: Cells, name: str = "staged") -> list[str]:
    spine = "{{< embed notebooks/summary.ipynb >}}\n"
    staged = stage(spine=spine, summary=cells, facts={"contents": "none"}, name=name)
    (path,) = render_embedded(staged, ["pdf"], out)
    return pdf_pages(path)


def test_a_low_table_stays_whole_on_the_next_page(stage: Stage, tmp_path: Path) -> None:
    cells = [markdown("# Summary"), lines(26), table("tbl-low", rows(12), **{"tbl-cap": "Low"})]
    first, second = pages_of(stage, tmp_path / "out", cells)
    assert "Row 0" not in first
    assert all(f"Row {at}" in second for at in range(12))


def test_a_high_table_of_few_rows_goes_on_over_the_page(stage: Stage, tmp_path: Path) -> None:
    """Kept whole it would leave half of the first page blank."""
    cells = [
        markdown("# Summary"),
        lines(14),
        table("tbl-high", rows(6, TALL), **{"tbl-cap": "High"}),
    ]
    first, second = pages_of(stage, tmp_path / "out", cells)
    assert "Row 0" in first
    assert "Row 5" in second
    assert second.count("Name Words") == 1  # its head again


def test_a_page_of_few_lines_has_room_for_what_would_take_a_new_one(
    stage: Stage, tmp_path: Path
) -> None:
    def ends(name: str, number: int) -> list[str]:
        cells = [markdown("# Summary"), lines(number), markdown(NEW_PAGE)]
        return pages_of(stage, tmp_path / f"out {name}", cells, name)

    few, many = ends("few", 34), ends("many", 44)
    assert ["Line 33." in page for page in few] == [False, True]
    assert ["Performance" in page for page in few] == [False, True]
    assert ["Line 43." in page for page in many] == [False, True, False]
    assert ["Performance" in page for page in many] == [False, False, True]


def test_text_goes_on_before_a_picture_that_has_no_room(stage: Stage, tmp_path: Path) -> None:
    words = {"fig-cap": "Likelihoods", "fig-alt": "Bars."}
    cells = [
        markdown("# Summary\n\nSee @fig-likelihoods."),
        lines(28),
        figure("fig-likelihoods", **words),
        markdown("## What improved\n\nNothing."),
    ]
    first, second = pages_of(stage, tmp_path / "out", cells)
    assert "Nothing." in first
    assert "Likelihoods" in second
