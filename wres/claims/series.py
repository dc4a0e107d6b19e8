"""Figures of several years in a row: `rose every year since 2017 (4.8%, 10.5%, 11.4%, 18.4%)`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from wres.claims.claim import Claim
from wres.claims.numbers import Number
from wres.claims.reading import Sentence
from wres.claims.times import Times

__all__ = ["dated_series"]

# So many figures in a row make a series; two are of two groups as often as of two years.
_LEAST, _TWO = 3, 2
_EACH = frozenset({"every", "each", "successive", "consecutive", "subsequent", "on", "following"})
_MANY = frozenset(
    ["next", "last", "past", "previous", "two", "three", "four", "five", "six", "seven", "eight"]
)
_YEARS = frozenset({"years", "surveys", "reports", "snapshots"})
_TO = frozenset({"to", "and", "–", "-", "through", "until"})
_A_YEAR = _YEARS | {"year", "survey"}
# Between two figures of a series, years aside.
_JOINS = frozenset(
    [",", "and", "to", "then", "in", "again", "through", "finally", "by", "–", "-", "→", "before"]
) | frozenset({"now", "the", "this", "latest", "most", "recent", "survey", "year", "last"})
_LEVELS = frozenset({"level", "ratio"})
# What else several figures in a row may be of, each in its turn.
_OTHERS = ("band", "staff_group")


def dated_series(claims: list[Claim], sentence: Sentence, year: int, survey: bool) -> list[Claim]:
    """Give each figure of a series its own year, the last of them the one that it ends with.

    Parameters
    ----------
    claims : list of Claim
        Of the sentence's numbers.
    sentence : Sentence
    year : int
        Reporting year, with which a series ends where no other year is named.
    survey : bool
        Whether it is of the staff survey, whose years may be those of its autumn.

    Returns
    -------
    list of Claim
        Where the years named don't fit so many figures, those of the series may be of any year.
    """
    runs = _Series(sentence, year, survey).years_of()
    about = {claim.query.indicators.fixed for claim in claims if claim.number.core in runs}
    if len(about) != 1 or len(about.pop() or ()) != 1:
        # Of several indicators, each has its own figure of one year.
        return claims
    return [
        _of_years(claim, runs[claim.number.core]) if claim.number.core in runs else claim
        for claim in claims
    ]


def _is_cue(pair: tuple[str, str]) -> bool:
    """Tell `every year` and `the last four surveys` from `last year`."""
    led, time = pair
    return (led in _EACH and time in _A_YEAR) or (led in _MANY and time in _YEARS)


def _of_years(claim: Claim, years: frozenset[int] | None) -> Claim:
    if claim.said not in _LEVELS:
        return claim
    return replace(claim, query=claim.query.asked(years=years, year_said=years is not None))


@dataclass(frozen=True)
class _Series:
    """The series of one sentence."""

    sentence: Sentence
    year: int
    survey: bool

    def years_of(self) -> dict[int, frozenset[int] | None]:
        """Give the year of each figure of a series, by its token; None where it may be any."""
        if not self._tells_years():
            return {}
        found: dict[int, frozenset[int] | None] = {}
        for run in self._runs():
            if len(run) < _LEAST or self._is_dated(run):
                continue
            firsts = self._first_years(run)
            for step, number in enumerate(run):
                found[number.core] = frozenset(first + step for first in firsts) or None
        return found

    def _tells_years(self) -> bool:
        """Say whether words speak of years in a row, and of nothing else in turn."""
        words = self.sentence.words
        pairs = pairwise(words)
        since = any(
            token.year is not None and words[place] == "since"
            for place, token in enumerate(self.sentence.tokens[1:])
        )
        cued = since or "then" in words or any(map(_is_cue, pairs)) or self._spans()
        apart = any(self.sentence.has(one) for one in _OTHERS) or "respectively" in words
        return cued and not apart and len(set(self.sentence.values("topic"))) < _TWO

    def _spans(self) -> bool:
        """Say whether two years stand as the ends of a span: `from 2019 to 2022`."""
        tokens = self.sentence.tokens
        return any(
            one.year is not None and other.year is not None and joint.text in _TO
            for one, joint, other in zip(tokens, tokens[1:], tokens[2:], strict=False)
        )

    def _is_dated(self, run: Sequence[Number]) -> bool:
        """Say whether figures have years of their own: `10.5% in 2018, 11.4% in 2019 and ...`."""
        inside = self.sentence.tokens[run[0].last : run[-1].first]
        return sum(token.year is not None for token in inside) >= _TWO

    def _runs(self) -> list[list[Number]]:
        runs: list[list[Number]] = []
        for number in self.sentence.numbers:
            follows = bool(runs) and self._follows(runs[-1][-1], number)
            runs = [*runs[:-1], [*runs[-1], number]] if follows else [*runs, [number]]
        return runs

    def _follows(self, before: Number, number: Number) -> bool:
        """Say whether nothing but a joint, and a year, stands between two alike figures."""
        between = range(before.last + 1, number.first)
        plain = all(
            self.sentence.words[at] in _JOINS or self.sentence.tokens[at].year is not None
            for at in between
        )
        alike = before.unit == number.unit and before.form == number.form == "digits"
        return alike and plain and not number.sign and number.base is None and len(between) > 0

    def _first_years(self, run: Sequence[Number]) -> frozenset[int]:
        """Give the reporting years that a run's first figure may be of.

        It is of the first year that is named; or the run ends with the last one, or with this one.
        """
        steps = len(run) - 1
        times = Times(self.sentence, self.year)
        places = [at for at, token in enumerate(self.sentence.tokens) if token.year is not None]
        named = [times.year_at(place, self.survey) or frozenset() for place in places]
        if not named:
            further = any(
                one.first > run[-1].last and one.unit == run[-1].unit
                for one in self.sentence.numbers
            )
            return frozenset() if further else frozenset({self.year - steps})
        ends = named[-1] if len(named) > 1 else {self.year}
        started = frozenset(end - steps for end in ends) & self._starts(run, places[0], named[0])
        if started or len(named) > 1 or places[0] < run[0].first:
            return started
        return frozenset(end - steps for end in named[0])

    def _starts(self, run: Sequence[Number], place: int, named: frozenset[int]) -> frozenset[int]:
        """Say of which years the first figure is: `4.8% in 2017 to 10.5%, ...` parts it off."""
        alone = [one for one in self.sentence.numbers if one.last < place < run[0].first]
        since = any(one.unit == run[0].unit for one in alone)
        return frozenset(year + since for year in named)
