"""A page of a PDF in lines, and what stands together in each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from wres.audit.documents.contents import visible

__all__ = [
    "YEAR",
    "Box",
    "Line",
    "Segment",
    "is_bare",
    "is_figure",
    "is_inside",
    "lines_of",
    "rules_of",
]

Box = tuple[float, float, float, float]
# Words further apart than this many sizes of their type stand in different columns.
_APART: Final = 0.9
_FIGURE: Final = re.compile(r"[-−+–▲▼↑↓]?\s?£?\d[\d,]*(?:\.\d+)?\s?%?|[-–—*]|n/a", re.IGNORECASE)
YEAR: Final = re.compile(r"(?:19|20)\d\d(?:[/–-]\d\d)?")
_SHORT_RULE: Final = 0.3


@dataclass(frozen=True)
class Segment:
    """Words of one line that stand together."""

    text: str
    left: float
    right: float

    @property
    def is_figure(self) -> bool:
        """Whether it is a number, and no year."""
        return is_figure(self.text)


@dataclass
class Line:
    """One line of a page, in segments."""

    top: float
    bottom: float
    size: float
    segments: list[Segment]
    words: list[Segment] = field(default_factory=list)

    @property
    def is_tabular(self) -> bool:
        """Whether it looks like a row: three segments, or two of which one is a figure."""
        figures = sum(segment.is_figure for segment in self.segments)
        return len(self.segments) > 2 or (len(self.segments) == 2 and figures > 0)


def is_figure(text: str) -> bool:
    """Say whether text opens with a number that is no year."""
    first = text.split(maxsplit=1)[0] if text.strip() else ""
    return bool(_FIGURE.match(first)) and not YEAR.fullmatch(first.strip("(),.;:"))


def is_bare(text: str) -> bool:
    """Say whether text is a number and nothing else."""
    return _FIGURE.fullmatch(text.strip()) is not None


def lines_of(page: Any) -> list[Line]:
    """Put the words of a page to lines, from its top to its foot."""
    words = page.extract_words(extra_attrs=["size"], x_tolerance_ratio=0.15)
    for word in words:
        word["text"] = visible(word["text"])
    lines: list[list[Any]] = []
    for word in sorted(words, key=lambda one: (one["bottom"], one["x0"])):
        if lines and abs(lines[-1][-1]["bottom"] - word["bottom"]) < 0.35 * word["size"]:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [_line(sorted(line, key=lambda word: word["x0"])) for line in lines]


def _line(words: list[Any]) -> Line:
    segments: list[Segment] = []
    for word in words:
        last = segments[-1] if segments else None
        if last is not None and word["x0"] - last.right < _APART * word["size"]:
            segments[-1] = Segment(f"{last.text} {word['text']}", last.left, word["x1"])
        else:
            segments.append(Segment(word["text"], word["x0"], word["x1"]))
    top = min(word["top"] for word in words)
    bottom = max(word["bottom"] for word in words)
    each = [Segment(word["text"], word["x0"], word["x1"]) for word in words]
    return Line(top, bottom, words[0]["size"], segments, each)


def is_inside(line: Line, boxes: Sequence[Box]) -> bool:
    """Say whether a line begins within one of these parts of a page."""
    middle = (line.top + line.bottom) / 2
    left = line.segments[0].left
    return any(x0 - 2 <= left <= x1 and y0 <= middle <= y1 for x0, y0, x1, y1 in boxes)


def rules_of(page: Any) -> list[float]:
    """Give the heights at which horizontal lines are drawn."""
    edges = [edge for edge in page.edges if edge["orientation"] == "h"]
    return sorted({e["top"] for e in edges if e["x1"] - e["x0"] > _SHORT_RULE * page.width / 4})
