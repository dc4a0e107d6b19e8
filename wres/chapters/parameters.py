"""The parameters of a chapter: fixed names and types, checked before anything runs.

papermill only warns of a misspelt parameter, and runs on the default; a report of the wrong
trust or year would look perfectly good.
"""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import nbformat

from wres.errors import ChapterError

__all__ = ["PARAMETER_TYPES", "declared_defaults", "declared_faults", "require_parameters"]

PARAMETER_TYPES: dict[str, type] = {
    "organisation": str,
    "year": int,
    "results": str,
    "profile": str,
}


def require_parameters(chapter: Path, given: dict[str, Any]) -> None:
    """Check names and types of a chapter's parameters against those fixed and those given.

    Raises
    ------
    ChapterError
        Naming every parameter that is missing, unknown or of the wrong type, on either side.
    """
    faults = [*_faults_given(given), *declared_faults(nbformat.read(chapter, as_version=4))]
    if faults:
        raise ChapterError("\n".join(f"{chapter.name}: {fault}" for fault in faults))


def _faults_given(given: dict[str, Any]) -> list[str]:
    faults = [f"parameter {name} is not given" for name in PARAMETER_TYPES if name not in given]
    for name, value in given.items():
        expected = PARAMETER_TYPES.get(name)
        if expected is None:
            faults.append(f"unknown parameter {name}; chapters take {', '.join(PARAMETER_TYPES)}")
        elif type(value) is not expected:
            faults.append(f"parameter {name} must be {expected.__name__}, got {value!r}")
    return faults


def declared_defaults(chapter: Path) -> dict[str, Any]:
    """Return the defaults of a chapter's parameters: those of the sample trust."""
    cell = _parameter_cells(nbformat.read(chapter, as_version=4))[0]
    return {name: default for name, (_, default) in _declared(cell).items()}


def _parameter_cells(notebook: Any) -> list[str]:
    return [cell.source for cell in notebook.cells if "parameters" in cell.metadata.get("tags", [])]


def declared_faults(notebook: Any) -> list[str]:
    """Return what is wrong with the parameters that a chapter declares."""
    cells = _parameter_cells(notebook)
    if len(cells) != 1:
        return [f"needs exactly one cell tagged 'parameters', has {len(cells)}"]
    try:
        declared = _declared(cells[0])
    except (SyntaxError, ValueError) as error:
        return [f"its parameters cell must hold lines like `year: int = 2020` only ({error})"]
    return [
        *(f"declares no parameter {name}" for name in PARAMETER_TYPES if name not in declared),
        *(
            f"declares {name}: {annotation} = {default!r}, must be one of "
            + ", ".join(f"{key}: {kind.__name__}" for key, kind in PARAMETER_TYPES.items())
            for name, (annotation, default) in declared.items()
            if name not in PARAMETER_TYPES
            or annotation != PARAMETER_TYPES[name].__name__
            or type(default) is not PARAMETER_TYPES[name]
        ),
    ]


def _declared(source: str) -> dict[str, tuple[str, Any]]:
    declared = {}
    for node in ast.parse(source).body:
        if not (isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)):
            raise ValueError(f"line {node.lineno}")
        if node.value is None:
            raise ValueError(f"line {node.lineno} has no default")
        declared[node.target.id] = (ast.unparse(node.annotation), ast.literal_eval(node.value))
    return declared
