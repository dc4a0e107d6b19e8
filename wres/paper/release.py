"""What may be public yet: figures and documents under embargo are not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from wres.errors import InputError, Problem
from wres.labels import format_day
from wres.paper.reading import PaperFile
from wres.sources.files import read_text
from wres.sources.folders import YearFolder
from wres.sources.trust import SourceNote
from wres.sources.yaml_facts import line_of

__all__ = ["embargoes", "require_released"]

_REMEDY: Final = "Render it with --profile internal until then, or correct embargo_until"


def embargoes(
    folder: YearFolder, sources: Mapping[str, SourceNote], paper: PaperFile | None, today: date
) -> Iterator[Problem]:
    """Name what must not be public on a day: a table of figures, or the document itself.

    Parameters
    ----------
    folder : YearFolder
    sources : mapping of str to SourceNote
        Where each table comes from; `embargo_until` is the first day on which it may be public.
    paper : PaperFile or None
    today : date
        The day of the calendar: an embargo is about nothing else.
    """
    for table, note in sources.items():
        if note.embargo_until and today < note.embargo_until:
            file = folder.table("sources.yml")
            rule = f"{table}.csv is under embargo until {format_day(note.embargo_until)}"
            place = (f"{table}.csv", "embargo_until")
            row = line_of(read_text(file), place) if file.path.is_file() else None
            yield file.problem(rule, _REMEDY, row=row, column=".".join(place))
    until = paper.paper.embargo_until if paper else None
    if paper and until and today < until:
        rule = f"the document is under embargo until {format_day(until)}"
        yield paper.problem(rule, _REMEDY, "embargo_until")


def require_released(
    folder: YearFolder,
    sources: Mapping[str, SourceNote],
    paper: PaperFile | None,
    today: date,
) -> None:
    """Refuse to make anything public that is under embargo.

    Raises
    ------
    InputError
        With each embargo that has not ended.
    """
    problems = list(embargoes(folder, sources, paper, today))
    if problems:
        raise InputError(problems)
