"""Plain text on its way into pandoc's markdown, where it must stay plain text."""

from __future__ import annotations

import html
import re

__all__ = ["quote_attribute", "raw_html", "resolve_attribute"]

_BACKTICKS = re.compile(r"`+")
# What pandoc resolves in the value of an attribute; a letter or a digit can't be escaped.
_RESOLVED = re.compile(r"\\(?P<char>[\W_])|&#?\w+;")


def resolve_attribute(text: str) -> str:
    """Read what a chapter stores as Quarto does, which writes it into an attribute as it is."""
    return _RESOLVED.sub(lambda found: found["char"] or html.unescape(found[0]), text)


def quote_attribute(text: str) -> str:
    """Write text as the value of an attribute of a fenced div."""
    return '"' + html.escape(" ".join(text.split())).replace("\\", "&#92;") + '"'


def raw_html(markup: str) -> str:
    """Fence HTML so that pandoc passes it on unread."""
    longest = max((len(run) for run in _BACKTICKS.findall(markup)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{{=html}}\n{markup}\n{fence}"
