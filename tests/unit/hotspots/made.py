"""Counts of made-up places, opened as a chapter opens them."""

from __future__ import annotations

from tests.unit.indicators.trusts import YEAR, trust_year
from wres.chapters.reading import Chapter, Facts
from wres.counts import with_totals
from wres.disclosure import profile_of, protect
from wres.hotspots import Hotspots, open_hotspots
from wres.indicators import compute_results
from wres.loading import places_table

GROUPS = ("White", "BME", "Unknown")
STAFF = "staff_group,band,ethnicity,headcount,division"
CASES = "ethnicity,workforce,entered_process,division"
# White, BME, Unknown staff of each division; White and BME cases.
DIVISIONS = {
    "Surgery": ((900, 300, 30), (9, 12)),
    "Medicine": ((1200, 400, 40), (12, 5)),
    "Estates": ((600, 200, 20), (6, 2)),
    "Theatres": ((60, 20, 2), (0, 1)),
}


def hotspots(divisions=None, before=None, profile="internal", **tables: str) -> Hotspots:
    """Open counts of divisions; `before` are those of the year before, or their tables."""
    years = [trust_year(YEAR, **(tables or made_tables(divisions or DIVISIONS)))]
    if before is not None:
        last = before if "workforce" in before else made_tables(before)
        years.append(trust_year(YEAR - 1, **last))
    counted = [with_totals(one) for one in years]
    shown = [protect(one, profile_of(one, profile)) for one in counted]
    facts = Facts(organisation="RXX", name="Elm NHS Trust", year=YEAR, profile=profile)
    results = compute_results(shown[0], shown[1:], profile=profile)
    places = places_table(years, counted, profile)
    return open_hotspots(Chapter(results, facts, places=places))


def made_tables(divisions) -> dict[str, str]:
    """Write staff and cases of divisions, and of the whole trust."""
    staff, cases = [STAFF], [CASES]
    spots = {"": _added(divisions), **divisions}
    for division, (heads, events) in spots.items():
        for group, people, entered in zip(GROUPS, heads, (*events, 0), strict=True):
            staff.append(f"all,all,{group},{people},{division}")
            cases.append(f"{group},{people},{entered},{division}")
    return {"workforce": "\n".join(staff), "disciplinary": "\n".join(cases)}


def _added(divisions):
    heads = tuple(sum(one[0][at] for one in divisions.values()) for at in range(3))
    return heads, tuple(sum(one[1][at] for one in divisions.values()) for at in range(2))


# Cases of divisions in groupings of bands: BME people and events, White people and events.
BANDED_CASES = "ethnicity,band,workforce,entered_process,division"
OTHER_CASES = {"": (896, 89, 2914, 145), "under 1-5": (572, 53, 1333, 66),
               "6-7": (266, 27, 1067, 54), "8a-VSM": (58, 9, 514, 25)}  # fmt: skip
FEW_CASES = {"": (188, 11, 612, 30), "under 1-5": (120, 7, 280, 14), "6-7": (56, 3, 224, 11),
             "8a-VSM": (12, 1, 108, 5)}  # fmt: skip
MANY_CASES = {"": (188, 60, 612, 30), "under 1-5": (120, 40, 280, 14), "6-7": (56, 15, 224, 11),
              "8a-VSM": (12, 5, 108, 5)}  # fmt: skip


def cases_of(gamma, *lacking: str) -> dict[str, str]:
    """Write staff and cases of Gamma, without the bands lacking, of Delta and Eta, and of all."""
    whole = {
        band: [one + 2 * other for one, other in zip(gamma[band], OTHER_CASES[band], strict=True)]
        for band in gamma
    }
    own = {band: counts for band, counts in gamma.items() if band not in lacking}
    staff, cases = ["staff_group,band,ethnicity,headcount,division"], [BANDED_CASES]
    given_of = {"": whole, "Gamma": own, "Delta": OTHER_CASES, "Eta": OTHER_CASES}
    for place, given in given_of.items():
        for band, (bme, bme_cases, white, white_cases) in given.items():
            cases.append(f"BME,{band},{bme},{bme_cases},{place}")
            cases.append(f"White,{band},{white},{white_cases},{place}")
        staff += [f"all,all,BME,{given[''][0]},{place}", f"all,all,White,{given[''][2]},{place}",
                  f"all,all,Unknown,0,{place}"]  # fmt: skip
    return {"workforce": "\n".join(staff), "disciplinary": "\n".join(cases)}
