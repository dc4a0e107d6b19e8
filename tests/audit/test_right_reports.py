"""Reports that are right, in either convention of rounding: nothing in them may be called wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from wres.audit import AuditFinding, audit_report, read_report
from wres.audit.documents.plain import read_plain

Rounding = Callable[[Fraction, int], Decimal]


def rounding(mode: str) -> Rounding:
    def rounded(value: Fraction, decimals: int) -> Decimal:
        with localcontext() as context:
            context.prec = 60
            exact = Decimal(value.numerator) / Decimal(value.denominator)
            return exact.quantize(Decimal(1).scaleb(-decimals), mode)

    return rounded


@dataclass(frozen=True)
class Counts:
    """Counts of one year: shortlisted and appointed, staff and board, of White, BME, unknown."""

    shortlisted: tuple[int, int, int]
    appointed: tuple[int, int, int]
    staff: tuple[int, int, int]
    board: tuple[int, int]


@st.composite
def counts(draw: st.DrawFn) -> Counts:
    shortlisted = draw(st.tuples(*[st.integers(20, 3000)] * 3))
    appointed = tuple(draw(st.integers(1, most)) for most in shortlisted)
    staff = draw(st.tuples(*[st.integers(5, 5000)] * 3))
    board = draw(st.tuples(st.integers(1, 12), st.integers(0, 5)))
    return Counts(shortlisted, appointed, staff, board)  # type: ignore[arg-type]


def share(part: int, whole: int) -> Fraction:
    return Fraction(100 * part, whole)


def report(then: Counts, now: Counts, rounded: Rounding, *, of_rounded: bool) -> str:
    """Write a report whose every figure follows from its counts."""
    lines = ["# Workforce Race Equality Standard report 2021 (fictional)", ""]
    ratios = []
    for year, of in ((2020, then), (2021, now)):
        rates = [share(a, s) for a, s in zip(of.appointed, of.shortlisted, strict=True)]
        ratios.append(rounded(rates[0] / rates[1], 2))
        lines += [
            f"## Indicator 2: appointment from shortlisting, {year}", "",
            "| | White | BME | Unknown | Total |", "|---|---|---|---|---|",
            f"| Shortlisted | {' | '.join(map(str, (*of.shortlisted, sum(of.shortlisted))))} |",
            f"| Appointed | {' | '.join(map(str, (*of.appointed, sum(of.appointed))))} |",
            f"| Likelihood | {' | '.join(f'{rounded(rate, 1)}%' for rate in rates)} | |",
            f"| Relative likelihood (White over BME) | {ratios[-1]} | | | |", "",
        ]  # fmt: skip
    lines += [
        "## Summary", "", "| Indicator | 2020 | 2021 | Difference |", "|---|---|---|---|",
        f"| 2. Relative likelihood of appointment, White over BME | {ratios[0]} | {ratios[1]} "
        f"| {ratios[1] - ratios[0]:+} |", "",
    ]  # fmt: skip
    lines += workforce(then, now, rounded, of_rounded=of_rounded)
    side = "more" if ratios[1] > 1 else "less"
    if ratios[1] != 1:
        lines += [f"For indicator 2 the ratio is {ratios[1]}: White applicants were {side} likely."]
    return "\n".join(lines)


def workforce(then: Counts, now: Counts, rounded: Rounding, *, of_rounded: bool) -> list[str]:
    lines = ["## Workforce", "", "| Group | 2021 | Share 2021 | Share 2020 | Change (points) |",
             "|---|---|---|---|---|"]  # fmt: skip
    for name, before, after in zip(("White", "BME", "Unknown"), then.staff, now.staff, strict=True):
        shares = [share(after, sum(now.staff)), share(before, sum(then.staff))]
        printed = [rounded(one, 1) for one in shares]
        change = printed[0] - printed[1] if of_rounded else rounded(shares[0] - shares[1], 1)
        lines += [f"| {name} | {after} | {printed[0]}% | {printed[1]}% | {change:+} |"]
    members = sum(now.board)
    board, staff = share(now.board[1], members), share(now.staff[1], sum(now.staff))
    gap = rounded(board, 1) - rounded(staff, 1) if of_rounded else rounded(board - staff, 1)
    return [
        *lines, f"| Total | {sum(now.staff)} | | | |", "",
        "## Indicator 9: the Board", "",
        "| | White | BME | Total |", "|---|---|---|---|",
        f"| Board members | {now.board[0]} | {now.board[1]} | {members} |",
        f"| Board % | {rounded(share(now.board[0], members), 1)}% | {rounded(board, 1)}% | |",
        f"| Difference from the workforce (points) | | {gap:+} | |", "",
    ]  # fmt: skip


def wrong(text: str) -> list[AuditFinding]:
    document = read_plain(Path("report.md"), text.encode())
    findings = audit_report(read_report(document))
    return [one for one in findings if one.kind in {"contradiction", "rounding"}]


# Without shrinking, which would take minutes: the report that failed is short enough to read.
@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(
    then=counts(),
    now=counts(),
    mode=st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN]),
    of_rounded=st.booleans(),
)
def test_a_right_report_is_left_alone(
    then: Counts, now: Counts, mode: str, of_rounded: bool
) -> None:
    assert wrong(report(then, now, rounding(mode), of_rounded=of_rounded)) == []


SAMPLE = (
    Counts((600, 120, 16), (105, 12, 2), (1341, 139, 70), (11, 1)),
    Counts((640, 160, 20), (120, 21, 3), (1368, 160, 72), (11, 1)),
)


@pytest.mark.parametrize(
    ("right", "planted", "mistake"),
    [
        ("| 1.43 | -0.32 |", "| 1.43 | -0.42 |", "subtraction error"),
        ("| 1.43 | -0.32 |", "| 1.43 | +0.32 |", "sign error"),
        ("White over BME) | 1.43", "White over BME) | 0.70", "reversed direction"),
        ("White over BME) | 1.43", "White over BME) | 1.43%", "ratio printed with %"),
        ("| 18.8% | 13.1% |", "| 13.1% | 18.8% |", "wrong figure"),
        ("| Shortlisted | 640 | 160 | 20 | 820 |", "| Shortlisted | 640 | 160 | 20 | 840 |",
         "parts don't add up"),
        ("were more likely", "were less likely", "wrong direction"),
        ("the ratio is 1.43", "the ratio is 1.75", "wrong figure"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_right_report_is_found(right: str, planted: str, mistake: str) -> None:
    text = report(*SAMPLE, rounding(ROUND_HALF_UP), of_rounded=False)
    assert wrong(text) == []
    assert right in text
    assert mistake in [one.mistake for one in wrong(text.replace(right, planted))]
