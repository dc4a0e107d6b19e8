"""A trust's own text beside the figures that it was accepted against."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from shlex import quote

from wres.accepting import Cell, Remembered, Rereading, Stale, read_memory, write_memory
from wres.chapters.cells import cell_place, first_words
from wres.chapters.own import OwnChapter
from wres.chapters.reading import Chapter
from wres.claims import Finding, row_words
from wres.errors import Problem, UsageError, WresError
from wres.loading import load_chapter
from wres.narrative.words import figure_of
from wres.paper import PAPER_NAME, PaperFile, read_paper, texts_of
from wres.sources.folders import YearFolder, require_folder, shown_path
from wres.writing.claims import (
    claim_findings,
    claim_problems,
    document_cells,
    is_of_any,
    remember_agreed,
)
from wres.writing.own import Written, filled, memory_file, own_chapters, with_own_text

__all__ = [
    "Accepted",
    "accept",
    "beside_accepted",
    "renew",
    "reread",
    "row_figures",
    "stale_problems",
]


def reread(
    folder: YearFolder,
    written: Sequence[Written],
    figures: Mapping[str, str],
    today: str | None = None,
    described: PaperFile | None = None,
    words: Mapping[str, str] | None = None,
) -> Rereading:
    """Set a trust's own text beside the figures that it was accepted against.

    Of a document only the texts that were accepted with figures are looked at: none is carried into
    another year.

    Parameters
    ----------
    folder : YearFolder
    written : sequence of Written
        Its text cells with their inline values, of public results: a report that shows every count
        would else be told that every withheld figure has moved.
    figures : mapping of str to str
        Those of the public results, as `row_figures` gives them.
    today : str, optional
        The day, as 2024-10-31.
    described : PaperFile, optional
        The document; what is remembered of the year's own stays where this is another.
    words : mapping of str to str, optional
        What a reader calls them.

    Raises
    ------
    InputError
        The memory of what was accepted can't be read.
    """
    memory = read_memory(memory_file(folder))
    own = _years_own(folder, described)
    aside = [row for row in memory if row.chapter == PAPER_NAME and described and not own]
    day = today or date.today().isoformat()
    look = Rereading(memory, folder.year, day, figures.get, aside, words)
    for one in with_own_text(folder, written):
        known = {text: value for text, value in one.values.items() if value is not None}
        look.remember(Cell(one.chapter.name, one.cell.id, one.cell.source), known)
    for cell in document_cells(own):
        if look.is_known(cell):
            look.remember(cell, {})
    return look


def _years_own(folder: YearFolder, described: PaperFile | None) -> PaperFile | None:
    """Give the document if it is the year's own: of others nothing is remembered."""
    is_own = described is not None and described.file.path == folder.table(PAPER_NAME).path
    return described if is_own else None


def beside_accepted(
    folder: YearFolder,
    findings: Iterable[Finding],
    written: Sequence[Written],
    public: Chapter,
    described: PaperFile | None = None,
) -> Rereading:
    """Set text beside what it was accepted against, typed figures that agree included.

    Parameters
    ----------
    folder : YearFolder
    findings : iterable of Finding
        What the claims check found.
    written : sequence of Written
        The text cells, filled with public results.
    public : Chapter
        Those results.
    described : PaperFile, optional
        The document.

    Raises
    ------
    InputError
        The memory of what was accepted can't be read.
    """
    figures = row_figures(public)
    words = row_words(public)
    look = reread(folder, written, figures, described=described, words=words)
    cells = [Cell(one.chapter.name, one.cell.id, one.cell.source) for one in written]
    cells += document_cells(_years_own(folder, described))
    remember_agreed(look, findings, cells, figures)
    return look


def row_figures(chapter: Chapter) -> dict[str, str]:
    """Return every figure of the results as printed, by the name that the memory has for it.

    A name is indicator, measure, breakdown and group: '3 relative_likelihood all BME'.
    """
    return {
        f"{row['indicator']} {row['measure']} {row['breakdown']} {row['group']}": figure_of(row)
        for _, row in chapter.results.iterrows()
    }


def stale_problems(
    folder: YearFolder,
    own: Sequence[OwnChapter],
    stale: Iterable[Stale],
    described: PaperFile | None = None,
) -> Iterator[Problem]:
    """Tell which paragraphs must be read again, and what moved under them."""
    rows = {one.column: one.row for one in texts_of(described)} if described else {}
    files = {one.name: one.file for one in own}
    cells = {(one.name, cell.id): cell for one in own for cell in one.notebook.cells}
    elsewhere = "" if shown_path(folder.data) == "data" else f" --data {shown_path(folder.data)}"
    for one in stale:
        accept = f"wres accept {folder.organisation} {folder.year}{elsewhere}"
        why = [] if one.since is None else [f"it is the text of {one.since}"]
        why += one.moved
        rule = f"must be read again: {'; '.join(why)}"
        remedy = (
            "Change the text, or if it still holds run "
            f"{accept} --chapter {one.cell.chapter} --cell {quote(one.cell.id)}."
        )
        if described and one.cell.chapter == PAPER_NAME:
            shown, row = described.file.shown, rows[one.cell.id]
            yield Problem(shown, rule, remedy, row=row, column=one.cell.id)
        else:
            place = cell_place(cells[one.cell.key])
            yield Problem(files[one.cell.chapter].shown, rule, remedy, cell=place)


def renew(folder: YearFolder, look: Rereading) -> list[Problem]:
    """Remember new and changed text; say why where that can't be written."""
    unwritten = _write(folder, look.renewed())
    return [] if unwritten is None else [unwritten]


@dataclass(frozen=True)
class Accepted:
    """What accepting a trust's text brought.

    Parameters
    ----------
    news : list of str
        The cells for which it is news.
    contradicted : list of Problem
        What the figures deny of the texts that were accepted.
    texts : int
        How many texts were to be accepted, news or not.
    """

    news: list[str]
    contradicted: list[Problem]
    texts: int

    @property
    def summary(self) -> str:
        """What became of the texts, in a line.

        Examples
        --------
        >>> Accepted([], [], 3).summary
        'nothing new to accept: all 3 texts stand as accepted'
        """
        number = len(self.news)
        if number:
            told = f"{number} {'text' if number == 1 else 'texts'} accepted anew"
        elif self.texts:
            stand = "the text stands" if self.texts == 1 else f"all {self.texts} texts stand"
            told = f"nothing new to accept: {stand} as accepted"
        else:
            told = "nothing to accept: there is no text of the trust's own"
        return told + ("; see above what the figures contradict" if self.contradicted else "")


def accept(
    folder: YearFolder,
    project: Path,
    extracts: Path | None = None,
    chapter: str | None = None,
    cell: str | None = None,
) -> Accepted:
    """Accept a trust's own text against today's figures: it was read again and still holds.

    A text that the figures deny is accepted too, and told: its author may know better.

    Parameters
    ----------
    folder : YearFolder
    project : Path
        Folder with the report's own sources.
    extracts : Path, optional
        Folder with the trust's own extracts.
    chapter, cell : str, optional
        One chapter, one cell by its id; everything unless given.

    Returns
    -------
    Accepted

    Raises
    ------
    InputError
        The inputs, the chapters, the document or the memory can't be read.
    UsageError
        There is no such chapter or cell.
    WresError
        The memory can't be written.
    """
    require_folder(folder)
    own = own_chapters(folder, project)
    results = load_chapter(folder.data, folder.organisation, folder.year, "public", extracts)
    written = filled(own, results)
    described = read_paper(folder)
    findings = claim_findings(folder, written, results, described)
    look = beside_accepted(folder, findings, written, results, described)
    _require_known(look.cells(), chapter, cell)
    chosen = [
        one for one in look.cells() if chapter in {None, one.chapter} and cell in {None, one.id}
    ]
    rows, news = look.accepted(chosen.__contains__)
    unwritten = _write(folder, rows)
    if unwritten is not None:
        raise WresError(str(unwritten))
    files = {one.name: one.file.shown for one in own}
    files |= {PAPER_NAME: described.file.shown} if described else {}
    told = [f"{files[one.chapter]}, cell {one.id}: {first_words(one.text)}" for one in news]
    denied = [one for one in findings if one.contradicts and is_of_any(one, chosen)]
    return Accepted(told, claim_problems(folder, own, denied)[0], len(chosen))


def _write(folder: YearFolder, rows: Sequence[Remembered]) -> Problem | None:
    """Write the memory; a trust may have a document and no chapter beside which it would lie."""
    file = memory_file(folder)
    if rows:
        with suppress(OSError):  # which writing tells
            file.path.parent.mkdir(exist_ok=True)
    return write_memory(file, rows)


def _require_known(cells: Sequence[Cell], chapter: str | None, cell: str | None) -> None:
    for what, given, known in (
        ("chapter", chapter, [one.chapter for one in cells]),
        ("cell", cell, [one.id for one in cells if chapter in {None, one.chapter}]),
    ):
        if given is not None and given not in known:
            near = get_close_matches(given, known, n=2)
            hint = f"; perhaps {' or '.join(near)}" if near else ""
            raise UsageError(f"there is no {what} {given} with text of the trust's own{hint}")
