"""Reports made by a Dask cluster: a real scheduler and real workers, on loopback."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from tests.batch.trusts import ROOT, YEAR, command, contents, own_chapter, run_all, shelf_of, trusts
from tests.forking import needs_fork

pytest.importorskip("distributed")
pytestmark = [
    pytest.mark.slow,
    needs_fork,
]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}


@contextmanager
def cluster(folder: Path) -> Iterator[tuple[str, psutil.Process]]:
    """Give the address of a scheduler with two workers, and the process that keeps these."""
    known = folder / "scheduler.json"
    dask = [sys.executable, "-m", "dask"]
    common = ["--scheduler-file", str(known), "--no-dashboard"]
    begin = {"cwd": folder, "env": ENVIRONMENT, "stderr": subprocess.DEVNULL}
    scheduler = subprocess.Popen(
        [*dask, "scheduler", "--host", "127.0.0.1", "--port", "0", *common],
        **begin,  # type: ignore[call-overload]
    )
    while not (known.exists() and known.stat().st_size):
        assert scheduler.poll() is None
        time.sleep(0.2)
    two = ["--nworkers", "2", "--nthreads", "1", "--host", "127.0.0.1"]
    workers = subprocess.Popen(
        [*dask, "worker", *two, *common],
        **begin,  # type: ignore[call-overload]
    )
    try:
        yield json.loads(known.read_text())["address"], psutil.Process(workers.pid)
    finally:
        for process in (workers, scheduler):
            process.send_signal(signal.SIGINT)
        for process in (workers, scheduler):
            try:
                process.wait(60)
            except subprocess.TimeoutExpired:
                process.kill()


def test_cluster_makes_the_same_reports_though_a_worker_is_killed(tmp_path: Path) -> None:
    alone, together = tmp_path / "alone", tmp_path / "together"
    for folder in (alone, together):
        for year in trusts(folder, 4):
            own_chapter(year, "import time\ntime.sleep(4)", f"Of {year.parent.name} alone.")
    assert run_all(alone).returncode == 0
    with cluster(tmp_path) as (address, workers):
        running = subprocess.Popen(
            command("--cluster", address), cwd=together, env=ENVIRONMENT, stderr=-1, text=True
        )
        # the lock of a report is held by the process that makes it: somebody is at work
        while not list((together / "build").glob(f"internal/{YEAR}/X0*.lock-holder")):
            assert running.poll() is None
            time.sleep(0.1)
        time.sleep(2)
        (busy, *_) = [one for one in workers.children() if "spawn_main" in " ".join(one.cmdline())]
        busy.kill()
        told = running.communicate(timeout=600)[1]
    assert running.returncode == 0, told
    assert told.splitlines()[-1] == "4 of 4 reports done"
    for place in sorted(shelf_of(alone).glob("X*")):
        assert contents(shelf_of(together) / place.name) == contents(place)


def test_local_cluster_listens_on_loopback_only_and_ends(tmp_path: Path) -> None:
    trusts(tmp_path, 2)
    ended = run_all(tmp_path, "--cluster", "local", "--workers", "2")
    assert (ended.returncode, ended.stderr.splitlines()[-1]) == (0, "2 of 2 reports done")


def test_scheduler_that_does_not_answer_is_told(tmp_path: Path) -> None:
    trusts(tmp_path, 1)
    ended = run_all(tmp_path, "--cluster", "tcp://127.0.0.1:9")
    assert ended.returncode == 2
    assert "no scheduler answers at tcp://127.0.0.1:9" in ended.stderr
    assert "Traceback" not in ended.stderr
