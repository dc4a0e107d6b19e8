"""The tables of a cover sheet: the paper's facts, the aims it serves, the enquiries it answers."""

from __future__ import annotations

from collections.abc import Iterator

from wres.chapters.reading import Chapter, Paper, Tick
from wres.labels import format_box, format_day
from wres.tables.actions_layout import Cell, TextColumn, TextRows, TextTable

__all__ = ["aims_table", "considered_table", "cover_table", "enquiry_table", "required_table"]


def cover_table(chapter: Chapter) -> TextTable | None:
    """Return the paper's facts: meeting, date, agenda item, presenter; None without a paper."""
    paper = chapter.paper
    if paper is None:
        return None
    rows = [[Cell(name), Cell(told)] for name, told in _facts(chapter, paper) if told]
    columns = [TextColumn("This paper", 30), TextColumn("Details", 70)]
    return TextTable("The paper and the meeting", columns, [TextRows("", rows)])


def considered_table(chapter: Chapter) -> TextTable | None:
    """Return who considered the paper before, and when; None where nobody is named."""
    before = chapter.paper.cover.considered_before if chapter.paper else ()
    if not before:
        return None
    rows = [[Cell(one.committee), Cell(one.date or "no date given")] for one in before]
    columns = [TextColumn("Considered before by", 60), TextColumn("Date", 40)]
    return TextTable("Where the paper was considered before", columns, [TextRows("", rows)])


def aims_table(chapter: Chapter) -> TextTable | None:
    """Return the trust's strategic aims, and which of them the paper serves."""
    aims = chapter.paper.cover.strategic_aims if chapter.paper else ()
    if not aims:
        return None
    numbered = any(one.objectives for one in aims)
    columns = [TextColumn("Strategic aim"), TextColumn("This paper serves it", 24)]
    rows = [[Cell(one.aim), Cell(format_box(one.ticked))] for one in aims]
    if numbered:
        columns.insert(1, TextColumn("Objectives", 24))
        for row, one in zip(rows, aims, strict=True):
            row.insert(1, Cell(one.objectives or "none"))
    return TextTable("Strategic aims", columns, [TextRows("", rows)])


def enquiry_table(chapter: Chapter) -> TextTable | None:
    """Return the lines of enquiry, and which of them the paper answers."""
    lines = chapter.paper.cover.enquiry_lines if chapter.paper else ()
    return _ticks("Lines of enquiry", "Line of enquiry", "This paper answers it", lines)


def required_table(chapter: Chapter) -> TextTable | None:
    """Return what the board is asked to do."""
    lines = chapter.paper.cover.action_required if chapter.paper else ()
    return _ticks("What the board is asked to do", "Action", "Asked of the board", lines)


def _ticks(caption: str, heading: str, asked: str, lines: tuple[Tick, ...]) -> TextTable | None:
    if not lines:
        return None
    rows = [[Cell(one.line), Cell(format_box(one.ticked))] for one in lines]
    columns = [TextColumn(heading), TextColumn(asked, 24)]
    return TextTable(caption, columns, [TextRows("", rows)])


def _facts(chapter: Chapter, paper: Paper) -> Iterator[tuple[str, str]]:
    cover, said = paper.cover, paper.sign_off
    yield "Organisation", chapter.facts.name
    yield "Title", paper.titled(chapter.facts.year)
    yield "Meeting", cover.meeting
    yield "Date", format_day(paper.date) if paper.date else ""
    yield "Agenda item", cover.agenda_item
    yield "Presented by", cover.presenter
    yield "Written by", cover.author
    signed = [said.name, said.role, format_day(said.date) if said.date else ""]
    yield "Signed off by", ", ".join(signed) if said.is_recorded else "not signed off: draft"
