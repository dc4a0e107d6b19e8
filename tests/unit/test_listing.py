"""Results on a terminal or in a pipe."""

from __future__ import annotations

import json
import re

import pytest

from tests.unit.indicators.trusts import chapter, only
from wres.chapters.reading import Chapter
from wres.listing import print_results
from wres.results import COLUMNS


def test_note_is_printed_as_the_trust_wrote_it(capsys: pytest.CaptureFixture[str]) -> None:
    noted = chapter(published_ratios="2,2021,White,BME,1.5,as printed [sic] [/b]")
    print_results(noted, "table")
    assert "as printed [sic] [/b]" in capsys.readouterr().out


def test_table_uses_the_trusts_own_term(capsys: pytest.CaptureFixture[str]) -> None:
    print_results(chapter(term="BAME", training="White,9,1\nUnknown,1,0"), "table")
    shown = capsys.readouterr().out
    assert "figures for BAME were not published" in shown
    assert "BME" not in shown


def test_narrow_terminal_gets_every_word_and_figure_whole(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, ryv_2020: Chapter
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")  # as on a terminal
    monkeypatch.setenv("COLUMNS", "80")
    print_results(ryv_2020, "table")
    shown = re.sub(r"\x1b\[[0-9;]*m", "", capsys.readouterr().out)
    assert max(map(len, shown.splitlines())) <= 80
    assert "\N{HORIZONTAL ELLIPSIS}" not in shown
    told = " ".join(shown.replace("│", " ").split())
    assert "non-consultant career grade" in told
    rows = ryv_2020.results
    longest = max(rows["breakdown"], key=len)
    assert len(longest) > 50
    lines = [[cell.strip() for cell in line.split("│")[1:-1]] for line in shown.splitlines()]
    named = " ".join(cells[0] for cells in lines if cells)
    assert "; ".join(longest.split(";")) in named
    assert "284/2,480, 275/2,534" in " ".join(cells[2] for cells in lines if cells)


def test_json_keeps_values_unrounded(capsys: pytest.CaptureFixture[str]) -> None:
    made = chapter(workforce="all,all,White,80\nall,all,BME,15\nall,all,Unknown,7")
    print_results(made, "json")
    rows = json.loads(capsys.readouterr().out)
    share = only(made, indicator="workforce", measure="share", group="BME")["value"]
    wanted = [row for row in rows if (row["indicator"], row["measure"]) == ("workforce", "share")]
    assert wanted[1]["value"] == pytest.approx(share, rel=1e-14)  # 15 of 102
    assert tuple(rows[0]) == COLUMNS


def test_csv_is_that_of_the_results_file(capsys: pytest.CaptureFixture[str]) -> None:
    print_results(chapter(board="all,all,White,9"), "csv")
    assert capsys.readouterr().out.startswith(",".join(COLUMNS) + "\nRXX,2021,")


def test_extremes_stand_beside_each_ratio(capsys: pytest.CaptureFixture[str]) -> None:
    # Humber Teaching NHS Foundation Trust, 2021, indicator 3: 0.38 to 2.36.
    print_results(chapter(disciplinary="White,2643,17\nBME,143,1\nUnknown,243,1"), "table")
    shown = " ".join(capsys.readouterr().out.replace("│", " ").split())
    assert "too few to say; unknown ethnicity allows" in shown
    assert "0.38 to 2.36" in shown
