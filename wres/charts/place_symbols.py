"""How a place differs by a measure, and how surely: a symbol, and what it says."""

from __future__ import annotations

from wres.hotspots import Finding, Hotspots
from wres.hotspots.cells import Spot
from wres.hotspots.lacking import is_withheld
from wres.hotspots.scan import RATE
from wres.hotspots.sides import sides_of
from wres.labels import WITHHELD_SYMBOL

__all__ = ["Found", "level_of", "symbol_of", "words_of"]

Found = dict[tuple[Spot, str], Finding]
# Sure, leaning, neither; more events of BME people than expected, or fewer.
SYMBOLS = {("more", 2): "++", ("more", 1): "+", ("fewer", 2): "−−", ("fewer", 1): "−"}
NOTHING, FEW = "=", "few"


def level_of(spots: Hotspots, one: Finding) -> int:
    """Give 2 for a sure difference, 1 for one that leans so, 0 for neither."""
    if one.too_few:
        return 0
    return 2 if spots.is_sure(one) else 1 if one.chance <= RATE else 0


def symbol_of(spots: Hotspots, found: Found, spot: Spot, key: str) -> str:
    """Give the symbol of a place by a measure; blank where no count of it was given."""
    one = found.get((spot, key))
    if one is None:
        withheld = spot.name in spots.withheld(key, spot.view)
        if withheld:
            given = spot.name not in spots.not_given(key, spot.view)
            return WITHHELD_SYMBOL if given and is_withheld(spots) else ""
        return FEW if sides_of(spots.cells(spot.view), key, spot) else ""
    if one.too_few:
        return FEW
    return SYMBOLS.get((one.direction, level_of(spots, one)), NOTHING)


def words_of(spots: Hotspots, found: Found, spot: Spot, key: str) -> str:
    """Say what its symbol means."""
    symbol = symbol_of(spots, found, spot, key)
    said = {
        "++": "more, surely",
        "+": "leaning to more",
        "−−": "fewer, surely",
        "−": "leaning to fewer",
        NOTHING: "no difference",
        FEW: "too few",
        "": "not given",
    }
    return said.get(symbol, symbol)
