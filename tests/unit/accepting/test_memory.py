"""`accepted.csv` is read with every fault located, and written in whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from wres.accepting import Remembered, read_memory, write_memory
from wres.errors import InputError
from wres.sources.files import InputFile

TEXT = "a" * 64
HEADER = "chapter,cell,text_sha256,figure,value,year,accepted"
ROW = Remembered("board", "note", TEXT, 'share("BME")', "2,480 of them", 2024, "2024-10-31")


def file(folder: Path) -> InputFile:
    return InputFile(folder / "accepted.csv", "own/accepted.csv", "wres check RXX 2024")


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    blank = Remembered("board", "title", TEXT, "", "", 2023, "2023-10-31")
    assert write_memory(file(tmp_path), [blank, ROW]) is None
    assert read_memory(file(tmp_path)) == sorted([ROW, blank])


def test_no_file_is_no_memory_and_no_memory_no_file(tmp_path: Path) -> None:
    assert read_memory(file(tmp_path)) == []
    assert write_memory(file(tmp_path), []) is None
    assert list(tmp_path.iterdir()) == []
    write_memory(file(tmp_path), [ROW])
    write_memory(file(tmp_path), [])
    assert list(tmp_path.iterdir()) == []


def test_same_memory_is_not_written_again(tmp_path: Path) -> None:
    write_memory(file(tmp_path), [ROW])
    path = file(tmp_path).path
    os.utime(path, (1, 1))
    write_memory(file(tmp_path), [ROW])
    assert path.stat().st_mtime == 1


def test_memory_that_can_not_be_written_is_a_problem_to_tell_and_no_failure(tmp_path: Path) -> None:
    told = write_memory(file(tmp_path / "gone"), [ROW])
    assert told is not None
    assert str(told).startswith("own/accepted.csv: can't be written (No such file")
    assert "is not remembered" in str(told)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "must not be empty"),
        ("chapter,cell\nx,y\n", "row 1, column text_sha256: column is missing"),
        (f"{HEADER},note\n{',' * 7}\nx,y,z,,,2024,d,e\n", "row 1, column note: is no column"),
        (f"{HEADER}\nboard,note,{TEXT},share,1\n", "row 2: must have 7 cells"),
        (f"{HEADER}\nboard,note,abc,share,1,2024,2024-10-31\n", "row 2, column text_sha256: must"),
        (f"{HEADER}\nboard,note,{TEXT},share,1,24,2024-10-31\n", "column year: .*got '24'"),
        (
            f"{HEADER}\nboard,note,{TEXT},share,1,2024,31/10/2024\n",
            "column accepted: must be a day",
        ),
        (
            f"{HEADER}\n,note,{TEXT},share,1,2024,2024-10-31\n",
            "column chapter: must name a chapter",
        ),
        (
            f"{HEADER}\n" + f"board,note,{TEXT},share,1,2024,2024-10-31\n" * 2,
            "row 3, column figure: must remember each figure of a cell once, got 'share'",
        ),
        ("<<<<<<< HEAD\n" + HEADER, "own/accepted.csv"),
    ],
)
def test_damaged_memory_is_located_and_says_what_to_do(
    text: str, message: str, tmp_path: Path
) -> None:
    file(tmp_path).path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        read_memory(file(tmp_path))
