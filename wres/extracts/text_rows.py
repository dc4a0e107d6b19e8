"""Reading a table saved as text: its encoding, its delimiter, its quotation marks."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

import pandas as pd

from wres.errors import InputError, Problem
from wres.extracts.contents import require_size
from wres.extracts.contract import Grid
from wres.sources.files import InputFile

__all__ = ["find_delimiter", "read_text_rows"]

_DELIMITERS: Final = (",", "\t", ";", "|")
_SAMPLE_LINES: Final = 200
_DECLARED: Final = re.compile(r"sep=(.)\r?\n")
_SAVE_AGAIN: Final = "Save it as 'CSV UTF-8'"


def read_text_rows(file: InputFile, content: bytes) -> Grid:
    """Read comma-, tab-, semicolon- or bar-separated text in one of the usual encodings.

    Raises
    ------
    InputError
        It is no text, or its quotation marks do not match.
    """
    text, notes = _decode(file, content)
    rows = dict(_rows(file, text))
    widest = max((len(row) for row in rows.values()), default=0)
    require_size(file, len(rows), widest)
    padded = [row + [""] * (widest - len(row)) for row in rows.values()]
    cells = pd.DataFrame(padded, index=list(rows), columns=range(widest), dtype="str")
    return Grid(None, cells, widths={line: len(row) for line, row in rows.items()}, notes=notes)


def _decode(file: InputFile, content: bytes) -> tuple[str, tuple[Problem, ...]]:
    encoding = _unicode_encoding(content)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as fault:
        if encoding != "utf-8-sig":
            raise _no_text(file, "must be whole text; it is damaged or cut short") from None
        return _decode_as_windows(file, content, fault)
    if "\x00" in text:
        row = text.count("\n", 0, text.index("\x00")) + 1
        raise _no_text(file, "must be plain text; it holds NUL bytes", row)
    return text, ()


def _unicode_encoding(content: bytes) -> str:
    """Tell UTF-16, which Excel writes as 'Unicode text', from UTF-8."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    # without a mark, plain English letters betray the order: every second byte is NUL
    start = content[:400]
    if len(start) >= 4 and len(start) % 2 == 0:
        for encoding, halves in (("utf-16-le", start[1::2]), ("utf-16-be", start[::2])):
            if halves.count(0) > 0.9 * len(halves):
                return encoding
    return "utf-8-sig"


def _decode_as_windows(
    file: InputFile, content: bytes, fault: UnicodeDecodeError
) -> tuple[str, tuple[Problem, ...]]:
    row = content.count(b"\n", 0, fault.start) + 1
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        rule = f"must be text in UTF-8; byte 0x{content[fault.start]:02x} is not"
        raise _no_text(file, rule, row) from None
    if "\x00" in text:
        raise _no_text(file, "must be plain text; it holds NUL bytes")
    rule = "is not in UTF-8 and was read as Windows text (cp1252)"
    action = f"Look at the accents and pound signs; if they are wrong, {_SAVE_AGAIN.lower()}"
    return text, (file.problem(rule, action, row=row),)


def _rows(file: InputFile, text: str) -> Iterator[tuple[int, list[str]]]:
    """Give every row with the line on which it begins."""
    delimiter, body = find_delimiter(text)
    declared = len(body) < len(text)
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=delimiter, strict=True)
    before = line = 1 if declared else 0
    try:
        for row in reader:
            yield line + 1, [" ".join(cell.split()) for cell in row]
            line = before + reader.line_num
    except csv.Error as fault:
        rule = f"must be text in columns; the quotation marks from here on do not match ({fault})"
        action = "Check the quotation marks"
        raise InputError([file.problem(rule, action, row=line + 1)]) from None


def find_delimiter(text: str) -> tuple[str, str]:
    """Give the mark between cells, and the text without Excel's line that declares it.

    Examples
    --------
    >>> find_delimiter("a;b,c;d")
    (';', 'a;b,c;d')
    """
    declared = _DECLARED.match(text)
    if declared:
        return declared[1], text[declared.end() :]
    return _delimiter_of(text), text


def _delimiter_of(text: str) -> str:
    """Give the mark that cuts the most rows into the same number of cells."""
    sample = "".join(io.StringIO(text, newline="").readlines()[:_SAMPLE_LINES])
    return max(_DELIMITERS, key=lambda mark: _evenness(sample, mark))


def _evenness(sample: str, delimiter: str) -> int:
    rows = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
    try:
        widths = Counter(len(row) for row in rows)
    except csv.Error:
        return 0
    return max((times * (width - 1) for width, times in widths.items()), default=0)


def _no_text(file: InputFile, rule: str, row: int | None = None) -> InputError:
    return InputError([file.problem(rule, _SAVE_AGAIN, row=row)])
