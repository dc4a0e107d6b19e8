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
        for name, said in cover.executive_summary:
            yield from _of(said, ("cover", "executive_summary", name), name in _PLANS)
    for name in ("governance", "risks"):
        yield from _of(getattr(cover, name), ("cover", name))
    yield from _of(cover.recommendations, ("cover", "recommendations"), plan=True)
    for at, one in enumerate(cover.action_required):
        yield ("cover", "action_required", at), one.line, True
    for at, before in enumerate(cover.considered_before):
        yield ("cover", "considered_before", at, "outcome"), before.outcome, False
    for name in ("details", "paragraphs"):
        for label, text in getattr(cover, name).items():
            yield ("cover", name, label), text, False
    for at, section in enumerate(read.paper.sections):
        yield ("sections", at, "text"), section.text or "", False


def _of(
    said: str | tuple[str, ...], place: tuple[int | str, ...], plan: bool = False
) -> Iterator[tuple[tuple[int | str, ...], str, bool]]:
    """Give a text with its place, or each text of a list with its own."""
    if isinstance(said, str):
        yield place, said, plan
    else:
        yield from ((((*place, at), text, plan)) for at, text in enumerate(said))
