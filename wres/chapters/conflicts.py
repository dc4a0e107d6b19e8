"""Both versions of a cell that could not be merged, marked so that neither can be printed."""

from __future__ import annotations

import re
from typing import Any, Final

from wres.chapters.cells import cell_place
from wres.chapters.clearing import tags_of

__all__ = [
    "BETWEEN",
    "OWN",
    "TEMPLATE",
    "both_versions",
    "conflicts_in",
    "holds_conflict",
    "same_text",
]

OWN: Final = "<<<<<<< the trust's version"
BETWEEN: Final = "======="
TEMPLATE: Final = ">>>>>>> the template's version"
# Those of git too: a shared folder may well be under version control.
_MARK: Final = re.compile(r"^(?:<{7}|>{7})(?: |$)", re.MULTILINE)


def both_versions(own: str, template: str) -> str:
    """Write both versions of a cell with marks around them; a version taken out is blank."""
    parts = (OWN, own.strip("\n"), BETWEEN, template.strip("\n"), TEMPLATE)
    return "\n".join(part for part in parts if part)


def holds_conflict(cell: Any) -> bool:
    """Say whether a cell still holds the marks of versions that were not reconciled."""
    return bool(_MARK.search(cell.source))


def conflicts_in(notebook: Any) -> list[str]:
    """Name the cells of a notebook in which, or from which on, both versions stand."""
    return [
        cell_place(cell)
        for cell in notebook.cells
        if holds_conflict(cell) and cell.source != TEMPLATE
    ]


def same_text(one: Any, other: Any) -> bool:
    """Say whether two notebooks hold the same cells, whatever a run stored in them."""
    return [*map(_text, one.cells)] == [*map(_text, other.cells)]


def _text(cell: Any) -> tuple[str, str]:
    # the parameters' defaults are those of whoever works with the notebook
    return (cell.cell_type, "" if "parameters" in tags_of(cell) else cell.source.strip())
