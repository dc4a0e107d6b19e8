"""Temporary files of a run: in one folder, gone with it, and with the next run if it is killed."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from wres.scratch import scratch_folder

ROOT = Path(__file__).parents[2]
# It begins a process of multiprocessing's own kind, writes a file, and waits to be told to end.
WORK = """
import multiprocessing, pathlib, sys, tempfile
from wres.apart import can_fork, warm_up
from wres.scratch import working_in_scratch
with working_in_scratch():
    warm_up([])
    pathlib.Path(tempfile.gettempdir(), "rows").touch()
    print(tempfile.gettempdir(), flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give the folder of temporary files, with a path as short as sockets ask for."""
    with tempfile.TemporaryDirectory() as folder:
        monkeypatch.setattr(tempfile, "tempdir", folder)
        yield Path(folder)


def begin(place: Path) -> tuple[subprocess.Popen[str], Path]:
    """Begin a run, and give the folder of its temporary files."""
    running = subprocess.Popen(
        [sys.executable, "-c", WORK],
        env={**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(place)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert running.stdout is not None
    return running, Path(running.stdout.readline().strip())


def test_run_that_ends_leaves_no_temporary_files(place: Path) -> None:
    running, folder = begin(place)
    assert folder.parent == place
    assert {path.name[:5] for path in folder.iterdir()} >= {"rows"}
    assert [path.name for path in place.glob("pymp-*")] == []
    assert os.name == "nt" or folder.stat().st_mode & 0o777 == 0o700
    running.communicate("\n", timeout=30)
    assert list(place.iterdir()) == []


def test_killed_runs_folder_goes_with_the_next_and_that_of_a_living_run_stays(place: Path) -> None:
    living, of_living = begin(place)
    killed, of_killed = begin(place)
    killed.kill()
    killed.communicate(timeout=30)
    assert (of_killed / "rows").exists()
    with scratch_folder() as folder:
        assert not of_killed.exists()
        assert (of_living / "rows").exists()
        kept = {folder, of_living}
        assert set(place.iterdir()) == kept | {one.with_suffix(".lock") for one in kept}
    living.communicate("\n", timeout=30)
    assert list(place.iterdir()) == []


def test_folder_without_a_lock_and_what_is_another_users_is_left_alone(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (place / "wres-run-0").mkdir()
    (place / "wres-run-1").mkdir()
    (place / "wres-run-1.lock").touch()
    if os.name != "nt":
        monkeypatch.setattr(os, "getuid", lambda: (place / "wres-run-1.lock").stat().st_uid + 1)
    with scratch_folder():
        pass
    left = ["wres-run-0", "wres-run-1", "wres-run-1.lock"] if os.name != "nt" else ["wres-run-0"]
    assert sorted(path.name for path in place.iterdir()) == left


@pytest.mark.skipif(os.name == "nt", reason="no such sockets")
@pytest.mark.parametrize(("length", "inside"), [(57, True), (58, False), (75, False)])
def test_path_that_would_be_too_long_for_sockets_is_left_as_it_is(
    place: Path, length: int, inside: bool
) -> None:
    """107 bytes: the place, /wres-run-12345678, /pymp-12345678, /listener-12345678."""
    given = place / ("x" * (length - len(str(place)) - 1))
    given.mkdir()
    running, folder = begin(given)
    assert (folder.parent == given) == inside
    assert inside or folder == given
    assert running.communicate("\n", timeout=30)[0] == ""
    assert running.returncode == 0
