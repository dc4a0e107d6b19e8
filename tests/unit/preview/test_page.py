"""The page of the preview: marked, its parts named by their content, faults as plain text."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from wres.preview.page import PARTS, dressed, lay_out, waiting_page
from wres.preview.status import Board, Status
from wres.render import LooseReport

NARROW = base64.b64encode(b"<svg>narrow</svg>").decode()
HTML = f"""<!DOCTYPE html>
<html><head><title>Report</title>
<link rel="stylesheet" href="assets/report.css">
</head>
<body>
<main><!-- cell notebooks/board.ipynb one -->
<picture><source srcset="data:image/svg+xml;base64,{NARROW}"><img src="fig-x.svg" alt="x"></picture>
</main></body></html>
"""
REPORT = LooseReport(HTML, {"fig-x.svg": b"<svg>wide</svg>"})


@pytest.fixture
def staged(tmp_path: Path) -> Path:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "report.css").write_text("p {}", encoding="utf-8")
    return tmp_path


def test_pictures_and_stylesheet_are_parts_named_by_what_they_hold(staged: Path) -> None:
    html, parts = lay_out(REPORT, staged, [], "")
    assert sorted(parts.values()) == [b"<svg>narrow</svg>", b"<svg>wide</svg>", b"p {}"]
    for name in parts:
        assert html.count(f'"{PARTS}{name}"') == 1
    assert "data:" not in html
    assert "fig-x.svg" not in html


def test_a_part_that_changes_has_another_name(staged: Path) -> None:
    _, before = lay_out(REPORT, staged, [], "")
    _, after = lay_out(LooseReport(HTML, {"fig-x.svg": b"<svg>other</svg>"}), staged, [], "")
    assert len(before.keys() & after.keys()) == 2


def test_bar_and_print_carry_the_marking_of_the_report_too(staged: Path) -> None:
    html, _ = lay_out(REPORT, staged, [], "INTERNAL: not for publication")
    page = BeautifulSoup(dressed(html, Status()), "html.parser")
    for place in ("#preview-bar strong", "#preview-print"):
        assert page.select(place)[0].get_text() == (
            "PREVIEW: not for publication. INTERNAL: not for publication"
        )


def test_faults_are_shown_as_text_and_never_as_markup() -> None:
    fault = "x.ipynb: got '<script>alert(1)</script>'"
    page = BeautifulSoup(
        dressed(waiting_page("A & B"), Status("fault", "not up to date", (fault,))), "html.parser"
    )
    assert [item.get_text() for item in page.select("#preview-faults li")] == [fault]
    assert [script["src"] for script in page.find_all("script")] == ["preview.js"]
    assert page.h1 is not None
    assert page.h1.get_text() == "A & B"


def test_a_board_keeps_the_parts_of_the_page_before_which_may_still_be_on_a_screen() -> None:
    board = Board()
    board.show("one", {"a.svg": b"1"}, "")
    board.show("two", {"b.svg": b"2"}, "")
    assert (board.part("a.svg"), board.part("b.svg")) == (b"1", b"2")
    board.show("three", {}, "")
    assert board.part("a.svg") is None


def test_a_page_that_says_the_same_is_no_new_page_but_up_to_date_again() -> None:
    board, told = Board(), []
    board.listen(told.append)
    board.show("one", {}, "up to date at 10:15")
    board.tell("fault", "not up to date", ["x"])
    board.show("one", {}, "up to date at 10:16")
    assert [(one.page, one.state, one.faults) for one in told] == [
        (1, "ready", ()),
        (1, "fault", ("x",)),
        (1, "ready", ()),
    ]
