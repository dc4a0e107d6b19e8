"""Results found by the words in their columns: looked up, not searched for each time."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from functools import cached_property

import pandas as pd

__all__ = ["FoundRows"]


class FoundRows:
    """An index of the rows of a frame, by column and word.

    A chapter asks for some hundreds of rows, many of them again and again, and pandas takes
    milliseconds to mask and copy a frame of thirty columns. What is handed out is the caller's own:
    pandas copies it as soon as anybody writes to it.

    Parameters
    ----------
    frame : DataFrame
        Shape (rows, columns); later writes to it are not seen.
    beside : str
        What the breakdown of a row matches that is not one of the report's own figures.
    """

    def __init__(self, frame: pd.DataFrame, beside: str) -> None:
        self._frame = frame.copy(deep=False)
        self._beside = beside
        self._words: dict[str, dict[Hashable, set[int]]] = {}
        self._rows: dict[int, pd.Series] = {}
        self._frames: dict[tuple[int, ...], pd.DataFrame] = {}

    def places(self, wanted: Mapping[str, Hashable], *, own: bool = False) -> tuple[int, ...]:
        """Return the places of the rows that hold the wanted words, of all or of own figures."""
        found = [self._holding(column, word) for column, word in wanted.items()]
        kept = found + ([self._own] if own else [])
        return tuple(sorted(set.intersection(*kept)) if kept else range(len(self._frame)))

    def frame(self, places: tuple[int, ...]) -> pd.DataFrame:
        """Return the rows at some places, with the labels that they have."""
        if places not in self._frames:
            self._frames[places] = self._frame.iloc[list(places)]
        return self._frames[places].copy(deep=False)

    def row(self, place: int) -> pd.Series:
        """Return the row at a place."""
        if place not in self._rows:
            self._rows[place] = self._frame.iloc[place]
        return self._rows[place].copy(deep=False)

    def _holding(self, column: str, word: Hashable) -> set[int]:
        if column not in self._words:
            self._words[column] = _places_by_word(self._frame[column])
        return self._words[column].get(word, set())

    @cached_property
    def _own(self) -> set[int]:
        is_beside = self._frame["breakdown"].str.contains(self._beside)
        return {place for place, beside in enumerate(is_beside) if not beside}


def _places_by_word(column: pd.Series) -> dict[Hashable, set[int]]:
    """Note where each word stands; what is missing equals no word."""
    places: dict[Hashable, set[int]] = {}
    for place, (word, lacks) in enumerate(zip(column, column.isna(), strict=True)):
        if not lacks:
            places.setdefault(word, set()).add(place)
    return places
