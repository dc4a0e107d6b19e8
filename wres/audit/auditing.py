"""The audit itself: every check on every claim, and each fault told once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from wres.audit.bridge import chapter_of
from wres.audit.candidates import Passage, Report
from wres.audit.checks.actions import check_actions
from wres.audit.checks.agreeing import check_agreement
from wres.audit.checks.comparators import National, check_comparator
from wres.audit.checks.differences import check_differences
from wres.audit.checks.directions import check_direction
from wres.audit.checks.ledger import Ledger, linked
from wres.audit.checks.recomputing import check_counts
from wres.audit.checks.sentences import check_sentences
from wres.audit.checks.texts import check_plan_dates, check_statement, check_text
from wres.audit.checks.units import check_needs, check_unit
from wres.audit.claim import Claim
from wres.audit.findings import CLASSES, AuditFinding, in_order
from wres.audit.phrases import sums_in

__all__ = ["audit_claims", "audit_report"]


def audit_claims(
    claims: Sequence[Claim], national: Sequence[National] = (), year: int | None = None
) -> list[AuditFinding]:
    """Audit a table of claims that somebody wrote down.

    Parameters
    ----------
    claims : sequence of Claim
    national : sequence of National
        Published figures to hold comparators against.
    year : int, optional
        The report's year; the latest that a claim names, where it isn't given.
    """
    own = year or max((claim.year for claim in claims if claim.year), default=None)
    sums = [
        one.but(spots={}, row=claim.row, confirmed=claim.confirmed)
        for claim in claims
        for one in sums_in(claim.text, claim.spot())
    ]
    found = list(_figures([*claims, *sums], national, own))
    for claim in claims:
        found += check_direction(claim)
        found += _words_of(claim, own)
    return in_order(once(found))


def _words_of(claim: Claim, year: int | None) -> Iterator[AuditFinding]:
    spot = replace(claim.spot(), start=0, end=0)
    passage = Passage(spot, claim.text, claim.indicator)
    for one in (*check_text(passage, year), *check_statement(passage, year)):
        yield replace(one, spot=spot, confirmed=claim.confirmed != "no")


def audit_report(report: Report, national: Sequence[National] = ()) -> list[AuditFinding]:
    """Audit a report by what was drawn from it."""
    return in_order(once(_of_report(report, national)))


def _of_report(report: Report, national: Sequence[National]) -> Iterator[AuditFinding]:
    year = report.year
    yield from _figures(report.claims, national, year)
    for passage in report.passages:
        yield from check_text(passage, year)
    for number, block in enumerate(report.document.blocks):
        if block in report.plans:
            yield from check_plan_dates(block, number, year)
    claims = linked(report.claims, year)
    yield from check_actions(Ledger(claims, year), report.plans)
    if year is not None:
        passages = [one for one in report.passages if not one.plan]
        yield from check_sentences(passages, chapter_of(claims, year), claims, report.struck)


def _figures(
    claims: Sequence[Claim], national: Sequence[National], year: int | None
) -> Iterator[AuditFinding]:
    whole = linked(claims, year)
    for claim in whole:
        yield from check_counts(claim)
        yield from check_unit(claim)
    yield from check_differences(whole)
    # Sentences are held to the tables with their words: by their figures too, they were twice.
    yield from check_agreement(Ledger([one for one in whole if one.origin != "sentence"], year))
    for claim in whole:
        yield from check_comparator(claim, list(national), year)
        if claim.origin != "sentence":
            yield from check_needs(claim)


def once(findings: Iterable[AuditFinding]) -> list[AuditFinding]:
    """Tell each fault once: the first contradiction of a place, and no weaker word of the same."""
    told: dict[tuple[object, ...], AuditFinding] = {}
    for one in findings:
        key = (one.spot.block, one.spot.row, one.spot.column, one.published or one.spot.start)
        strong = one.kind in CLASSES[:2]
        told.setdefault((*key, "figure" if strong else one.mistake), one)
    return list(told.values())
