"""How wide a funnel is drawn: its limits are those of the exact tests, `wres.stats.exact`."""

from __future__ import annotations

__all__ = ["FUNNEL"]

# In percent; about two and three standard errors, as funnel plots have them: Spiegelhalter (2005),
# Statistics in Medicine 24, 1185-1202.
FUNNEL = (95.0, 99.8)
