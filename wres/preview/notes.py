"""What is to be said in the margin, and of which words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

__all__ = ["WEIGHTS", "Note", "Weight"]

Weight = Literal["wrong", "doubt", "hint"]
# The gravest first.
WEIGHTS: Final[tuple[Weight, ...]] = ("wrong", "doubt", "hint")


@dataclass(frozen=True)
class Note:
    """A note on some words of a chapter, or on a whole paragraph.

    Parameters
    ----------
    kind : str
        What it is, in words: ``Contradicted by the figures``.
    weight : {'wrong', 'doubt', 'hint'}
        How much it matters.
    chapter, cell : str
        Name of the chapter and id of the cell.
    place : str
        The same as its author would look for it.
    before : str
        What stands in the cell before the words, as markdown with its values filled in.
    words : str
        The words at fault, as markdown with values filled in; blank for a whole cell.
    message : str
        Plain English, with the true value.
    offer : str
        What to type in place of the words; blank if nothing.
    """

    kind: str
    weight: Weight
    chapter: str
    cell: str
    place: str
    before: str
    words: str
    message: str
    offer: str = ""
