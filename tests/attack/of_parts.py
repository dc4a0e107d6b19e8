"""Facts from what hotspots say of staff groups, pay bands and detailed ethnic groups.

What they say of divisions, directorates and sites is of other counts, which the adversary of
`tests/unit/disclosure/test_places.py` knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.attack import figures
from tests.attack.facts import Fact, Part, Var, count, part
from tests.attack.figures import ALL
from tests.attack.printed import printed
from tests.attack.words import N, P, Text

__all__ = ["read_parts"]

HALVES = {"Clinical staff": "clinical", "Non-clinical staff": "non-clinical"}
VIEW = r"staff in post by (?:staff group|pay band|staff group and pay band)\*\*, (\d{4})"


def read_parts(text: Text) -> Iterator[Fact]:
    """Read a view of staff groups or pay bands, or of detailed groups."""
    plain = Text(text.words.replace("\\", ""), text.file, text.reader)
    view = re.search(VIEW, plain.words)
    if view:
        yield from _beside_the_rest(plain, int(view[1]))
        yield from _moved(plain, int(view[1]))
    if "Detailed ethnic groups of all staff" in plain.words:
        yield from _details(plain)


def _place(name: str) -> tuple[str, str]:
    """Give staff group and band: `Clinical staff, Band 5`, `Band 5`, `Clinical staff`."""
    half, _, band = name.partition(", ")
    return (HALVES[half], band or ALL) if half in HALVES else (ALL, name)


def _known(year: int, name: str, of: tuple[str, ...]) -> Part:
    """Add up staff of a place, of the groups given."""
    return tuple(one for group in of for one in part(figures.staff(year, *_place(name), group)))


def _rest(year: int, name: str, of: tuple[str, ...]) -> Part:
    """Take staff of a place from those of the trust, or of the staff group that it lies in."""
    half, band = _place(name)
    around = (half if ALL not in (half, band) else ALL, ALL)
    whole = [one for group in of for one in part(figures.staff(year, *around, group))]
    return (*whole, *((var, -times) for var, times in _known(year, name, of)))


def _beside_the_rest(text: Text, year: int) -> Iterator[Fact]:
    term = re.escape(text.reader.term)
    pattern = (
        rf"\*\*([^*]+)\*\*, {term} staff in post: {N} {term} (?:member of )?staff, [\d.,]+ "
        rf"to be expected [^:]*: {P} of staff of known ethnicity, beside {P} in the rest"
    )
    both = ("BME", "White")
    for found in re.finditer(pattern, text.words):
        name = found[1]
        yield _count(figures.staff(year, *_place(name), "BME"), found[2], text, found[0])
        inside = (_known(year, name, both[:1]), _known(year, name, both))
        yield text.made("share", inside, found[3], found[0])
        rest = (_rest(year, name, both[:1]), _rest(year, name, both))
        yield text.made("share", rest, found[4], found[0])


def _moved(text: Text, year: int) -> Iterator[Fact]:
    pattern = rf"it has moved most in ([^()]+) \(from {P} to {P}\)"
    for found in re.finditer(pattern, text.words):
        for when, shown in ((year - 1, found[2]), (year, found[3])):
            of = [_known(when, found[1], groups) for groups in (("BME",), ("BME", "White"))]
            yield text.made("share", (of[0], of[1]), shown, found[0])


def _details(text: Text) -> Iterator[Fact]:
    year = text.reader.year
    last = rf"(?: \({P} last year\))?"
    pattern = rf"(?<=[;:] )([^;:]+?) {N}, {P} of all staff{last}"
    for found in re.finditer(pattern, text.words):
        group = "White" if found[1].startswith("White - ") else "BME"
        own = figures.detail(year, group, found[1])
        yield _count(own, found[2], text, found[0])
        everyone = part(figures.staff(year, ALL, ALL, ALL))
        yield text.made("share", (part(own), everyone), found[3], found[0])
        if found[4]:
            before = part(figures.detail(year - 1, group, found[1]))
            everyone = part(figures.staff(year - 1, ALL, ALL, ALL))
            yield text.made("share", (before, everyone), found[4], found[0])


def _count(var: Var, shown: str, text: Text, words: str) -> Fact:
    limits = printed(shown)
    assert limits is not None
    return count(var, limits, text.file, words)
