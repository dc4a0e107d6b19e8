"""The parts of a report: blocks, and the grids of its tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

__all__ = ["Block", "Document", "Grid", "tidy"]

_BLANKS: Final = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u00ad": None})


def tidy(text: str) -> str:
    """Give text on one line, with plain blanks and without soft hyphens."""
    return " ".join(text.translate(_BLANKS).split())


@dataclass(frozen=True)
class Grid:
    """The cells of a table, as text; a merged cell's text stands in each of its places.

    Parameters
    ----------
    rows : tuple of tuple of str
        All of one length.
    heads : int, optional
        How many rows are marked as headings, where the file says so.
    copies : frozenset of (row, column)
        Places of merged cells other than their first.
    aligned : bool
        Whether it was told from where words stand, and not from a table's own marks.
    """

    rows: tuple[tuple[str, ...], ...]
    heads: int | None = None
    copies: frozenset[tuple[int, int]] = frozenset()
    aligned: bool = False

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.rows[0]) if self.rows else 0


@dataclass(frozen=True)
class Block:
    """A heading, a paragraph or a table.

    Parameters
    ----------
    kind : {'heading', 'paragraph', 'table'}
    text : str
        Of a table its caption, as far as it has one of its own.
    place : str
        For a reader.
    level : int
        Of a heading.
    grid : Grid, optional
        Of a table.
    source : int
        The block's number in its own file, among those of its sort.
    """

    kind: Literal["heading", "paragraph", "table"]
    text: str
    place: str
    level: int = 0
    grid: Grid | None = None
    source: int = 0


@dataclass(frozen=True)
class Document:
    """A report: the name of its file, its title as far as known, and its blocks in order."""

    file: str
    blocks: tuple[Block, ...]
    title: str = ""
