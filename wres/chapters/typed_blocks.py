"""Fences of code, marks of quotations and rules, which CommonMark takes away: kept as text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

__all__ = ["AROUND", "MARKS", "with_blocks"]

# Stand for the marks that begin a quotation or a rule, until the text is converted.
MARKS: Final[Mapping[str, str]] = {"\ufdd0": ">", "\ufdd1": "-", "\ufdd2": "*", "\ufdd3": "_"}
_STANDS_FOR: Final = {mark: sign for sign, mark in MARKS.items()}
# A fence around fences, which makes lines of code of them; texts.lua leaves it out again.
AROUND: Final = "~" * 71
_LEAD: Final = r"(?P<lead>[ \t]*(?:(?:[-*+]|\(?\w{1,5}[.)])[ \t]+)*)"
_FENCE: Final = re.compile(_LEAD + r"(?P<fence>`{3,}(?=[^`]*$)|~{3,})")
_RULE: Final = re.compile(_LEAD + r"(?P<mark>(?P<sign>[-*_])(?=(?:[ \t]*(?P=sign)){2,}[ \t]*$)|>)")
_NO_TEXT: Final = re.compile(r"[ \t]*(?:$|[-*+>#]|\w{1,5}[.)][ \t])")
_UNDERLINE: Final = re.compile(r" {0,3}-+ *")


def with_blocks(text: str) -> str:
    r"""Write fences, quotations and rules of a text so that pandoc keeps them as words.

    A line of hyphens right under a line of text makes that one a heading, and stays.

    Examples
    --------
    >>> with_blocks("> Listen.").replace("\ufdd0", "(>)")
    '(>) Listen.'
    >>> with_blocks("```\n*\n```").splitlines() == [AROUND, "```", "*", "```", AROUND]
    True
    """
    return "\n".join(_lines(text))


def _lines(text: str) -> Iterator[str]:
    fence, room, before = "", "", ""
    for line in text.splitlines():
        found = None if fence else _FENCE.match(line)
        if found:
            fence, room = found["fence"], " " * len(found["lead"])
            yield found["lead"] + AROUND
            yield room + line[found.end("lead") :]
        elif fence:
            yield line
            if line.strip().startswith(fence) and not line.strip().strip(fence[0]):
                yield room + AROUND
                fence = ""
        else:
            yield _kept(line, before)
        before = line
    if fence:
        yield room + AROUND


def _kept(line: str, before: str) -> str:
    found = _RULE.match(line)
    if not found or (_UNDERLINE.fullmatch(line) and not _NO_TEXT.match(before)):
        return line
    start, end = found.span("mark")
    return line[:start] + _STANDS_FOR[found["mark"]] + line[end:]
