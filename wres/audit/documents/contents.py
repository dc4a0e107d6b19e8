"""The parts of a report: blocks, and the grids of its tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

__all__ = [
    "Block",
    "Document",
    "Grid",
    "boxed",
    "is_lone",
    "is_run_together",
    "pictures_told",
    "put_together",
    "tidy",
    "visible",
    "with_boxes",
]

_BLANKS: Final = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u00ad": None})


def tidy(text: str) -> str:
    """Give text on one line, with plain blanks and without soft hyphens."""
    return " ".join(text.translate(_BLANKS).split())


def visible(text: str) -> str:
    """Give a PDF's hyphens as such: what it draws is there, whichever sign its font names it."""
    return text.replace("\u00ad", "-").replace("\u2010", "-")


def pictures_told(count: int) -> tuple[str, ...]:
    """Tell how many pictures a document has, whose figures can't be read."""
    if not count:
        return ()
    return (f"{count} {'picture or chart' if count == 1 else 'pictures or charts'}",)


# A hyphen after these belongs to the word: `non-executive`.
_KEEPS_HYPHEN: Final = re.compile(
    r"\b(?:non|self|part|full|high|low|well|long|short|cross|multi|anti|under|over)-$",
    re.IGNORECASE,
)


def put_together(lines: Sequence[str]) -> str:
    """Put lines together, words that a line's end parted too.

    Examples
    --------
    >>> put_together(["the experi-", "ence of non-", "executive members"])
    'the experience of non-executive members'
    """
    text = ""
    for line in lines:
        parted = re.search(r"[A-Za-z]-$", text) and line[:1].islower()
        if not parted:
            text = f"{text} {line}"
        elif _KEEPS_HYPHEN.search(text):
            text += line
        else:
            text = text[:-1] + line
    return tidy(text)


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
    origin : str
        ``table`` where the file marks its tables; of a PDF ``ruled``, where lines are drawn round
        the cells, and ``aligned``, where only their places tell, as in text set with spaces.
    """

    rows: tuple[tuple[str, ...], ...]
    heads: int | None = None
    copies: frozenset[tuple[int, int]] = frozenset()
    origin: Literal["table", "ruled", "aligned"] = "table"

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
    topic : str
        Its indicator, where the file has a column that names it.
    """

    kind: Literal["heading", "paragraph", "table"]
    text: str
    place: str
    level: int = 0
    grid: Grid | None = None
    source: int = 0
    topic: str = ""


@dataclass(frozen=True)
class Document:
    """A report as read.

    Parameters
    ----------
    file : str
        Its file's name.
    blocks : tuple of Block
        In their order.
    title : str
        As far as known.
    pictures : tuple of str
        What may hold text or figures and holds none that a machine reads.
    """

    file: str
    blocks: tuple[Block, ...]
    title: str = ""
    pictures: tuple[str, ...] = ()


# A figure that stands alone, as in a box: `14.6%`, `1.57`, `3,126`.
_LONE: Final = re.compile(
    r"[-−+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\s?(?:%|x|times)?", re.IGNORECASE
)
_FEW_WORDS: Final = 16


def is_lone(text: str) -> bool:
    """Say whether a text is one figure and nothing else."""
    return _LONE.fullmatch(text.strip()) is not None


# Where two cells meet without a blank: `BME81%as published`, `0.64White`, `18.4%10.0%`, `[c][c]`.
_SEAM: Final = re.compile(
    r"[A-Za-z]{3,}[-+−–]?\d[\d,]*(?:\.\d|%)|\d\.\d+[A-Za-z]{3,}|\d%(?:[A-Za-z]{2,}|[-+−–]{0,2}\d)"
    r"|[–—]{2,}|(?:%|[A-Za-z]{2,})[–—]\d|\]\[|[A-Za-z]{4,}\d{3,}|\d{4}[-+−]\d"
    r"|\b\d+(?!st|nd|rd|th)[A-Za-z]{4,}"
)
# Words that meet so: of one alone a product is often named.
_WORDS_MEET: Final = re.compile(r"[a-z]{3,}(?:[A-Z]{2,}|[A-Z][a-z]{3,})")
_SEAMS: Final = 2


def is_run_together(text: str) -> bool:
    """Say whether a line is a row of a table whose cells a conversion left without a blank.

    Examples
    --------
    >>> is_run_together("BME81%as published83%"), is_run_together("It is 81%, was 83%.")
    (True, False)
    """
    seams = len(_SEAM.findall(text))
    if seams + len(_WORDS_MEET.findall(text)) >= _SEAMS:
        return True
    return seams > 0 and not text.rstrip().endswith((".", "!", "?", ";"))


def boxed(figure: str, words: str, *, below: bool = True) -> str | None:
    """Give a figure set large and the words beside it as one line; None where these are none.

    Parameters
    ----------
    figure, words : str
    below : bool
        Whether the words stand below the figure, and so go on from it.

    Examples
    --------
    >>> boxed("14.6%", "of staff are BME"), boxed("1.57", "Relative likelihood", below=False)
    ('14.6% of staff are BME', 'Relative likelihood: 1.57')
    """
    fitting = is_lone(figure) and any(letter.isalpha() for letter in words) and not is_lone(words)
    if not fitting or len(words.split()) > _FEW_WORDS:
        return None
    return f"{figure} {words}" if below else f"{words.rstrip(' :')}: {figure}"


def with_boxes(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Join paragraphs that are one figure with the words in the paragraph below."""
    joined: list[Block] = []
    place = 0
    while place < len(blocks):
        run = _run_of_boxes(blocks, place)
        lone = [is_lone(one.text) for one in run]
        if len(run) >= 2 and lone[0]:
            for figure, words in zip(run[::2], run[1::2], strict=False):
                text = boxed(figure.text, words.text)
                joined += [figure, words] if text is None else [replace(words, text=text)]
            place += 2 * (len(run) // 2)
        else:
            joined.append(blocks[place])
            place += 1
    return tuple(joined)


def _run_of_boxes(blocks: Sequence[Block], place: int) -> list[Block]:
    """Give the blocks from one on that are a figure, words, a figure, words."""
    run: list[Block] = []
    for block in blocks[place:]:
        wanted = not is_lone(run[-1].text) if run else True
        short = len(block.text.split()) <= _FEW_WORDS
        if block.kind != "paragraph" or is_lone(block.text) != wanted or not short:
            break
        run.append(block)
    return run
