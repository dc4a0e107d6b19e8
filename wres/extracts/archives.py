"""Unpacking a zipped workbook (xlsx, ods) without letting it hurt.

Every part is unpacked here, within limits, and packed again without compression: what reads the
workbook afterwards sees only what was looked at.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass
from typing import Final

from wres.errors import InputError
from wres.sources.files import InputFile

__all__ = ["Archive", "open_archive"]

# The largest extract of the largest trust unpacks to some 60 megabytes, at a ratio of 10 to 40;
# deflate itself can reach 1032.
_LARGEST_TOTAL: Final = 400_000_000
_LARGEST_RATIO: Final = 200
_SMALL: Final = 1_000_000
_MOST_PARTS: Final = 5_000
_ENCRYPTED: Final = 0x1
_NEEDED: Final = (".xml", ".rels", "mimetype")


@dataclass(frozen=True)
class Archive:
    """The parts of a workbook by name; pictures, macros and embedded files are left out."""

    parts: dict[str, bytes]

    def packed(self) -> bytes:
        """Pack the parts again, without compression."""
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as archive:
            for name, part in self.parts.items():
                archive.writestr(name, part)
        return held.getvalue()


def open_archive(file: InputFile, content: bytes) -> Archive:
    """Unpack a workbook.

    Raises
    ------
    InputError
        It is damaged, locked, or grows out of all proportion.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            _require_modest(file, members)
            return Archive(
                {
                    member.filename: _unpack(file, archive, member)
                    for member in members
                    if member.filename.endswith(_NEEDED)
                }
            )
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, NotImplementedError):
        rule = "is damaged or cut short: a part of it cannot be unpacked"
        raise InputError([file.problem(rule, "Copy or export it again")]) from None


def _require_modest(file: InputFile, members: list[zipfile.ZipInfo]) -> None:
    """Judge by what the parts declare, before any is unpacked."""
    if any(member.flag_bits & _ENCRYPTED for member in members):
        action = "Save it without a password"
        raise InputError([file.problem("must not be protected by a password", action)])
    total = sum(member.file_size for member in members)
    if total > _LARGEST_TOTAL or len(members) > _MOST_PARTS:
        raise _bomb(file, f"{total // 1_000_000:,} megabytes in {len(members):,} parts")
    for member in members:
        if member.file_size > max(_SMALL, _LARGEST_RATIO * member.compress_size):
            raise _bomb(file, f"a part to more than {_LARGEST_RATIO} times its size")


def _unpack(file: InputFile, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    # zipfile stops at the declared size and checks the sum of what it gave: a part that declares
    # less than it holds is cut, and found out
    part = archive.read(member)
    if len(part) != member.file_size:
        raise zipfile.BadZipFile
    if b"<!DOCTYPE" in part[:4096] or b"\x00" in part[:4096]:
        rule = "must be a workbook as Excel writes it; a part of it is no plain XML"
        raise InputError([file.problem(rule, "Open it in Excel, save it again as xlsx,")])
    return part


def _bomb(file: InputFile, what: str) -> InputError:
    rule = (
        f"must be no zip bomb; it unpacks to {what}"
        if "parts" in what
        else (f"must be no zip bomb; it unpacks {what}")
    )
    return InputError([file.problem(rule, "Export it again, without pictures and empty rows,")])
