"""The audit itself: every check on every claim, and each fault told once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from wres.audit.bridge import chapter_of
from wres.audit.candidates import Passage, Report
from wres.audit.checks.actions import check_actions
from wres.audit.checks.agreeing import check_agreement, check_told, denied_gaps
from wres.audit.checks.amended import amended, denied_totals
from wres.audit.checks.benchmarks import check_benchmarks
from wres.audit.checks.comparators import National, check_comparator
from wres.audit.checks.differences import check_differences
from wres.audit.checks.directions import check_direction
from wres.audit.checks.headcounts import check_headcounts
from wres.audit.checks.ledger import Ledger, linked
from wres.audit.checks.mirrored import check_mirrored
from wres.audit.checks.parity import check_parity
from wres.audit.checks.recomputing import check_counts
from wres.audit.checks.sentences import NO_TABLE, check_sentences
from wres.audit.checks.series import check_series
from wres.audit.checks.survey_years import check_survey_years
from wres.audit.checks.texts import check_plan_dates, check_statement, check_text
from wres.audit.checks.trends import check_trends
from wres.audit.checks.units import check_needs, check_unit
from wres.audit.claim import Claim
from wres.audit.dates import latest_of
from wres.audit.findings import CLASSES, CONTRADICTION, UNCHECKABLE, WORDING, AuditFinding, in_order
from wres.audit.struck import unstruck
from wres.audit.sums import sums_in
from wres.audit.trust import doubted, in_doubt, without
from wres.audit.unread import half_read, held_to_unread

__all__ = ["audit_and_doubt", "audit_claims", "audit_report"]

_GAP_OF: Final = re.compile(r"the gap of indicator \S+ \(", re.IGNORECASE)


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
        one.but(spots={"value": claim.spot()}, row=claim.row, confirmed=claim.confirmed)
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
    return audit_and_doubt(report, national)[0]


def audit_and_doubt(
    report: Report, national: Sequence[National] = ()
) -> tuple[list[AuditFinding], frozenset[int]]:
    """Audit a report, and give the tables (by block) whose reading isn't believed."""
    every = once(_of_report(report, national))
    doubtful = doubted(report.document, report.claims, every, report.year) | half_read(report)
    if doubtful:
        told = replace(
            report,
            claims=without(report.claims, doubtful),
            passages=tuple(one for one in report.passages if one.spot.block not in doubtful),
        )
        every = once(in_doubt(every, once(_of_report(told, national))))
    believed = without(report.claims, doubtful)
    return in_order(held_to_unread(every, report, believed)), doubtful


def _of_report(report: Report, national: Sequence[National]) -> Iterator[AuditFinding]:
    """Give what every check finds, but for what a person has struck out."""
    return unstruck(_found_in(report, national), report)


def _found_in(report: Report, national: Sequence[National]) -> Iterator[AuditFinding]:
    year = report.year
    yield from _figures(report.claims, national, year)
    for passage in report.passages:
        yield from check_text(passage, year)
    for number, block in enumerate(report.document.blocks):
        if block in report.plans:
            yield from check_plan_dates(block, number, year)
    claims = amended(linked(report.claims, year), year)
    yield from check_benchmarks(claims)
    yield from check_survey_years(claims, year)
    for claim in claims:
        # Of few cases, a table may say what it is.
        yield from (one for one in check_direction(claim) if one.kind == CONTRADICTION)
    passages = [one for one in report.passages if one.claims]
    yield from check_trends(passages, claims, year)
    yield from check_series(passages, claims, year)
    yield from check_actions(Ledger(claims, year), report.plans)
    # Sentences are held to tables by years: where the report's own isn't told, to the latest.
    year = year or latest_of(claims)
    if year is not None:
        ledger = Ledger(claims, year)
        denied = {*denied_totals(ledger), *denied_gaps(ledger)}
        chapter = chapter_of([one for one in claims if one.spot() not in denied], year)
        printed = Ledger([claim for claim in claims if claim.origin != "sentence"], year)
        yield from check_headcounts(passages, printed)
        yield from check_parity(passages, printed)
        told = list(check_sentences(passages, chapter, claims))
        # Of a gap that a table prints, the table itself is told first.
        yield from _held_to_what_is_printed(told, claims, year)
        yield from told


def _held_to_what_is_printed(
    told: Sequence[AuditFinding], claims: Sequence[Claim], year: int
) -> Iterator[AuditFinding]:
    """Hold figures of sentences that no table prints to the table that prints the same thing.

    And gaps that the percentages deny.
    """
    places = {
        (one.spot.block, one.spot.start)
        for one in told
        if one.mistake == NO_TABLE or _GAP_OF.match(one.message)
    }
    tables = [claim for claim in claims if claim.origin not in {"", "sentence"}]
    printed = {claim.key for claim in tables}
    said = [
        claim
        for claim in claims
        if claim.origin == "sentence" and claim.measure != "headcount" and claim.key in printed
        if (claim.spot().block, claim.spot().start) in places
    ]
    spots = {claim.spot() for claim in said}
    for one in check_agreement(Ledger([*tables, *said], year)):
        if one.spot in spots:
            yield one


def _figures(
    claims: Sequence[Claim], national: Sequence[National], year: int | None
) -> Iterator[AuditFinding]:
    whole = amended(linked(claims, year), year)
    for claim in whole:
        yield from check_counts(claim)
        yield from check_unit(claim)
    yield from check_differences(whole)
    yield from check_mirrored(whole, year)
    # Sentences are held to the tables with their words: by their figures too, they were twice.
    # One that prints its counts can show that a table is wrong.
    counted = {claim.spot() for claim in claims if claim.origin != "sentence" or _has_counts(claim)}
    yield from check_agreement(Ledger([one for one in whole if one.spot() in counted], year))
    told = [one for one in whole if one.spot() not in counted]
    yield from check_told(told, year)
    for claim in whole:
        yield from check_comparator(claim, list(national), year)
        if claim.origin != "sentence":
            yield from check_needs(claim)


def _has_counts(claim: Claim) -> bool:
    return bool(claim.indicator) and claim.numerator is not None


def once(findings: Iterable[AuditFinding]) -> list[AuditFinding]:
    """Tell each fault once: the first of a place, and no weaker word of the same figure."""
    told: list[AuditFinding] = []
    for one in sorted(findings, key=lambda finding: finding.kind == UNCHECKABLE):
        if not any(_is_told(one, other) for other in told if _same_block(one, other)):
            told.append(one)
    return told


def _same_block(one: AuditFinding, other: AuditFinding) -> bool:
    return one.spot.order[:3] == other.spot.order[:3]


def _is_told(one: AuditFinding, other: AuditFinding) -> bool:
    """Say whether a finding is of the same words as one told before, and of no other mistake."""
    if one.mistake == other.mistake and one.published == other.published:
        return True
    first, second = one.spot, other.spot
    same = first.start < second.end and second.start < first.end
    if one.mistake == other.mistake and one.kind == WORDING and same:
        return True
    if not (same if first.end and second.end else one.published == other.published):
        return False
    strong = one.kind in CLASSES[:2] and other.kind in CLASSES[:2]
    return strong or (one.kind == UNCHECKABLE and other.kind != UNCHECKABLE)
