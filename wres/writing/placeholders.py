"""What a trust's own chapters still leave to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from wres.chapters.cells import cell_place
from wres.definitions.placeholders import placeholder_in
from wres.errors import Problem
from wres.sources.folders import YearFolder
from wres.writing.own import Written, with_own_cells

__all__ = ["placeholders_in_chapters"]

# Code, comments and addresses are no text; a line of underscores is a rule across the page.
_NO_TEXT: Final = re.compile(
    r"^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)|(?P<tick>`+)(?!`).+?(?<!`)(?P=tick)(?!`)|<!--.*?-->"
    r"|(?<=\])\([^)]*\)|https?://\S+|^[ \t]*_{3,}[ \t]*$",
    re.MULTILINE | re.DOTALL,
)


def placeholders_in_chapters(folder: YearFolder, written: Sequence[Written]) -> Iterator[Problem]:
    """Yield the text cells of a trust's own that still hold a placeholder."""
    for one in with_own_cells(folder, written):
        found = placeholder_in(_NO_TEXT.sub(_blank, one.cell.source))
        if found:
            place = cell_place(one.cell)
            rule = "must not hold a placeholder"
            yield one.chapter.file.problem(rule, "Fill it in", cell=place, given=found)


def _blank(found: re.Match[str]) -> str:
    # What a link's address leaves is still a link.
    return "(" if found[0].startswith("(") else " "
