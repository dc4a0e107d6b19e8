"""The numbers of a sentence: digits, words, fractions, one in so many, with unit and hedge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from wres.claims.lexicon import Mark
from wres.claims.number_words import read_number
from wres.claims.numbers import Number, hedged, roomy
from wres.claims.tokens import Token

__all__ = ["find_numbers"]

# Words between a hedge and its number.
_BETWEEN = frozenset({"a", "the", "only", "just", "all", "our", "total", "of"})
# Beside a name these compare; they limit a number only right before it.
_SIDES = frozenset({"above", "below", "over", "under", "higher than", "lower than"})
_OVER = frozenset({"over", "under"})
_COMPARES = frozenset({"above", "below", "higher", "lower"})
_BASES = frozenset({"the", "our", "all", "these", "every", "a", "total"})
_NOT_ONE = (["not", "a", "single"], ["no", "single"])
_IS = frozenset({"of", "were", "are", "was", "is"})
_LIKELY = frozenset({"as", "the", "more", "that", "likely", "likelihood", "less"})
_AFTER_TIMES = _LIKELY | {"higher", "lower", "greater", "likelier", ".", ",", ")", ";"}
_AFTER_FRACTION = frozenset(
    [
        "of",
        ",",
        ".",
        ")",
        "(",
        "were",
        "are",
        "said",
        "in",
        "that",
        "the",
        "to",
        "from",
        "by",
        "on",
        "and",
        "or",
        "believe",
        "believed",
        "had",
        "have",
    ]
)
_RATED = frozenset({"proportion", "share", "rate", "figure", "percentage", "level", "average"})
_THAT_OF = {("that", "of"), ("those", "of"), ("that", "for"), ("that", "in"), ("that", "among")}
_AS_HIGH = (["high"], ["large"], ["great"], ["big"], ["common"])
_MORE = (["more"], ["fewer"], ["extra"], ["additional"])
# Between a number and its unit: `12-point`, `5.3 fewer percentage points`.
_BEFORE_UNIT = (["-"], *_MORE)
_EACH, _HUNDRED = frozenset({"every", "each", "per"}), frozenset({"hundred", "100"})
_OF_POINTS = (["of", "a"], ["of", "one"])
_JOINING = (["to"], ["and"], ["or"], ["-"], ["–"])
_AGAINST = frozenset({"against", "compared", "versus", "from"})
_MOST_IN = 1000
# Words in brackets before the number that they are about: `(2019: 8)`.
_IN_BRACKETS = 4
_KINDS = frozenset({"unit", "fraction", "factor"})


def find_numbers(tokens: Sequence[Token], marks: Sequence[Mark]) -> list[Number]:
    """Find the numbers of a sentence in order."""
    return _Finder(tokens, marks).run()


class _Finder:
    """One pass over a sentence's tokens."""

    def __init__(self, tokens: Sequence[Token], marks: Sequence[Mark]) -> None:
        self.tokens = tokens
        self.words = [token.text for token in tokens]
        self.at = {(mark.kind, mark.first): mark for mark in marks if mark.kind in _KINDS}
        self.groups = {mark.first for mark in marks if mark.kind == "group"}
        self.people = {mark.first for mark in marks if mark.kind == "people"}
        self.times = {
            place
            for mark in marks
            if mark.kind == "time"
            for place in range(mark.first, mark.last + 1)
        } | {place for place, token in enumerate(tokens) if token.year is not None}
        self.hedges = {mark.last: mark for mark in marks if mark.kind == "hedge"}
        self.labelled = {mark.last + 1 for mark in marks if mark.kind == "label"}

    def run(self) -> list[Number]:
        """Read from left to right; what one number covers belongs to no other."""
        found: list[Number] = []
        place = 0
        while place < len(self.tokens):
            number = self._at(place)
            if number is not None:
                found.append(self._with_hedge(number, found))
            place = place + 1 if number is None else number.last + 1
        found = self._in_brackets(_share_units(found, self.words, self.labelled))
        return list(self._of_hundreds(found))

    def _of_hundreds(self, numbers: Sequence[Number]) -> Iterator[Number]:
        """Read the 23 of `for every hundred White applicants 23 were appointed` as per cent.

        A hundred is no count of people, and nor is what is told of it without its group.
        """
        hundreds = [
            at + 1
            for at, word in enumerate(self.words[:-1])
            if word in _EACH and self.words[at + 1] in _HUNDRED
        ]
        for one in numbers:
            led = [place for place in hundreds if place < one.first]
            plain = not one.unit and one.base is None and not one.decimals
            if not plain or not (led or one.core in hundreds):
                yield one
            elif led and self._is_of_hundred(led[-1], one) and one.core not in hundreds:
                yield replace(one, unit="%")

    def _is_of_hundred(self, hundred: int, one: Number) -> bool:
        before, behind = range(hundred, one.first), range(one.last, one.last + 4)
        return bool(self.groups & set(before)) and not self.groups & set(behind)

    def _in_brackets(self, numbers: list[Number]) -> list[Number]:
        """Give the 8 of `5 points (8 last year)` the unit of the number that it stands beside."""
        shared = list(numbers)
        for place in range(1, len(shared)):
            before, one = shared[place - 1], shared[place]
            plain = not one.unit and one.base is None and not (one.decimals or before.base)
            if plain and before.unit and self._is_dated(before, one):
                shared[place] = replace(one, unit=before.unit)
        return shared

    def _is_dated(self, before: Number, one: Number) -> bool:
        """Say whether a number stands in brackets right behind another, with its own year."""
        between = self.words[before.last + 1 : one.first]
        if between[:1] != ["("] or len(between) > _IN_BRACKETS or ")" in between:
            return False
        end = next(
            (at for at in range(one.last, len(self.words)) if self.words[at] == ")"), one.last
        )
        return bool(self.times & set(range(before.last + 1, end)))

    def _at(self, place: int) -> Number | None:
        if self.tokens[place].kind == "filled":
            return self._with_unit(Number(place, place, None, 0, 0, form="filled", core=place))
        marked = self._marked(place)
        if marked is not None:
            return marked
        none = self._not_one(place) or int(self._is_none(place))
        if none:
            return Number(place, place + none - 1, 0.0, 0.0, 0.0, form="words", core=place)
        return self._plain(place)

    def _marked(self, place: int) -> Number | None:
        """Read a fraction or a factor that stands in one phrase."""
        factor, fraction = (self.at.get((kind, place)) for kind in ("factor", "fraction"))
        for mark in (factor, fraction):
            if mark is not None and self._is_multiple(mark.last):
                return _of_mark(mark, float(mark.value), "ratio", "multiple")
        if factor is not None and _LIKELY & set(self._behind(factor.last)):
            # The `as` of `half as likely` begins what follows.
            last = factor.last - (self.words[factor.last] == "as")
            return _of_mark(replace(factor, last=last), float(factor.value), "ratio", "factor")
        if fraction is not None and (unit := self._in_points(fraction.last)) is not None:
            number = _of_mark(fraction, float(fraction.value), "points", "fraction")
            return _tenths(replace(number, last=unit.last))
        if fraction is not None and self._is_fraction(fraction):
            return _of_mark(fraction, 100 * float(fraction.value), "%", "fraction")
        return None

    def _plain(self, place: int) -> Number | None:
        """Read a number in digits or words, with its unit, its base and what it multiplies."""
        plain = read_number(self.tokens, place)
        if plain is None:
            return None
        unit = self._in_points(plain.last + 1)
        if unit is not None and self._behind(plain.last) == ["tenths"]:
            return _tenths(replace(plain.scaled(0.1, "points"), last=unit.last))
        number = self._with_base(self._with_unit(plain))
        times = number.unit == "ratio" and self.words[number.last] == "times"
        multiple = times and self._is_multiple(number.last)
        return replace(number, form="multiple") if multiple else number

    def _in_points(self, last: int) -> Mark | None:
        """Read the unit of `a tenth of a percentage point`."""
        unit = self.at.get(("unit", last + 3))
        told = self._behind(last, 2) in _OF_POINTS and unit is not None
        return unit if told and unit is not None and unit.value == "points" else None

    def _is_multiple(self, last: int) -> bool:
        """Say whether one figure is told as so many times another: `half that of`, `twice the`."""
        after = self._behind(last, 6)
        if tuple(after[:2]) in _THAT_OF or (after[:1] == ["as"] and after[1:2] in _AS_HIGH):
            return True
        if after[:4] == ["of", "the", "number", "of"]:
            return True
        if after[:1] == ["the"] and ("unit", last + 3) in self.at:
            return self.at["unit", last + 3].value == "%"
        return after[:1] in (["the"], ["our"], ["its"]) and bool(_RATED & set(after[1:]))

    def _behind(self, last: int, words: int = 1) -> list[str]:
        return self.words[last + 1 : last + 1 + words]

    def _is_fraction(self, mark: Mark) -> bool:
        """Tell `a fifth of staff` from `half a seat`, `four fifths rule` and `half as likely`."""
        after = self._behind(mark.last)
        return not after or after[0] in _AFTER_FRACTION

    def _is_none(self, place: int) -> bool:
        """Read `no BME member` and `none of our directors` as a number of people."""
        if self.words[place] == "none":
            return bool(_IS & set(self._behind(place)))
        if self.words[place] == "nobody":
            return self._behind(place) in (["on"], ["in"])
        if self.words[place] != "no":
            return False
        grouped = self.groups & set(range(place + 1, place + 4))
        return bool(grouped) and bool(self.people & set(range(place + 1, place + 6)))

    def _not_one(self, place: int) -> int:
        """Read `not a single BME person` as a number of people; give how many words it has."""
        said = next((one for one in _NOT_ONE if self.words[place : place + len(one)] == one), [])
        behind = set(range(place + len(said), place + len(said) + 2))
        return len(said) if (self.groups | self.people) & behind else 0

    def _with_unit(self, number: Number) -> Number:
        between = self._behind(number.last)
        unit = self.at.get(("unit", number.last + (2 if between in _BEFORE_UNIT else 1)))
        if between in _MORE and unit is not None and unit.value != "points":
            unit = None
        if unit is None or (unit.value == "ratio" and not self._is_times(unit)):
            return number
        return replace(number, unit=unit.value, last=unit.last)

    def _is_times(self, unit: Mark) -> bool:
        """Tell `times as likely` from `three times in the year`."""
        after = self._behind(unit.last)
        return self.words[unit.first] != "times" or not after or after[0] in _AFTER_TIMES

    def _with_base(self, number: Number) -> Number:
        """Join `17 of 2,643`, `one in twenty` and `24% of the 50` to one number."""
        link, place = self._link(number)
        while place < len(self.words) and self.words[place] in _BASES:
            place += 1
        base = read_number(self.tokens, place) if link and place < len(self.words) else None
        if base is None or base.decimals or ("unit", base.last + 1) in self.at:
            return number
        whole, value = base.value or 0.0, number.value or 0.0
        if number.unit:
            if link != "of":
                return number
            return replace(number, last=base.last, base=whole, base_at=base.core)
        if number.decimals or whole < max(value, 1) or (link == "in" and whole > _MOST_IN):
            return number
        if link == "of":
            return replace(number, last=base.last, base=whole, base_at=base.core, form="count of")
        share = 100 * value / whole
        return replace(
            number, last=base.last, value=share, low=share, high=share, unit="%", form="one in"
        )

    def _link(self, number: Number) -> tuple[str, int]:
        place = number.last + 1
        if self._behind(number.last, 2) == ["out", "of"]:
            return "of", place + 2
        if self._behind(number.last) == ["among"]:
            return "of", place + 1
        if self._behind(number.last) in (["of"], ["in"]):
            return self.words[place], place + 1
        if self._behind(number.last) == ["/"] and not number.unit and not number.decimals:
            return "of", place + 1
        return "", place

    def _with_hedge(self, number: Number, found: Sequence[Number]) -> Number:
        if number.value is None or self._is_set_beside(number, found):
            return roomy(number)
        mark = self.hedges.get(number.first - 1)
        place = number.first - 1
        while mark is None and place >= 0 and self.words[place] in _BETWEEN:
            place -= 1
            mark = self.hedges.get(place)
        if mark is None or (place < number.first - 1 and self._is_side(mark)):
            return roomy(number)
        if any(self._lies_over(one, mark) for one in found):
            return roomy(number)
        return hedged(replace(number, first=mark.first, hedge=mark.value))

    def _is_set_beside(self, number: Number, found: Sequence[Number]) -> bool:
        """Tell `10.7% ..., above 11.5% overall` from `above a tenth`: two figures are compared."""
        before = list(reversed(self.words[max(0, number.first - 4) : number.first]))
        named = before[:1] == ["the"]
        before = before[named:]
        than = before[:1] == ["than"]
        side, led = before[than : than + 1], before[than + 1 : than + 2]
        alike = any(one.unit == number.unit == "%" for one in found)
        if named and than:
            return alike and bool((_COMPARES | {"more", "less", "fewer"}) & set(side))
        return led == [","] and alike and bool(_COMPARES & set(side))

    def _lies_over(self, one: Number, mark: Mark) -> bool:
        """Say whether a number lies so far over the next: `0.03 more than the 1.45`."""
        beside = one.last + 1 == mark.first and self.words[mark.last] == "than"
        return beside and mark.value in _OVER

    def _is_side(self, mark: Mark) -> bool:
        return " ".join(self.words[mark.first : mark.last + 1]) in _SIDES


def _tenths(number: Number) -> Number:
    """Take a part of a point as written with one decimal."""
    value = number.value or 0.0
    return replace(number, low=value - 0.05, high=value + 0.05, decimals=1, form="digits")


def _of_mark(mark: Mark, value: float, unit: str, form: str) -> Number:
    return Number(mark.first, mark.last, value, value, value, unit=unit, form=form, core=mark.first)


def _share_units(numbers: list[Number], words: Sequence[str], labelled: Set[int]) -> list[Number]:
    """Give `25` its unit in `25 and 20 per cent` and `from 26 to 25%`.

    What names a thing has none: the 5 of `indicator 5 - 25%`.
    """
    shared = list(numbers)
    for place in range(len(shared) - 2, -1, -1):
        one, following = shared[place], shared[place + 1]
        plain = one.form in {"digits", "words"} and not one.unit and one.base is None
        plain = plain and one.core not in labelled
        joined = words[one.last + 1 : following.core] in _JOINING
        if plain and joined and following.unit in {"%", "points"}:
            shared[place] = replace(one, unit=following.unit)
    for place in range(1, len(shared)):
        before, one = shared[place - 1], shared[place]
        between = set(words[before.last + 1 : one.core])
        carried = (one.decimals and between & _AGAINST) or {"to"} <= between <= {",", "to"}
        if before.unit == "points" and not one.unit and one.base is None and carried:
            shared[place] = replace(one, unit="points")
    return shared
