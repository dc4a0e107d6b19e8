"""A counted trust into the data folder; nothing that is there is written over unasked."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

import yaml

from wres.definitions.geographies import read_region
from wres.errors import Problem
from wres.shelf import write_whole
from wres.sources.files import InputFile
from wres.sources.folders import YearFolder
from wres.split.counting import Asked, Split
from wres.split.layout import FACTS

__all__ = ["FAILED", "UNCHANGED", "WRITTEN", "write_split"]

FAILED: Final = "failed"
UNCHANGED: Final = "unchanged"
WRITTEN: Final = "written"

_TABLE: Final = "workforce.csv"
# The table's key, and all below it that is indented or blank.
_ENTRY: Final = re.compile(r"^['\"]?workforce\.csv['\"]? *:.*\n?(?:[ \t].*\n?|\n)*", re.MULTILINE)


def write_split(split: Split, asked: Asked, source: str, *, replacing: bool) -> str:
    """Write a trust's workforce table, and what says whose it is and where it comes from.

    The table comes last: a run that ends between leaves no counts without their source.

    Returns
    -------
    str
        `written`, `unchanged`, or `failed`: then `split.problems` has the reason.
    """
    if split.problems:
        return FAILED
    folder = YearFolder(asked.data, split.organisation, asked.year)
    text = split.table.to_csv(index=False, lineterminator="\n")
    table, whence = folder.table(_TABLE), folder.table("sources.yml")
    last = table.path.read_text(encoding="utf-8") if table.path.exists() else None
    if last == text and _entry(whence):
        return UNCHANGED
    if not replacing:
        other = _entry(whence) not in (None, _own_entry(source))
        split.problems.extend(
            [
                *_standing(asked, table, last not in (None, text), "with other counts"),
                *_standing(asked, whence, other, f"with the source of another {_TABLE}"),
            ]
        )
    if split.problems:
        return FAILED
    _say_whose(folder, split)
    _say_whence(whence, source)
    write_whole(table.path, text)
    return WRITTEN


def _standing(asked: Asked, file: InputFile, stands: bool, what: str) -> list[Problem]:
    """Refuse to write over what is there unasked."""
    action = "Add --replace to put the list's in its place,"
    rule = f"is there already, {what}"
    return [replace(file, rerun=asked.file.rerun).problem(rule, action)] if stands else []


def _say_whose(folder: YearFolder, split: Split) -> None:
    """Write `trust.yml` from what the list says of the trust, if it says all that it must hold."""
    file = folder.trust()
    if file.path.exists():
        return
    lacking = [key for key in FACTS if key not in split.facts]
    if lacking:
        rule = f"is not there, and the list does not give the trust's {' and '.join(lacking)}"
        action = f"Run wres new {folder.organisation} {folder.year}, fill it in,"
        split.warnings.append(file.problem(rule, action))
        return
    region = split.facts["region"]
    if read_region(region) is None:
        rule, action = "is none of the seven NHS regions", "Correct it there and in the list"
        split.warnings.append(file.problem(rule, action, column="region", given=region))
    facts = {"ods_code": split.organisation, **split.facts}
    write_whole(file.path, yaml.safe_dump(facts, sort_keys=False, allow_unicode=True))


def _say_whence(file: InputFile, source: str) -> None:
    """Put the list in place of what `sources.yml` says of the table; the rest stays as typed."""
    text = file.path.read_text(encoding="utf-8") if file.path.exists() else ""
    others = _ENTRY.sub("", text)
    others += "" if not others or others.endswith("\n") else "\n"
    write_whole(file.path, others + _own_entry(source))


def _own_entry(source: str) -> str:
    # whatever else the trust has published, nobody has said it of these counts
    entry = {_TABLE: {"source": source, "already_published": False}}
    return yaml.safe_dump(entry, sort_keys=False, allow_unicode=True)


def _entry(file: InputFile) -> str | None:
    """Give what `sources.yml` says of the table, as typed."""
    found = _ENTRY.search(file.path.read_text(encoding="utf-8")) if file.path.exists() else None
    return found[0] if found else None
