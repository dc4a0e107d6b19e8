"""Plain text on its way into pandoc's markdown, where it must stay plain text."""

from __future__ import annotations

import html
import re

__all__ = ["quote_attribute", "raw_html"]

_BACKTICKS = re.compile(r"`+")


def quote_attribute(text: str) -> str:
    """Write text as the value of an attribute of a fenced div."""
    return '"' + html.escape(" ".join(text.split())).replace("\\", "&#92;") + '"'


def raw_html(markup: str) -> str:
    """Fence HTML so that pandoc passes it on unread."""
    longest = max((len(run) for run in _BACKTICKS.findall(markup)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{{=html}}\n{markup}\n{fence}"
