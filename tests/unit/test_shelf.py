"""The shelf: a report appears whole, or the old one stays."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

import pytest

from wres.errors import BusyError, ShelfError
from wres.shelf import locked, new_folder, place_of, swap_in, told_of_disk, write_whole


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


def test_report_that_a_program_holds_open_stays_and_the_new_one_is_written_beside(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, where no folder can be moved in which a file is open."""
    fill(place, "old")
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path == place:
            raise PermissionError(13, "The process cannot access the file", str(path))
        return rename(path, target)

    with new_folder(place) as scratch:
        made = fill(scratch / "made", "new")
        with monkeypatch.context() as windows:
            windows.setattr(Path, "rename", refuse)
            with pytest.raises(ShelfError) as caught:
                swap_in(made, place)
    aside = place.with_name("RXX-new")
    assert (place / "report.html").read_text("utf-8") == "old"
    assert (aside / "report.html").read_text("utf-8") == "new"
    assert place.as_posix() in str(caught.value)
    assert aside.as_posix() in str(caught.value)
    with new_folder(place) as scratch:  # once it is closed
        swap_in(fill(scratch / "made", "newer"), place)
    assert (place / "report.html").read_text("utf-8") == "newer"
    assert [path.name for path in place.parent.iterdir()] == ["RXX"]


def test_lock_names_its_holder_and_is_free_afterwards(tmp_path: Path) -> None:
    path = tmp_path / "internal" / "2021" / "RXX.lock"
    with locked(path, "RXX") as left:
        assert left == ""
        told = rf"^RXX is being rendered by process {os.getpid()} on "
        with pytest.raises(BusyError, match=told), locked(path, "RXX"):
            raise AssertionError("nobody may get here")
    assert not path.parent.exists()
    with locked(path, "RXX"):
        pass


def test_lock_that_a_run_left_which_was_killed_is_none_and_tells_of_it(tmp_path: Path) -> None:
    path = tmp_path / "RXX.lock"
    path.touch()
    path.with_name("RXX.lock-holder").write_text("process 1 on elsewhere, begun early")
    with locked(path, "RXX") as left:
        assert left == "process 1 on elsewhere, begun early"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "the disk has no room"),
        (errno.EROFS, "nothing can be written there"),
        (errno.EACCES, "nothing can be written there"),
    ],
)
def test_what_a_disk_refuses_is_told_in_plain_words(code: int, words: str) -> None:
    with pytest.raises(ShelfError, match=words), told_of_disk(Path("build")):
        raise OSError(code, os.strerror(code), "build/x")


@pytest.mark.skipif(not Path("/dev/shm").is_dir(), reason="there is no second disk here")
def test_full_disk_of_temporary_files_is_named_beside_the_shelfs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", "/dev/shm")
    words = "x, or /dev/shm for temporary files: the disk has no room"
    with pytest.raises(ShelfError, match=words), told_of_disk(tmp_path / "x"):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_file_that_can_not_be_written_leaves_nothing_beside_the_old_one(tmp_path: Path) -> None:
    (tmp_path / "a.yml").mkdir()  # nothing can take its place
    with pytest.raises(OSError, match=r"a\.yml"):
        write_whole(tmp_path / "a.yml", "text")
    assert [one.name for one in tmp_path.iterdir()] == ["a.yml"]


def test_other_faults_of_the_system_are_not_the_disks() -> None:
    with pytest.raises(FileNotFoundError), told_of_disk(Path("build")):
        Path("nowhere").read_bytes()


def test_scratch_that_a_killed_run_left_goes_with_the_next(place: Path) -> None:
    left = place.with_name(".RXX-left")
    fill(left, "half")
    other = fill(place.with_name(".RXXY-other"), "of another trust")
    with new_folder(place):
        assert not left.exists()
    assert other.exists()
