"""What is known about a trust, and about where each of its tables comes from."""

from __future__ import annotations

import re
from datetime import date
from itertools import combinations
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)

from wres.definitions.bands import ALL_BANDS, band_order, is_part_of_another, parse_band
from wres.definitions.groupings import cluster_groups
from wres.definitions.indicators import indicators
from wres.definitions.workforce_counts import WorkforceCounts

__all__ = [
    "ExtractSettings",
    "ModelEmployer",
    "Settings",
    "SourceNote",
    "SourceNotes",
    "Trust",
    "is_ods_code",
]

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


def _require_grouping(label: str) -> str:
    """Read a grouping of bands; `all` and parts of another band are none."""
    band = parse_band(label)
    if band.label == ALL_BANDS or is_part_of_another(band.label):
        raise ValueError("must be a band or a run of bands, such as 1-4 or 8c-9 and VSM")
    return band.label


def _require_apart(labels: list[str]) -> list[str]:
    for one, other in combinations(labels, 2):
        shared = parse_band(one).members & parse_band(other).members
        if shared:
            listed = ", ".join(sorted(shared, key=band_order))
            raise ValueError(f"groupings must not overlap: {one} and {other} both hold {listed}")
    return labels


def is_ods_code(code: str) -> bool:
    """Tell a code in the form of the Organisation Data Service.

    Examples
    --------
    >>> is_ods_code("RYV"), is_ods_code("ryv"), is_ods_code("Trust A")
    (True, False, False)
    """
    return re.fullmatch(r"[A-Z0-9]{3,6}", code) is not None


def _require_ods_code(code: str) -> str:
    if not is_ods_code(code):
        raise ValueError("must be an ODS code (3 to 6 capital letters and digits)")
    return code


# YAML reads a bare 4 as a number; where a code may be of figures only, it is what was written.
Code = Annotated[
    str,
    BeforeValidator(lambda given: str(given) if type(given) is int else given),
    StringConstraints(strip_whitespace=True, min_length=1),
]

BandGroups = Annotated[
    list[Annotated[str, AfterValidator(_require_grouping)]],
    AfterValidator(_require_apart),
    BeforeValidator(lambda given: list(cluster_groups()) if given == "clusters" else given),
]


def _require_wordings(chosen: dict[int, str]) -> dict[int, str]:
    for number, name in chosen.items():
        record = next((one for one in indicators() if one.number == str(number)), None)
        if record is None:
            raise ValueError(f"must be by indicator, 1 to 9, not {number}")
        names = [wording.name for wording in record.other_wordings]
        if name not in names:
            listed = " or ".join(names) or "none"
            raise ValueError(f"indicator {number} must have a wording that is known: {listed}")
    return chosen


Wordings = Annotated[dict[int, str], AfterValidator(_require_wordings)]
OdsCode = Annotated[str, AfterValidator(_require_ods_code)]


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class ExtractSettings(_Closed):
    """How this trust's own extracts are to be read; what the standard tables lack.

    Parameters
    ----------
    headings : dict
        By source, a heading as this trust's system writes it and the field it means.
    grades : dict
        A local pay grade and the band that its staff are reported in.
    ethnicity : dict
        A local word for ethnicity, and White, BME, Unknown or a code of the data dictionary.
    staff_groups : dict
        A local staff group, and `clinical` or `non-clinical`.
    counted : dict
        A local assignment category or status, and whether its staff are counted.
    dates : str
        Which comes first in a date written in figures only.
    recruitment : str
        `cohort`: one row follows an applicant from shortlisting to appointment; `period`: what
        happened in the period, whenever the applicant was shortlisted.
    """

    headings: dict[str, dict[str, Text]] = Field(default_factory=dict)
    grades: dict[Code, Code] = Field(default_factory=dict)
    ethnicity: dict[Code, Code] = Field(default_factory=dict)
    staff_groups: dict[str, Literal["clinical", "non-clinical"]] = Field(default_factory=dict)
    counted: dict[str, bool] = Field(default_factory=dict)
    dates: Literal["day first", "month first"] = "day first"
    recruitment: Literal["cohort", "period"] = "cohort"


class ModelEmployer(_Closed):
    """What a trust plans for its senior pay bands.

    Parameters
    ----------
    target_year : int
        Year by which each senior band should have the workforce's share of BME staff; 2028 in
        "A Model Employer", January 2019 (not verified).
    leavers_percent : float, optional
        Share of those in post in these bands at the start of a year who leave in it, as the trust
        assumes it.
    """

    target_year: int = 2028
    leavers_percent: float | None = Field(default=None, ge=0, le=100)


class Settings(_Closed):
    """Local settings of a trust.

    Parameters
    ----------
    extracts : ExtractSettings
        How its extracts are to be read.
    disciplinary_window : dict of int to str
        Window of indicator 3 by reporting year, from that year on; a single year where none is
        set. The national definition had a two-year average until about 2020/21 (not verified).
    disclosure : str
        The rules that a public report follows (`wres/disclosure/profiles.yml`).
    baseline_year : int, optional
        Year since which change is told, beside the change since the year before.
    multiple_comparisons : str
        How intervals and verdicts allow for the number of comparisons in one report.
    few_events : int
        Below this many events seen, and to be expected, in a group a comparison is 'too few to
        say'. A local choice, not a rule of the standard.
    band_groups : list of str
        Groupings of pay bands that are reported beside the single bands, e.g. `under 1-4`, `5-7`;
        `clusters` stands for the four of the disability standard (not verified).
    wordings : dict of int to str
        An indicator, and the name of the wording that the trust prints in place of that of the
        reporting year.
    model_employer : ModelEmployer
        What the trust plans for its senior pay bands.
    """

    extracts: ExtractSettings = ExtractSettings()
    disciplinary_window: dict[int, Literal["single year", "two-year average"]] = Field(
        default_factory=dict
    )
    disclosure: Literal["public", "public, rounded", "public, as returned"] = "public"
    baseline_year: int | None = Field(default=None, ge=2015, le=2100)
    multiple_comparisons: Literal["none", "holm", "benjamini-hochberg"] = "none"
    few_events: int = Field(default=5, ge=1, le=100)
    band_groups: BandGroups = Field(default_factory=list)
    wordings: Wordings = Field(default_factory=dict)
    model_employer: ModelEmployer = ModelEmployer()

    def window(self, year: int) -> str:
        """Give the window of indicator 3 in a reporting year."""
        set_by = [start for start in self.disciplinary_window if start <= year]
        return self.disciplinary_window[max(set_by)] if set_by else "single year"


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
    already_published : bool, optional
        Whether the trust has published every figure of the table; as `trust.yml` says where it is
        not given.
    differs_from_extract : str
        Why the table differs from the extract that it was counted from.
    counts_from_shares : str
        Which of the table's counts were not printed, but worked out from printed shares.
    counts_from_shares_of : {'whole workforce', 'workforce by band'}, optional
        Of which figures of `workforce.csv` these counts are; of all of them where it is not given.
    embargo_until : date
        The first day on which the table's figures may be public.
    """

    source: Text
    note: str = ""
    departure: str = ""
    already_published: bool | None = None
    differs_from_extract: str = ""
    counts_from_shares: Text | None = None
    counts_from_shares_of: WorkforceCounts | None = None
    embargo_until: date | None = None


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
