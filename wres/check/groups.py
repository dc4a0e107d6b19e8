"""Groups and their bases: what is missing, what differs from one indicator to the next."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from wres.check.figures import Figures, listed, missing_groups
from wres.check.findings import Finding, Limits
from wres.counts import ALL
from wres.definitions.bands import parse_band
from wres.definitions.ethnicity import BME, GROUPS, UNKNOWN, WHITE
from wres.definitions.indicators import Indicator, indicators

__all__ = [
    "appointed_above_shortlisted",
    "bases_differ",
    "cases_above_staff",
    "empty_board",
    "executives_above_managers",
    "groups_missing",
]

_VSM = "VSM"
_WHOLE_WORKFORCE = "staff in the workforce table"


def groups_missing(now: Figures, before: Figures | None, limits: Limits) -> Iterator[Finding]:
    """Find tables in which a group of the standard has no row at all."""
    for name in ("workforce", "recruitment", "disciplinary", "training", "staff_survey", "board"):
        rows = now.table(name)
        if name == "staff_survey" and not rows.empty:
            rows = rows[rows["scope"].eq("trust")]
        missing = [] if rows.empty else missing_groups(set(rows["ethnicity"]))
        if name == "staff_survey":  # its published tables never print people of unknown ethnicity
            missing = [group for group in missing if group != UNKNOWN]
        if missing:
            rule = f"there is no row for {listed(missing)}"
            remedy = (
                "Write a row with 0 if nobody is in the group; if the figure is not known, say so "
                "in sources.yml."
            )
            yield now.finding("group-missing", name, rule, remedy, listed(_there(missing)))


def _there(missing: list[str]) -> list[str]:
    return [group for group in GROUPS if group not in missing] or ["no group"]


def bases_differ(now: Figures, before: Figures | None, limits: Limits) -> Iterator[Finding]:
    """Find bases of indicators 3 and 4 that are not the head counts of the workforce table."""
    staff = now.workforce()
    records = [record for record in indicators("ratio") if record.base_column == "workforce"]
    for record in records:
        yield from _bases(now, record, staff)
    if not staff:
        for pair in combinations(records, 2):
            yield from _of_each_other(now, pair)


def _of_each_other(now: Figures, pair: tuple[Indicator, Indicator]) -> Iterator[Finding]:
    """Hold two bases against each other where no workforce table says which is right."""
    first, second = (now.counts(record.table, record.base_column) for record in pair)
    differing = [group for group in first if group in second and first[group] != second[group]]
    if differing:
        told = _side_by_side(now, differing, first, second)
        one, other = (record.number for record in pair)
        rule = f"bases of indicators {one} and {other} differ from each other: {told}"
        remedy = "Count both on 31 March and with the same exclusions, or say why they differ."
        added = str(sum(first[group] for group in differing))
        yield now.finding("bases-differ", pair[0].table, rule, remedy, added)


def _side_by_side(
    now: Figures, groups: list[str], first: dict[str, int], second: dict[str, int]
) -> str:
    return listed([f"{now.named(one)} {first[one]} against {second[one]}" for one in groups])


def _bases(now: Figures, record: Indicator, staff: dict[str, int]) -> Iterator[Finding]:
    bases = now.counts(record.table, record.base_column)
    both = [group for group in bases if group in staff]
    empty = [group for group in both if not bases[group] and staff[group]]
    differing = [group for group in both if bases[group] != staff[group] and group not in empty]
    for group in empty:
        name = now.named(group)
        rule = f"the base of {name} is 0, with {staff[group]} {name} {_WHOLE_WORKFORCE}"
        remedy = "Give the number of staff; without it there is no ratio."
        yield now.finding("base-empty", record.table, rule, remedy, "0")
    if differing:
        told = _side_by_side(now, differing, bases, staff)
        rule = f"bases of indicator {record.number} differ from the workforce table: {told}"
        remedy = "Count both on 31 March and with the same exclusions, or say why they differ."
        added = str(sum(bases[group] for group in both))
        yield now.finding("bases-differ", record.table, rule, remedy, added)


def appointed_above_shortlisted(
    now: Figures, before: Figures | None, limits: Limits
) -> Iterator[Finding]:
    """Find groups with more people appointed than shortlisted."""
    shortlisted = now.counts("recruitment", "shortlisted")
    for group, appointed in now.counts("recruitment", "appointed").items():
        if group in shortlisted and appointed > shortlisted[group]:
            rule = (
                f"{appointed} {now.named(group)} people appointed of {shortlisted[group]} "
                "shortlisted; some were shortlisted in another period"
            )
            remedy = "Count a cohort from shortlisting to appointment, or say how it was counted."
            yield now.finding(
                "appointed-above-shortlisted", "recruitment", rule, remedy, str(appointed)
            )


def cases_above_staff(now: Figures, before: Figures | None, limits: Limits) -> Iterator[Finding]:
    """Find groups with more people in the disciplinary process than in post, in a year."""
    staff = now.counts("disciplinary", "workforce")
    years = max(now.counts("disciplinary", "years").values(), default=1)
    for group, entered in now.counts("disciplinary", "entered_process").items():
        if group in staff and entered > years * staff[group]:
            span = "the year" if years == 1 else f"{years} years"
            rule = (
                f"{entered} {now.named(group)} people entered the formal process in {span}, with "
                f"{staff[group]} in post on 31 March; leavers count, but it is seldom so many"
            )
            remedy = "Make sure that both cover the same staff; if they do, nothing need be done."
            yield now.finding("cases-above-staff", "disciplinary", rule, remedy, str(entered))


def empty_board(now: Figures, before: Figures | None, limits: Limits) -> Iterator[Finding]:
    """Find a board on which nobody sits."""
    members = now.counts("board", "members")
    if members and not any(now.table("board")["members"].fillna(0)):
        remedy = "Fill in the members of the board, or delete the file."
        yield now.finding("board-empty", "board", "every number of members is 0", remedy, "0")


def executives_above_managers(
    now: Figures, before: Figures | None, limits: Limits
) -> Iterator[Finding]:
    """Find more executive members of the board than very senior managers, who include them."""
    executives = now.board().get(("executive", ALL), {})
    managers = _managers(now)
    for group in (WHITE, BME, UNKNOWN):
        name = now.named(group)
        if group in executives and group in managers and executives[group] > managers[group]:
            rule = (
                f"{executives[group]} {name} executive members of the board but only "
                f"{managers[group]} {name} staff in the bands with VSM, which include them"
            )
            remedy = (
                "Check the ethnicity of members in both sources (a medical director may be "
                "counted with consultants)."
            )
            yield now.finding("executives-above-vsm", "board", rule, remedy, str(executives[group]))


def _managers(now: Figures) -> dict[str, int]:
    """Add up the staff of both staff groups in bands that hold VSM, where both are known."""
    cells: dict[str, dict[str, int]] = {}
    for (staff_group, band), counts in now.bands().items():
        if band != ALL and _VSM in parse_band(band).members:
            cells[staff_group] = counts
    whole = cells.pop(ALL, None)
    parts = [whole] if whole else list(cells.values())
    shared = set(GROUPS).intersection(*parts) if parts else set()
    return {group: sum(part[group] for part in parts) for group in shared}
