"""Reading the HTML that pandoc wrote as text with a way back to its places in the source.

pandoc writes well-formed HTML, so that tags need no parser that repairs.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

__all__ = ["Block", "Region", "read_region", "solid"]

_TAG = re.compile(
    r"<!--.*?-->"
    r"|<(?P<end>/?)(?P<name>[a-zA-Z][\w-]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>",
    re.DOTALL,
)
_CHARACTER = re.compile(r"&(?:#\d+|#x[\da-fA-F]+|\w+);|.", re.DOTALL)
_VOID = frozenset({"br", "hr", "img", "source", "col", "input", "wbr"})
# A note stands beside one of these; the inmost that it can stand in counts.
_BLOCKS = frozenset({"p", "li", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "table", "dl", "pre"})
# In these no note can stand: it goes beside what holds them.
_CLOSED = frozenset({"table", "dl", "pre"})
# Marks of markdown that no reader sees, and blanks, which pandoc breaks lines at.
_MARKUP = re.compile(r"[\s*_~\\`#>\[\]|^]+")
_ALIKE = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-", "…": "."}
)
_TYPED = re.compile(r"-{2,3}|\.{3}")


def solid(text: str) -> str:
    """Reduce text to what typed and printed words have in common: no blanks, no marks."""
    plain = _TYPED.sub(lambda typed: typed[0][0], text)
    return _MARKUP.sub("", plain.translate(_ALIKE))


@dataclass(frozen=True)
class Block:
    """A paragraph or the like: where it begins and ends, and where what is in it does."""

    name: str
    start: int
    inner_start: int
    inner_end: int
    end: int


@dataclass
class Region:
    """A stretch of HTML: its characters in solid form, each with its place, and its blocks."""

    source: str
    text: str = ""
    places: list[tuple[int, int]] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)

    def find(self, words: str, expected: int) -> range | None:
        """Find solid words, nearest to where they are expected among the solid characters."""
        if not words:
            return None
        starts = [match.start() for match in re.finditer(f"(?={re.escape(words)})", self.text)]
        if not starts:
            return None
        nearest = min(starts, key=lambda start: abs(start - expected))
        return range(nearest, nearest + len(words))

    def joined(self, end: int, start: int) -> bool:
        """Say whether nothing but text stands between two places."""
        return "<" not in self.source[end:start]

    def block_of(self, place: int) -> Block | None:
        """Give the block beside which a note on this place stands."""
        around = [block for block in self.blocks if block.start <= place < block.end]
        closed = [block for block in around if block.name in _CLOSED]
        if closed:
            return min(closed, key=lambda block: block.start)
        return max(around, key=lambda block: block.start, default=None)


def read_region(source: str, start: int, end: int) -> Region:
    """Read a stretch of HTML; elements that begin or end outside are no blocks of it."""
    region, read = Region(source), start
    open_: list[tuple[str, int, int]] = []
    for tag in [*_TAG.finditer(source, start, end), None]:
        _add(region, read, end if tag is None else tag.start())
        if tag is None:
            break
        read = tag.end()
        name = (tag["name"] or "").lower()
        if not name or name in _VOID:
            continue
        if not tag["end"]:
            open_.append((name, tag.start(), tag.end()))
        elif open_ and open_[-1][0] == name:
            _, begun, inner = open_.pop()
            if name in _BLOCKS:
                region.blocks.append(Block(name, begun, inner, tag.start(), tag.end()))
    return region


def _add(region: Region, start: int, end: int) -> None:
    for match in _CHARACTER.finditer(region.source, start, end):
        for character in solid(html.unescape(match[0])):
            region.text += character
            region.places.append((match.start(), match.end()))
