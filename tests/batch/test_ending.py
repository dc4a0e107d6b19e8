"""A run of all reports that somebody ends: at once, told, logged, and gone on with."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil
import pytest

from tests.batch.trusts import (
    ROOT,
    YEAR,
    command,
    log_of,
    own_chapter,
    run_all,
    shelf_of,
    trusts,
)
from tests.forking import needs_fork
from wres.batch import Batch, make_reports
from wres.errors import StoppedError
from wres.report import Report

pytestmark = [
    pytest.mark.slow,
    needs_fork,
]


def at_work(folder: Path) -> list[psutil.Process]:
    return [one for one in psutil.process_iter(["cwd"]) if one.info["cwd"] == str(folder)]


@pytest.mark.parametrize(
    ("every", "number"),
    [(True, signal.SIGINT), (True, signal.SIGTERM), (False, signal.SIGINT)],
    ids=["all, by a key", "all, by the system", "one, by a key"],
)
def test_run_that_is_ended_ends_at_once_and_leaves_nothing_running(
    every: bool, number: signal.Signals, tmp_path: Path
) -> None:
    trusts(tmp_path, 3)
    for code in ("X00", "X01", "X02"):
        own_chapter(tmp_path / "data" / code / str(YEAR), "import time\ntime.sleep(613)")
    one = [*command()[:3], "render", "X00", str(YEAR), "--to", "html", "--engine", "embedded"]
    running = subprocess.Popen(
        command() if every else one,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=-1,
        text=True,
        # whoever runs the tests in the background has it ignored
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )
    internal = tmp_path / "build" / "internal" / str(YEAR)
    while not list(internal.glob("X00.*lock-holder")):
        time.sleep(0.1)
    time.sleep(8)  # into the chapters
    running.send_signal(number)
    told = running.communicate(timeout=60)[1]
    assert running.returncode == 128 + number
    assert "Traceback" not in told
    assert not list(shelf_of(tmp_path).glob("[!.]*"))  # what was begun goes with the next run
    time.sleep(1)
    assert at_work(tmp_path) == []
    if every:
        name = signal.Signals(number).name
        begun, ended = log_of(tmp_path)
        assert (begun["event"], ended["event"]) == ("begun", "given up")
        assert ended["why"].startswith(f"ended by {name}")
        (line,) = told.splitlines()
        assert line.startswith(f"wres: ended by {name}")
        assert line.endswith("run the same command with --resume.")


def test_run_that_is_ended_while_its_processes_begin_ends_at_once(tmp_path: Path) -> None:
    trusts(tmp_path, 2)
    for code in ("X00", "X01"):
        own_chapter(tmp_path / "data" / code / str(YEAR), "import time\ntime.sleep(613)")
    running = subprocess.Popen(
        command(), cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, stderr=-1, text=True
    )
    server = []
    while not server:
        children = psutil.Process(running.pid).children()
        server = [one for one in children if any("forkserver" in part for part in one.cmdline())]
        time.sleep(0.05)
    time.sleep(1)  # it imports now, for seconds, and who asked for a fork waits
    internal = tmp_path / "build" / "internal" / str(YEAR)
    assert not list(internal.glob("X0*.lock"))
    running.send_signal(signal.SIGTERM)
    assert running.communicate(timeout=60)[1].startswith("wres: ended by SIGTERM; ")
    assert at_work(tmp_path) == []
    assert [line["event"] for line in log_of(tmp_path)] == ["begun", "given up"]


def test_killed_runs_temporary_files_go_with_the_next_and_those_of_a_living_run_stay(
    tmp_path: Path,
) -> None:
    runs = {}
    with tempfile.TemporaryDirectory() as short:  # as sockets ask for
        place = Path(short)
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": short}
        for name in ("living", "killed"):
            folder = tmp_path / name
            (year,) = trusts(folder, 1)
            own_chapter(year, "import time\ntime.sleep(613)")
            here = set(place.glob("wres-run-????????"))
            running = subprocess.Popen(command(), cwd=folder, env=environment)
            internal = folder / "build" / "internal" / str(YEAR)
            while not list(internal.glob("X00.*lock-holder")):
                time.sleep(0.1)
            (scratch,) = set(place.glob("wres-run-????????")) - here
            runs[name] = running, scratch
        assert list(place.glob("pymp-*")) == []
        assert list(runs["killed"][1].glob("pymp-*"))
        runs["killed"][0].kill()
        runs["killed"][0].wait()
        assert runs["killed"][1].is_dir()
        own_chapter(tmp_path / "killed" / "data" / "X00" / str(YEAR), "1;")
        again = subprocess.run(
            command("--resume"), cwd=tmp_path / "killed", env=environment, check=False
        )
        assert again.returncode == 0
        living = runs["living"][1]
        assert set(place.iterdir()) == {living, living.with_suffix(".lock")}
        assert list(living.glob("pymp-*/listener-*"))
        runs["living"][0].terminate()
        assert runs["living"][0].wait(timeout=60) == 143
        assert list(place.iterdir()) == []


def test_report_that_is_finished_when_the_run_is_ended_is_logged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trusts(tmp_path, 3)
    monkeypatch.chdir(tmp_path)
    wanted = Report(
        "", YEAR, Path("data"), Path("build"), ROOT, formats=["html"], engine="embedded"
    )

    def tell(line: str, _: bool) -> None:
        if line.startswith("X00: done"):  # between what is told of it and what is logged
            os.kill(os.getpid(), signal.SIGTERM)

    with pytest.raises(StoppedError, match="ended by SIGTERM") as stopped:
        make_reports(wanted, tell, Batch(workers=1))
    assert stopped.value.exit_code == 143
    events = [(line["event"], line.get("organisation")) for line in log_of(tmp_path)]
    assert events == [("begun", None), ("report", "X00"), ("given up", None)]


def test_finished_run_needs_no_resuming(tmp_path: Path) -> None:
    trusts(tmp_path, 1)
    assert run_all(tmp_path).returncode == 0
    log = log_of(tmp_path)
    again = run_all(tmp_path, "--resume")
    assert (again.returncode, again.stdout) == (0, "")
    told = f"nothing to resume: the last run finished at {log[-1]['at']}; leave out --resume"
    assert again.stderr.startswith(told)
    assert log_of(tmp_path) == log
    other = run_all(tmp_path, "--resume", to="html,docx")
    assert other.returncode == 2
    assert "was asked for something else: formats ['html'], now ['html', 'docx']" in other.stderr


def test_log_tells_an_auditor_what_made_the_reports(tmp_path: Path) -> None:
    trusts(tmp_path, 1)
    assert run_all(tmp_path).returncode == 0
    begun = log_of(tmp_path)[0]
    printed = subprocess.run(
        [*command()[:3], "--version"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    python = ".".join(map(str, sys.version_info[:3]))
    assert begun["versions"] == {"wres": "0.1.0", "python": python}
    assert printed == f"wres 0.1.0 (Python {python})\n"
    assert re.fullmatch("[0-9a-f]{64}", begun["code_sha256"])
