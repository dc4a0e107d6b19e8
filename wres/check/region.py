"""Whether the trust's region is one by which national figures are published."""

from __future__ import annotations

from collections.abc import Iterator

from wres.check.figures import Figures
from wres.check.findings import Finding, Limits
from wres.definitions.geographies import load_geographies, read_region
from wres.errors import Problem

__all__ = ["region_unknown"]


def region_unknown(now: Figures, before: Figures | None, limits: Limits) -> Iterator[Finding]:
    """Find a region that no figure of others can be matched to."""
    trust = now.read.trust
    if read_region(trust.region) is None:
        names = ", ".join(region.name for region in load_geographies().regions)
        rule = f"is none of the seven NHS regions ({names}): figures are compared with no region"
        remedy = "Name the region so, if it is one of them."
        file = f"{trust.ods_code}/trust.yml"
        problem = Problem(file, rule, remedy, column="region", given=trust.region)
        yield Finding("region-unknown", problem)
