"""Opening a file of a trust, and saying what is in it when it is not what its name says."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Final

from wres.errors import InputError
from wres.sources.files import InputFile

__all__ = ["LARGEST", "SUFFIXES", "TEXT_SUFFIXES", "open_extract", "require_size"]

TEXT_SUFFIXES: Final = ("csv", "tsv", "txt")
SUFFIXES: Final = (*TEXT_SUFFIXES, "xlsx", "xls", "ods")
# An extract of the largest trust is a few megabytes; beyond this something else lies there.
_LARGEST_FILE: Final = 300_000_000
# 15 times the largest trust's staff list; beyond it formats or formulas run down the whole sheet.
LARGEST: Final = 5_000_000

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
# the first record of an old workbook, and right after it the one that says it is encrypted
_LOCKED_BOOK: Final = re.compile(rb"\x09\x08\x10\x00\x00\x06\x05\x00.{12}\x2f\x00", re.DOTALL)
_MARKED_UP: Final = re.compile(rb"\s*<(!doctype|html|head|body|table|meta|script|div)", re.I)
_TITLES: Final = {
    "ods": "an OpenDocument spreadsheet (ods)",
    "text": "plain text",
    "xls": "an old Excel workbook (xls)",
    "xlsx": "an Excel workbook (xlsx)",
}


def open_extract(file: InputFile) -> tuple[str, bytes]:
    """Read a file and tell what it is: `text`, `xlsx`, `xls` or `ods`.

    Raises
    ------
    InputError
        It cannot be opened, or it is nothing that can be read, or not what its name says.
    """
    content = _read(file)
    if not content:
        raise _refusal(file, "must not be empty (0 bytes)", "Export it again")
    kind = _kind_of(file, content)
    suffix = file.path.suffix.casefold().removeprefix(".")
    if kind != ("text" if suffix in TEXT_SUFFIXES else suffix):
        raise _refusal(file, *_misnamed(kind, suffix))
    return kind, content


def require_size(file: InputFile, rows: int, columns: int, sheet: str | None = None) -> None:
    """Refuse a sheet of more cells than anyone has staff.

    Raises
    ------
    InputError
        The rectangle up to its last filled cell is too large.
    """
    if rows * columns > LARGEST:
        rule = "must have no more than 5 million cells; it reaches row "
        rule += f"{rows:,} and column {columns:,}"
        action = "Delete the rows and columns beyond the data"
        raise InputError([file.problem(rule, action, sheet=sheet)])


def _kind_of(file: InputFile, content: bytes) -> str:
    """Tell from its content what a file is."""
    if content.startswith(_OLE):
        return _kind_of_ole(file, content)
    if content.startswith(_ZIP):
        return _kind_of_zip(file, content)
    for told, holds in _OTHERS:
        if holds(content):
            raise _refusal(file, f"must be a table; this is {told}", _EXPORT)
    return "text"


_EXPORT: Final = "Export it as xlsx or csv"


def _is_web_page(content: bytes) -> bool:
    return _MARKED_UP.match(content.removeprefix(b"\xef\xbb\xbf")) is not None


def _is_xml(content: bytes) -> bool:
    return content.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<?xml")


def _is_pdf(content: bytes) -> bool:
    return content.startswith(b"%PDF-")


_OTHERS: Final = (
    ("a web page (HTML) under another name", _is_web_page),
    ("XML under another name", _is_xml),
    ("a PDF under another name", _is_pdf),
)


def _kind_of_ole(file: InputFile, content: bytes) -> str:
    """Tell an old workbook from what else Office keeps in the same container."""
    if "EncryptedPackage".encode("utf-16-le") in content or _LOCKED_BOOK.search(content):
        raise _refusal(file, "must not be protected by a password", "Save it without a password")
    if any(name.encode("utf-16-le") in content for name in ("Workbook", "Book")):
        return "xls"
    raise _refusal(file, "must be a workbook; this is another document of Office", _EXPORT)


def _kind_of_zip(file: InputFile, content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError):
        rule = "is damaged or cut short: its end is missing"
        raise _refusal(file, rule, "Copy or export it again") from None
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "content.xml" in names and "mimetype" in names:
        return "ods"
    raise _refusal(file, _other_zip(names), _EXPORT)


def _other_zip(names: set[str]) -> str:
    if "xl/workbook.bin" in names:
        return "must be a workbook that can be read; this is a binary one (xlsb)"
    if "word/document.xml" in names:
        return "must be a workbook; this is a Word document"
    return "must be a workbook; this is a zip file without one"


def _misnamed(kind: str, suffix: str) -> tuple[str, str]:
    endings = "csv" if kind == "text" else kind
    rule = f"must be what its name says; it is named .{suffix} but is {_TITLES[kind]}"
    return rule, f"Rename it to end in .{endings}"


def _read(file: InputFile) -> bytes:
    try:
        _require_ordinary(file)
        return file.path.read_bytes()
    except FileNotFoundError:
        raise _refusal(file, "there is no such file", "Put the file there") from None
    except OSError as fault:
        rule = f"must be readable ({fault.strerror or type(fault).__name__})"
        raise _refusal(file, rule, "Make the file readable") from None


def _require_ordinary(file: InputFile) -> None:
    """Refuse what cannot be read to its end; a pipe would be waited for without one."""
    path = file.path
    if path.is_symlink() and not path.exists():
        raise _refusal(file, "is a link to a file that is not there", "Put the file there")
    if path.is_dir():
        raise _refusal(file, "must be a file, not a folder", "Put the file there")
    if path.exists() and not path.is_file():
        raise _refusal(file, "must be an ordinary file", "Put the file there")
    if path.stat().st_size > _LARGEST_FILE:
        rule = f"must be no larger than {_LARGEST_FILE // 1_000_000} megabytes"
        raise _refusal(file, rule, "Leave out sheets and pictures that are no part of it")


def _refusal(file: InputFile, rule: str, action: str) -> InputError:
    return InputError([file.problem(rule, action)])
