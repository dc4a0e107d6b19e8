"""The fields of the national data return as records, read from `fields.yml`, a closed schema."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from wres.definitions.bands import parse_band
from wres.definitions.reading import read_definitions

__all__ = ["ReturnField", "field_map_version", "fields_in", "is_verified", "known_fields"]

# The last letter of a field's number. Not a, b, c: a spreadsheet reads `5a` as a time of day.
LETTERS: Final = {"White": "W", "BME": "B", "Unknown": "U", "all": "T"}

# What a line of each table may be narrowed by.
_KEYS: Final = {
    "workforce": {"staff_group", "band"},
    "board": {"membership", "voting"},
    "staff_survey": {"indicator"},
}

Group = Literal["White", "BME", "Unknown", "all"]


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class _Line(_Closed):
    number: int
    label: str
    where: dict[str, str] = Field(default_factory=dict)
    column: str = ""
    from_year: int | None = None
    to_year: int | None = None
    basis: Literal["verified", "unverified"]

    def asked_in(self, year: int) -> bool:
        return (self.from_year or year) <= year <= (self.to_year or year)


class _Section(_Closed):
    sheet: str
    title: str
    table: Literal["workforce", "recruitment", "disciplinary", "training", "staff_survey", "board"]
    column: str
    unit: Literal["headcount", "%"]
    # YAML gives lists, which a strict tuple refuses
    groups: list[Group]
    lines: list[_Line]

    @model_validator(mode="after")
    def _lines_say_which_row(self) -> Self:
        for line in self.lines:
            if set(line.where) != _KEYS.get(self.table, set()):
                raise ValueError(f"line {line.number} must name {_KEYS.get(self.table)} of its row")
            if "band" in line.where:
                parse_band(line.where["band"])
        return self


class _FieldMap(_Closed):
    version: str
    sections: list[_Section]

    @model_validator(mode="after")
    def _numbers_stand_for_one_line(self) -> Self:
        numbers = [line.number for section in self.sections for line in section.lines]
        if len(set(numbers)) < len(numbers):
            raise ValueError("each line must have a number of its own")
        return self


@dataclass(frozen=True)
class ReturnField:
    """One field of the form: a line and an ethnic group.

    Parameters
    ----------
    number : str
        Number of the line and letter of the group: `19B`.
    sheet, title : str
        Section, as the workbook names its sheet, and in full.
    label : str
        What the line asks for.
    group : str
        White, BME, Unknown, or `all`.
    unit : str
        `headcount` or `%`.
    table, column : str
        Counts table and column that answer it.
    where : dict
        Labels of the table's row.
    """

    number: str
    sheet: str
    title: str
    label: str
    group: str
    unit: str
    table: str
    column: str
    where: dict[str, str]


def fields_in(year: int) -> tuple[ReturnField, ...]:
    """Give the fields of a reporting year's form, in its order.

    Examples
    --------
    >>> fields_in(2024)[0].number, fields_in(2015)[0].label
    ('1W', 'Band 8a')
    """
    return tuple(_fields(year))


@cache
def known_fields() -> dict[str, ReturnField]:
    """Give every field of any year, by number."""
    return {field.number: field for field in _fields(None)}


def field_map_version() -> str:
    """Give the version of the field map."""
    return _field_map().version


def is_verified() -> bool:
    """Tell whether every line was held against the form itself."""
    lines = [line for section in _field_map().sections for line in section.lines]
    return all(line.basis == "verified" for line in lines)


def _fields(year: int | None) -> Iterator[ReturnField]:
    for section in _field_map().sections:
        for line in section.lines:
            if year is None or line.asked_in(year):
                yield from _of_each_group(section, line)


def _of_each_group(section: _Section, line: _Line) -> Iterator[ReturnField]:
    for group in section.groups:
        yield ReturnField(
            number=f"{line.number}{LETTERS[group]}",
            sheet=section.sheet,
            title=section.title,
            label=line.label,
            group=group,
            unit=section.unit,
            table=section.table,
            column=line.column or section.column,
            where=line.where,
        )


@cache
def _field_map() -> _FieldMap:
    return read_definitions("wres.national_return", "fields.yml", _FieldMap)
