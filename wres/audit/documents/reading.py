"""Reading a report by what its file is, not by what it is called."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from wres.audit.documents.contents import Document, with_boxes
from wres.audit.documents.numbering import without_numbers
from wres.errors import InputError, Problem

__all__ = ["SUFFIXES", "is_table_of_claims", "problem", "read_document"]

SUFFIXES: Final = (".docx", ".pdf", ".html", ".htm", ".txt", ".md")
_TABLES: Final = (".csv", ".tsv", ".xlsx", ".xls", ".ods")
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LARGEST: Final = 200_000_000


def is_table_of_claims(path: Path) -> bool:
    """Say by its name whether a file is a table of claims and not a report."""
    return path.suffix.lower() in _TABLES


def problem(path: Path, rule: str, remedy: str) -> InputError:
    """Give the error of a report that can't be read."""
    return InputError([Problem(str(path), rule, remedy)])


def read_document(path: Path) -> Document:
    """Read a report.

    Raises
    ------
    InputError
        It is not there, locked, damaged, empty, a scan without text, or of another format.
    """
    content = _bytes_of(path)
    reader = _reader_of(path, content)
    document = reader(path, content)
    document = replace(document, blocks=with_boxes(without_numbers(document.blocks)))
    if not any(block.text or block.grid for block in document.blocks):
        raise problem(path, "holds no text", "Save the report with its text and try again.")
    return document


def _bytes_of(path: Path) -> bytes:
    if not path.is_file():
        raise problem(path, "there is no such file", "Give the path of a report or claims table.")
    try:
        if path.stat().st_size > _LARGEST:
            raise problem(path, "is larger than 200 MB", "Leave its pictures out and try again.")
        content = path.read_bytes()
    except OSError as fault:
        rule = f"can't be read ({fault.strerror or type(fault).__name__})"
        raise problem(path, rule, "Make the file readable.") from None
    if not content.strip():
        raise problem(path, "is empty", "Save the report again and try again.")
    return content


def _reader_of(path: Path, content: bytes) -> Callable[[Path, bytes], Document]:
    from wres.audit.documents import pages, plain, web, word  # noqa: PLC0415 - each where needed

    if content.startswith(_OLD_OFFICE):
        raise problem(
            path, _old_office(path), "Open it in Word, remove any password, and save it as docx."
        )
    if content.startswith(b"PK\x03\x04"):
        return word.read_word
    if b"%PDF-" in content[:1024]:
        return pages.read_pages
    start = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower()
    if path.suffix.lower() in {".html", ".htm"} or start.startswith((b"<!doctype html", b"<html")):
        return web.read_web
    if path.suffix.lower() in {".docx", ".pdf"}:
        rule = f"is not a {path.suffix[1:]} file, whatever its name says"
        raise problem(path, rule, "Save the report again and try again.")
    if path.suffix.lower() in {".txt", ".md", ""}:
        return plain.read_plain
    known = ", ".join((*SUFFIXES, *_TABLES[:1], ".xlsx"))
    raise problem(
        path,
        f"is of a format that can't be audited; these can: {known}",
        "Save it as one of these.",
    )


def _old_office(path: Path) -> str:
    if path.suffix.lower() == ".doc":
        return "is a doc of old Word, not docx"
    return "is locked by a password, or a doc of old Word"
