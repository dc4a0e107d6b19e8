"""The shelf: a report appears whole, or the old one stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from wres.shelf import new_folder, place_of, swap_in


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "build" / "2021" / "RXX"


def fill(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True)
    (folder / "report.html").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("profile", "path"), [("public", "build/2021/RXX"), ("internal", "build/internal/2021/RXX")]
)
def test_internal_reports_have_a_shelf_of_their_own(profile: str, path: str) -> None:
    assert place_of(Path("build"), "RXX", 2021, profile).as_posix() == path


def test_first_report_appears_whole_and_leaves_no_scratch(place: Path) -> None:
    with new_folder(place) as scratch:
        assert scratch.parent == place.parent
        swap_in(fill(scratch / "made", "new"), place)
    assert (place / "report.html").read_text("utf-8") == "new"
    assert [path.name for path in place.parent.iterdir()] == ["RXX"]


def test_new_report_replaces_the_old_one_in_whole(place: Path) -> None:
    (fill(place, "old") / "left-over.csv").touch()
    with new_folder(place) as scratch:
        swap_in(fill(scratch / "made", "new"), place)
    assert [path.name for path in place.iterdir()] == ["report.html"]
    assert (place / "report.html").read_text("utf-8") == "new"
    assert [path.name for path in place.parent.iterdir()] == ["RXX"]


def test_old_report_stands_when_making_the_new_one_fails(place: Path) -> None:
    fill(place, "old")
    with pytest.raises(FileExistsError, match="made"), new_folder(place) as scratch:
        fill(fill(scratch / "made", "half"), "the same folder again")
    assert (place / "report.html").read_text("utf-8") == "old"
    assert [path.name for path in place.parent.iterdir()] == ["RXX"]


def test_old_report_is_put_back_when_the_swap_fails(place: Path) -> None:
    fill(place, "old")
    with pytest.raises(FileNotFoundError, match="gone"):
        swap_in(place.with_name("gone"), place)
    assert (place / "report.html").read_text("utf-8") == "old"


def test_failed_first_report_leaves_nothing(place: Path) -> None:
    with pytest.raises(FileNotFoundError, match="gone"), new_folder(place):
        swap_in(place.with_name("gone"), place)
    assert not place.parents[1].exists()


def test_failed_report_leaves_those_of_its_year(place: Path) -> None:
    fill(place.with_name("RYV"), "good")
    with pytest.raises(ValueError, match="stopped"), new_folder(place):
        raise ValueError("stopped")
    assert [one.name for one in place.parent.iterdir()] == ["RYV"]
