"""Naming a chapter's cells, and what stands in them, as its author would look for it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

__all__ = [
    "INLINE_VALUE",
    "UNSEEN",
    "Bound",
    "bound_names",
    "cell_place",
    "first_words",
    "heading_ids",
    "labels_of",
]

INLINE_VALUE = re.compile(r"`\{python\}\s+([^`]+?)\s*`")
UNSEEN = "<!-- -->"  # what an inline value is that says nothing
WORDS_SHOWN = 6
_HEADING_ID = re.compile(r"^#+ .*\{[^}]*#([\w-]+)[^}]*\}\s*$", re.MULTILINE)
# Lines that say nothing of what stands in a cell: fences, options, marks of a merge.
_FENCE = re.compile(r"^\s*(:::|#\||<{7}|={7}|>{7}|$)")


def cell_place(cell: Any) -> str:
    """Name a cell by its id and first words: 'note ("Few people enter the process in ...")'."""
    words = first_words(str(cell.source))
    return f'{cell.get("id", "?")} ("{words}")' if words else str(cell.get("id", "?"))


def first_words(source: str) -> str:
    r"""Return the first words of a cell, without its marks of passages and headings.

    Examples
    --------
    >>> first_words("::: {.x}\n## What to keep in mind\n:::")
    'What to keep in mind'
    """
    lines = [line for line in source.splitlines() if not _FENCE.match(line)]
    words = (lines[0] if lines else "").lstrip("#> ").split()
    return " ".join(words[:WORDS_SHOWN]) + (" ..." if len(words) > WORDS_SHOWN else "")


def heading_ids(text: str) -> list[str]:
    """Return the identifiers that a text's headings are given."""
    return _HEADING_ID.findall(text)


def labels_of(cell: Any) -> Iterator[str]:
    """Yield what a report can refer to in a cell: a figure, a table, a heading with an id."""
    if cell.cell_type == "markdown":
        yield from heading_ids(cell.source)
    if cell.cell_type != "code":
        return
    lines = [line[2:] for line in cell.source.splitlines() if line.startswith("#|")]
    try:
        options = yaml.safe_load("\n".join(lines))
    except yaml.YAMLError:
        return  # the renderer tells, with the place
    if isinstance(options, dict) and options.get("label"):
        yield str(options["label"])


@dataclass(frozen=True)
class Bound:
    """What code cells give a meaning to: names, star imports, and where a name comes from."""

    names: set[str] = field(default_factory=set)
    stars: set[str] = field(default_factory=set)
    imported: dict[str, str] = field(default_factory=dict)


def bound_names(sources: list[str]) -> Bound:
    """Return the names that code cells give a meaning to.

    Cells that are no Python are passed over: who runs or checks them tells.
    """
    bound = Bound()
    for node in (node for source in sources for node in _nodes(source)):
        if isinstance(node, ast.Import | ast.ImportFrom):
            _imports(node, bound)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            bound.names.add(node.id)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            bound.names.add(node.name)
    return bound


def _imports(node: ast.Import | ast.ImportFrom, bound: Bound) -> None:
    module = str(node.module) if isinstance(node, ast.ImportFrom) else ""
    for one in node.names:
        if one.name == "*":
            bound.stars.add(module)
            continue
        name = (one.asname or one.name).split(".")[0]
        bound.names.add(name)
        # under another name it is no word that the guide lists
        if one.asname in {None, one.name}:
            bound.imported[name] = module


def _nodes(source: str) -> Iterator[ast.AST]:
    try:
        yield from ast.walk(ast.parse(source))
    except SyntaxError:
        return


def inline_expressions(cell: Any) -> dict[str, str]:
    """Return the inline values of a markdown cell by their place, as a kernel is asked."""
    return {str(place): text for place, text in enumerate(INLINE_VALUE.findall(cell.source))}
