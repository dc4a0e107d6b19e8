"""Markdown to plain text of the same length, so that a place in one is a place in the other.

What no reader takes for the author's claim is blanked out: code, links' targets, attributes,
figures from elsewhere that name their source. Inline values are filled in first; a map leads back
to where they stood.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wres.chapters.reading import SOURCED
from wres.claims.drawn_tables import Cell, grid_rows, is_grid
from wres.claims.html_tables import HtmlTable, html_tables

__all__ = ["Block", "Plain", "inline_values", "is_rule", "plain_text"]

_INLINE = re.compile(r"`\{python\}\s+(?P<expression>[^`]+?)\s*`")
# In this order: a code block may hold anything that is found after it.
_BLANKED = (
    re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL),
    re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL),
    re.compile(r"<!--.*?-->", re.DOTALL),
    re.compile(r"\{\{<.*?>\}\}", re.DOTALL),
    re.compile(r"^:{3,}.*$", re.MULTILINE),
    re.compile(r"(?<=\])\([^)\s]*(?:\s+\"[^\"]*\")?\)"),
    re.compile(r"(?<=\])\{[^}]*\}|\{[#.][^}]*\}"),
    re.compile(r"https?://[^\s<>\"]+|www\.[^\s<>\"]+"),
    re.compile(r"(?<![\w\\])@(?:fig|tbl|sec)-[\w-]+"),
    re.compile(r"\[\^[^\]]*\]"),
    re.compile(r"\\\|"),
)
_TAGS = re.compile(r"</?[a-zA-Z][^>]*>|&nbsp;")
# What a line in a quotation begins with.
_QUOTED = " \t>"
# Below the headings of a table, and between the rows of one that is drawn.
_RULE = re.compile(r"[ \t]*(?:\|?[ \t]*:?-+:?[ \t]*(?:[|+][ \t]*:?-*:?[ \t]*)*|\+[-=:+]+\+)[ \t]*")
_RULES = re.compile(r"^(?:\s*\|?\s*:?-{3,}:?\s*)+\|?\s*$", re.MULTILINE)
# Marks of emphasis, escapes and brackets: the words between them stand.
_MARKS = re.compile(r"\*+|(?<!\w)_+|_+(?!\w)|\\(?=[!-/:-@\[-`{-~])|~~|[\[\]]")
_BLOCK = re.compile(r"\n[ \t]*(?:\n|(?=[#|>]|[-+*][ \t]|\d+[.)][ \t]|[•▪][ \t]))|(?<=\|)[ \t]*\n")
_HEADING = re.compile(r"\s*#{1,6}\s")
_LEADING = re.compile(r"\s*(?:(?:[-+*>•▪]|\d+[.)])[ \t]+)*")


@dataclass(frozen=True)
class Block:
    """A `heading`, a paragraph (`text`), an `item` of a list or a `table`.

    `rows` are the cells of a table that is drawn or in HTML, `caption` that of one in HTML.
    """

    kind: str
    start: int
    text: str
    rows: tuple[tuple[Cell, ...], ...] = ()
    caption: str = ""


@dataclass(frozen=True)
class Plain:
    """A passage's words, and the way back from a place in them to one in the passage.

    `filled` are the places of inline values, with their expressions; `sourced` those of figures
    that are marked as from elsewhere, with their source; `unsourced` of those without saying where.
    """

    text: str
    blocks: tuple[Block, ...]
    filled: tuple[tuple[int, int, str], ...]
    sourced: tuple[tuple[int, int, str], ...]
    unsourced: tuple[tuple[int, int], ...]
    shifts: tuple[tuple[int, int], ...]

    def original(self, place: int, *, end: bool = False) -> int:
        """Give the place in the passage; inside a filled value, that of its code."""
        for start, stop, _ in self.filled:
            if start < place < stop or place == (stop if end else start):
                return self._shifted(stop if end else start)
        return self._shifted(place)

    def _shifted(self, place: int) -> int:
        moved = [by for at, by in self.shifts if at <= place]
        return place + (moved[-1] if moved else 0)

    def is_filled(self, start: int, end: int) -> bool:
        """Say whether these words came out of an inline value."""
        return any(begin <= start and end <= stop for begin, stop, _ in self.filled)


def plain_text(
    text: str, values: Mapping[str, str] | None = None, *, with_sourced: bool = False
) -> Plain:
    """Read markdown as the words that a reader sees; figures from elsewhere only `with_sourced`."""
    filled_text, filled, shifts = _filled(text, values or {})
    spans = [
        (one.start(), one.end(), one["source"].strip()) for one in SOURCED.finditer(filled_text)
    ]
    sourced = tuple(span for span in spans if span[2])
    unsourced = tuple(span[:2] for span in spans if not span[2])
    words = filled_text if with_sourced else SOURCED.sub(_blank, filled_text)
    for pattern in _BLANKED:
        words = pattern.sub(_blank, words)
    tagged, words = words, _TAGS.sub(_blank, words)
    tables = list(html_tables(tagged, _MARKS.sub(_blank, words)))
    blocks = tuple(_blocks(words, tables))
    return Plain(words, blocks, filled, sourced, unsourced, shifts)


def inline_values(text: str) -> list[str]:
    """Give the expressions of a text's inline values."""
    return [match["expression"] for match in _INLINE.finditer(text)]


def _filled(
    text: str, values: Mapping[str, str]
) -> tuple[str, tuple[tuple[int, int, str], ...], tuple[tuple[int, int], ...]]:
    parts: list[str] = []
    filled: list[tuple[int, int, str]] = []
    shifts: list[tuple[int, int]] = []
    read = length = 0
    for match in _INLINE.finditer(text):
        value = values.get(match["expression"], "\N{OBJECT REPLACEMENT CHARACTER}")
        parts += [text[read : match.start()], value]
        length += match.start() - read
        filled.append((length, length + len(value), match["expression"]))
        length += len(value)
        read = match.end()
        shifts.append((length, read - length))
    parts.append(text[read:])
    return "".join(parts), tuple(filled), tuple(shifts)


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def is_rule(line: str) -> bool:
    """Say whether a line of a table is but the rule under its headings.

    Examples
    --------
    >>> is_rule("|:--|--:|"), is_rule("| BME | 25% |")
    (True, False)
    """
    return "-" in line and _RULE.fullmatch(line.strip(_QUOTED)) is not None


def _blocks(text: str, tables: Sequence[HtmlTable]) -> list[Block]:
    blocks, start = [], 0
    for one in tables:
        blocks += _between(text[start : one.first], start)
        inside = _MARKS.sub(_blank, text[one.first : one.last])
        blocks.append(Block("table", one.first, inside, one.rows, one.caption))
        start = one.last
    return [*blocks, *_between(text[start:], start)]


def _between(text: str, offset: int) -> list[Block]:
    """Give the blocks of a text without HTML tables."""
    blocks, start = [], 0
    for first, last in _tables(text):
        blocks += _prose(text[start:first], offset + start)
        words, place = _MARKS.sub(_blank, text[first:last]), offset + first
        rows = grid_rows(words, place) if is_grid(words) else []
        blocks.append(Block("table", place, words, tuple(tuple(row) for row in rows)))
        start = last
    return [*blocks, *_prose(text[start:], offset + start)]


def _tables(text: str) -> list[tuple[int, int]]:
    """Find the lines that are tables: that open with a bar, or have bars and a rule among them."""
    found: list[tuple[int, int]] = []
    lines = list(re.finditer(r"^.*$", text, re.MULTILINE))
    inside = False
    for place, line in enumerate(lines):
        near = [one[0] for one in lines[max(0, place - 1) : place + 2]]
        inside = _is_row(line[0], near, inside)
        if inside and found and found[-1][1] == line.start() - 1:
            found[-1] = (found[-1][0], line.end())
        elif inside:
            found.append((line.start(), line.end()))
    return found


def _is_row(line: str, near: Sequence[str], inside: bool) -> bool:
    if line.lstrip(_QUOTED).startswith(("|", "+-", "+=", "+:")):
        return True
    ruled = any(is_rule(one) and "|" in one for one in near)
    return "|" in line and (inside or ruled)


def _prose(text: str, offset: int) -> list[Block]:
    words = _RULES.sub(_blank, text)
    blocks, start = [], 0
    for edge in [*_BLOCK.finditer(words), None]:
        stop = len(words) if edge is None else edge.start()
        if words[start:stop].strip():
            blocks.append(_block(words[start:stop], offset + start))
        start = stop if edge is None else edge.end()
    return blocks


def _block(text: str, start: int) -> Block:
    kind = "text"
    if _HEADING.match(text):
        kind = "heading"
        text = re.sub(r"^(\s*)(#+)", lambda found: found[1] + " " * len(found[2]), text)
    else:
        leading = _LEADING.match(text)
        skipped = leading.end() if leading else 0
        kind = "item" if text[:skipped].strip(" \t\n>") else "text"
        text = re.sub(r"\S", " ", text[:skipped]) + text[skipped:]
    words = _MARKS.sub(_blank, text)
    return Block(kind, start, words.replace("\n", " "))
