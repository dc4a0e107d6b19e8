"""Made-up parts of a trust, for charts of hotspots."""

from __future__ import annotations

from functools import cache

from tests.unit.hotspots.made import GROUPS, hotspots
from wres.hotspots import Hotspots

__all__ = ["KINDS", "places"]

LONG = "Women and children and community services of the northern localities"
# White, BME and Unknown staff up to band 5, in 6 and 7, and above; White and BME cases.
ORDINARY = {
    "Surgery": (((500, 220, 9), (300, 90, 9), (120, 10, 9)), (9, 38)),
    "Medicine": (((700, 300, 12), (420, 130, 9), (160, 14, 9)), (13, 8)),
    "Estates": (((300, 60, 9), (120, 20, 9), (60, 8, 9)), (6, 2)),
    "Theatres": (((90, 40, 5), (60, 20, 5), (20, 6, 5)), (2, 1)),
}
KINDS = ("ordinary", "tiny", "withheld", "long labels")


@cache
def places(kind: str) -> Hotspots:
    """Open the parts of one kind of trust."""
    divisions = dict(ORDINARY)
    if kind == "long labels":
        divisions = {f"{LONG} {one}": own for one, own in divisions.items()}
    if kind == "tiny":
        divisions = {one: _smaller(own) for one, own in divisions.items()}
    if kind == "withheld":
        divisions["Theatres"] = (((9, 2, 0), (7, 0, 0), (6, 1, 0)), (1, 0))
    profile = "public" if kind == "withheld" else "internal"
    before = _tables({one: _before(own) for one, own in divisions.items()})
    return hotspots(profile=profile, before=before, **_tables(divisions))


def _before(own):
    """Give the year before: a few more White staff, and a third of the BME cases."""
    heads, (white, bme) = own
    return tuple((one + 4, two, three) for one, two, three in heads), (white, bme // 3)


def _smaller(own):
    heads, cases = own
    return tuple(tuple(one // 20 for one in band) for band in heads), tuple(
        one // 10 for one in cases
    )


def _tables(divisions) -> dict[str, str]:
    staff = ["staff_group,band,ethnicity,headcount,division,ethnic_group"]
    cases = ["ethnicity,workforce,entered_process,division"]
    for name, own in {"": _added(divisions), **divisions}.items():
        for band, heads in zip(("5", "6", "8a"), own[0], strict=True):
            staff += [
                f"{half},{band},{group},{count if half == 'clinical' else 0},{name},"
                for half in ("clinical", "non-clinical")
                for group, count in zip(GROUPS, heads, strict=True)
            ]
        for at, (group, entered) in enumerate(zip(GROUPS, (*own[1], 0), strict=True)):
            cases.append(f"{group},{sum(band[at] for band in own[0])},{entered},{name}")
    staff += [f"all,all,{group},{count},,{name}" for group, name, count in _details(divisions)]
    return {"workforce": "\n".join(staff), "disciplinary": "\n".join(cases)}


def _details(divisions):
    """Share out the White and BME staff among detailed groups, one of them of three people."""
    white, bme, _ = (sum(band[at] for band in _added(divisions)[0]) for at in range(3))
    yield "White", "White - British", white - white // 8
    yield "White", "White - Irish", white // 8
    yield "BME", "Asian or Asian British - Indian", bme - bme // 3 - 3
    yield "BME", "Black or Black British - African", bme // 3
    yield "BME", "Other Ethnic Groups - Chinese", 3


def _added(divisions):
    owns = list(divisions.values())
    heads = tuple(
        tuple(sum(own[0][band][at] for own in owns) for at in range(3)) for band in range(3)
    )
    return heads, tuple(sum(own[1][at] for own in owns) for at in range(2))
