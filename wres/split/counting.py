"""One trust's rows of a staff list to its counts table, in a process that others work beside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pandas as pd

from wres.errors import InputError, Problem
from wres.extracts import head_counts
from wres.extracts.body import ERROR, SCIENTIFIC
from wres.extracts.contract import Extract, Field, Layout
from wres.extracts.people import number_of
from wres.extracts.workforce import count_workforce
from wres.sources import read_trust
from wres.sources.files import InputFile
from wres.sources.folders import YearFolder
from wres.sources.trust import Settings
from wres.split.layout import FACTS, NUMBER, ORGANISATION, WORKFORCE

if TYPE_CHECKING:
    import polars as pl

__all__ = ["Asked", "Split", "count_part"]

_PERSON: Final = "person"


@dataclass(frozen=True)
class Asked:
    """What is the same for every trust of a list.

    Parameters
    ----------
    file : InputFile
        The list.
    headings : dict of str to str
        The heading of each field as the list writes it.
    data : Path
        The data folder.
    year : int
        Year of the 31 March snapshot.
    """

    file: InputFile
    headings: dict[str, str]
    data: Path
    year: int


@dataclass(frozen=True)
class Split:
    """One trust of a list.

    Parameters
    ----------
    organisation : str
        Its ODS code.
    rows : int
        How many rows the list has of it.
    people : int
        How many people were counted.
    table : DataFrame
        Its workforce table; empty where there is a problem.
    facts : dict of str to str
        What the list says of the trust itself, by key of trust.yml.
    problems, warnings, notes : list of Problem
        What must be mended; what should be looked at; what was read though it was not written so.
    """

    organisation: str
    rows: int
    people: int = 0
    table: pd.DataFrame = field(default_factory=pd.DataFrame)
    facts: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)


def count_part(organisation: str, part: Path, asked: Asked) -> Split:
    """Count the staff in post of one trust, as from a workforce extract of its own.

    Parameters
    ----------
    organisation : str
        Its ODS code; its settings, where the data folder has any, are those that count.
    part : Path
        A Parquet file of its rows.
    asked : Asked
        The list and the data folder.
    """
    import polars as pl  # noqa: PLC0415 - its threads must begin in this process

    rows = pl.read_parquet(part).sort(NUMBER)
    extract = _extract(rows, asked)
    facts, unlike = _facts(rows, extract)
    made = Split(organisation, len(rows), facts=facts, warnings=unlike)
    try:
        settings = _settings(YearFolder(asked.data, organisation, asked.year))
    except InputError as fault:
        return replace(made, problems=list(fault.problems))
    wrong = list(_wrong_numbers(rows, extract))
    if wrong:
        return replace(made, problems=wrong)
    counted = count_workforce(extract, asked.year, settings)
    table = counted.table.dropna(axis="columns", how="all")
    return replace(
        made,
        people=sum((head_counts(counted.table) or {}).values()) if len(table) else 0,
        table=table,
        problems=counted.problems,
        warnings=[*unlike, *counted.warnings],
        notes=counted.notes,
    )


def _extract(rows: pl.DataFrame, asked: Asked) -> Extract:
    names = [one.name for one in WORKFORCE.fields if one.name in rows.columns]
    texts = {name: pd.array(_tidy(rows[name]).to_numpy(), dtype="str") for name in names}
    frame = pd.DataFrame(texts, index=rows[NUMBER].to_numpy())
    return Extract(asked.file, _AS_EXTRACT, None, frame, asked.headings)


# Fields of the list beside those of an extract, so that messages may name their columns.
_AS_EXTRACT: Final = Layout(
    WORKFORCE.source,
    (*WORKFORCE.fields, *(Field(name, "") for name in (ORGANISATION, *FACTS.values()))),
)


def _tidy(texts: pl.Series) -> pl.Series:
    """Take superfluous blanks out; each different label is looked at once."""
    if texts.name == _PERSON:
        return texts.str.strip_chars()
    labels = texts.unique()
    tidied = [" ".join(label.split()) for label in labels]
    return texts if tidied == labels.to_list() else texts.replace_strict(labels, tidied)


def _settings(folder: YearFolder) -> Settings:
    return read_trust(folder).settings if folder.trust().path.exists() else Settings()


def _facts(rows: pl.DataFrame, extract: Extract) -> tuple[dict[str, str], list[Problem]]:
    """Give what the list says of the trust itself, and where it says two things."""
    facts, unlike = {}, []
    for key, name in FACTS.items():
        if name not in rows.columns:
            continue
        said = [text for text in _tidy(rows[name]).unique(maintain_order=True) if text]
        if len(said) > 1:
            rule = f"has {len(said)} different texts for one trust; the first was taken"
            unlike.append(extract.problem(rule, "Write it alike in every row", name=name))
        if said:
            facts[key] = said[0]
    return facts, unlike


def _wrong_numbers(rows: pl.DataFrame, extract: Extract) -> Iterator[Problem]:
    """Name numbers of people that Excel has spoilt, so that one stands for many."""
    texts = rows[_PERSON].str.strip_chars()
    for pattern, rule, action in (
        (SCIENTIFIC, "was turned into scientific notation by Excel", "Export it again as text"),
        (ERROR, "must hold a number, not an error of Excel", "Correct the cells"),
    ):
        found = rows[NUMBER].filter(texts.str.contains(f"^(?:{pattern})$"))
        if len(found):
            told = f"{rule} ({number_of(len(found), 'row', 'rows')})"
            yield extract.problem(told, action, row=int(found[0]), name=_PERSON)
