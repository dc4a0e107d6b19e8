"""Comparators that sentences give against those that the report's own tables print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wres.audit.checks.ledger import figure_of
from wres.audit.claim import Claim
from wres.audit.findings import CONTRADICTION, AuditFinding, finding
from wres.audit.printed import Printed
from wres.audit.words import first_of

__all__ = ["check_benchmarks"]


def check_benchmarks(claims: Sequence[Claim]) -> Iterator[AuditFinding]:
    """Hold the comparators of sentences to those of tables.

    What one sentence calls the national average is another table's benchmark median: a figure is
    denied only where none that stands beside the trust's own, whoever's it is, is like it.

    Parameters
    ----------
    claims : sequence of Claim
    """
    printed = [
        (claim, figure)
        for claim in claims
        if claim.origin != "sentence" and claim.comparator_value
        if (figure := claim.printed("comparator_value")) is not None
    ]
    for claim in claims:
        said = claim.printed("comparator_value")
        if claim.origin != "sentence" or said is None or said.hedged or not claim.group:
            continue
        beside = [
            (other, figure)
            for other, figure in printed
            if (other.indicator, other.measure) == (claim.indicator, claim.measure)
            and (other.breakdown, other.groups) == (claim.breakdown, claim.groups)
        ]
        told = _denied(claim, said, beside)
        if told is not None and not _is_own(claim, said, claims):
            yield told


def _denied(
    claim: Claim, said: Printed, beside: Sequence[tuple[Claim, Printed]]
) -> AuditFinding | None:
    kind = first_of("comparator", claim.comparator_name) or claim.comparator_name
    same = [
        (other, figure)
        for other, figure in beside
        if first_of("comparator", other.comparator_name) == kind and _of_year(claim, other)
    ]
    if not same or any(said.span.meets(figure.span) for _, figure in beside):
        return None
    other, figure = same[0]
    message = (
        f"The report's own table has {figure.text} for {other.comparator_name}, not {said.text}."
    )
    return finding(
        claim, CONTRADICTION, "wrong benchmark", message, of="comparator_value",
        recomputed=figure.text, formula=f"{other.place}: {figure.text}",
    )  # fmt: skip


def _of_year(claim: Claim, other: Claim) -> bool:
    one, two = claim.comparator_year, other.comparator_year
    return one is None or two is None or one == two


def _is_own(claim: Claim, said: Printed, claims: Sequence[Claim]) -> bool:
    """Say whether the figure is one of the trust's own: its owner was then misread."""
    own = [
        figure
        for one in claims
        if (one.indicator, one.measure) == (claim.indicator, claim.measure)
        if one.origin != "sentence"
        for figure in (figure_of(one), one.printed("previous"))
        if figure is not None
    ]
    return any(said.span.meets(figure.span) for figure in own)
