"""Which figures may be shown: applied once, to counts, before anything is computed from them.

What is withheld is taken out of the tables, totals included, so that no figure made later can hold
it. Sources that their trust has published already pass as they are.
"""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from wres.counts import ALL, HIDDEN
from wres.counts.places import Places
from wres.counts.strata import UNEVEN
from wres.counts.totals import GROUPINGS, SOURCE_OF
from wres.disclosure.places import Shown, protect_places
from wres.disclosure.profiles import PROFILES, Profile, Rule, load_profile, policy
from wres.disclosure.strata import withheld_strata
from wres.disclosure.supplementary import SUPPLEMENTARY, withheld_measures
from wres.disclosure.suppress import choose_hidden
from wres.disclosure.system import Key, System
from wres.disclosure.tables import build_system, is_published
from wres.sources import TrustYear

__all__ = [
    "PROFILES",
    "Chosen",
    "Profile",
    "choose",
    "is_published",
    "load_profile",
    "policy",
    "profile_of",
    "protect",
    "protect_parts",
]

# All counts of the whole trust, and which are withheld.
Chosen = tuple[System, set[Key]]
COUNTS = {"workforce": "headcount", "board": "members"}


def profile_of(trust_year: TrustYear, profile: str) -> Profile:
    """Give the rules of a profile for counts with totals; the trust may set what `public` means."""
    chosen = trust_year.trust.settings.disclosure if profile == "public" else profile
    return _for_people(load_profile(chosen), trust_year)


def choose(trust_year: TrustYear, profile: Profile) -> Chosen | None:
    """Choose once which counts of the whole trust are withheld, for `protect` and `protect_parts`.

    None where the profile shows everything.
    """
    if not profile.sources:
        return None
    return _chosen(trust_year, _for_people(profile, trust_year))


def protect(trust_year: TrustYear, profile: Profile, chosen: Chosen | None = None) -> TrustYear:
    """Withhold what the profile does not show.

    Parameters
    ----------
    trust_year : TrustYear
        Counts with their totals, as `wres.counts.with_totals` returns them.
    profile : Profile
        The rules.
    chosen : Chosen, optional
        What is withheld of the same counts by the same rules (`choose`).

    Returns
    -------
    TrustYear
        The same tables; a withheld count is missing and named in its row's column `hidden`.

    Notes
    -----
    What is withheld in a year depends on that year's own counts alone, so that last year's figures
    beside this year's are just those that last year's report showed.
    """
    if not profile.sources:
        return trust_year
    profile = _for_people(profile, trust_year)
    tables = {name: table.copy() for name, table in trust_year.tables.items()}
    for name in COUNTS.keys() & tables.keys():
        if not is_published(trust_year, name):
            _hide_bare_shares(tables[name], COUNTS[name], profile.rule(name, "trust"))
    if "staff_survey" in tables and not is_published(trust_year, "staff_survey"):
        _hide_few_respondents(tables["staff_survey"], profile.rule("staff_survey"))
    if "published_ratios" in tables and not is_published(trust_year, "published_ratios"):
        _hide_printed(tables["published_ratios"])
    _, hidden = chosen or _chosen(trust_year, profile)
    for key in sorted(hidden):
        _hide(tables, key)
    _round(tables, trust_year, profile, hidden)
    if SUPPLEMENTARY in tables and not is_published(trust_year, SUPPLEMENTARY):
        for row in withheld_measures(tables, profile):
            _hide(tables, (SUPPLEMENTARY, row, "value"))
    return replace(trust_year, tables=tables, not_made=_reasons(trust_year))


def protect_parts(
    trust_year: TrustYear, places: Places, profile: Profile, chosen: Chosen | None = None
) -> Places:
    """Withhold counts of parts of the trust, given all that a report shows of the whole.

    Parameters
    ----------
    trust_year : TrustYear
        Counts with their totals, whole: what a report withholds of them is chosen here as there.
    places : Places
        The counts of its parts, whole.
    profile : Profile
        The rules.
    chosen : Chosen, optional
        What is withheld of the whole trust's counts by the same rules (`choose`).
    """
    if not profile.sources:
        return places
    profile = _for_people(profile, trust_year)
    system, hidden = chosen or _chosen(trust_year, profile)
    secondary = all(rule.secondary for rule in _count_rules(profile))
    # strata of which none is shown are in no system: nothing hangs on them
    known = {key for key in hidden if key in system.cells}
    return protect_places(
        places, trust_year, profile, Shown.after(system, known, secondary=secondary)
    )


def _chosen(trust_year: TrustYear, profile: Profile) -> Chosen:
    """Lay out all counts that a report may print, and choose those that it withholds."""
    secondary = all(rule.secondary for rule in _count_rules(profile))
    system = build_system(trust_year, profile)
    hidden = choose_hidden(system, secondary=secondary)
    strata, with_strata = withheld_strata(trust_year, profile, system, hidden, secondary=secondary)
    return with_strata, hidden | _unseen(system) | strata


def _reasons(trust_year: TrustYear) -> dict[str, str]:
    """Withhold why strata were not made where their counts would tell it."""
    return {
        name: "" if reason == UNEVEN and not is_published(trust_year, name) else reason
        for name, reason in trust_year.not_made.items()
    }


def _unseen(system: System) -> set[Key]:
    """Find the counts of groupings that no figure shows: so none ever does."""
    return {key for key, cell in system.cells.items() if cell.implied and key[0] == GROUPINGS}


def _for_people(profile: Profile, trust_year: TrustYear) -> Profile:
    people = _people(trust_year)
    return profile if people is None else profile.for_people(people)


def _people(trust_year: TrustYear) -> int | None:
    """Give the size of the workforce; None where nothing tells it."""
    sizes = [
        rows.loc[_whole(rows), column].max()
        for rows in trust_year.tables.values()
        for column in ("headcount", "workforce")
        if column in rows
    ]
    return max((int(size) for size in sizes if pd.notna(size)), default=None)


def _whole(rows: pd.DataFrame) -> pd.Series[bool]:
    labels = [name for name in ("staff_group", "band", "ethnicity") if name in rows]
    return rows[labels].isin([ALL]).all(axis=1)


def _count_rules(profile: Profile) -> list[Rule]:
    rules = [
        rule
        for source, levels in profile.sources.items()
        if source != "staff_survey"
        for rule in levels.values()
    ]
    return [rule for rule in rules if not rule.shown]


def _hide(tables: dict[str, pd.DataFrame], key: Key) -> None:
    name, row, column = key
    table = tables[name]
    table.loc[row, column] = pd.NA
    named = str(table.loc[row, HIDDEN])
    table.loc[row, HIDDEN] = f"{named},{column}" if named else column


def _hide_bare_shares(table: pd.DataFrame, column: str, rule: Rule) -> None:
    """Withhold shares given without counts: nothing shows how many people they are about."""
    bare = table["percent"].notna()
    if rule.shown:  # of the whole trust
        labels = [name for name in ("staff_group", "band") if name in table]
        bare &= ~table[labels].isin([ALL]).all(axis=1)
    table.loc[bare, HIDDEN] = column
    table.loc[bare, "percent"] = pd.NA


def _hide_printed(table: pd.DataFrame) -> None:
    """Withhold ratios that came without counts: one gives back the counts that it was made of."""
    table["ratio"] = table["ratio"].astype("Float64")
    table.loc[:, "ratio"] = pd.NA
    if "note" in table:
        table["note"] = pd.Series(pd.NA, index=table.index, dtype="object")
    table.loc[:, HIDDEN] = "ratio"


def _hide_few_respondents(table: pd.DataFrame, rule: Rule) -> None:
    """Withhold figures of few respondents, or of a number that is not known.

    Another table, or last year's, may know it, and have withheld the figure for it.
    """
    few = table["responses"].isna() | table["responses"].lt(rule.threshold).fillna(True)
    few &= table["responses"].ne(0).fillna(True) | (rule.zero == "withheld")
    few &= table["scope"].eq("trust")
    table["percent"] = table["percent"].astype("Float64")
    table.loc[few, HIDDEN] = "percent,responses"
    table.loc[few, ["percent", "responses"]] = pd.NA


def _round(
    tables: dict[str, pd.DataFrame], trust_year: TrustYear, profile: Profile, hidden: set[Key]
) -> None:
    """Round the counts that are shown, where the profile does."""
    for (name, row, column), cell in build_system(trust_year, profile).cells.items():
        source = SOURCE_OF.get(name, name)
        rule = profile.rule(source, "part" if source == "workforce" else "trust")
        may_round = cell.can_hide and not cell.implied and (name, row, column) not in hidden
        if may_round and rule.rounding > 1:
            tables[name].loc[row, column] = rule.rounded(cell.value)
