"""What lies between two numbers over years: `between 13.1% and 14.9% since the 2017 survey`."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wres.claims.claim import Claim
from wres.claims.numbers import Number
from wres.claims.reading import Sentence
from wres.claims.times import Times

__all__ = ["spanned"]

_RANGING = frozenset({"between", "ranged", "ranging", "varied", "fluctuated", "ranges"})
_OPENING = frozenset({"since", "from", "between"})
_LASTING = frozenset({"last", "past", "previous"})
_STEPS = frozenset({"years", "surveys", "reports"})
# Words between `since` and its year, and between `the last` and `years`.
_NEAR = 3


def spanned(claims: list[Claim], sentence: Sentence, year: int, survey: bool) -> list[Claim]:
    """Let two numbers be the least and the most of the years that a sentence spans.

    Parameters
    ----------
    claims : list of Claim
        Of the sentence's numbers.
    sentence : Sentence
    year : int
        Reporting year.
    survey : bool
        Whether it is of the staff survey, whose years may be those of its autumn.
    """
    claims = [_since_first(claim, sentence, year) for claim in claims]
    years = _Span(sentence, year, survey).years()
    if years is None:
        return claims
    ends = _ends(sentence)
    return [_at_an_end(claim, ends, years) for claim in claims]


def _since_first(claim: Claim, sentence: Sentence, year: int) -> Claim:
    """Hold `has grown by a third over the last five years` to no change from last year."""
    many = _steps(sentence)
    if claim.said != "change" or many is None:
        return claim
    return replace(claim, query=claim.query.asked(since=frozenset({year - many, year - many + 1})))


def _at_an_end(claim: Claim, ends: dict[int, int], years: frozenset[int]) -> Claim:
    edge = ends.get(claim.number.core, 0)
    if not edge or claim.said not in {"level", "ratio"}:
        return claim
    query = claim.query.asked(years=years, year_said=True)
    return replace(claim, query=query, edge=edge)


def _ends(sentence: Sentence) -> dict[int, int]:
    """Give the tokens of the two numbers that a figure lies between: the least -1, the most 1."""
    found: dict[int, int] = {}
    for one, other in zip(sentence.numbers, sentence.numbers[1:], strict=False):
        if _is_range(sentence, one, other) and one.value is not None and other.value is not None:
            sign = 1 if one.value <= other.value else -1
            found |= {one.core: -sign, other.core: sign}
    return found


def _is_range(sentence: Sentence, one: Number, other: Number) -> bool:
    led = sentence.words[max(0, one.first - 1) : one.first]
    between = sentence.words[one.last + 1 : other.first]
    if (led, between) == (("between",), ("and",)):
        return True
    ranging = bool(_RANGING & set(sentence.words[: one.first]))
    return (led, between) == (("from",), ("to",)) and ranging and one.unit == other.unit


@dataclass(frozen=True)
class _Span:
    """The years that one sentence spans."""

    sentence: Sentence
    year: int
    survey: bool

    def years(self) -> frozenset[int] | None:
        """Give the reporting years from the first that is named to the last, or to this one."""
        if not _RANGING & set(self.sentence.words):
            return None
        lasting = self._lasting()
        if lasting is not None:
            return lasting
        said = [place for place, token in enumerate(self.sentence.tokens) if token.year is not None]
        if not said or len(said) > 2 or not self._opens(said[0]):
            return None
        times = Times(self.sentence, self.year)
        ends = [times.year_at(place, self.survey) or frozenset() for place in said]
        if not all(ends):
            return None
        last = max(ends[-1]) if len(ends) == 2 else self.year
        return frozenset(range(min(ends[0]), min(last, self.year) + 1))

    def _opens(self, place: int) -> bool:
        return bool(_OPENING & set(self.sentence.words[max(0, place - _NEAR) : place]))

    def _lasting(self) -> frozenset[int] | None:
        """Read `over the last seven surveys`."""
        many = _steps(self.sentence)
        return None if many is None else frozenset(range(self.year - many + 1, self.year + 1))


def _steps(sentence: Sentence) -> int | None:
    """Give how many years or surveys `the last seven surveys` are."""
    words = sentence.words
    for place, word in enumerate(words):
        ahead = words[place + 1 : place + 1 + _NEAR]
        if word in _LASTING and _STEPS & set(ahead):
            return _many(ahead[0])
    return None


def _many(word: str) -> int | None:
    if word.isdigit():
        return int(word)
    names = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    return names.index(word) + 2 if word in names else None
