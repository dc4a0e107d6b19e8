"""The figures of a table's cells held to the results; what can't be held is counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from wres.claims.answers import Context
from wres.claims.claim import Claim
from wres.claims.denials import Outcome
from wres.claims.figures import claims_of
from wres.claims.findings import CONTRADICTIONS
from wres.claims.known import with_known_bases
from wres.claims.matching import judge_figure
from wres.claims.scope import Scope
from wres.claims.shown import Shown
from wres.claims.tables import CellSentence
from wres.claims.wording import Wording
from wres.claims.writing import find_written

__all__ = ["CellFigure", "TableCheck", "left_unread", "settled"]

# So many figures show whether a table is one of ours.
_ENOUGH: Final = 4
Judged = tuple[Claim, Outcome]


@dataclass(frozen=True)
class CellFigure:
    """A figure of a cell, what it claims, and what the results say of it."""

    cell: CellSentence
    claim: Claim
    outcome: Outcome

    @property
    def pair(self) -> Judged:
        """The claim and its outcome."""
        return self.claim, self.outcome


@dataclass(frozen=True)
class TableCheck:
    """The figures of one report, for the cells of a table."""

    shown: Shown
    wording: Wording
    year: int

    def judge(self, cell: CellSentence, context: Context) -> Iterator[CellFigure]:
        """Hold what a cell claims; its headings' numbers claim nothing."""
        sentence = with_known_bases(cell.sentence)
        for claim in claims_of(Scope(sentence, context, self.year)):
            start, _ = sentence.place(claim.number.core, claim.number.core)
            if cell.first <= start < cell.last:
                yield CellFigure(cell, claim, judge_figure(claim, self.shown, self.wording))


def settled(
    figures: Sequence[CellFigure], judged: Sequence[Judged]
) -> tuple[list[tuple[CellSentence, Claim, Outcome]], int]:
    """Part what is told of a table from what is not checked, and count the latter.

    Parameters
    ----------
    figures : sequence of CellFigure
    judged : sequence of (Claim, Outcome)
        The same, all years read by one calendar.
    """
    cells = [one.cell for one in figures]
    read = [(cell, *one) for cell, one in zip(cells, judged, strict=True)]
    agreed = [one for one in read if one[2].kind == "agrees" and one[0].told]
    denied = [one for one in read if one[2].kind in CONTRADICTIONS and _may_deny(one[0])]
    if len(read) >= _ENOUGH and 2 * len(agreed) < len(denied) and not _are_exchanged(denied):
        # A table of a part of the trust, or of another base: not one figure of it is ours.
        denied = []
    told = [one for one in read if one in agreed or one in denied]
    return told, len(read) - len(told)


def left_unread(left: int, all_of_them: int) -> Outcome:
    """Name a table of which some figures were not held to anything."""
    some = "the figures" if left == all_of_them else f"{left} of the {all_of_them} figures"
    message = (
        f"{some} of this table are not checked: their headings do not say what they are of, or "
        "results hold no such figure."
    )
    return Outcome("unverifiable", message)


def _may_deny(cell: CellSentence) -> bool:
    return cell.told and not cell.aside


def _are_exchanged(denied: Sequence[tuple[CellSentence, Claim, Outcome]]) -> bool:
    """Say whether each denied figure is what another of them should be."""
    expected = [outcome.fact for _, _, outcome in denied if outcome.fact is not None]
    return all(find_written(expected, (claim.number,)) is not None for _, claim, _ in denied)
