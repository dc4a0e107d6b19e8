"""What authors leave where something is still to come."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["TO_FILL_IN", "placeholder_in"]

# `wres new` writes it; a file of a trust never means it.
TO_FILL_IN: Final = "TO FILL IN"
_PLACEHOLDER: Final = re.compile(
    rf"\bX{{2,}}\b|\b(?:TBC|TBA|TBD|TODO)\b|\b{TO_FILL_IN}\b|\blorem ipsum\b"
    # What links, or carries attributes, is no placeholder: `[Name of the network](https://...)`.
    r"|\[(?:insert|name|date|to be|add|tbc|enter|title|xx?)\b[^\]]*\](?![(\[{])"
    r"|<(?:insert|name|date)\b[^>]*>|_{4,}|\?{3,}",
    re.IGNORECASE,
)


def placeholder_in(text: str) -> str | None:
    """Return the first placeholder in a text as it is written.

    Examples
    --------
    >>> placeholder_in("The lead is [name of lead], from TBC.")
    '[name of lead]'
    """
    found = _PLACEHOLDER.search(text)
    return found[0] if found else None
