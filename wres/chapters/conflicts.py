"""Both versions of a cell that could not be merged, marked so that neither can be printed."""

from __future__ import annotations

import re
from typing import Any, Final

__all__ = ["BETWEEN", "OWN", "TEMPLATE", "both_versions", "holds_conflict"]

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
