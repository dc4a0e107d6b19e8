"""The examples of docs/schedule.md: every command is one that wres takes, every schedule is one."""

from __future__ import annotations

import configparser
import re
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.main import get_command

from tests.batch.trusts import ROOT
from wres.cli import app

TEXT = (ROOT / "docs" / "schedule.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", TEXT, re.DOTALL)


def commands() -> list[str]:
    found = re.findall(r"(?:^|/|\s)(wres render [^|\n`]*?)(?= >>|$|`)", TEXT, re.MULTILINE)
    return sorted(set(found))


def parsed(command: str) -> dict[str, Any]:
    """Parse a command as the command line does, without running it."""
    arguments = shlex.split(command)[2:]
    group: Any = get_command(app)
    with group.make_context("wres", [], resilient_parsing=True) as above:
        render = group.get_command(above, "render")
        return dict(render.make_context("render", arguments).params)


@pytest.mark.parametrize("command", commands())
def test_every_command_is_one_that_wres_takes(command: str) -> None:
    taken = parsed(command)
    assert (taken["every"], taken["of_year"]) == (True, 2024)


def test_there_are_commands_for_each_way() -> None:
    assert len(commands()) == 3
    assert any("--cluster" in command for command in commands())


def test_unknown_option_is_not_taken() -> None:
    with pytest.raises(Exception, match="No such option"):
        parsed("wres render --all --year 2024 --nonsense")


def test_cron_line_is_five_fields_and_one_command() -> None:
    (line,) = "".join(blocks("cron")).splitlines()
    fields = line.split(maxsplit=5)
    minute, hour, *days = fields[:5]
    assert (int(minute) in range(60), int(hour) in range(24), days) == (True, True, ["*"] * 3)
    assert "%" not in fields[5]  # cron takes it for the end of the line
    assert subprocess.run(["sh", "-n", "-c", fields[5]], check=False).returncode == 0


def test_units_of_systemd_are_read_as_meant() -> None:
    service, timer = (configparser.ConfigParser(interpolation=None) for _ in range(2))
    for unit, text in zip((service, timer), blocks("ini"), strict=True):
        unit.optionxform = str  # type: ignore[assignment,method-assign]
        unit.read_string(text)
    assert service["Service"]["Type"] == "oneshot"  # the timer waits for its end
    assert service["Service"]["ExecStart"].startswith("/")
    assert timer["Install"]["WantedBy"] == "timers.target"
    when = timer["Timer"]["OnCalendar"]
    assert re.fullmatch(r"\*-\*-\* \d\d:\d\d:\d\d", when)
    if shutil.which("systemd-analyze"):
        read = subprocess.run(["systemd-analyze", "calendar", when], check=False)
        assert read.returncode == 0


def test_ci_schedule_is_yaml_that_renders_and_keeps_the_shelf() -> None:
    (text,) = blocks("yaml")
    flow = yaml.safe_load(text)
    (when,) = flow[True]["schedule"]  # YAML 1.1 reads the key `on` so
    assert len(when["cron"].split()) == 5
    steps = flow["jobs"]["render"]["steps"]
    assert [one["with"]["path"] for one in steps if "cache" in one.get("uses", "")] == ["build"]
    assert any(one.get("run", "").startswith("wres render --all") for one in steps)


@pytest.mark.parametrize("name", ["index.html", "all.public.jsonl", "all.public.html"])
def test_files_named_are_those_that_are_written(name: str) -> None:
    assert name in TEXT
    sources = [path.read_text(encoding="utf-8") for path in Path(ROOT / "wres/batch").glob("*.py")]
    assert any(name.replace("public", "{wanted.profile}") in text for text in sources)
