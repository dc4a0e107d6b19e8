"""Which extracts are read for which trust, where all have one folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from wres.errors import InputError, Problem
from wres.extracts import has_own_place
from wres.report import Report
from wres.sources.folders import shown_path

__all__ = ["own_extracts"]


def own_extracts(
    wanted: Report, trusts: Sequence[str], tell: Callable[[str, bool], None]
) -> dict[str, Path | None]:
    """Give each trust the folder of extracts only if it has a place of its own in it.

    Files that lie in the folder itself would be read for every trust, and one trust's staff
    published under the names of all.
    """
    extracts = wanted.extracts
    if extracts is None:
        return dict.fromkeys(trusts)
    own = [name for name in trusts if has_own_place(extracts, name, wanted.year)]
    if not own:
        raise InputError([_no_place(extracts, wanted.year)])
    for name in (name for name in trusts if name not in own):
        lacking = f"{shown_path(extracts)} has no folder {name}/{wanted.year}"
        tell(f"{name}: {lacking}; only what lies in the data folder is read", True)
    return {name: extracts if name in own else None for name in trusts}


def _no_place(extracts: Path, year: int) -> Problem:
    if not extracts.is_dir():
        rule = "there is no such folder of extracts"
        return Problem(shown_path(extracts), rule, "Give the folder with --extracts.")
    rule = (
        f"has no folder ODS/{year} of any trust with data; with --all, files in the folder itself "
        "are not read, since they could be any trust's"
    )
    remedy = f"Put each trust's files into ODS/{year}/ in it, or render one trust at a time."
    return Problem(shown_path(extracts), rule, remedy)
