"""Our definitions mean the same to either of YAML's parsers."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

PACKAGE = Path(__file__).parents[3] / "wres"
DEFINITIONS = sorted(PACKAGE.rglob("*.yml"))


@pytest.mark.parametrize("path", DEFINITIONS, ids=lambda path: path.stem)
@pytest.mark.skipif(not yaml.__with_libyaml__, reason="libyaml was not built here")
def test_libyaml_reads_what_pythons_own_parser_does(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert yaml.load(text, yaml.CSafeLoader) == yaml.safe_load(text)


def test_definitions_are_read_where_libyaml_was_not_built() -> None:
    asked = (
        "import sys, yaml; yaml.__dict__.pop('CSafeLoader', None); "
        "from wres.definitions import reading; from wres.definitions.bands import load_bands; "
        "print(reading._LOADER.__name__, load_bands().version)"
    )
    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True, text=True)
    assert said.stdout == "SafeLoader 1\n"


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="libyaml was not built here")
def test_definitions_are_read_by_libyaml_where_it_was() -> None:
    asked = "from wres.definitions import reading; print(reading._LOADER.__name__)"
    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True, text=True)
    assert said.stdout == "CSafeLoader\n"
