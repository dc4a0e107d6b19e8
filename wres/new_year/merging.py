"""A trust's own chapter and the template it was made from, after the template has moved on.

nbdime tells, cell by cell, what either side changed since the template that was kept. What both
changed stands in the merged chapter twice, marked; a chapter with such marks is refused until its
author has chosen.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from types import SimpleNamespace
from typing import Any, Final

from nbdime.diff_format import op_addrange, op_removerange, op_replace
from nbdime.diffing.notebooks import diff_notebooks
from nbdime.merging.decisions import MergeDecision, apply_decisions
from nbdime.merging.notebooks import decide_notebook_merge
from nbdime.patching import patch
from nbformat.v4 import new_markdown_cell

from wres.chapters.cells import cell_place
from wres.chapters.clearing import clear_chapter, tags_of
from wres.chapters.conflicts import (
    BETWEEN,
    OWN,
    TEMPLATE,
    both_versions,
    conflicts_in,
    holds_conflict,
)

__all__ = ["Merged", "merge_chapter"]

# nbdime's own defaults, except that it leaves every conflict to us.
_SETTINGS: Final = SimpleNamespace(
    ignore_transients=True,
    merge_strategy="mergetool",
    input_strategy=None,
    output_strategy=None,
    log_level="ERROR",
)


@dataclass(frozen=True)
class Merged:
    """A merged chapter, and what happened to it.

    Parameters
    ----------
    notebook : NotebookNode
    came_in : list of str
        What the template's changes did to it, one phrase a cell.
    conflicts : list of str
        Cells in which both versions stand.
    """

    notebook: Any
    came_in: list[str] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)


def merge_chapter(base: Any, own: Any, template: Any) -> Merged:
    """Bring what has changed in a template into the chapter that was made from it.

    Parameters
    ----------
    base : NotebookNode
        The template as it was when the chapter was made from it.
    own : NotebookNode
        The trust's own chapter; its parameters and metadata stay as they are.
    template : NotebookNode
        Today's template.
    """
    base, own, template = (clear_chapter(deepcopy(one)) for one in (base, own, template))
    for one in (base, template):
        _take_settings(one, own)
    decisions = _decide(base, own, template)
    notebook = apply_decisions(base, decisions)
    _give_ids_once(notebook)
    return Merged(notebook, list(_came_in(own, notebook)), conflicts_in(notebook))


def _take_settings(notebook: Any, own: Any) -> None:
    """Let nothing count as changed but cells: parameters and metadata are those of the trust."""
    notebook.metadata = deepcopy(own.metadata)
    notebook.nbformat_minor = own.nbformat_minor
    parameters = [cell.source for cell in own.cells if "parameters" in tags_of(cell)]
    for cell in notebook.cells:
        if "parameters" in tags_of(cell) and parameters:
            cell.source = parameters[0]


def _decide(base: Any, own: Any, template: Any) -> list[Any]:
    # It warns of each conflict that it leaves to us.
    logging.getLogger("nbdime").setLevel(logging.ERROR)
    found = decide_notebook_merge(base, own, template, _SETTINGS)
    both = {*_changed_by_both(base, own, template), *filter(None, map(_source_conflict, found))}
    decisions = [
        _resolved(base, one) if one.conflict else one
        for one in found
        # decided below, for the cell as a whole
        if not (_cell_of(one) in both and "source" in one.common_path)
    ]
    versions = [_patched(base, side) for side in (own, template)]
    for number in sorted(both):
        ours, theirs = (version[number] for version in versions)
        decisions.append(
            MergeDecision(
                common_path=("cells", number),
                action="custom",
                conflict=False,
                custom_diff=[op_replace("source", both_versions(ours.source, theirs.source))],
            )
        )
    return sorted(decisions, key=_place, reverse=True)


def _place(decision: Any) -> tuple[int, ...]:
    """Order decisions as nbdime applies them: inner ones before those that shift cells."""
    path = decision.common_path
    return (1, path[1]) if len(path) > 1 and path[0] == "cells" else (0, 0)


def _cell_of(decision: Any) -> int | None:
    path = decision.common_path
    return path[1] if len(path) > 1 and path[0] == "cells" else None


def _source_conflict(decision: Any) -> int | None:
    """Return the cell over whose text the sides disagree, if that is what a decision is about."""
    diffs = [*(decision.local_diff or ()), *(decision.remote_diff or ())]
    text = "source" in decision.common_path or any(one.key == "source" for one in diffs)
    return _cell_of(decision) if decision.conflict and text else None


def _changed_by_both(base: Any, own: Any, template: Any) -> Iterator[int]:
    """Yield the cells in which both sides changed the same lines, or lines side by side.

    nbdime would merge two changes in one line; in prose that can turn a sentence round.
    """
    ours, theirs = (_patched(base, side) for side in (own, template))
    for number, cell in enumerate(base.cells):
        if number not in ours or number not in theirs:
            continue
        mine, its = ours[number].source, theirs[number].source
        if cell.source in {mine, its} or mine == its:
            continue
        if _lines(cell.source, mine) & _lines(cell.source, its):
            yield number


def _lines(before: str, after: str) -> set[int]:
    """Return the lines that a change touches; one put in touches those on both sides."""
    matcher = SequenceMatcher(None, before.splitlines(), after.splitlines(), autojunk=False)
    return {
        line
        for kind, start, end, _, _ in matcher.get_opcodes()
        if kind != "equal"
        for line in (range(start, end) if end > start else (start - 1, start))
    }


def _patched(base: Any, side: Any) -> dict[int, Any]:
    """Return what a side made of each cell of the base that it kept."""
    kept = dict(enumerate(base.cells))
    for change in diff_notebooks(base, side):
        for one in change.diff if change.key == "cells" and change.op == "patch" else []:
            if one.op == "patch":
                kept[one.key] = patch(base.cells[one.key], one.diff)
            elif one.op == "removerange":
                for number in range(one.key, one.key + one.length):
                    kept.pop(number, None)
    return kept


def _resolved(base: Any, decision: Any) -> Any:
    """Settle a conflict: cells stand as both versions, everything else stays the trust's own."""
    if tuple(decision.common_path) != ("cells",):
        return _with(decision, decision.local_diff)
    start, end = _span([*decision.local_diff, *decision.remote_diff])
    ours, theirs = (
        _side(base, diff, start, end) for diff in (decision.local_diff, decision.remote_diff)
    )
    if start == end:  # both put cells in at one place: none of them stands against another
        return _with(decision, [op_addrange(start, [*ours, *theirs])])
    cells = [_mark(OWN, start), *ours, _mark(BETWEEN, start), *theirs, _mark(TEMPLATE, start)]
    return _with(decision, [op_addrange(start, cells), op_removerange(start, end - start)])


def _with(decision: Any, diff: Sequence[Any]) -> Any:
    settled = deepcopy(decision)
    settled.action, settled.conflict, settled.custom_diff = "custom", False, list(diff)
    return settled


def _span(diff: Sequence[Any]) -> tuple[int, int]:
    """Return the cells of the base that changes touch."""
    ends = [one.key + one.get("length", 0) + (one.op == "patch") for one in diff]
    return min(one.key for one in diff), max(ends)


def _side(base: Any, diff: Sequence[Any], start: int, end: int) -> list[Any]:
    """Return what a side made of a span of cells."""
    cells: list[Any] = []
    removed: set[int] = set()
    for one in diff:
        if one.op == "removerange":
            removed |= set(range(one.key, one.key + one.length))
    for number in range(start, end + 1):
        for one in (one for one in diff if one.key == number):
            if one.op == "addrange":
                cells += one.valuelist
        if number < end and number not in removed:
            changes = [one.diff for one in diff if one.op == "patch" and one.key == number]
            cells.append(patch(base.cells[number], changes[0]) if changes else base.cells[number])
    return cells


def _mark(mark: str, number: int) -> Any:
    side = {OWN: "own", BETWEEN: "between", TEMPLATE: "template"}[mark]
    return new_markdown_cell(mark, id=f"conflict-{number}-{side}")


def _give_ids_once(notebook: Any) -> None:
    """Give the second of two cells with one id another: both versions of a cell have the same."""
    taken: set[str] = set()
    for cell in notebook.cells:
        while cell.id in taken:
            cell.id = f"{cell.id[:50]}-template"
        taken.add(cell.id)


def _outside_conflicts(notebook: Any) -> Iterator[Any]:
    """Yield the cells that stand in one version only."""
    inside = False
    for cell in notebook.cells:
        inside = cell.source == OWN or (inside and cell.source != TEMPLATE)
        if not inside and not holds_conflict(cell):
            yield cell


def _came_in(own: Any, merged: Any) -> Iterator[str]:
    before = {cell.id: cell for cell in own.cells}
    after = {cell.id for cell in merged.cells}
    for cell in _outside_conflicts(merged):
        if cell.id not in before:
            yield f"cell {cell_place(cell)} added"
        elif cell.source != before[cell.id].source:
            yield f"cell {cell_place(cell)} changed"
    for name, cell in before.items():
        if name not in after:
            yield f"cell {cell_place(cell)} taken out"
