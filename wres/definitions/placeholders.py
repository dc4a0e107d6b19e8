"""What authors leave where something is still to come."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["TO_FILL_IN", "placeholder_in", "placeholders_in"]

# `wres new` writes it; a file of a trust never means it.
TO_FILL_IN: Final = "TO FILL IN"
_PLACEHOLDER: Final = re.compile(
    rf"\bX{{2,}}\b|\b(?:TBC|TBA|TBD|TODO)\b|\b{TO_FILL_IN}\b|\blorem ipsum\b"
    # What links, or carries attributes, is no placeholder: `[Name of the network](https://...)`.
    # `[x]` is a box that somebody ticked, unless it stands for a number (`[X]%`).
    r"|\[(?!x\](?!%))(?:insert|name|date|to be|add|tbc|enter|title|xx?)\b[^\]]*\](?![(\[{])"
    r"|\[(?:role|lead|owner|job title|committee|meeting|trust|number|year|figure|\.{3}|…"
    r"|(?:[\w'\u2019]+ ){0,3}(?:name|names|title|signature|date))\](?![(\[{])"
    r"|<(?:insert|name|date|role|title|add|enter)\b[^>]*>|_{4,}|\?{3,}|(?<![\w?])\?{2}"
    r"|\bdd?/mm?/yy(?:yy)?\b|\bdd?-mm?-yyyy\b"
    r"|\binsert (?:\w+ ){0,3}here\b|\b(?:click|tap) (?:or \w+ )?here to (?:enter|add)\b(?: \w+)?",
    re.IGNORECASE,
)
# Alone in its line, or all that follows a colon; in a sentence the same words mean what they say.
_ALONE: Final = re.compile(
    r"(?:^|:)[\s\-*>#\"']*"
    r"(?P<words>to be (?:confirmed|completed|added|determined|agreed|advised|announced|inserted)"
    r"(?: (?:by|in) (?:\w+ ){0,2}\w+)?|to follow|(?:name|date|title|text|signature) here"
    r"|\.{3}|…|\[\s+\])"
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
    return next(iter(placeholders_in(text)), None)


def placeholders_in(text: str) -> list[str]:
    """Return every placeholder in a text as it is written; those alone in their line last.

    Examples
    --------
    >>> placeholders_in("{meeting: TBC, presenter: '[name]', risks: to be confirmed}")
    ['TBC', '[name]', 'to be confirmed']
    """
    found = [one[0] for one in _PLACEHOLDER.finditer(text)]
    return found + [one["words"] for one in _ALONE.finditer(text) if one["words"] not in found]
