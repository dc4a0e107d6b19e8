"""docs/actions.md says what the code says."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from wres.actions import RegisterSettings
from wres.definitions.action_states import load_states

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "actions.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    text = re.split(rf"^#+ {title}$", PAGE, maxsplit=1, flags=re.MULTILINE)[1]
    return re.split(r"^#+ ", text, maxsplit=1, flags=re.MULTILINE)[0]


def rows(text: str) -> list[list[str]]:
    lines = [line for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def test_states_are_told_as_they_are_known() -> None:
    known = [[one.name, one.symbol, one.colour, ", ".join(one.words)] for one in load_states()]
    assert rows(section("What is printed")) == known


def test_every_setting_is_told_and_no_other() -> None:
    assert [row[0].strip("`") for row in rows(section("Settings"))] == [
        *RegisterSettings.model_fields
    ]


def test_settings_of_each_arrangement_are_those_that_are_tried() -> None:
    told = re.findall(r"^### (\w+)\n\n```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    tried = {
        path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))
        for path in (ROOT / "tests" / "registers").glob("*.yml")
    }
    assert {name: yaml.safe_load(text) for name, text in told} == tried
    listed = rows(section("Arrangements that trusts have published"))
    assert {row[0].split("]")[0].strip("[") for row in listed} == set(tried)
