"""What counts as saved: every file that a report is made from, and no other."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

import pytest

from wres.preview.wanted import Wanted
from wres.preview.watching import LONGEST_SAVE_SECONDS, STILL_SECONDS, Seen, look, settled


@pytest.fixture
def wanted(tmp_path: Path) -> Wanted:
    for file in (
        "data/RXX/trust.yml",
        "data/RXX/2024/workforce.csv",
        "data/RXX/2023/extracts/training.csv",
        "data/RXX/2024/notebooks/board.ipynb",
        "data/RYY/2024/workforce.csv",
        "data/benchmarks/national.csv",
        "project/report.qmd",
        "project/notebooks/summary.ipynb",
        "project/assets/report.css",
        "elsewhere/RXX/2024/training.csv",
    ):
        path = tmp_path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("one\n", encoding="utf-8")
    return Wanted("RXX", 2024, tmp_path / "data", tmp_path / "project")


def write(wanted: Wanted, file: str, text: str = "two and more\n") -> None:
    path = wanted.data.parent / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    "file",
    [
        "data/RXX/trust.yml",
        "data/RXX/2024/workforce.csv",
        "data/RXX/2024/board.csv",
        "data/RXX/2023/extracts/training.csv",
        "data/benchmarks/national.csv",
    ],
)
def test_a_saved_input_is_a_change_of_figures(wanted: Wanted, file: str) -> None:
    before = look(wanted)
    write(wanted, file)
    assert look(wanted).figures != before.figures
    assert look(wanted).words == before.words


@pytest.mark.parametrize(
    "file",
    [
        "data/RXX/2024/notebooks/board.ipynb",
        "data/RXX/2024/notebooks/own.ipynb",
        "project/report.qmd",
        "project/notebooks/summary.ipynb",
        "project/assets/report.css",
    ],
)
def test_a_saved_chapter_or_template_is_a_change_of_words(wanted: Wanted, file: str) -> None:
    before = look(wanted)
    write(wanted, file)
    assert look(wanted).words != before.words
    assert look(wanted).figures == before.figures


@pytest.mark.parametrize(
    "file",
    [
        "data/RYY/2024/workforce.csv",
        "data/RXX/2024/~$workforce.xlsx",
        "data/RXX/2024/.~lock.workforce.ods#",
        "data/RXX/2024/notebooks/.ipynb_checkpoints/board-checkpoint.ipynb",
        "data/RXX/2024/notebooks/.board.ipynb.swp",
        "project/other.txt",
    ],
)
def test_other_trusts_and_what_editors_keep_beside_are_no_change(wanted: Wanted, file: str) -> None:
    before = look(wanted)
    write(wanted, file)
    assert look(wanted) == before


def test_a_file_of_the_same_length_counts_as_saved_by_its_time(wanted: Wanted) -> None:
    path = wanted.data / "RXX" / "2024" / "workforce.csv"
    before = look(wanted)
    path.write_text("two\n", encoding="utf-8")
    os.utime(path, ns=(0, 10**18))
    assert look(wanted) != before


def test_a_file_that_is_taken_away_is_a_change(wanted: Wanted) -> None:
    before = look(wanted)
    (wanted.data / "RXX" / "2024" / "workforce.csv").unlink()
    assert look(wanted).figures != before.figures


def test_extracts_of_the_trust_are_watched_where_they_lie(wanted: Wanted) -> None:
    apart = Wanted(
        wanted.organisation,
        wanted.year,
        wanted.data,
        wanted.project,
        extracts=wanted.data.parent / "elsewhere",
    )
    before = look(apart)
    write(apart, "elsewhere/RXX/2024/training.csv")
    assert look(apart).figures != before.figures


def test_a_save_is_waited_for_until_its_files_stand_still(wanted: Wanted) -> None:
    now = look(wanted)
    assert settled(wanted, now) == now
    assert settled(wanted, Seen()) == now


def test_a_file_that_was_emptied_to_be_written_is_waited_for(wanted: Wanted) -> None:
    before = look(wanted)
    chapter = "data/RXX/2024/notebooks/board.ipynb"
    write(wanted, chapter, "")
    late = threading.Timer(4 * STILL_SECONDS, write, (wanted, chapter))
    late.start()
    assert settled(wanted, before).words != before.words
    assert (wanted.data.parent / chapter).stat().st_size > 0
    late.join()


def test_a_file_that_was_always_empty_holds_nothing_up(wanted: Wanted) -> None:
    write(wanted, "data/RXX/2024/notebooks/empty.ipynb", "")
    before = look(wanted)
    write(wanted, "data/RXX/trust.yml")
    began = time.monotonic()
    assert settled(wanted, before) == look(wanted)
    assert time.monotonic() - began < LONGEST_SAVE_SECONDS


def test_a_drive_that_is_gone_for_a_moment_is_a_change_and_no_end(wanted: Wanted) -> None:
    before = look(wanted)
    away = wanted.data.with_name("away")
    wanted.data.rename(away)
    wanted.project.rename(away / "project")
    assert look(wanted) == Seen()
    (away / "project").rename(wanted.project)
    away.rename(wanted.data)
    assert look(wanted) == before
