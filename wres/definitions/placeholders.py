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
    r"|\[(?:role|lead|owner|job title|committee|meeting|trust|number|year|figure|\.{3}|…)\]"
    r"(?![(\[{])"
    r"|<(?:insert|name|date|role|title|add|enter)\b[^>]*>|_{4,}|\?{3,}|(?<![\w?])\?{2}"
    r"|\bdd?/mm?/yy(?:yy)?\b|\bdd?-mm?-yyyy\b"
    r"|\binsert (?:\w+ ){0,3}here\b|\b(?:click|tap) (?:or \w+ )?here to (?:enter|add)\b(?: \w+)?",
    re.IGNORECASE,
)
# Alone in its line, or all that follows a colon; in a sentence the same words mean what they say.
_ALONE: Final = re.compile(
    r"(?:^|:)[\s\-*>#\"']*"
    r"(?P<words>to be (?:confirmed|completed|added|determined|agreed|advised|announced|inserted)"
    r"(?: (?:by|in) (?:\w+ ){0,2}\w+)?|\.{3}|…|\[\s+\])"
    r"(?=[\s\"'.]*(?:$|[,}\]]))",
    re.IGNORECASE | re.MULTILINE,
)


def placeholder_in(text: str) -> str | None:
    """Return the first placeholder in a text as it is written.

    Examples
    --------
    >>> placeholder_in("The lead is [name of lead], from TBC.")
    '[name of lead]'
    """
    found = _PLACEHOLDER.search(text)
    if found:
        return found[0]
    alone = _ALONE.search(text)
    return alone["words"] if alone else None
