"""A trust's own text beside the figures that it was accepted against."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from wres.accepting import Cell, Rereading, Stale, read_memory, write_memory
from wres.chapters.cells import cell_place, first_words
from wres.chapters.own import OwnChapter
from wres.chapters.reading import Chapter
from wres.claims import Finding
from wres.errors import Problem, UsageError, WresError
from wres.loading import load_chapter
from wres.narrative.words import figure_of
from wres.sources.folders import YearFolder, require_folder, shown_path
from wres.writing.claims import claim_findings, remember_agreed
from wres.writing.own import Written, filled, memory_file, own_chapters, with_own_text

__all__ = ["accept", "beside_accepted", "renew", "reread", "row_figures", "stale_problems"]

# Measures that set one group beside the other: naming the first adds nothing.
_BESIDE: Final = ("relative_likelihood", "gap")


def reread(
    folder: YearFolder,
    written: Sequence[Written],
    figures: Mapping[str, str],
    today: str | None = None,
) -> Rereading:
    """Set a trust's own text beside the figures that it was accepted against.

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

    Raises
    ------
    InputError
        The memory of what was accepted can't be read.
    """
    memory = read_memory(memory_file(folder))
    look = Rereading(memory, folder.year, today or date.today().isoformat(), figures.get)
    for one in with_own_text(folder, written):
        known = {text: value for text, value in one.values.items() if value is not None}
        look.remember(Cell(one.chapter.name, one.cell.id, one.cell.source), known)
    return look


def beside_accepted(
    folder: YearFolder, findings: Iterable[Finding], written: Sequence[Written], public: Chapter
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

    Raises
    ------
    InputError
        The memory of what was accepted can't be read.
    """
    figures = row_figures(public)
    look = reread(folder, written, figures)
    remember_agreed(look, findings, written, figures)
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
    folder: YearFolder, own: Sequence[OwnChapter], stale: Iterable[Stale]
) -> Iterator[Problem]:
    """Tell which paragraphs must be read again, and what moved under them."""
    files = {one.name: one.file for one in own}
    cells = {(one.name, cell.id): cell for one in own for cell in one.notebook.cells}
    elsewhere = "" if shown_path(folder.data) == "data" else f" --data {shown_path(folder.data)}"
    for one in stale:
        accept = f"wres accept {folder.organisation} {folder.year}{elsewhere}"
        why = [] if one.since is None else [f"it is the text of {one.since}"]
        why += [_short(moved) for moved in one.moved]
        yield Problem(
            files[one.cell.chapter].shown,
            f"must be read again: {'; '.join(why)}",
            "Change the text, or if it still holds run "
            f"{accept} --chapter {one.cell.chapter} --cell {one.cell.id}.",
            cell=cell_place(cells[one.cell.key]),
        )


def _short(moved: str) -> str:
    """Leave out of a row's name what goes without saying."""
    name, colon, values = moved.partition(": ")
    parts = name.split(" ")
    if len(parts) == 4 and parts[2] == "all" and parts[0] in {"workforce", *"123456789"}:
        parts = parts[:2] if parts[1] in _BESIDE else [*parts[:2], parts[3]]
    return " ".join(parts) + colon + values


def renew(folder: YearFolder, look: Rereading) -> list[Problem]:
    """Remember new and changed text; say why where that can't be written."""
    unwritten = write_memory(memory_file(folder), look.renewed())
    return [] if unwritten is None else [unwritten]


def accept(
    folder: YearFolder,
    project: Path,
    extracts: Path | None = None,
    chapter: str | None = None,
    cell: str | None = None,
) -> list[str]:
    """Accept a trust's own text against today's figures: it was read again and still holds.

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
    list of str
        The cells for which that is news.

    Raises
    ------
    InputError
        The inputs, the chapters or the memory can't be read.
    UsageError
        There is no such chapter or cell.
    WresError
        The memory can't be written.
    """
    require_folder(folder)
    own = own_chapters(folder, project)
    results = load_chapter(folder.data, folder.organisation, folder.year, "public", extracts)
    written = filled(own, results)
    look = beside_accepted(folder, claim_findings(folder, written, results), written, results)
    _require_known(look.cells(), chapter, cell)
    rows, news = look.accepted(
        lambda one: chapter in {None, one.chapter} and cell in {None, one.id}
    )
    unwritten = write_memory(memory_file(folder), rows)
    if unwritten is not None:
        raise WresError(str(unwritten))
    files = {one.name: one.file.shown for one in own}
    return [f"{files[one.chapter]}, cell {one.id}: {first_words(one.text)}" for one in news]


def _require_known(cells: Sequence[Cell], chapter: str | None, cell: str | None) -> None:
    for what, given, known in (
        ("chapter", chapter, [one.chapter for one in cells]),
        ("cell", cell, [one.id for one in cells if chapter in {None, one.chapter}]),
    ):
        if given is not None and given not in known:
            near = get_close_matches(given, known, n=2)
            hint = f"; perhaps {' or '.join(near)}" if near else ""
            raise UsageError(f"there is no {what} {given} with text of the trust's own{hint}")
