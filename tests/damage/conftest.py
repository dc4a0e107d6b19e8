"""A healthy trust, and the command line as its user meets it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.damage.healthy import Trust, build
from wres.cli import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def trust(tmp_path: Path, project: Path, monkeypatch: pytest.MonkeyPatch) -> Trust:
    monkeypatch.chdir(tmp_path)
    return build(tmp_path, project / "data" / "benchmarks" / "national.csv")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command as its user does; give its exit code and what it printed."""

    def command(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["wres", *arguments])
        with pytest.raises(SystemExit, match=r"^[0-9]$") as ended:
            main()
        printed = capsys.readouterr()
        return int(ended.value.code or 0), printed.out, printed.err

    return command
