"""A counted trust into the data folder; nothing that is there is written over unasked."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import yaml

from wres.shelf import write_whole
from wres.sources.folders import YearFolder
from wres.split.counting import Asked, Split
from wres.split.layout import FACTS

__all__ = ["FAILED", "UNCHANGED", "WRITTEN", "write_split"]

FAILED: Final = "failed"
UNCHANGED: Final = "unchanged"
WRITTEN: Final = "written"

_TABLE: Final = "workforce.csv"


def write_split(split: Split, asked: Asked, source: str, *, replacing: bool) -> str:
    """Write a trust's workforce table, and what says whose it is where nothing does.

    Returns
    -------
    str
        `written`, `unchanged`, or `failed`: then `split.problems` has the reason.
    """
    if split.problems:
        return FAILED
    folder = YearFolder(asked.data, split.organisation, asked.year)
    text = split.table.to_csv(index=False, lineterminator="\n")
    table = folder.table(_TABLE)
    if table.path.exists() and not replacing:
        if table.path.read_text(encoding="utf-8") == text:
            return UNCHANGED
        rule = "is there already, with other counts"
        action = "Add --replace to put the new ones in its place,"
        split.problems.append(replace(table, rerun=asked.file.rerun).problem(rule, action))
        return FAILED
    write_whole(table.path, text)
    _say_whose(folder, split)
    _say_whence(folder, split, source)
    return WRITTEN


def _say_whose(folder: YearFolder, split: Split) -> None:
    """Write `trust.yml` from what the list says of the trust, if it says all that it must hold."""
    file = folder.trust()
    if file.path.exists():
        return
    if set(split.facts) != set(FACTS):
        rule = "is not there, and the list does not give the trust's name, region and type"
        action = f"Run wres new {folder.organisation} {folder.year}, fill it in,"
        split.notes.append(file.problem(rule, action))
        return
    facts = {"ods_code": split.organisation, **split.facts}
    write_whole(file.path, yaml.safe_dump(facts, sort_keys=False, allow_unicode=True))


def _say_whence(folder: YearFolder, split: Split, source: str) -> None:
    file = folder.table("sources.yml")
    if not file.path.exists():
        entry = {_TABLE: {"source": source}}
        write_whole(file.path, yaml.safe_dump(entry, sort_keys=False, allow_unicode=True))
    elif f"{_TABLE}:" not in file.path.read_text(encoding="utf-8"):
        rule = f"has no entry for {_TABLE}"
        split.notes.append(file.problem(rule, f"Add it, with the source ({source}),"))
