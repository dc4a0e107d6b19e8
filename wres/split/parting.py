"""The rows of each trust in a file of their own, in one pass over the list."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Final

import polars as pl

from wres.errors import InputError
from wres.split.layout import ORGANISATION
from wres.split.opening import StaffList, unreadable
from wres.split.widths import uneven_rows

__all__ = ["parted"]

# Ten times the trusts that there are: beyond it the column holds something else.
_MOST_TRUSTS: Final = 2_000
# What Polars passes on of the system's own words.
_NO_ROOM: Final = os.strerror(errno.ENOSPC)


def parted(staff: StaffList, folder: Path) -> dict[str, Path]:
    """Write the rows of each trust into a file of the folder; nothing but a piece is ever held.

    Parameters
    ----------
    staff : StaffList
        The list.
    folder : Path
        An empty folder that nobody else may read.

    Returns
    -------
    dict of str to Path
        By ODS code in capitals ("" where a row has none) a Parquet file of its rows.

    Raises
    ------
    InputError
        Text can't be read, or too many different codes stand where codes of trusts should.
    OSError
        The folder's disk has no room.
    """
    parts: dict[str, Path] = {}

    def path_of(place: pl.io.partition.FileProviderArgs) -> str:
        code = str(place.partition_keys.item())
        if len(parts) == _MOST_TRUSTS:
            rule = f"holds more than {_MOST_TRUSTS:,} different codes: it may be another column"
            column = staff.headings[ORGANISATION]
            raise InputError([staff.file.problem(rule, "Rename it", column=column)])
        parts[code] = folder / f"{len(parts)}.parquet"
        return parts[code].name

    key = pl.col(ORGANISATION).str.strip_chars().str.to_uppercase()
    by_trust = pl.PartitionBy(
        folder, key=key.alias("part"), include_key=False, approximate_bytes_per_file=None,
        file_path_provider=path_of,
    )  # fmt: skip
    try:
        staff.rows.sink_parquet(by_trust, compression="lz4")
    except pl.exceptions.PolarsError as fault:
        if _NO_ROOM in str(fault):
            raise OSError(errno.ENOSPC, _NO_ROOM) from None
        found = uneven_rows(staff) if staff.delimiter else []
        raise InputError(found or [unreadable(staff, fault)]) from None
    return parts
