"""The chapters of a report in their order, and where a trust's own ones stand among them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from wres.errors import ChapterError

__all__ = [
    "CHAPTERS",
    "INDICATOR_CHAPTERS",
    "PROJECT_CHAPTERS",
    "UNPLACED",
    "from_chapter",
    "in_order",
    "with_embeds",
]

INDICATOR_CHAPTERS = (
    "workforce",
    "recruitment",
    "disciplinary",
    "development",
    "staff_survey",
    "board",
)
CHAPTERS = (
    "summary",
    "performance",
    *INDICATOR_CHAPTERS,
    "trends",
    "comparison",
    "locality",
    "national",
    "progress",
    "action_plan",
    "methods",
    "appendix",
)
# With the cover sheet, for documents that `board_paper.yml` describes.
PROJECT_CHAPTERS = ("cover", *CHAPTERS)
# What a chapter stands after that is added and names no place of its own.
UNPLACED = "comparison"


def in_order(added: Mapping[str, str]) -> list[str]:
    """Return all chapters in the order of the report.

    Parameters
    ----------
    added : mapping of str to str
        Chapters beyond those of every report, and the chapter that each comes after. Those after
        the same one stand in the order of their names.

    Examples
    --------
    >>> in_order({"voices": "board", "allies": "voices", "staff_side": "board"})[7:11]
    ['board', 'staff_side', 'voices', 'allies']
    """
    return [name for start in CHAPTERS for name in _from(start, added)]


def from_chapter(name: str, added: Mapping[str, str]) -> list[str]:
    """Return the added chapters that follow a chapter, in their order."""
    return list(_from(name, added))[1:]


def _from(name: str, added: Mapping[str, str]) -> Iterator[str]:
    yield name
    for child in _children(name, added):
        yield from _from(child, added)


def _children(name: str, added: Mapping[str, str]) -> list[str]:
    return sorted(child for child, after in added.items() if after == name)


def with_embeds(spine: str, added: Mapping[str, str]) -> str:
    """Write report.qmd with each added chapter embedded in its place.

    Raises
    ------
    ChapterError
        report.qmd does not embed a chapter that another is to come after.
    """
    for name in CHAPTERS:
        after = from_chapter(name, added)
        if after:
            spine = _with_embeds_after(spine, name, after)
    return spine


def _with_embeds_after(spine: str, name: str, after: list[str]) -> str:
    line = re.compile(rf"^\{{\{{<\s*embed\s+notebooks/{name}\.ipynb\s*>\}}\}}[ \t]*$", re.MULTILINE)
    found = line.search(spine)
    if found is None:
        raise ChapterError(
            f"report.qmd embeds no chapter {name}, after which {', '.join(after)} should stand"
        )
    embeds = "".join(f"\n\n{{{{< embed notebooks/{one}.ipynb >}}}}" for one in after)
    return spine[: found.end()] + embeds + spine[found.end() :]
