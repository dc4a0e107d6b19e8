"""Claims for tests, each a row of a claims table."""

from __future__ import annotations

from typing import Any

from wres.audit.claim import Claim


def claim(**known: Any) -> Claim:
    return Claim(**{"place": "page 1", "confirmed": "yes", **known})


def ratio(value: str, **known: Any) -> Claim:
    """Indicator 2 of Humber Teaching 2021: 198 of 855 White over 17 of 47 BME, 0.6402."""
    counts = {
        "numerator": 198, "denominator": 855, "comparator_numerator": 17,
        "comparator_denominator": 47,
    }  # fmt: skip
    return claim(
        indicator="2", measure="relative_likelihood", group="White", comparator_group="BME",
        value=value, **{**counts, **known},
    )  # fmt: skip
