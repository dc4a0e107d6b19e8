"""Reading a notebook file that a person may have written, mended or merged by hand."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import nbformat
from nbformat import ValidationError

from wres.errors import InputError, Problem

__all__ = ["OwnFile", "read_notebook"]

_MEND: Final = "Mend it, or take it out of the folder,"
_SAVE_AGAIN: Final = "Open it in JupyterLab and save it there"


@dataclass(frozen=True)
class OwnFile:
    """A notebook of a trust's own, with what a message about it needs.

    Parameters
    ----------
    path : Path
        Where it lies.
    shown : str
        Its path as the user knows it.
    rerun : str
        The command to run again once it is mended.
    """

    path: Path
    shown: str
    rerun: str

    def problem(
        self, rule: str, action: str = _MEND, *, cell: str | None = None, given: str | None = None
    ) -> Problem:
        """Locate one fault in this notebook; `action` is what to do before running again."""
        return Problem(self.shown, rule, f"{action} and run {self.rerun}.", cell=cell, given=given)


def read_notebook(file: OwnFile) -> Any:
    """Read a notebook; each of its cells has an id that stays the same.

    Raises
    ------
    InputError
        It can't be read, is no notebook, or not one of format 4.
    """
    raw = _json(file, _bytes(file))
    _require_format_4(file, raw)
    _give_ids(file, raw)
    try:
        nbformat.validate(raw)
    except ValidationError as fault:
        place = "/".join(str(part) for part in getattr(fault, "absolute_path", ()))
        rule = f"must be a notebook ({place + ': ' if place else ''}{fault.message[:120]})"
        raise InputError([file.problem(rule, _SAVE_AGAIN)]) from None
    return nbformat.reads(json.dumps(raw), as_version=4)


def _bytes(file: OwnFile) -> bytes:
    if file.path.is_dir():
        raise InputError([file.problem("must be a notebook, not a folder", "Rename it")])
    try:
        content = file.path.read_bytes()
    except FileNotFoundError:
        raise InputError([file.problem("there is no such file (a link to nothing)")]) from None
    except OSError as fault:
        rule = f"must be readable ({fault.strerror or type(fault).__name__})"
        raise InputError([file.problem(rule, "Make the file readable")]) from None
    if not content.strip():
        raise InputError([file.problem("must be a notebook; it is empty")])
    return content


def _json(file: OwnFile, content: bytes) -> dict[str, Any]:
    try:
        read = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise InputError([file.problem("must be text in UTF-8", _SAVE_AGAIN)]) from None
    except (json.JSONDecodeError, RecursionError) as fault:
        if b"\n<<<<<<< " in content:
            rule = "holds both sides of a merge that git could not make"
            raise InputError([file.problem(rule, "Choose one side with git")]) from None
        where = f" (line {fault.lineno})" if isinstance(fault, json.JSONDecodeError) else ""
        raise InputError([file.problem(f"must be a notebook; it is no JSON{where}")]) from None
    if not isinstance(read, dict) or not {"cells", "worksheets"} & set(read):
        raise InputError([file.problem("must be a notebook; it has no cells")])
    return read


def _require_format_4(file: OwnFile, raw: dict[str, Any]) -> None:
    if raw.get("nbformat") != 4:
        rule = "must be a notebook of format 4"
        raise InputError([file.problem(rule, _SAVE_AGAIN, given=str(raw.get("nbformat")))])


def _give_ids(file: OwnFile, raw: dict[str, Any]) -> None:
    """Name cells that have no id by their place; older notebooks have none."""
    cells = [cell for cell in raw["cells"] if isinstance(cell, dict)]
    twice = [one for one, times in Counter(cell.get("id") for cell in cells).items() if times > 1]
    if any(one is not None for one in twice):
        rule = "must give each cell an id of its own"
        given = ", ".join(sorted(str(one) for one in twice if one is not None))
        raise InputError([file.problem(rule, "Copy one of the cells, delete it", given=given)])
    for number, cell in enumerate(cells, start=1):
        cell.setdefault("id", f"cell-{number}")
    if isinstance(raw.get("nbformat_minor"), int):
        raw["nbformat_minor"] = max(raw["nbformat_minor"], 5)
