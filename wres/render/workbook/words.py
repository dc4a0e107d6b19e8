"""The words around a table: its name, title, source and the symbols in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from wres.labels import (
    UNSURE_NOTE,
    UNSURE_SYMBOL,
    WITHHELD_NOTE,
    WITHHELD_SYMBOL,
    capitalise,
)

__all__ = ["BLANK", "DASH", "NOTHING", "SYMBOLS", "Said", "said_of", "sheet_name", "symbols_in"]

DASH = "–"
NOTHING = "[z]"
BLANK = "[x]"
SYMBOLS = {
    WITHHELD_SYMBOL: "Withheld to protect people. A withheld figure need not be small, and the "
    "symbol does not mean zero or not available.",
    UNSURE_SYMBOL: "The groups differ clearly, and people of unknown ethnicity could turn "
    "that round.",
    NOTHING: "There is nothing to show here. The report prints a dash.",
    BLANK: "Nothing is given here. The report leaves the cell blank.",
    "☑": "Ticked.",
    "☐": "Not ticked.",
    "▲": "Higher than the year before.",
    "▼": "Lower than the year before.",
    "■": "The same as the year before, as printed.",
}
_LONGEST_NAME = 31
# A sentence ends after a word of some length: "St. Mary" goes on.
_SENTENCE = re.compile(r"(?<=[\w)%]{4})\. (?=[A-Z\[\d])")
_SOURCE = "Source: "


@dataclass(frozen=True)
class Said:
    """A caption in its parts, every sentence of it in one of them."""

    title: str
    more: list[str]
    source: str
    legend: list[str]


def said_of(caption: str) -> Said:
    """Take a caption apart.

    Examples
    --------
    >>> said = said_of("Table 2: Staff of St. Mary, 2024. Source: staff records. Rounded figures.")
    >>> said.title, said.source, said.more
    ('Table 2: Staff of St. Mary, 2024.', 'Source: staff records.', ['Rounded figures.'])
    """
    first, *others = [f"{one.rstrip('.')}." for one in _SENTENCE.split(caption)]
    source = [one for one in others if one.startswith(_SOURCE)]
    legend = [one for one in others if one in {UNSURE_NOTE, WITHHELD_NOTE}]
    more = [one for one in others if one not in {*source, *legend}]
    return Said(first, more, " ".join(source), legend)


def sheet_name(number: int, label: str) -> str:
    """Name a sheet as Excel allows, by the table's number and label.

    Examples
    --------
    >>> sheet_name(5, "tbl-bands-non-clinical"), sheet_name(13, "tbl-ratio-2")
    ('5 Bands non-clinical', '13 Ratio indicator 2')
    """
    words = re.sub(r"-(\d)$", r" indicator \1", label.removeprefix("tbl-"))
    words = re.sub(r"(?<!non)[-_]", " ", words)
    return f"{number} {capitalise(words)}"[:_LONGEST_NAME].rstrip()


def symbols_in(cells: Iterable[str]) -> list[str]:
    """Tell which symbols stand in cells."""
    together = "\n".join(cells)
    return [symbol for symbol in SYMBOLS if symbol in together]
