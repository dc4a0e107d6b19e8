"""Which head counts of the workforce table a note can be about, by name."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

__all__ = ["BY_BAND", "WHOLE_WORKFORCE", "WorkforceCounts"]

WorkforceCounts: TypeAlias = Literal["whole workforce", "workforce by band"]
WHOLE_WORKFORCE: Final[WorkforceCounts] = "whole workforce"
BY_BAND: Final[WorkforceCounts] = "workforce by band"
