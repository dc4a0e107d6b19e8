"""Texts that `wres new` left to be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wres.definitions.placeholders import TO_FILL_IN
from wres.errors import InputError, Problem
from wres.sources.files import InputFile, read_text

__all__ = ["unfilled"]


def unfilled(*files: InputFile) -> list[Problem]:
    """Find every line of these YAML files that still holds the placeholder.

    A file that is not there or cannot be read is passed over: who reads it tells.
    """
    return [problem for file in files for problem in _unfilled(file)]


def _unfilled(file: InputFile) -> Iterator[Problem]:
    for row, line in enumerate(_lines(file), start=1):
        content = re.sub(r"(^|\s)#.*", "", line)
        if TO_FILL_IN.casefold() in content.casefold():
            key = content.partition(":")[0].strip(" -\"'") if ":" in content else None
            rule = f"must not hold the placeholder {TO_FILL_IN}"
            given = content.partition(":")[2].strip(" \"'") if key else content.strip()
            yield file.problem(rule, "Fill it in", row=row, column=key, given=given)


def _lines(file: InputFile) -> list[str]:
    try:
        return read_text(file).splitlines() if file.path.is_file() else []
    except InputError:
        return []
