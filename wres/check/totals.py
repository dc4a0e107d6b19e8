"""Totals that fall or leap from one year to the next, or that their parts do not make."""

from __future__ import annotations

from collections.abc import Iterator

from wres.check.figures import Figures
from wres.check.findings import Finding, Limits
from wres.counts import ALL
from wres.counts.totals import DETAILS
from wres.definitions.ethnic_codes import national_category, nearest_category, read_ethnicity

__all__ = ["changed_bands", "changed_totals", "details_differ", "details_not_national"]

# Codes of those who did not state their ethnicity, or of whom it is not known.
_NOT_KNOWN = ("Z", "99")
# The tables of a year's events or people: file, column, and what its total counts.
_EVENTS = (
    ("recruitment", "applied", "applicants"),
    ("recruitment", "shortlisted", "people shortlisted"),
    ("recruitment", "appointed", "people appointed"),
    ("training", "accessed", "staff with training or development"),
    ("disciplinary", "entered_process", "staff in the formal disciplinary process"),
)


def changed_totals(now: Figures, before: Figures | None, limits: Limits) -> Iterator[Finding]:
    """Find totals that fell or rose more than a year explains."""
    if before is None:
        return
    people = [figures.workforce().get(ALL) for figures in (before, now)]
    yield from _changed(
        now, "workforce", "the workforce", people, limits.workforce_change, limits.least_change
    )
    for table, column, what in _EVENTS:
        totals = [_total(figures.counts(table, column)) for figures in (before, now)]
        yield from _changed(now, table, what, totals, limits.events_change, limits.least_change)


def _total(counts: dict[str, int]) -> int | None:
    return sum(counts.values()) if counts else None


def _changed(
    now: Figures, table: str, what: str, totals: list[int | None], part: float, least: int
) -> Iterator[Finding]:
    old, new = totals
    if old is None or new is None or abs(new - old) < least:
        return
    if abs(new - old) <= part * old:
        return
    word = "fell" if new < old else "rose"
    rule = f"{what} {word} from {old} to {new}, by more than {part:.0%} in a year"
    remedy = (
        "Check that both years count the same people (perimeter, mergers, a part of the extract "
        "that is missing); if it is right, say why in the report."
    )
    yield now.finding("total-changed", table, rule, remedy, str(new))


def changed_bands(now: Figures, before: Figures | None, limits: Limits) -> Iterator[Finding]:
    """Find bands with several times as many staff as last year, or as few."""
    if before is None:
        return
    earlier = before.bands()
    for (staff_group, band), counts in now.bands().items():
        old, new = earlier.get((staff_group, band), {}).get(ALL), counts.get(ALL)
        if band == ALL or old is None or new is None or abs(new - old) < limits.least_change:
            continue
        if max(old, new) >= limits.band_factor * min(old, new):
            rule = f"staff of {staff_group}, band {band}, went from {old} to {new} in a year"
            remedy = "Check how the pay grades of both years were mapped to bands."
            yield now.finding("band-changed", "workforce", rule, remedy, str(new))


def details_differ(now: Figures, before: Figures | None, limits: Limits) -> Iterator[Finding]:
    """Find detailed ethnic groups that do not make up the group of the standard they belong to."""
    details = now.with_totals.get(DETAILS)
    if details is None:
        return
    for group, counted in details.groupby("ethnicity", sort=False)["headcount"].sum().items():
        people = now.workforce().get(str(group))
        if people is None or counted == people:
            continue
        rule = (
            f"the detailed ethnic groups of {now.named(str(group))} staff make {counted} people, "
            f"not the {people} of the whole group"
        )
        remedy = (
            "Give a row to each detailed group; staff of the group without a detailed one go under "
            "'not stated' or the like, so that the table of detailed groups is of everyone."
        )
        yield now.finding("details-differ", "workforce", rule, remedy, str(counted))


def details_not_national(now: Figures, before: Figures | None, limits: Limits) -> Iterator[Finding]:
    """Find names of detailed ethnic groups that are no category of the national codes."""
    details = now.with_totals.get(DETAILS)
    if details is None:
        return
    for group, name in details[["ethnicity", "ethnic_group"]].itertuples(index=False, name=None):
        if national_category(name, group) or _names_no_detail(name):
            continue
        rule = (
            f"the detailed ethnic group is none of the national categories of {now.named(group)} "
            "staff, and is shown as given"
        )
        near = nearest_category(name, group)
        meant = f"the nearest is {near!r}" if near else "the data dictionary lists them"
        remedy = f"Name the national category if it means one ({meant})."
        yield now.finding("detail-not-national", "workforce", rule, remedy, name)


def _names_no_detail(name: str) -> bool:
    """Tell a name of those whose detailed group isn't known: 'not stated', 'White'."""
    try:
        return read_ethnicity(name).code in (None, *_NOT_KNOWN)
    except ValueError:
        return name.casefold().endswith("not specified")
