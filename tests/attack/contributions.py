"""Facts from the rows that say what a change in share is made of: counts of both years."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from tests.attack import figures
from tests.attack.facts import Fact, Part, fact, part
from tests.attack.figures import ALL, members_of
from tests.attack.printed import exactly

__all__ = ["Listed", "contributions", "listed_bands", "places_of"]

COLUMNS = ("numerator", "denominator", "comparator_numerator", "comparator_denominator")
# By year and staff group: the bands of which a file has figures, or withholds them.
Listed = Mapping[tuple[int, str], set[str]]


def places_of(row: Mapping[str, str]) -> dict[str, str]:
    """Part a breakdown: `staff_group=clinical;band=5;year=2020`."""
    return dict(pair.split("=", 1) for pair in row["breakdown"].split(";") if "=" in pair)


def listed_bands(rows: Iterable[Mapping[str, str]]) -> Listed:
    """Collect the bands of each year's table."""
    found: dict[tuple[int, str], set[str]] = defaultdict(set)
    for row in rows:
        place = places_of(row)
        if row["measure"] == "share" and "band" in place:
            year = int(place.get("year", row["year"]))
            found[year, place["staff_group"]].add(place["band"])
    return found


def contributions(
    row: Mapping[str, str], years: tuple[int, int], listed: Listed, file: str
) -> Iterator[Fact]:
    """Read the counts of a row of measure `contribution`.

    The values follow from such counts alone, of this row and of others, and tell nothing more.
    """
    place = places_of(row)
    counted = [one for year in years for one in _counted(year, place, listed)]
    for column, of in zip(COLUMNS, counted, strict=True):
        if row[column] and of:
            yield fact("count", (of,), exactly(float(row[column])), file, column)


def _counted(year: int, place: Mapping[str, str], listed: Listed) -> tuple[Part, Part]:
    """Say what a year's two counts are: people known to be White or BME stand below or above.

    Bands that one year's table joins are added up in the other. Of none listed there is no part.
    """
    staff_group, band = place.get("staff_group", ALL), place.get("band", ALL)
    bands = _within(band, listed.get((year, staff_group), set())) if band != ALL else [ALL]

    def people(*groups: str) -> Part:
        return part(*(figures.staff(year, staff_group, b, g) for b in bands for g in groups))

    known, bme, everyone = people("White", "BME"), people("BME"), people(ALL)
    if place["part"] == "all":
        return bme, everyone
    return (known, everyone) if place["part"] == "re-declaration" else (bme, known)


def _within(band: str, listed: Iterable[str]) -> list[str]:
    members = {*members_of(band)}
    return sorted(one for one in listed if members >= {*members_of(one)})
