"""Words of direction in a table's own column: `Improved`, `Worsened`, `No change`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from wres.audit.claim import Claim, Spot
from wres.audit.documents.contents import Block, Grid
from wres.audit.words import first_of

__all__ = ["with_directions"]

_WORD: Final = re.compile(
    r"[\W\d]*(?:(?:slight(?:ly)?|has|have|an?|significant(?:ly)?)\s)*"
    r"(?:improv\w+|worsen\w*|deteriorat\w+|increas\w+|decreas\w+|reduc\w+|better|worse|rise|rose"
    r"|risen|f[ae]ll(?:en)?|declin\w+|no change|unchanged|(?:the )?same)\W*",
    re.IGNORECASE,
)

_AGAINST: Final = re.compile(r"\b(?:vs?|versus|against|than)\b(?!.*(?:year|20\d\d))", re.IGNORECASE)


def with_directions(claims: Sequence[Claim], block: Block) -> list[Claim]:
    """Give the claims of a table the words that its rows say of how they moved.

    A row of several figures is said to have moved as a whole: its word is given to none, for it may
    be of any of them.
    """
    grid = block.grid
    if grid is None:
        return list(claims)
    told = _words(grid)
    moving: dict[int, list[int]] = {}
    for place, claim in enumerate(claims):
        row = claim.spot().row
        if row in told and claim.previous and claim.value:
            moving.setdefault(row, []).append(place)
    found = list(claims)
    for row, places in moving.items():
        latest = max(claims[place].year or 0 for place in places)
        last = [place for place in places if (claims[place].year or 0) == latest]
        if len(last) == 1:
            column, text = told[row]
            claim = found[last[0]]
            spot = Spot(f"{block.place} row {row + 1}", claim.spot().block, row, column)
            found[last[0]] = replace(
                claim, direction=text, spots={**claim.spots, "direction": spot}
            )
    return found


def _words(grid: Grid) -> dict[int, tuple[int, str]]:
    """Give the one word of direction of each row that has one, with its column."""
    found = {}
    for row, cells in enumerate(grid.rows):
        own = [
            (column, text)
            for column, text in enumerate(cells)
            if column and (row, column) not in grid.copies and _WORD.fullmatch(text)
            if not _is_beside_others(grid, row, column)
        ]
        if row and len(own) == 1:
            found[row] = own[0]
    return found


def _is_beside_others(grid: Grid, row: int, column: int) -> bool:
    """Say whether a column is headed as a comparison with others, and not with a year before."""
    headings = " ".join(dict.fromkeys(cells[column] for cells in grid.rows[: min(row, 2)]))
    return bool(first_of("comparator", headings) or _AGAINST.search(headings))
