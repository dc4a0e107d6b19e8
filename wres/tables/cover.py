"""The tables of a cover sheet: the paper's facts, the aims it serves, the enquiries it answers."""

from __future__ import annotations

from collections.abc import Iterator

from wres.chapters.reading import Chapter, Paper, Tick
from wres.labels import format_box, format_day
from wres.tables.actions_layout import Cell, TextColumn, TextRows, TextTable

__all__ = ["aims_table", "considered_table", "cover_table", "enquiry_table", "required_table"]

LABELS_WIDTH = 38  # of the facts: a label of one long word stands whole on a phone


def cover_table(chapter: Chapter) -> TextTable | None:
    """Return the paper's facts: meeting, date, agenda item, presenter; None without a paper."""
    paper = chapter.paper
    if paper is None:
        return None
    rows = [[Cell(name), told] for name, told in _facts(chapter, paper) if told.text]
    columns = [
        TextColumn("This paper", LABELS_WIDTH),
        TextColumn("Details", 100 - LABELS_WIDTH),
    ]
    return TextTable("The paper and the meeting", columns, [TextRows("", rows)])


def considered_table(chapter: Chapter) -> TextTable | None:
    """Return who considered the paper before, when, with what outcome; None if nobody is named."""
    cover = chapter.cover
    before = cover.considered_before
    if not before:
        return None
    heading = cover.renamed("considered_before") or "Considered before by"
    given = [
        (heading, [one.committee for one in before]),
        ("Date", [one.date for one in before]),
        ("Outcome", [one.outcome for one in before]),
    ]
    columns = [(name, texts) for name, texts in given if any(texts)]
    lines = zip(*(texts for _, texts in columns), strict=True)
    rows = [[Cell(text) for text in line] for line in lines]
    caption = cover.renamed("considered_before") or "Where the paper was considered before"
    return TextTable(caption, [TextColumn(name) for name, _ in columns], [TextRows("", rows)])


def aims_table(chapter: Chapter) -> TextTable | None:
    """Return the trust's strategic aims, and which of them the paper serves."""
    cover = chapter.cover
    aims = cover.strategic_aims
    if not aims:
        return None
    columns = [TextColumn("Strategic aim"), TextColumn("This paper serves it", 24)]
    rows = [[Cell(one.aim), Cell(format_box(one.ticked))] for one in aims]
    if any(one.objectives for one in aims):
        columns.insert(1, TextColumn("Objectives", 32))
        for row, one in zip(rows, aims, strict=True):
            row.insert(1, Cell(one.objectives))
    return TextTable(cover.label("strategic_aims"), columns, [TextRows("", rows)])


def enquiry_table(chapter: Chapter) -> TextTable | None:
    """Return the lines of enquiry, and which of them the paper answers."""
    cover = chapter.cover
    caption = cover.label("enquiry_lines")
    return _ticks(caption, "Line of enquiry", "This paper answers it", cover.enquiry_lines)


def required_table(chapter: Chapter) -> TextTable | None:
    """Return what the board is asked to do."""
    cover = chapter.cover
    caption = cover.renamed("action_required") or "What the board is asked to do"
    return _ticks(caption, "Action", "Asked of the board", cover.action_required)


def _ticks(caption: str, heading: str, asked: str, lines: tuple[Tick, ...]) -> TextTable | None:
    if not lines:
        return None
    rows = [[Cell(one.line), Cell(format_box(one.ticked))] for one in lines]
    columns = [TextColumn(heading), TextColumn(asked, 24)]
    return TextTable(caption, columns, [TextRows("", rows)])


def _facts(chapter: Chapter, paper: Paper) -> Iterator[tuple[str, Cell]]:
    cover, said = paper.cover, paper.sign_off
    signed = [said.name, said.role, format_day(said.date) if said.date else ""]
    given = {
        "organisation": chapter.facts.name,
        "title": paper.titled(chapter.facts.year),
        "meeting": cover.meeting,
        "date": format_day(paper.date) if paper.date else "",
        "agenda_item": cover.agenda_item,
        "presenter": cover.presenter,
        "author": cover.author,
    }
    yield from ((cover.label(key), Cell(told)) for key, told in given.items())
    yield from ((label, Cell(told, is_prose=True)) for label, told in cover.details.items())
    told = ", ".join(signed) if paper.is_signed() else "not signed off: draft"
    yield cover.label("sign_off"), Cell(told)
