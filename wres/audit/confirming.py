"""Candidates and the table in which a person confirms, corrects or strikes them out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wres.audit.claim import Claim, Spot

__all__ = ["Confirmed", "confirm"]


@dataclass(frozen=True)
class Confirmed:
    """The claims to audit after a person has looked at them.

    Parameters
    ----------
    claims : tuple of Claim
    left_out : int
        Rows that nobody has confirmed, where some others are.
    struck : frozenset of str
        Sentences of rows marked `no` and of no other.
    struck_out : int
        Rows marked `no`.
    struck_spots : tuple of Spot
        Where their figures stand in the document.
    """

    claims: tuple[Claim, ...]
    left_out: int = 0
    struck: frozenset[str] = frozenset()
    struck_out: int = 0
    struck_spots: tuple[Spot, ...] = ()


def confirm(candidates: Sequence[Claim], rows: Sequence[Claim]) -> Confirmed:
    """Join a table of claims with the candidates that it was written from.

    A row is audited as it stands in the table, corrections included; the place in the document
    comes from the candidate that it was written from. Where any row says `yes`, those without a
    word are left out; where none does, all are audited, as unconfirmed.
    """
    struck = [row for row in rows if row.confirmed == "no"]
    kept = [row for row in rows if row.confirmed == "yes"]
    blank = [row for row in rows if not row.confirmed]
    audited = kept or blank
    unused = list(candidates)
    claims = tuple(_placed(row, unused) for row in audited)
    texts = {_words(row) for row in struck} - {_words(row) for row in audited}
    spots = tuple(_placed(row, unused).spot() for row in struck)
    left_out = len(blank) if kept else 0
    return Confirmed(claims, left_out, frozenset(texts), len(struck), spots)


def _words(row: Claim) -> str:
    return " ".join(row.text.split())


def _placed(row: Claim, unused: list[Claim]) -> Claim:
    for same in (_same_figure, _same_text):
        for candidate in unused:
            if same(row, candidate):
                unused.remove(candidate)
                return row.but(spots=candidate.spots, origin=candidate.origin)
    return row


def _same_text(row: Claim, candidate: Claim) -> bool:
    return row.place == candidate.place and _words(row) == _words(candidate)


def _same_figure(row: Claim, candidate: Claim) -> bool:
    names = ("value", "comparator_value", "group", "measure")
    figures = [[getattr(claim, name) for name in names] for claim in (row, candidate)]
    return _same_text(row, candidate) and figures[0] == figures[1]
