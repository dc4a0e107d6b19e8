"""The nine indicators as records, read from ``indicators.yml`` through a closed schema."""

from __future__ import annotations

from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, model_validator

from wres.definitions.reading import read_definitions

__all__ = ["Indicator", "Wording", "definition_version", "indicator", "indicators", "numbers_of"]

Number = Literal["1", "2", "3", "4", "5", "6", "7", "8", "9"]


class Wording(BaseModel):
    """The indicator's official wording over a span of reporting years."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    from_year: int
    to_year: int | None = None
    basis: Literal["verified", "unverified"]
    text: str

    def covers(self, year: int) -> bool:
        """Say whether this wording was in use for reports of `year`."""
        return self.from_year <= year and (self.to_year is None or year <= self.to_year)


# A verdict on one group over the other is this one on the other over the first.
_TURNED = {"more likely": "less likely", "less likely": "more likely"}


class NamedWording(BaseModel):
    """Another wording that trusts have printed, in any year; one may choose it by its name."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    text: str


class Indicator(BaseModel):
    """What an indicator measures, which group stands over which, and which way is good."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    number: Number
    title: str
    short_title: str
    kind: Literal["workforce", "ratio", "survey", "board"]
    table: str
    base_column: str = ""
    event_column: str = ""
    wording: tuple[Wording, ...]
    other_wordings: tuple[NamedWording, ...] = ()
    numerator: str
    denominator: str
    group: Literal["White", "BME"]
    comparator_group: Literal["White", "BME", ""]
    people: str = ""
    event: str = ""
    good_direction: Literal["higher", "lower", "towards 1", "towards 0", ""]
    unit: Literal["%", "ratio", "points"]
    source: str
    period: str
    interval: Literal["koopman", "wilson", ""]
    series_break: bool = False

    @model_validator(mode="after")
    def _ratio_names_its_columns(self) -> Indicator:
        if self.kind == "ratio" and not (self.base_column and self.event_column):
            raise ValueError(f"indicator {self.number} needs base_column and event_column")
        return self

    def for_bme(self, verdict: str) -> str:
        """Say from BME people's side what a verdict shows, whichever group its ratio puts first.

        Examples
        --------
        >>> indicator("2").for_bme("less likely"), indicator("3").for_bme("less likely")
        ('more likely', 'less likely')
        """
        return verdict if self.group == "BME" else _TURNED.get(verdict, verdict)

    def wording_in(self, year: int) -> str:
        """Return the official wording used in reports of `year`.

        Raises
        ------
        KeyError
            If no wording covers the year.

        Examples
        --------
        >>> indicator("3").wording_in(2021)[:42]
        'Relative likelihood of BME staff entering '
        """
        for wording in self.wording:
            if wording.covers(year):
                return wording.text
        raise KeyError(f"indicator {self.number} has no wording for {year}")

    def wording_named(self, name: str) -> str:
        """Return a wording that has a name.

        Raises
        ------
        KeyError
            The indicator has no wording of that name.

        Examples
        --------
        >>> indicator("2").wording_named("BME compared to White")[:40]
        'Relative likelihood of BME applicants be'
        """
        for wording in self.other_wordings:
            if wording.name == name:
                return wording.text
        named = ", ".join(wording.name for wording in self.other_wordings) or "none"
        raise KeyError(f"indicator {self.number} has no wording {name!r}; it has {named}")

    def period_in(self, year: int) -> str:
        """Return the date or period of the data behind reports of `year`.

        The staff survey of autumn `year` - 1 belongs to the report of `year`.

        Examples
        --------
        >>> indicator("5").period_in(2020)
        'autumn 2019'
        """
        return self.period.format(year=year, survey_year=year - 1)


class _Definitions(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    version: str
    indicators: tuple[Indicator, ...]


@cache
def _definitions() -> _Definitions:
    return read_definitions("wres.definitions", "indicators.yml", _Definitions)


def definition_version() -> str:
    """Return the version of the definitions that results are computed by."""
    return _definitions().version


def indicators(kind: str | None = None) -> tuple[Indicator, ...]:
    """Return all indicators in order, or those of one kind.

    Examples
    --------
    >>> [record.number for record in indicators("ratio")]
    ['2', '3', '4']
    """
    return tuple(record for record in _definitions().indicators if kind in (None, record.kind))


@cache
def numbers_of(kind: str) -> frozenset[str]:
    """Return the numbers of the indicators of one kind.

    Examples
    --------
    >>> sorted(numbers_of("survey"))
    ['5', '6', '7', '8']
    """
    return frozenset(record.number for record in indicators(kind))


def indicator(number: str | int) -> Indicator:
    """Return one indicator's record.

    Raises
    ------
    KeyError
        If there is no such indicator.
    """
    for record in _definitions().indicators:
        if record.number == str(number):
            return record
    raise KeyError(f"no indicator {number}; there are 1 to 9")
