"""Plain text on its way into pandoc's markdown, where it must stay plain text."""

from __future__ import annotations

import html
import re

__all__ = ["escape_markdown", "quote_attribute", "raw_html"]

# pandoc takes a backslash before any ASCII punctuation as "this very character". An apostrophe
# stays bare: it is set as a typographic one, and Quarto loses a table's caption at \\'.
_PUNCTUATION = re.compile(r"([!-&(-/:-@\[-`{-~])")
_BACKTICKS = re.compile(r"`+")


def escape_markdown(text: str) -> str:
    r"""Write text so that markdown prints it as it stands, on one line.

    Serves both renderers: for facts, captions and inline values.

    Examples
    --------
    >>> print(escape_markdown("St $5 & Co <b>"))
    St \$5 \& Co \<b\>
    """
    return _PUNCTUATION.sub(r"\\\1", " ".join(text.split()))


def quote_attribute(text: str) -> str:
    """Write text as the value of an attribute of a fenced div."""
    return '"' + html.escape(" ".join(text.split())).replace("\\", "&#92;") + '"'


def raw_html(markup: str) -> str:
    """Fence HTML so that pandoc passes it on unread."""
    longest = max((len(run) for run in _BACKTICKS.findall(markup)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{{=html}}\n{markup}\n{fence}"
