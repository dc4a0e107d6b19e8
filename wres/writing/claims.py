"""What a trust states in its chapters and its action plan, held to the figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from wres.accepting import Cell, Rereading
from wres.actions import read_plan
from wres.chapters.cells import cell_place
from wres.chapters.own import OwnChapter
from wres.chapters.reading import Chapter
from wres.claims import (
    CONTRADICTIONS,
    STRICT,
    Finding,
    Passage,
    check_passages,
    passages_of_actions,
    passages_of_cells,
)
from wres.errors import Problem
from wres.labels import listed
from wres.paper import PAPER_NAME, PaperFile, read_paper, texts_of
from wres.sources.folders import YearFolder
from wres.writing.own import Written, with_own_text

__all__ = ["claim_findings", "claim_problems", "document_cells", "is_of_any", "remember_agreed"]

_MEND: Final = "Correct the sentence"


def claim_findings(
    folder: YearFolder,
    written: Sequence[Written],
    chapter: Chapter,
    paper: PaperFile | None = None,
) -> list[Finding]:
    """Hold a trust's own text, its document and its action plan to the figures of one report.

    Parameters
    ----------
    folder : YearFolder
    written : sequence of Written
        Its text cells with their inline values; what stands as in the template is not checked.
    chapter : Chapter
        Results and facts of the report.
    paper : PaperFile, optional
        The document; without one, the year's `board_paper.yml`.

    Raises
    ------
    InputError
        The action plan or the document can't be read.
    """
    described = paper or read_paper(folder)
    passages = [*_of_chapters(folder, written), *_of_actions(folder), *_of_paper(described)]
    return check_passages(passages, chapter) if passages else []


def _of_chapters(folder: YearFolder, written: Sequence[Written]) -> Iterator[Passage]:
    """Yield own text with what the headings above it are about."""
    own = {(one.chapter.name, one.cell.id) for one in with_own_text(folder, written)}
    chapters = {one.chapter.name: one.chapter for one in written}
    for name, chapter in chapters.items():
        values = _values(one for one in written if one.chapter.name == name)
        cells = chapter.notebook.cells
        for passage in passages_of_cells(cells, chapter.file.shown, name, values.get):
            if (name, passage.cell) in own:
                yield passage


def _values(written: Iterable[Written]) -> dict[str, str]:
    return {
        text: value for one in written for text, value in one.values.items() if value is not None
    }


def _of_actions(folder: YearFolder) -> list[Passage]:
    plan = read_plan(folder)
    return passages_of_actions(plan.register, plan.file.shown) if plan else []


def _of_paper(read: PaperFile | None) -> list[Passage]:
    if read is None:
        return []
    return [
        Passage(
            read.file.shown,
            f"row {one.row}, column {one.column}",
            one.text,
            plan=one.plan,
            inline=False,
        )
        for one in texts_of(read)
    ]


def remember_agreed(
    look: Rereading,
    findings: Iterable[Finding],
    cells: Iterable[Cell],
    figures: Mapping[str, str],
) -> None:
    """Let typed figures that agree be remembered with the text that they stand in.

    Parameters
    ----------
    look : Rereading
    findings : iterable of Finding
        Those that agree name the row of the results.
    cells : iterable of Cell
        The texts of chapters and of the document.
    figures : mapping of str to str
        Those of the public results, as `row_figures` gives them.
    """
    known = {one.key: one for one in cells}
    for one in findings:
        cell = known.get(_key(one.passage))
        if one.kind == "agrees" and one.row and one.row in figures and cell:
            look.remember(cell, {one.row: figures[one.row]})


def document_cells(read: PaperFile | None) -> list[Cell]:
    """Return what a document states, as the memory of accepted figures names it."""
    texts = texts_of(read) if read else []
    return [Cell(PAPER_NAME, one.column, one.text) for one in texts]


def is_of_any(finding: Finding, cells: Iterable[Cell]) -> bool:
    """Say whether a finding is of the text of one of some cells."""
    return _key(finding.passage) in {one.key for one in cells}


def _key(passage: Passage) -> tuple[str, str]:
    if passage.chapter is None and Path(passage.file).name == PAPER_NAME:
        return PAPER_NAME, passage.cell.partition(", column ")[2]
    return passage.chapter or "", passage.cell


def claim_problems(
    folder: YearFolder, own: Sequence[OwnChapter], findings: Iterable[Finding]
) -> tuple[list[Problem], list[Problem], list[Problem]]:
    """Return findings as contradictions, warnings and notes, each in its place."""
    cells = {(one.name, cell.id): cell_place(cell) for one in own for cell in one.notebook.cells}
    kinds: tuple[list[Problem], list[Problem], list[Problem]] = ([], [], [])
    for one, more in _told_once(findings):
        if one.kind == "agrees" and one.offer is None:
            continue
        which = 0 if one.kind in CONTRADICTIONS else 1 if one.kind in STRICT else 2
        kinds[which].append(_problem(folder, one, cells, more))
    return kinds


def _told_once(findings: Iterable[Finding]) -> Iterator[tuple[Finding, list[str]]]:
    """Give each finding of the same words once, with the other rows that hold the same text.

    A plan repeats the gap that it answers in every action; `3 of 9` is denied as a whole.
    """
    same: dict[tuple[object, ...], list[Finding]] = {}
    for one in findings:
        passage = one.passage
        place = passage.cell if passage.inline else passage.cell.partition(",")[2]
        text = (passage.file, place, passage.text, one.kind, one.message)
        kept = next((key for key in same if key[:5] == text and _overlap(same[key][0], one)), None)
        same.setdefault(kept or (*text, one.start, one.end), []).append(one)
    for some in same.values():
        rows = dict.fromkeys(one.passage.cell.partition(",")[0] for one in some)
        yield some[0], [row.removeprefix("row ") for row in list(rows)[1:]]


def _overlap(one: Finding, other: Finding) -> bool:
    return one.start < other.end and other.start < one.end


def _problem(
    folder: YearFolder,
    finding: Finding,
    cells: Mapping[tuple[str, str], str],
    more: Sequence[str] = (),
) -> Problem:
    passage = finding.passage
    message = finding.message.removeprefix(f"{finding.kind}: ").rstrip(".")
    message += f" (also in row {listed(more)})" if more else ""
    told = f"{finding.kind}: '{finding.words}' is written; {message}"
    remedy = f"{_remedy(finding)} and run {folder.rerun}."
    if finding.kind in {"agrees", "unverifiable"}:
        remedy = f"Write {finding.offer} to keep it so." if finding.offer else "Look at it."
    place = cells.get((passage.chapter or "", passage.cell))
    if place is not None:
        return Problem(passage.file, told, remedy, cell=place)
    row, _, column = passage.cell.removeprefix("row ").partition(", column ")
    return Problem(
        passage.file,
        told,
        remedy,
        row=int(row) if row.isdigit() else None,
        column=column or None,
    )


def _remedy(finding: Finding) -> str:
    if finding.offer:
        return f"{_MEND}, or write {finding.offer},"
    return "Correct the figure" if finding.kind == "not found" else _MEND
