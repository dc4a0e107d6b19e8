"""`trust.yml` and `sources.yml` with what is asked for marked: `wres check` refuses the marks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from wres.definitions.placeholders import TO_FILL_IN
from wres.errors import InputError
from wres.extracts.finding import SOURCES
from wres.sources.folders import YearFolder
from wres.sources.trust import SourceNote, SourceNotes
from wres.sources.yaml_facts import read_facts

__all__ = ["sources_skeleton", "trust_skeleton"]

_TRUST: Final = f"""\
# The trust's own facts; data/README.md says what each key holds. Replace every {TO_FILL_IN}:
# `wres check` refuses the file until then.
ods_code: {{organisation}}
name: {TO_FILL_IN} (as the trust's own reports print it)
region: {TO_FILL_IN} (NHS England region)
type: {TO_FILL_IN} (acute, community, mental health, ...)
# The trust's word for the group that the tables call BME.
term: BME
# true only if the trust itself has published every figure in its folders.
already_published: false
"""
_SOURCES: Final = f"""\
# Where each table of {{year}} comes from: the document, or the system and the day of the extract.
# Replace every {TO_FILL_IN}; `wres check` refuses the file until then. A table that is not there
# may keep its entry, with a `note` that says why.
"""
_SYSTEMS: Final = {
    "workforce": "Electronic Staff Record, date of the extract",
    "recruitment": "recruitment system, date of the extract",
    "disciplinary": "case system, date of the extract",
    "training": "learning system, date of the extract",
    "staff_survey": "NHS Staff Survey, year of the benchmark report",
    "board": "register of the board, date",
}


def trust_skeleton(folder: YearFolder) -> bytes:
    """Write `trust.yml` for a trust that has none."""
    return _TRUST.format(organisation=folder.organisation).encode()


def sources_skeleton(folder: YearFolder) -> bytes:
    """Write `sources.yml` with an entry for each table, last year's source beside it."""
    before = _notes(YearFolder(folder.data, folder.organisation, folder.year - 1))
    lines = [_SOURCES.format(year=folder.year)]
    for source in SOURCES:
        lines += _entry(source, before.get(source), folder.year - 1)
    return "".join(lines).encode()


def _entry(source: str, before: SourceNote | None, year: int) -> Iterator[str]:
    yield f"{source}.csv:\n"
    if before is not None:
        yield f"  # in {year}: {' '.join(before.source.split())}\n"
    yield f"  source: {TO_FILL_IN} ({_SYSTEMS[source]})\n"


def _notes(folder: YearFolder) -> dict[str, SourceNote]:
    file = folder.table("sources.yml")
    try:
        return read_facts(file, SourceNotes).by_table() if file.path.exists() else {}
    except InputError:
        return {}  # a comment is not worth stopping for: `wres check` tells of last year's faults
