"""Tables of a fictional trust as the text of their csv."""

from __future__ import annotations

from dataclasses import replace

from wres.sources import TrustYear


def staff(white: int, bme: int, unknown: int) -> str:
    """Write a workforce table of nothing but the whole workforce."""
    return by_band({("all", "all"): (white, bme, unknown)})


def by_band(cells: dict[tuple[str, str], tuple[int, int, int]]) -> str:
    """Write a workforce table by staff group and band."""
    rows = [
        f"{staff_group},{band},{group},{count}"
        for (staff_group, band), counts in cells.items()
        for group, count in zip(("White", "BME", "Unknown"), counts, strict=True)
    ]
    return "\n".join(["staff_group,band,ethnicity,headcount", *rows]) + "\n"


def events(base: str, event: str, *counts: tuple[int, int]) -> str:
    """Write a table of two counts for White, BME and, where given, Unknown."""
    groups = ("White", "BME", "Unknown")
    rows = [f"{group},{a},{b}" for group, (a, b) in zip(groups, counts, strict=False)]
    return "\n".join([f"ethnicity,{base},{event}", *rows]) + "\n"


def as_period(trust_year: TrustYear, appointed: int) -> TrustYear:
    """Let more BME people be appointed than were shortlisted, as counting by period can."""
    table = trust_year.tables["recruitment"].copy()
    table.loc[table["ethnicity"] == "BME", "appointed"] = appointed
    return replace(trust_year, tables={**trust_year.tables, "recruitment": table})
