"""The texts of a document that state something, with the lines they stand in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from wres.paper.reading import PaperFile

__all__ = ["PaperText", "texts_of"]

# What is to be done claims nothing by its verbs.
_PLANS: Final = ("actions",)


@dataclass(frozen=True)
class PaperText:
    """A text of `board_paper.yml`: its keys, its line, and whether it tells what is to be done."""

    column: str
    row: int
    text: str
    plan: bool = False


def texts_of(read: PaperFile) -> list[PaperText]:
    """Return what a document states: the texts of its cover sheet, and its own sections."""
    return [
        PaperText(".".join(map(str, place)), read.row(*place), text, plan)
        for place, text, plan in _texts(read)
        if text
    ]


def _texts(read: PaperFile) -> Iterator[tuple[tuple[int | str, ...], str, bool]]:
    cover = read.paper.cover
    if cover.executive_summary is not None:
        place = ("cover", "executive_summary")
        yield (*place, "introduction"), cover.executive_summary.introduction, False
        for name in ("achievements", "areas_to_improve", "actions"):
            for at, text in enumerate(getattr(cover.executive_summary, name)):
                yield (*place, name, at), text, name in _PLANS
    for name in ("governance", "risks"):
        yield ("cover", name), getattr(cover, name), False
    for name, lines, plan in (
        ("recommendations", cover.recommendations, True),
        ("action_required", [one.line for one in cover.action_required], True),
    ):
        for at, text in enumerate(lines):
            yield ("cover", name, at), text, plan
    for at, section in enumerate(read.paper.sections):
        yield ("sections", at, "text"), section.text or "", False
