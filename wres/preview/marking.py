"""Putting notes into a page: the words marked, and what is said of them beside their paragraph."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from wres.preview.blocks import Block, Region, read_region, solid
from wres.preview.margin import aside
from wres.preview.notes import Note

__all__ = ["Marked", "mark_page"]

_CELL = re.compile(r"<!-- cell notebooks/(?P<chapter>[\w-]+)\.ipynb (?P<cell>[\w-]+) -->\n*")
_END = "</main>"
# What of a link or a span is no words of its author's.
_ASIDE = re.compile(r"(?<=\])(?:\([^)]*\)|\{[^}]*\})|\{[#.][^}]*\}")


@dataclass(frozen=True)
class Marked:
    """A page with its notes in place, and those whose words are not on it."""

    html: str
    placed: tuple[tuple[int, Note], ...]
    elsewhere: tuple[tuple[int, Note], ...]


# A text to insert: where, and its turn among those at one place.
_Insertion = tuple[int, int, str]
_CLOSE_MARK, _REFERENCE, _CLOSE_BOX, _OPEN_BOX, _OPEN_MARK = range(5)


@dataclass(frozen=True)
class _Placed:
    number: int
    note: Note
    region: Region
    words: range | None
    block: Block


def mark_page(html: str, notes: Sequence[Note]) -> Marked:
    """Put notes into a page that names its cells, and take those names out.

    Notes are numbered in the order that they come in.
    """
    regions = _regions(html, {(note.chapter, note.cell) for note in notes})
    placed, elsewhere = [], []
    for number, note in enumerate(notes, start=1):
        found = _place(number, note, regions.get((note.chapter, note.cell), []))
        if found is None:
            elsewhere.append((number, note))
        else:
            placed.append(found)
    marked = _inserted(html, [*_marks(placed), *_asides(placed)])
    return Marked(
        _CELL.sub("", marked),
        tuple((one.number, one.note) for one in placed),
        tuple(elsewhere),
    )


def _regions(html: str, noted: Container[tuple[str, str]]) -> dict[tuple[str, str], list[Region]]:
    """Read what each cell with a note has given: from its comment to the next one."""
    found: dict[tuple[str, str], list[Region]] = defaultdict(list)
    comments = list(_CELL.finditer(html))
    ends = [*(comment.start() for comment in comments[1:]), html.rfind(_END)]
    for comment, end in zip(comments, ends, strict=False):
        cell = (comment["chapter"], comment["cell"])
        if cell in noted:
            found[cell].append(read_region(html, comment.end(), end))
    return found


def _place(number: int, note: Note, regions: Sequence[Region]) -> _Placed | None:
    expected = len(_typed(note.before))
    for region in regions:
        words = region.find(_typed(note.words), expected)
        start = min(expected, len(region.places) - 1) if words is None else words.start
        if start < 0 or (note.words and words is None and len(regions) > 1):
            continue
        block = region.block_of(region.places[start][0])
        if block is not None:
            return _Placed(number, note, region, words, block)
    return None


def _typed(text: str) -> str:
    return solid(_ASIDE.sub("", text))


def _marks(placed: Sequence[_Placed]) -> Iterator[_Insertion]:
    """Mark words piece by piece, so that no mark crosses an element's edge."""
    for one in placed:
        pieces = list(_pieces(one))
        for start, end in pieces:
            opening = f'<mark class="preview-words preview-{one.note.weight}">'
            yield start, _OPEN_MARK, opening
            yield end, _CLOSE_MARK, "</mark>"
        if pieces:
            label = escape(f"Note {one.number}: {one.note.kind}")
            yield (
                pieces[-1][1],
                _REFERENCE,
                f'<a class="preview-ref" id="words-{one.number}" href="#note-{one.number}" '
                f'aria-label="{label}">{one.number}</a>',
            )


def _pieces(one: _Placed) -> Iterator[tuple[int, int]]:
    if one.words is None:
        return
    places = [one.region.places[place] for place in one.words]
    start, end = places[0]
    for first, last in places[1:]:
        if not one.region.joined(end, first):
            yield start, end
            start = first
        end = last
    yield start, end


def _asides(placed: Sequence[_Placed]) -> Iterator[_Insertion]:
    """Put what is said of a paragraph after it, both in one box that a wide screen splits."""
    beside: dict[Block, list[_Placed]] = defaultdict(list)
    for one in placed:
        beside[one.block].append(one)
    for block, notes in beside.items():
        inside = block.name in {"li", "dd"}
        opening = '<div class="preview-beside">' + ("<div>" if inside else "")
        closing = ("</div>" if inside else "") + aside([(one.number, one.note) for one in notes])
        yield (block.inner_start if inside else block.start), _OPEN_BOX, opening
        yield (block.inner_end if inside else block.end), _CLOSE_BOX, closing + "</div>"


def _inserted(html: str, insertions: Sequence[_Insertion]) -> str:
    parts, read = [], 0
    for place, _, text in sorted(insertions, key=lambda insertion: insertion[:2]):
        parts += [html[read:place], text]
        read = place
    return "".join([*parts, html[read:]])
