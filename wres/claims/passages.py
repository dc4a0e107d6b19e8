"""Where an author's text is found: markdown cells of a chapter, columns of an action plan."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import nbformat

from wres.chapters.reading import Action
from wres.claims.findings import Passage
from wres.claims.markup import inline_values
from wres.errors import InputError, Problem

__all__ = ["passages_of_actions", "passages_of_cells", "passages_of_notebook"]

# What a chapter is about where its text does not say.
_CHAPTERS = {
    "workforce": "1",
    "recruitment": "2",
    "disciplinary": "3",
    "development": "4",
    "board": "9",
}
_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*(?:\{[^}]*\})?\s*$", re.MULTILINE)
_INDICATOR = re.compile(r"\b(?:indicator|metric)\s+([1-9])\b", re.IGNORECASE)
# Text of an action plan, by whether it tells what is to be done or what is.
_PLANS = ("objective", "action", "measure", "outcome")
_STATES = ("gap", "update")
_TARGETS = ("measure", "outcome")


def passages_of_notebook(
    path: Path, fill: Callable[[str], str | None] | None = None
) -> list[Passage]:
    """Give the text of a chapter's markdown cells.

    Parameters
    ----------
    path : Path
        Notebook, run or not.
    fill : callable, optional
        Works out an inline expression that the notebook holds no value of (None: it can't).

    Returns
    -------
    list of Passage
        One a cell, with the indicator of the last heading that names one, else the chapter's.

    Raises
    ------
    InputError
        If the file is no notebook.
    """
    return passages_of_cells(_cells(Path(path)), str(path), Path(path).stem, fill)


def passages_of_cells(
    cells: Iterable[Mapping[str, Any]],
    file: str,
    chapter: str,
    fill: Callable[[str], str | None] | None = None,
) -> list[Passage]:
    """Give the text of a chapter's markdown cells, as `passages_of_notebook` does of its file.

    Parameters
    ----------
    cells : iterable of mapping
        All cells of the chapter, in their order.
    file, chapter : str
        Where they are from, as a reader knows it, and the chapter's name.
    fill : callable, optional
        As there.
    """
    about, level = _CHAPTERS.get(chapter), 0
    passages = []
    for number, cell in enumerate(cells, start=1):
        if cell["cell_type"] != "markdown":
            continue
        text, name = str(cell["source"]), str(cell.get("id") or f"cell {number}")
        values = tuple(_values(cell, text, fill))
        passages.append(Passage(file, name, text, about, chapter, values))
        about, level = _after_headings(text, about, level, _CHAPTERS.get(chapter))
    return passages


def _cells(path: Path) -> list[Mapping[str, Any]]:
    try:
        return list(nbformat.read(path, as_version=4).cells)
    except (OSError, ValueError, AttributeError, nbformat.ValidationError) as fault:
        rule = f"must be a notebook that can be read ({type(fault).__name__})"
        raise InputError([Problem(str(path), rule, "Open and save it in Jupyter.")]) from None


def _after_headings(
    text: str, about: str | None, level: int, chapter: str | None
) -> tuple[str | None, int]:
    """Say what the cells that follow are about, and under which level of heading."""
    for heading in _HEADING.finditer(text):
        named, depth = _INDICATOR.search(heading[2]), len(heading[1])
        if named:
            about, level = named[1], depth
        elif depth <= level:
            about, level = chapter, 0
    return about, level


def _values(
    cell: Mapping[str, Any], text: str, fill: Callable[[str], str | None] | None
) -> Iterator[tuple[str, str]]:
    """Give the inline values that a cell stores, and those that can be worked out."""
    stored = {
        str(entry["expression"]): entry["result"]
        for entry in cell.get("metadata", {}).get("user_expressions", [])
    }
    for expression in inline_values(text):
        value = _read(stored.get(expression))
        if value is None and fill is not None:
            value = fill(expression)
        if value is not None:
            yield expression, value


def _read(result: Mapping[str, Any] | None) -> str | None:
    """Read a stored value: the repr of a text or a number."""
    try:
        return str(ast.literal_eval("".join((result or {})["data"]["text/plain"])))
    except (KeyError, SyntaxError, ValueError):
        return None


def passages_of_actions(actions: Iterable[Action], file: str) -> list[Passage]:
    """Give the text of an action plan, a passage for each cell.

    Parameters
    ----------
    actions : iterable of Action
        As the plan has them.
    file : str
        Where it lies, as a reader knows it.

    Returns
    -------
    list of Passage
        With the indicators of their row. Objectives, actions, measures and outcomes are plans.
    """
    return [
        Passage(
            file,
            f"row {action.row}, column {column}",
            text,
            "|".join(action.numbers) or None,
            plan=column in _PLANS,
            target=column in _TARGETS,
            inline=False,
        )
        for action in actions
        for column in (*_STATES, *_PLANS)
        if (text := getattr(action, column)).strip()
    ]
