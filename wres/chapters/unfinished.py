"""What a document still leaves to fill in, wherever a reader would meet it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from wres.chapters.own import OwnChapter, added_after, may_print
from wres.chapters.papers import Paper
from wres.chapters.register import Register
from wres.chapters.spine import embedded
from wres.definitions.placeholders import placeholder_in

__all__ = ["bare_headings", "left_open", "placeholder_of"]

# Code, comments and addresses are no text; a line of underscores is a rule across the page.
_NO_TEXT: Final = re.compile(
    r"^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)|(?P<tick>`+)(?!`).+?(?<!`)(?P=tick)(?!`)|<!--.*?-->"
    r"|(?<=\])\([^)]*\)|https?://\S+|^[ \t]*_{3,}[ \t]*$",
    re.MULTILINE | re.DOTALL,
)
_HEADING: Final = re.compile(r"(?P<level>#{1,6}) +(?P<words>.*?)(?: *\{[^}]*\})? *")
# Lines that say nothing: blank ones, and those that open or close a passage.
_SILENT: Final = re.compile(r"\s*(?::::.*)?")
# The chapters that print what a plan says.
_OF_THE_PLAN: Final = {"action_plan", "progress"}
# A blank setting leaves nothing to read; a blank part of these does.
_READ: Final = {"cover", "sections"}


def left_open(paper: Paper, register: Register, own: Sequence[OwnChapter]) -> str | None:
    """Name the first thing that a document still leaves to fill in; None where it is whole.

    That is a placeholder or an empty text in its description, a placeholder in the action plan, and
    a placeholder or a heading without text in a chapter of the trust's own; of plan and chapters,
    if the document prints them.
    """
    printed = embedded(paper, added_after(own))
    chapters = [one for one in own if one.name in printed]
    plan = register if _OF_THE_PLAN & set(printed) else ()
    return next(_found(paper, plan, chapters), None)


def placeholder_of(cell: Any) -> str | None:
    """Return the first placeholder in the text of a cell."""
    return placeholder_in(_NO_TEXT.sub(_blank, cell.source))


def bare_headings(notebook: Any) -> Iterator[tuple[Any, str]]:
    """Yield each heading that nothing stands under, with its cell: a text that is still to come."""
    open_ones: list[tuple[int, Any, str]] = []
    for cell in notebook.cells:
        for line in _lines(cell):
            heading = _HEADING.fullmatch(line)
            if heading is None:
                open_ones.clear()
                continue
            level = len(heading["level"])
            yield from (one[1:] for one in open_ones if one[0] >= level)
            open_ones = [one for one in open_ones if one[0] < level]
            open_ones.append((level, cell, heading["words"]))
    yield from (one[1:] for one in open_ones)


def _lines(cell: Any) -> Iterator[str]:
    """Give the lines of a text that say something; of code that may print something, one."""
    if cell.cell_type == "markdown":
        yield from (line for line in cell.source.splitlines() if not _SILENT.fullmatch(line))
    elif cell.cell_type == "code" and may_print(cell.source):
        yield cell.source


def _blank(found: re.Match[str]) -> str:
    # What a link's address leaves is still a link.
    return "(" if found[0].startswith("(") else " "


def _found(paper: Paper, plan: Register, chapters: Sequence[OwnChapter]) -> Iterator[str]:
    if paper.placeholder:
        yield paper.placeholder
    for first, *others in paper.blanks():
        if first in _READ:
            yield ".".join(map(str, (first, *others)))
    for one in chapters:
        cells = (cell for cell in one.notebook.cells if cell.cell_type == "markdown")
        yield from filter(None, map(placeholder_of, cells))
        yield from (words for _, words in bare_headings(one.notebook))
    for action in plan:
        texts = (str(text) for _, text in action)
        yield from filter(None, map(placeholder_in, texts))
