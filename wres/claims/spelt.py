"""Numbers in words: which of them count people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wres.claims.lexicon import Mark
from wres.claims.numbers import Number
from wres.claims.tokens import Token

__all__ = ["counts_people"]

_PEOPLE = frozenset({"people", "group"})
_BOARDS = (["board", "of"], ["panel", "of"])
_BEING = (["was"], ["is"], ["at"], ["stands"], ["stood"])
# How far behind a number those counted, or the time of more or fewer, are named.
_NEAR, _FAR = 4, 5


def counts_people(number: Number, tokens: Sequence[Token], marks: Sequence[Mark]) -> bool:
    """Say whether a number in words counts people: `seventeen staff`, not `one of the ratios`."""
    return _Spelt(number, tokens, marks, [token.text for token in tokens]).counts()


@dataclass(frozen=True)
class _Spelt:
    number: Number
    tokens: Sequence[Token]
    marks: Sequence[Mark]
    words: Sequence[str]

    @property
    def after(self) -> int:
        return self.number.last + 1

    def counts(self) -> bool:
        behind = self.words[self.after : self.after + 2]
        if behind == ["of", "whom"] or self._has_its_share():
            return True
        if behind[:1] == ["of"]:
            return self._is_one_of_people()
        if behind in (["more", "than"], ["fewer", "than"]):
            return self._is_beside_earlier()
        if self._is_number_of() or self._tells_what_became():
            return True
        named = self._names_people()
        return self._stands_alone() if named is None else named

    def _names_people(self) -> bool | None:
        """Say whether people follow, and not groups in general; None where none do."""
        reach = _NEAR - ((self.number.value or 0) <= 1)
        near = range(self.after, self.after + reach)
        if not any(mark.kind in _PEOPLE and mark.first in near for mark in self.marks):
            return None
        if self.words[self.after : self.after + 1] == [","] and self._moved_by():
            # `White staff fell by seven, BAME staff rose by nine`.
            return None
        return not {"groups", ",", ";", "."} & set(self.words[self.after : self.after + 2])

    def _stands_alone(self) -> bool:
        """Read `a board of eleven`, `none` and `fell to three`."""
        led = self.words[max(0, self.number.first - 2) : self.number.first]
        if led in _BOARDS or (self.number.value or 0) == 0:
            return True
        return self._moved_by()

    def _moved_by(self) -> bool:
        led = self.words[max(0, self.number.first - 1) : self.number.first]
        moved = any(mark.kind == "move" and mark.last < self.number.first for mark in self.marks)
        return led in (["to"], ["by"], ["from"]) and moved

    def _has_its_share(self) -> bool:
        """Say whether a percentage alone stands in brackets behind: `two (8.3%) of them`."""
        behind = self.words[self.after : self.after + 4]
        return behind[:1] == ["("] and behind[2:] == ["%", ")"]

    def _is_one_of_people(self) -> bool:
        """Read `one of our executive directors is BME`."""
        near = range(self.after + 1, self.after + 1 + _FAR)
        grouped = any(mark.kind == "group" and mark.first > self.after for mark in self.marks)
        return grouped and any(
            mark.kind in {"people", "band"} and mark.first in near for mark in self.marks
        )

    def _is_beside_earlier(self) -> bool:
        """Read `employed 841 people, nine more than a year earlier`."""
        behind = range(self.after + 2, self.after + 2 + _NEAR)
        timed = any(mark.kind == "time" and mark.first in behind for mark in self.marks)
        dated = any(token.year is not None for token in self.tokens[behind.start : behind.stop])
        return timed or dated

    def _is_number_of(self) -> bool:
        """Read `the number of BME staff was nineteen`."""
        led = self.words[: self.number.first]
        named = any(self.words[at : at + 2] == ["number", "of"] for at in range(len(led)))
        return named and led[-1:] in _BEING

    def _tells_what_became(self) -> bool:
        """Read `of the 47 BME applicants nineteen were appointed`."""
        told = self.number.base is None and self.words[self.after : self.after + 1] in (
            ["were"],
            ["was"],
        )
        named = any(mark.kind == "group" and mark.last < self.number.first for mark in self.marks)
        became = any(mark.kind == "topic" and mark.first == self.after + 1 for mark in self.marks)
        return told and named and became
