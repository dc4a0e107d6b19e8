"""Settings of a trust that can change nothing in this year's report."""

from __future__ import annotations

from collections.abc import Iterator

from wres.errors import Problem
from wres.sources.files import InputFile, read_text
from wres.sources.trust import Settings
from wres.sources.yaml_facts import line_of

__all__ = ["idle_settings"]


def idle_settings(file: InputFile, settings: Settings, year: int) -> list[Problem]:
    """Find years that a report of this year can't use.

    Parameters
    ----------
    file : InputFile
        `trust.yml`, for the line.
    settings : Settings
        As read from it.
    year : int
        The report's.
    """
    text = read_text(file)
    return [
        file.problem(
            rule, remedy, row=line_of(text, place), column=".".join(place), given=str(given)
        )
        for place, given, rule, remedy in _idle(settings, year)
    ]


def _idle(settings: Settings, year: int) -> Iterator[tuple[tuple[str, ...], int, str, str]]:
    baseline, target = settings.baseline_year, settings.model_employer.target_year
    if baseline is not None and baseline >= year:
        rule = f"is not before the report's year ({year}): no change since then can be told"
        remedy = "Give an earlier year, or keep it for later reports,"
        yield ("settings", "baseline_year"), baseline, rule, remedy
    if target <= year:
        rule = f"is not after the report's year ({year}): senior bands have no way to go until then"
        remedy = "Give the year of the plan that holds now, as `model_employer: {target_year: ...}`"
        yield ("settings", "model_employer", "target_year"), target, rule, f"{remedy},"
