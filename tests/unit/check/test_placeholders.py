"""What `wres new` left to be filled in is an error until it is."""

from __future__ import annotations

from pathlib import Path

from wres.check import unfilled
from wres.sources.files import InputFile


def written(tmp_path: Path, text: str) -> InputFile:
    path = tmp_path / "sources.yml"
    path.write_text(text, encoding="utf-8")
    return InputFile(path, "data/RXX/2021/sources.yml", "wres check RXX 2021")


def test_every_placeholder_is_told_with_its_line_and_key(tmp_path: Path) -> None:
    text = "workforce.csv:\n  source: TO FILL IN\nboard.csv:\n  source: 'to fill in (system)'\n"
    problems = unfilled(written(tmp_path, text))
    assert [(one.row, one.column) for one in problems] == [(2, "source"), (4, "source")]
    assert str(problems[0]) == (
        "data/RXX/2021/sources.yml row 2, column source: must not hold the placeholder "
        "TO FILL IN, got 'TO FILL IN'. Fill it in and run wres check RXX 2021 again."
    )


def test_comment_that_names_the_placeholder_is_none(tmp_path: Path) -> None:
    text = "# replace every TO FILL IN\nname: Example  # was TO FILL IN\n"
    assert unfilled(written(tmp_path, text)) == []


def test_text_on_a_line_of_its_own_is_found(tmp_path: Path) -> None:
    problems = unfilled(written(tmp_path, "board.csv:\n  note: >\n    TO FILL IN\n"))
    assert [(one.row, one.column, one.given) for one in problems] == [(3, None, "TO FILL IN")]


def test_absent_file_has_no_placeholders(tmp_path: Path) -> None:
    absent = InputFile(tmp_path / "none.yml", "none.yml", "wres check RXX 2021")
    assert unfilled(absent) == []
