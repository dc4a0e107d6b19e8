"""What an audit finds: a class, a mistake, and what a reader needs to see that it is one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from wres.audit.claim import Claim, Spot

__all__ = [
    "CLASSES",
    "CONTRADICTION",
    "ROUNDING",
    "UNCHECKABLE",
    "WORDING",
    "AuditFinding",
    "finding",
    "in_order",
]

CLASSES: Final = ("contradiction", "rounding", "wording", "uncheckable")
CONTRADICTION, ROUNDING, WORDING, UNCHECKABLE = CLASSES


@dataclass(frozen=True)
class AuditFinding:
    """One thing that a report's author should look at.

    Parameters
    ----------
    kind : str
        One of `CLASSES`.
    mistake : str
        The class of mistake, as docs/audit.md lists them.
    spot : Spot
        Where it stands.
    published, recomputed : str
        As printed, and as it should be; blank where nothing can be recomputed.
    formula : str
        How, with the numbers filled in.
    message : str
        In plain words.
    text : str
        The sentence or the row that it stands in.
    confirmed : bool
        Whether somebody confirmed the reading that it rests on.
    """

    kind: str
    mistake: str
    spot: Spot
    message: str
    published: str = ""
    recomputed: str = ""
    formula: str = ""
    text: str = ""
    confirmed: bool = True


def finding(
    claim: Claim, kind: str, mistake: str, message: str, *, of: str = "value", **more: str
) -> AuditFinding:
    """Make a finding about one of a claim's figures (`of`)."""
    published = more.pop("published", str(getattr(claim, of, "")))
    return AuditFinding(
        kind,
        mistake,
        claim.spot(of),
        message,
        published=published,
        text=_quoted(claim, of),
        confirmed=claim.confirmed == "yes",
        **more,
    )


def _quoted(claim: Claim, of: str) -> str:
    """Quote a sentence, or of a row the cell in which the figure stands."""
    row, heading, _ = [*claim.text.split(" | "), "", ""][:3]
    spot = claim.spot(of)
    if spot.column is None or spot == claim.spot() or not heading:
        return claim.text
    return " | ".join((row, spot.place.partition(" column ")[2] or heading, getattr(claim, of)))


def in_order(findings: Iterable[AuditFinding]) -> list[AuditFinding]:
    """Put findings into the order of the document, contradictions of one place first."""
    return sorted(findings, key=lambda one: (one.spot.order, CLASSES.index(one.kind)))
