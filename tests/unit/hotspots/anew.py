"""What views of places say seldom, each with the counts that make them say it."""

from __future__ import annotations

from collections.abc import Iterator

from tests.unit.hotspots.made import DIVISIONS, hotspots
from tests.unit.hotspots.test_naming import given_directorates
from wres.hotspots import Hotspots, answer, view_text

__all__ = ["worded_anew"]

ALIKE = ((900, 300, 0), (9, 3))
FEW = {f"Team {at}": ((9, 4, 1), (1, 1)) for at in range(7)}
LAST = {"Surgery": DIVISIONS["Surgery"], "Elsewhere": DIVISIONS["Medicine"]}


def worded_anew() -> Iterator[tuple[str, Hotspots]]:
    """Yield the words, each holding what it is there for, and the counts they are told of."""
    crowded = hotspots({**DIVISIONS, **FEW}, profile="public")
    unrecorded = hotspots({**DIVISIONS, "Not recorded": ((300, 200, 10), (3, 20))})
    made = {
        "People whose division is not recorded": unrecorded,
        "the one place known in both years": hotspots(DIVISIONS, before=LAST),
        "No place adds to the trust's gap": hotspots(dict.fromkeys("ABC", ALIKE)),
        "places, each marked so in the table": crowded,
        "places whose counts are known": crowded,
    }
    for wanted, spots in made.items():
        for key in spots.measures():
            words = view_text(spots, key, "division")
            if key == "3":
                assert wanted in words, words
            yield words, spots
    nested = given_directorates("internal")
    assert "Told with it, around it: **Surgery** (formal disciplinary process: 57, " in answer(
        nested
    )
    yield answer(nested), nested
