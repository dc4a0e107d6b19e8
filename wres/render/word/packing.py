"""One way of packing a document, so that the same parts give the same bytes."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

__all__ = ["pack"]

_BEGINNING = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip file can say
_FIRST = "[Content_Types].xml"  # where readers look for it


def pack(content: bytes) -> bytes:
    """Pack a document again, its parts by name and without the time of day."""
    made = BytesIO()
    with ZipFile(BytesIO(content)) as given, ZipFile(made, "w", ZIP_DEFLATED) as packed:
        for name in sorted(given.namelist(), key=lambda name: (name != _FIRST, name)):
            entry = ZipInfo(name, _BEGINNING)
            entry.compress_type = ZIP_DEFLATED
            packed.writestr(entry, given.read(name))
    return made.getvalue()
