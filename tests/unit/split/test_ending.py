"""A split that somebody ends: at once, told, and with nothing left running or lying about."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tests.forking import needs_fork

ROOT = Path(__file__).parents[3]
HEAD = "Org Code,Employee Number,Assignment Category,Staff Group,Pay Grade,Ethnic Origin\n"
pytestmark = [
    needs_fork,
    pytest.mark.xdist_group("split ending"),
]


@pytest.fixture
def scratch() -> Iterator[Path]:
    """Give the folder of temporary files, with a path as short as sockets ask for."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


@pytest.fixture
def staff_list(tmp_path: Path) -> Path:
    """Write a list of 120 trusts that takes some seconds to count."""
    rows = "".join(
        f"X{trust:02},{person},Permanent,Nursing and Midwifery Registered,Band 5,A\n"
        for trust in range(120)
        for person in range(2_500)
    )
    (tmp_path / "staff.csv").write_text(HEAD + rows, encoding="utf-8")
    return tmp_path


def started(folder: Path, scratch: Path) -> subprocess.Popen[str]:
    """Begin a split, and come back when its first tables are written."""
    running = subprocess.Popen(
        [sys.executable, "-m", "wres", "split", "staff.csv", "--year", "2024", "--workers", "2"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(scratch)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # whoever runs the tests in the background has it ignored
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )
    while len(tables(folder)) < 3:
        assert running.poll() is None, running.communicate()
        time.sleep(0.02)
    return running


def tables(folder: Path) -> list[Path]:
    return sorted(folder.glob("data/*/2024/workforce.csv"))


def at_work(folder: Path) -> list[psutil.Process]:
    return [one for one in psutil.process_iter(["cwd"]) if one.info["cwd"] == str(folder)]


def none_at_work(folder: Path, seconds: float = 5) -> bool:
    until = time.monotonic() + seconds
    while at_work(folder) and time.monotonic() < until:
        time.sleep(0.1)
    return not at_work(folder)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_split_that_is_ended_ends_at_once_and_leaves_nothing(
    number: signal.Signals, staff_list: Path, scratch: Path
) -> None:
    running = started(staff_list, scratch)
    running.send_signal(number)
    told = running.communicate(timeout=20)[1]
    assert running.returncode == 128 + number
    assert told.splitlines()[-1].startswith(f"wres: ended by {number.name}")
    assert told.endswith(
        "; tables that are written are whole. To write the rest, run the same command again.\n"
    )
    assert "Traceback" not in told
    assert none_at_work(staff_list)
    assert list(scratch.iterdir()) == []
    written = tables(staff_list)
    assert len(written) < 120
    assert len({path.read_bytes() for path in written}) == 1  # all trusts have the same staff
    assert list(staff_list.rglob("*.new")) == []


def test_split_that_is_killed_leaves_nobody_at_work_and_its_rows_to_the_next_to_remove(
    staff_list: Path, scratch: Path
) -> None:
    running = started(staff_list, scratch)
    running.kill()
    running.communicate(timeout=20)
    assert none_at_work(staff_list)
    assert list(scratch.glob("wres-run-*/*.parquet"))
    again = started(staff_list, scratch)
    told = again.communicate(timeout=120)[0]
    assert told.startswith("120 trusts (")
    assert len(tables(staff_list)) == 120
    assert list(scratch.glob("wres-*")) == []
