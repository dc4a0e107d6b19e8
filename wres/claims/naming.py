"""Indicators that a sentence names by their numbers: `indicator 3`, `indicators 5 to 8`."""

from __future__ import annotations

from dataclasses import dataclass

from wres.claims.reading import Sentence

__all__ = ["Naming"]

_NUMBERS = frozenset("123456789")
_LISTED = _NUMBERS | {"(", ")", "or", "&"}
_THROUGH = frozenset({"to", "-", "–"})
# Tokens behind `indicators` that may list them.
_LIST = 12
_NAMING = frozenset({"indicator", "indicators", "metric", "metrics"})
# From a number to the indicator that it is of.
_TO_NAME = frozenset({"on", "for", "in", "under", "(", "wres"})
_JOINING = frozenset({",", "and", "to", "-", "–", "wres"})


@dataclass(frozen=True)
class Naming:
    """The indicators that one sentence names."""

    sentence: Sentence

    def named(self) -> frozenset[str]:
        """Read the numbers of `Indicator 3` and `indicators 5 and 6`."""
        return frozenset(number for _, numbers in self.places() for number in numbers)

    def places(self) -> list[tuple[int, frozenset[str]]]:
        """Give where indicators are named, and which."""
        found = []
        for place, word in enumerate(self.sentence.words):
            if word in _NAMING:
                numbers = frozenset(self._numbers_after(place))
                found += [(place, numbers)] if numbers else []
        return found

    def listed(self) -> tuple[str, ...]:
        """Give the indicators of the one list that a sentence names: `indicators 2, 3 and 4`."""
        lists = [
            self._numbers_after(at)
            for at, word in enumerate(self.sentence.words)
            if word in _NAMING
        ]
        lists = [one for one in lists if one]
        return lists[0] if len(lists) == 1 else ()

    def in_brackets(self, first: int) -> str | None:
        """Give the indicator of a number in brackets: `indicators 2 (1.48) and 4 (1.14)`."""
        words, opening = self.sentence.words, first - 1
        number = next(
            (one for one in self.sentence.numbers if first in {one.core, one.first}), None
        )
        alone = number is not None and words[number.last + 1 : number.last + 2] == (")",)
        if not alone or words[opening] != "(" or words[opening - 1] not in _NUMBERS:
            return None
        place = opening - 1
        while place > 0 and (self.sentence.depth(place) or words[place] in _JOINING | _LISTED):
            place -= 1
        return words[opening - 1] if words[place] in _NAMING else None

    def behind(self, first: int) -> frozenset[str]:
        """Give the indicators named right behind a number: `5 points on indicator 5`."""
        numbers = self.sentence.numbers
        number = next((one for one in numbers if first in {one.core, one.first}), None)
        if number is None:
            return frozenset()
        words, place = self.sentence.words, number.last + 1
        while place < len(words) and words[place] in _TO_NAME:
            place += 1
        listed = _NAMING | _JOINING | _NUMBERS
        end = next((at for at in range(place, len(words)) if words[at] not in listed), len(words))
        # `1.48 (indicator 4: 1.14)` brings in another.
        alone = words[number.last + 1 : place] != ("(",) or words[end : end + 1] == (")",)
        named = dict(self.places())
        led = place > number.last + 1 and alone
        return named.get(place, frozenset()) if led else frozenset()

    def _numbers_after(self, place: int) -> tuple[str, ...]:
        """Give the numbers behind `indicator`, in order."""
        found: dict[str, None] = {}
        words = self.sentence.words
        for at in range(place + 1, min(place + _LIST, len(words))):
            if words[at] in _NUMBERS:
                # `Indicators 5 to 8` are four.
                since = list(found)[-1] if found and words[at - 1] in _THROUGH else words[at]
                found |= dict.fromkeys(map(str, range(int(since), int(words[at]) + 1)))
            elif words[at] not in _JOINING:
                break
        return tuple(found)
