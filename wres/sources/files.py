"""Reading an input file as text, and saying why when it is no text."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from wres.errors import InputError, Problem

__all__ = ["InputFile", "fingerprint", "read_text"]

_WORKBOOK = b"PK\x03\x04"
_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
_WEB_PAGE = re.compile(rb"\s*<(!doctype|html|head|body|table|meta|\?xml)", re.IGNORECASE)
_SAVE_AGAIN = "Save it as 'CSV UTF-8' (or plain text in UTF-8)"


@dataclass(frozen=True)
class InputFile:
    """A file to read, with what a message about it needs.

    Parameters
    ----------
    path : Path
        Where it lies.
    shown : str
        Its path as the user knows it.
    rerun : str
        The command to run again once it is mended.
    """

    path: Path
    shown: str
    rerun: str

    def problem(
        self,
        rule: str,
        action: str = "Correct the row",
        *,
        row: int | None = None,
        column: str | None = None,
        given: str | None = None,
        sheet: str | None = None,
    ) -> Problem:
        """Locate one fault in this file; `action` is what to do before running again."""
        remedy = f"{action} and run {self.rerun} again."
        return Problem(self.shown, rule, remedy, row=row, column=column, given=given, sheet=sheet)


def fingerprint(path: Path) -> str:
    """Give the SHA-256 of a file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def read_text(file: InputFile) -> str:
    """Read a file as UTF-8 text, with or without a byte order mark.

    Raises
    ------
    InputError
        It is a folder, cannot be read, or is not text in UTF-8.
    """
    content = _read_bytes(file)
    reason = _why_not_text(content)
    if reason is not None:
        raise InputError([file.problem(reason, _SAVE_AGAIN)])
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        row = content.count(b"\n", 0, fault.start) + 1
        rule = f"must be text in UTF-8; byte 0x{content[fault.start]:02x} is not"
        raise InputError([file.problem(rule, _SAVE_AGAIN, row=row)]) from None


def _read_bytes(file: InputFile) -> bytes:
    if file.path.is_dir():
        raise InputError([file.problem("must be a file, not a folder", "Put the file there")])
    try:
        return file.path.read_bytes()
    except FileNotFoundError:
        raise InputError([file.problem("there is no such file", "Put the file there")]) from None
    except OSError as fault:
        rule = f"must be readable ({fault.strerror or type(fault).__name__})"
        raise InputError([file.problem(rule, "Make the file readable")]) from None


def _why_not_text(content: bytes) -> str | None:
    if content.startswith(_WORKBOOK):
        return "must be plain text; this is a workbook (xlsx) or other zip file under another name"
    if content.startswith(_OLD_WORKBOOK):
        return "must be plain text; this is an old workbook (xls) under another name"
    if _WEB_PAGE.match(content.removeprefix(b"\xef\xbb\xbf")):
        return "must be plain text; this is a web page (HTML or XML) under another name"
    if b"\x00" in content:
        return "must be plain text in UTF-8; it holds NUL bytes (perhaps saved as UTF-16)"
    return None
