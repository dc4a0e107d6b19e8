"""Numbered and lettered lists as people type them: a mark before each entry, however indented.

CommonMark wants two spaces after `A.`, a blank line before `a)` and entries within entries indented
to the text above them. What is typed without is known by its sequence, and written so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

__all__ = ["in_sequence", "with_lists"]

_BULLET: Final = "-"
_TAB: Final = 4
_GAP: Final = "  "  # by which `A.` is no initial
_MARK: Final = re.compile(
    r"(?P<indent> *)(?P<mark>\((?P<bracketed>\d{1,2}|[A-Za-z]{1,5})\)"
    r"|(?P<plain>\d{1,2}|[A-Za-z]{1,5})[.)]|[-*+]) +(?P<text>\S.*)"
)
_RULE: Final = re.compile(r"[-*_ ]+")
_ENDS: Final = re.compile(r" *(?:#{1,6} |>)")
_FENCE: Final = re.compile(r" *(`{3,}|~{3,})")
_ROMAN: Final = re.compile(r"(?=[ivxl])(xl|l?x{0,3})(ix|iv|v?i{0,3})")
_DIGITS: Final = {"i": 1, "v": 5, "x": 10, "l": 50}


@dataclass(frozen=True)
class _Line:
    """A line as it was typed; `readings` are the places in a list that its mark may stand for."""

    text: str
    indent: int
    mark: str = ""
    readings: tuple[tuple[str, int], ...] = ()


@dataclass
class _List:
    """A list that is open: its kind of mark, how far it went, where it and its text stand."""

    kind: str
    last: int
    indent: int
    column: int
    entry: int


def with_lists(text: str) -> str:
    r"""Write the numbered and lettered lists of a text as CommonMark wants them; all else stays.

    Examples
    --------
    >>> print(with_lists("A. Seek advice\nB. Decide\n   a) alone\n   b) with others"))
    A.  Seek advice
    B.  Decide
    <BLANKLINE>
        a)  alone
        b)  with others
    """
    written = _Writer([_line(one) for one in text.expandtabs(_TAB).splitlines()])
    lines = list(written.lines())
    return "\n".join(lines) if written.found else text


def in_sequence(entries: Sequence[str]) -> bool:
    """Tell whether entries of a list bring marks of their own, from the first on.

    Examples
    --------
    >>> in_sequence(["a) Approve the plan", "b) Note the figures"])
    True
    """
    read = [_line(one.partition("\n")[0]) for one in entries]
    kinds = [kind for kind, value in read[0].readings if value == 1] if len(read) > 1 else []
    return any(
        all((kind, place) in one.readings for place, one in enumerate(read, start=1))
        for kind in kinds
        if kind != _BULLET
    )


def _line(text: str) -> _Line:
    found = _MARK.fullmatch(text)
    if not found or _RULE.fullmatch(text):
        return _Line(text.strip(), len(text) - len(text.lstrip()))
    token = found["bracketed"] or found["plain"] or ""
    readings = tuple(_readings(token, found["mark"].replace(token, "", 1)))
    if not readings:
        return _Line(text.strip(), len(found["indent"]))
    return _Line(found["text"].rstrip(), len(found["indent"]), found["mark"], readings)


def _readings(token: str, shape: str) -> Iterator[tuple[str, int]]:
    """Give kind and place of a mark: `i` is the first Roman number, or the ninth letter."""
    case = "A" if token.isupper() else "a"
    if not token:
        yield _BULLET, 1
    elif token.isdigit():
        yield f"1{shape}", int(token)
    elif token == token.lower() or token == token.upper():
        if _ROMAN.fullmatch(token.lower()):
            yield f"{case} Roman{shape}", _roman(token.lower())
        if len(token) == 1:
            yield f"{case}{shape}", ord(token.lower()) - ord("a") + 1


def _roman(token: str) -> int:
    values = [_DIGITS[letter] for letter in token]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-one if one < following else one for one, following in pairs)


class _Writer:
    """Goes through the lines with the lists that are open, outermost first."""

    def __init__(self, given: Sequence[_Line]) -> None:
        self._given = given
        self._open: list[_List] = []
        self._closed: dict[str, int] = {}
        self._blank = True
        self.found = False

    def lines(self) -> Iterator[str]:
        fence = ""
        for at, line in enumerate(self._given):
            fenced = _FENCE.match(line.text)
            if fence or fenced:
                self._close(0)
                yield " " * line.indent + (f"{line.mark} " if line.mark else "") + line.text
                if fence:
                    fence = "" if fenced and fenced[1].startswith(fence) else fence
                else:
                    fence = fenced[1] if fenced else ""
            elif not line.text:
                yield ""
            elif line.mark and self._place(at, line):
                yield from self._entry(line)
            else:
                yield self._text(line)
            self._blank = not line.text

    def _place(self, at: int, line: _Line) -> bool:
        """Find the list that an entry belongs to, or open one; False where it is a text."""
        fitting = [
            (number, value)
            for number, one in enumerate(self._open)
            for kind, value in line.readings
            if kind == one.kind and (value == one.last + 1 or self._is_bullet_of(one, line))
        ]
        if fitting:
            level = [pair for pair in fitting if self._open[pair[0]].indent == line.indent]
            number, value = (level or fitting)[-1]
            self._close(number + 1)
            self._open[number].last = value
            return True
        return any(self._opened(at, line, kind, value) for kind, value in line.readings)

    def _is_bullet_of(self, one: _List, line: _Line) -> bool:
        return one.kind == _BULLET and one.indent == line.indent

    def _opened(self, at: int, line: _Line, kind: str, value: int) -> bool:
        parent = self._parent(at, line)
        goes_on = self._goes_on(at, kind, value, line.indent)
        inside = parent is not None and line.indent > self._open[parent].indent
        goes_on_after_text = value > 1 and self._closed.get(kind) == value - 1
        if not goes_on_after_text and (value != 1 or not (kind == _BULLET or goes_on or inside)):
            return False
        self._close(0 if parent is None else parent + 1)
        column = self._open[-1].entry if self._open else 0
        self._open.append(_List(kind, value, line.indent, column, column))
        self.found = self.found or kind != _BULLET
        return True

    def _parent(self, at: int, line: _Line) -> int | None:
        """Give the list of whose entry a new list is part.

        That is one it is indented under, or at whose side it stands: without a blank line between,
        or where that list goes on after it.
        """
        for number in range(len(self._open) - 1, -1, -1):
            one = self._open[number]
            level = one.indent == line.indent
            if one.indent < line.indent or (
                level and (not self._blank or self._goes_on(at, one.kind, one.last, one.indent))
            ):
                return number
        return None

    def _goes_on(self, at: int, kind: str, value: int, indent: int) -> bool:
        """Tell whether the next entry comes before the text does that ends the list."""
        blank = False
        for line in self._given[at + 1 :]:
            if kind != _BULLET and (kind, value + 1) in line.readings:
                return True
            if line.text and not line.mark and blank and line.indent <= indent:
                return False
            blank = not line.text
        return False

    def _entry(self, line: _Line) -> Iterator[str]:
        mine = self._open[-1]
        mark = line.mark + _GAP
        if not self._blank and mine.column == mine.entry and mine.kind != _BULLET:
            yield ""  # or it would be part of the sentence before
        mine.entry = mine.column + len(mark)
        yield " " * mine.column + mark + line.text

    def _text(self, line: _Line) -> str:
        if _ENDS.match(line.text):
            self._close(0)
        elif self._blank:
            inside = [one for one in self._open if one.indent < line.indent]
            self._close(len(inside))
        column = self._open[-1].entry if self._open else line.indent
        return " " * column + (f"{line.mark} " if line.mark else "") + line.text

    def _close(self, number: int) -> None:
        self._closed.update({one.kind: one.last for one in self._open[number:]})
        del self._open[number:]
