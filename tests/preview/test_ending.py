"""A preview that ends leaves nothing; one that can't begin says why."""

from __future__ import annotations

import hashlib
import signal
import socket
import sys
import time
from pathlib import Path

import pytest

from tests.preview.serving import ORGANISATION, YEAR, serve
from wres.errors import InputError, WresError
from wres.preview import Wanted, preview


def contents(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def children(process: int) -> list[str]:
    """Give the processes that a process has begun."""
    tasks = Path(f"/proc/{process}/task").iterdir()
    return [one for task in tasks for one in (task / "children").read_text().split()]


@pytest.mark.skipif(sys.platform != "linux", reason="counts processes by /proc")
def test_a_preview_that_is_interrupted_leaves_no_file_and_no_process(
    place: Path, tmp_path: Path
) -> None:
    before = contents(place)
    with serve(place, temporary=tmp_path) as served:
        served.enter()
        for news in served.news():
            assert news["state"] == "running", news
            if news["text"].startswith("running"):
                break
        while not (begun := children(served.process.pid)):
            assert served.process.poll() is None
            time.sleep(0.05)
        assert list(tmp_path.iterdir())
        assert served.end(signal.SIGINT) == 0
        assert served.process.stderr is not None
        assert served.process.stderr.read() == ""
    assert list(tmp_path.iterdir()) == []
    assert [one for one in begun if Path(f"/proc/{one}").exists()] == []
    assert contents(place) == before


def test_a_taken_port_is_told_plainly(place: Path) -> None:
    wanted = Wanted(ORGANISATION, YEAR, place / "data", place)
    told: list[str] = []
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(WresError, match=f"^port {port} is taken by another program; give"):
            preview(wanted, port, told.append, open_browser=False)
    assert not told


def test_an_unknown_trust_is_told_before_anything_is_served(place: Path) -> None:
    wanted = Wanted("RV8", YEAR, place / "data", place)
    told: list[str] = []
    with pytest.raises(InputError, match="there is no folder for trust RV8"):
        preview(wanted, 0, told.append, open_browser=False)
    assert not told
