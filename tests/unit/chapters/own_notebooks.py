"""Notebooks of a fictional trust's own, small enough to be read in a test."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

PARAMETERS = (
    'organisation: str = "RYV"\nyear: int = 2020\nresults: str = "results.csv"\n'
    'profile: str = "public"'
)
SETUP = (
    "from wres.chapters import open_chapter\nfrom wres.vocabulary import *\n\n"
    "chapter = open_chapter(organisation, year, results, profile)"
)


def text(source: str, name: str = "opening") -> Any:
    return new_markdown_cell(source, id=name)


def code(source: str, name: str = "code") -> Any:
    return new_code_cell(source, id=name)


def notebook(*cells: Any, title: str = "# Voices of staff {#sec-voices}", **metadata: Any) -> Any:
    first = new_code_cell(PARAMETERS, id="parameters", metadata={"tags": ["parameters"]})
    heading = [text(title, "title")] if title else []
    return new_notebook(cells=[first, code(SETUP, "setup"), *heading, *cells], metadata=metadata)


def put(folder: Path, name: str, made: Any) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.ipynb"
    nbformat.write(made, path)
    return path
