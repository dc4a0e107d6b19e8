"""What is known about a trust, and about where each of its tables comes from."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

__all__ = ["Settings", "SourceNote", "SourceNotes", "Trust"]

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


def _require_ods_code(code: str) -> str:
    if not re.fullmatch(r"[A-Z0-9]{3,6}", code):
        raise ValueError("must be an ODS code (3 to 6 capital letters and digits)")
    return code


OdsCode = Annotated[str, AfterValidator(_require_ods_code)]


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Settings(_Closed):
    """Local settings of a trust; there are none yet, so every key is refused."""


class Trust(_Closed):
    """`trust.yml`.

    Parameters
    ----------
    ods_code : str
        Code in the Organisation Data Service, equal to the folder's name.
    name, region, type : str
        As the trust's own report prints them.
    term : str
        The trust's word for the group that the tables call `BME`.
    predecessors : list of str
        ODS codes of the trusts that it was formed from.
    already_published : bool
        Whether every figure in the trust's folder was published by the trust itself.
    fictional : bool
        Whether the trust is made up.
    source : str
        The publication that the figures were taken from.
    settings : Settings
        Local settings.
    """

    ods_code: OdsCode
    name: Text
    region: Text
    type: Text
    term: Text = "BME"
    predecessors: list[OdsCode] = Field(default_factory=list)
    already_published: bool = False
    fictional: bool = False
    source: str = ""
    settings: Settings = Settings()


class SourceNote(_Closed):
    """Where a table comes from.

    Parameters
    ----------
    source : str
        The published document, or the system.
    note : str
        What was recovered or inferred, or why there is no such table.
    departure : str
        How the figures depart from the definition of the standard.
    """

    source: Text
    note: str = ""
    departure: str = ""


class SourceNotes(_Closed):
    """`sources.yml`: one note for each table, by its file's name."""

    workforce: SourceNote | None = Field(None, alias="workforce.csv")
    recruitment: SourceNote | None = Field(None, alias="recruitment.csv")
    disciplinary: SourceNote | None = Field(None, alias="disciplinary.csv")
    training: SourceNote | None = Field(None, alias="training.csv")
    staff_survey: SourceNote | None = Field(None, alias="staff_survey.csv")
    board: SourceNote | None = Field(None, alias="board.csv")
    published_ratios: SourceNote | None = Field(None, alias="published_ratios.csv")
    comparators: SourceNote | None = Field(None, alias="comparators.csv")
    local_population: SourceNote | None = Field(None, alias="local_population.csv")
    supplementary: SourceNote | None = Field(None, alias="supplementary.csv")

    def by_table(self) -> dict[str, SourceNote]:
        """Give the notes that there are, by table."""
        return {name: note for name, note in self if note is not None}
