"""Which figures may be published: applied once, before any chapter sees data.

Figures that their trust has published already pass as they are. Others are shown under the
``internal`` profile only: a share beside a head count gives away counts of one.
"""

from __future__ import annotations

from wres.errors import InputError, Problem
from wres.sources import TrustYear

__all__ = ["PROFILES", "require_publishable"]

PROFILES = ("public", "internal")


def require_publishable(trust_year: TrustYear, profile: str, data: str) -> None:
    """Stop a public report of figures that have not been published.

    Raises
    ------
    InputError
        If the profile is ``public`` and the trust's figures are not marked already published.
    """
    trust = trust_year.trust
    if profile == "internal" or trust.already_published:
        return
    raise InputError(
        [
            Problem(
                file=f"{data}/{trust.ods_code}/trust.yml",
                column="already_published",
                given="false",
                rule="must be true for a public report: small head counts can give away a person",
                remedy=(
                    "Use --profile internal for a marked report on the internal shelf, or set "
                    "already_published: true if every figure has been published before."
                ),
            )
        ]
    )
