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


def test_contents_that_nearly_fill_a_page_stand_closer_and_not_over_two(
    stage: Stage, tmp_path: Path
) -> None:
    """One or two lines stood on a page of their own."""
    headings = "\n\n".join(f"## Part {at}\n\nText {at}." for at in range(47))
    cells = [markdown(f"# Summary\n\n{headings}")]
    staged = stage(spine="{{< embed notebooks/summary.ipynb >}}\n", summary=cells)
    (path,) = render_embedded(staged, ["pdf"], tmp_path)
    first, second, *_ = pdf_pages(path)
    assert "Part 46" in first
    assert "Text 0." in second


def ends_with(stage: Stage, out: Path, text: str, *more: nbformat.NotebookNode) -> list[list[str]]:
    """Fill a page but for fewer and fewer lines; give what of the rest stands on the second."""
    ends = []
    for number in range(30, 38):
        cells = [markdown("# Summary"), lines(number), markdown(text), *more]
        pages = pages_of(stage, out / str(number), cells, f"staged {number}")
        ends.append(pages[1].splitlines() if len(pages) > 1 else [])
    return ends


def test_a_term_stays_with_its_meaning(stage: Stage, tmp_path: Path) -> None:
    seconds = ends_with(stage, tmp_path, "First\n:   One.\n\nSecond\n:   Two.\n\nThird\n:   Three.")
    assert any("Third" in lines and "First" not in lines for lines in seconds)
    for lines_ in seconds:
        told = [line for line in lines_ if line in {"First", "One.", "Second", "Two.", "Third"}]
        assert told[:1] not in (["One."], ["Two."], ["Three."])


def test_a_heading_and_its_sentence_stay_with_the_table_that_follows(
    stage: Stage, tmp_path: Path
) -> None:
    low = table("tbl-low", rows(3), **{"tbl-cap": "Low"})
    seconds = ends_with(stage, tmp_path, "## Unplanned\n\nOne action was not planned.", low)
    assert any("Unplanned" in lines_ for lines_ in seconds)
    for lines_ in seconds:
        assert ("Unplanned" in lines_) is ("Row 0 text" in lines_)


def test_a_short_section_at_the_end_does_not_stand_alone(stage: Stage, tmp_path: Path) -> None:
    text = "- one\n- two\n- three\n- four\n\n# Sign-off\n\nSigned off by the chair."
    seconds = ends_with(stage, tmp_path, text)
    assert any("Sign-off" in lines_ for lines_ in seconds)
    for lines_ in (some for some in seconds if "Sign-off" in some):
        assert lines_[lines_.index("Sign-off") - 1].endswith("four")
        assert any(line.endswith("two") for line in lines_)
