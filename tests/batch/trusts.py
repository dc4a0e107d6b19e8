"""Tiny fictional trusts, many of them, to be rendered in seconds."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from tests.unit.chapters.own_notebooks import PARAMETERS as DECLARED

ROOT = Path(__file__).parents[2]
YEAR = 2022
HEADING = "ethnicity,shortlisted,appointed\n"


def trust(folder: Path, code: str, appointed: int = 50, **more: Any) -> Path:
    """Write a trust with one table: White 100 of 300 appointed, BME `appointed` of 200."""
    year = folder / "data" / code / str(YEAR)
    year.mkdir(parents=True)
    facts = {
        "ods_code": code,
        "name": f"Example {code} NHS Trust",
        "region": "London",
        "type": "community",
        "already_published": True,
        "fictional": True,
        **more,
    }
    (year.parent / "trust.yml").write_text(json.dumps(facts), encoding="utf-8")
    recruit(year, appointed)
    return year


def recruit(year: Path, appointed: int) -> None:
    rows = f"White,300,100\nBME,200,{appointed}\nUnknown,20,5\n"
    (year / "recruitment.csv").write_text(HEADING + rows, encoding="utf-8")


def trusts(folder: Path, number: int) -> list[Path]:
    """Write a data folder with trusts X00, X01, ... and the benchmarks."""
    shutil.copytree(ROOT / "data" / "benchmarks", folder / "data" / "benchmarks")
    return [trust(folder, f"X{place:02}") for place in range(number)]


def own_chapter(year: Path, source: str, text: str = "A paragraph.", name: str = "ours") -> Path:
    """Write a chapter of the trust's own: one code cell, one paragraph."""
    folder = year / "notebooks"
    folder.mkdir(exist_ok=True)
    cells = [
        new_markdown_cell("# Ours {#sec-ours}", id="title"),
        new_code_cell(DECLARED, metadata={"tags": ["parameters"]}, id="declared"),
        new_code_cell(source, id="code"),
        new_markdown_cell(text, id="text"),
    ]
    path = folder / f"{name}.ipynb"
    nbformat.write(new_notebook(cells=cells), path)
    return path


def command(*more: str, to: str = "html") -> list[str]:
    """Give the command that renders them all."""
    asked = ["render", "--all", "--year", str(YEAR), "--to", to, "--engine", "embedded", *more]
    return [sys.executable, "-m", "wres", *asked]


def run_all(
    folder: Path, *more: str, to: str = "html", **settings: Any
) -> subprocess.CompletedProcess[str]:
    """Render them all from `folder`, as a scheduled run does."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        command(*more, to=to),
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        **settings,
    )


def log_of(folder: Path) -> list[dict[str, Any]]:
    """Give the lines of the last run."""
    path = folder / "build" / "internal" / str(YEAR) / "all.public.jsonl"
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    begun = [place for place, line in enumerate(lines) if line["event"] == "begun"]
    return lines[begun[-1] :]


def shelf_of(folder: Path) -> Path:
    return folder / "build" / str(YEAR)


def contents(place: Path, without: Sequence[str] = ("run.json",)) -> dict[str, bytes]:
    """Give every file of a report but its record, which tells of time."""
    return {
        path.relative_to(place).as_posix(): path.read_bytes()
        for path in sorted(place.rglob("*"))
        if path.is_file() and path.name not in without
    }
