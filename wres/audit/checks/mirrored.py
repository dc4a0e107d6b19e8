"""One ratio told of both groups: 1.57 as White over BME, and then as BME over White."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from wres.audit.checks.formulas import exact_value
from wres.audit.claim import Claim
from wres.audit.findings import CONTRADICTION, AuditFinding, finding

__all__ = ["check_mirrored"]

_Key = tuple[str, str, int | None]


def check_mirrored(claims: Sequence[Claim], year: int | None) -> Iterator[AuditFinding]:
    """Tell ratios that a report gives as the same number of both groups, of which one is wrong.

    Those with counts are held to these instead. The later of the two is told: most reports name a
    ratio first, and then say what it means.

    Parameters
    ----------
    claims : sequence of Claim
    year : int, optional
        The report's own.
    """
    ratios: dict[_Key, list[Claim]] = defaultdict(list)
    for claim in claims:
        oriented = claim.group and claim.comparator_group and claim.value
        if claim.measure == "relative_likelihood" and oriented and exact_value(claim) is None:
            ratios[claim.indicator, claim.breakdown, claim.year or year].append(claim)
    for same in ratios.values():
        for place, claim in enumerate(same):
            first = next((one for one in same[:place] if _is_mirrored(one, claim)), None)
            if first is not None:
                yield _told(first, claim)


def _is_mirrored(one: Claim, other: Claim) -> bool:
    first, second = one.printed(), other.printed()
    if first is None or second is None or first.hedged or second.hedged:
        return False
    turned = (one.group, one.comparator_group) == (other.comparator_group, other.group)
    parity = any(figure.span.low <= 1 <= figure.span.high for figure in (first, second))
    return turned and not parity and first.value == second.value


def _told(first: Claim, claim: Claim) -> AuditFinding:
    message = (
        f"{first.place} gives {first.value} as {first.group} over {first.comparator_group}; here "
        f"the same number is told of {claim.group} people. One of the two is the wrong way round."
    )
    return finding(
        claim, CONTRADICTION, "reversed direction", message,
        recomputed=f"{first.group} over {first.comparator_group}: {first.value}",
    )  # fmt: skip
