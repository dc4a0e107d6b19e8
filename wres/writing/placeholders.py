"""What a trust's own chapters still leave to fill in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wres.chapters.cells import cell_place
from wres.chapters.own import unwritten
from wres.chapters.unfinished import bare_headings, placeholder_of
from wres.errors import Problem
from wres.sources.folders import YearFolder
from wres.writing.own import Written, with_own_cells

__all__ = ["placeholders_in_chapters"]


def placeholders_in_chapters(folder: YearFolder, written: Sequence[Written]) -> Iterator[Problem]:
    """Yield the text cells of a trust's own that hold a placeholder, or a heading without text."""
    for one in with_own_cells(folder, written):
        found = placeholder_of(one.cell)
        if found:
            place = cell_place(one.cell)
            rule = "must not hold a placeholder"
            yield one.chapter.file.problem(rule, "Fill it in", cell=place, given=found)
    chapters = {one.chapter.name: one.chapter for one in written}
    for chapter in chapters.values():
        if not any(unwritten([chapter])):
            for cell, words in bare_headings(chapter.notebook):
                rule = "must not stand without a text"
                remedy = "Write it, or take the heading out,"
                place = cell_place(cell)
                yield chapter.file.problem(rule, remedy, cell=place, given=words)
