"""Sentences that set a part of the trust beside the rest, as hotspots are told.

Results hold figures of the whole trust and of its pay bands; what is said of a division's cases, or
of how many would be expected, can be held to none of them, and is neither denied nor not found.
"""

from __future__ import annotations

import re
from typing import Final

from wres.claims.denials import Outcome

__all__ = ["of_parts"]

# Words of hotspots that no sentence about an indicator has; `wres.hotspots` writes them all.
_TOLD: Final = re.compile(
    r"to be expected (?:with|at the share of) the"
    r"|drawn towards the others as chance demands"
    r"|than chance allows"
    r"|worth a conversation"
    r"|figures of places were looked at"
    r"|Since last year it has moved most in"
    r"|for every 100 White staff",
    re.IGNORECASE,
)
_MESSAGE: Final = (
    "it is said of a part of the trust beside the rest, of which the results hold no figure."
)


def of_parts(text: str, outcome: Outcome) -> Outcome:
    """Hold what a paragraph about parts of the trust says to nothing.

    Parameters
    ----------
    text : str
        The paragraph.
    outcome : Outcome
        Of one of its figures, or of a word of direction.
    """
    if outcome.kind == "agrees" or not _TOLD.search(" ".join(text.split())):
        return outcome
    return Outcome("unverifiable", _MESSAGE)
