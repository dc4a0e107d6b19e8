"""What is wrong with a number that is no figure its words can mean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from wres.claims.answers import ANY, WHOLE, Answer
from wres.claims.facts import INVERSE, INVERSES, OWN, SPREADS, Fact
from wres.claims.figures import Claim
from wres.claims.shown import Query, Shown
from wres.claims.spread import LONE, are_all_known, base_of_spread, other_base
from wres.claims.wording import Wording
from wres.claims.writing import find_written, is_as_printed, is_near
from wres.definitions.comparators import LOCAL_POPULATION

__all__ = ["NOT_FOUND", "Outcome", "denial"]

# By the unit written: what the number may be in another one.
_OTHER_UNITS = {
    "%": (
        ("ratio", frozenset({"level", "change", "comparison"})),
        ("points", frozenset({"gap", "difference", "comparison", "change"})),
    ),
    "points": (("%", frozenset({"level"})), ("ratio", frozenset({"level", "change"}))),
    "ratio": (("%", frozenset({"level"})),),
}
_RIGHT_UNIT = {
    "ratio": "a ratio, without %",
    "points": "in percentage points, not in %",
    "%": "a percentage",
}
_TURNED_ROUND = {
    "group": frozenset({"share", "share of events", "share of bases"}),
    "band": SPREADS | {"likelihood"},
    "outcome": SPREADS | {"likelihood", "percentage"},
}
_TWO = 2
# Shares that only their own words mean: of a group's staff, of those appointed or shortlisted.
_OF_A_WHOLE = SPREADS | {"share of events", "share of bases"}
# So roughly said that some other figure is soon met by chance.
_VAGUE = frozenset({"fraction", "one in", "factor", "multiple"})
NOT_FOUND = (
    "no figure of the results that these words can mean has this value; if it is from elsewhere, "
    'mark it: [figure]{source="..."}.'
)


@dataclass(frozen=True)
class Outcome:
    """A kind of finding, its message, and the fact that decided.

    `offered` says that the fact's inline value may stand in place of the words; `back`, that only
    the direction is wrong that words give to a change's size.
    """

    kind: str
    message: str
    fact: Fact | None = None
    offered: bool = False
    back: bool = False


def denial(claim: Claim, shown: Shown, wording: Wording) -> Outcome:
    """Say what is wrong with a number that agrees with nothing."""
    denier = _Denier(claim, shown, wording)
    if not denier.is_of_something:
        return Outcome("not found", NOT_FOUND)
    return (
        denier.wrong_unit()
        or denier.upside_down()
        or denier.turned_round()
        or denier.wrong_year()
        or denier.wrong_comparator()
        or denier.denied()
        # The same whatever results hold back: nothing tells a withheld figure from none.
        or Outcome("not found", NOT_FOUND)
    )


class _Denier:
    """One claim; `expected` are the facts that its words fix."""

    def __init__(self, claim: Claim, shown: Shown, wording: Wording) -> None:
        self.claim, self.query, self.shown, self.wording = claim, claim.query, shown, wording
        self.numbers = (claim.number, *claim.alternatives)
        # A share of those known is meant only where no other is.
        certain = shown.find(self.query.asked(known=False), strictly=True)
        expected = certain or shown.find(self.query, strictly=True)
        plain = [one for one in expected if one.measure not in _OF_A_WHOLE]
        self.expected = expected if claim.base == "group" else plain or expected
        self.sure = self.query.indicators.fixed is not None and self._is_one_figure()

    @property
    def is_of_something(self) -> bool:
        """Say whether words name an indicator or a group; any number is some figure of some."""
        query = self.query
        known = query.indicators.fixed is not None or query.groups.open is not None
        return known or query.over is not None or query.unit == "ratio"

    def _is_one_figure(self) -> bool:
        """Say whether words fix one figure, of each year and each base that they may mean."""
        values: dict[tuple[int, str], set[float]] = {}
        for fact in self.expected:
            year = fact.year if len(self.query.years or ()) == _TWO else 0
            values.setdefault((year, base_of_spread(fact)), set()).add(round(fact.value, 9))
        known = are_all_known({base for _, base in values}, self.query.not_measures)
        return known and bool(values) and all(len(one) == 1 for one in values.values())

    def _find(self, query: Query) -> Fact | None:
        return self._written(self.shown.find(query, strictly=True))

    def _written(self, facts: Iterable[Fact]) -> Fact | None:
        """Find the number among facts that its words don't mean; `over a third` only near it."""
        near = (fact for fact in facts if is_near(fact, self.claim.number))
        return find_written(near, self.numbers)

    def wrong_unit(self) -> Outcome | None:
        """Look for the number with another unit: a ratio or points with %, a share in points."""
        if self.claim.number.hedge or self.claim.said == "likelihood":
            return None
        if self.query.unit == "ratio" and self.claim.number.unit != "ratio":
            return None
        for unit, roles in _OTHER_UNITS.get(self.query.unit, ()):
            fact = self._find(self._in_unit(unit, roles)) if self._may_be_in(unit) else None
            if fact is not None and fact.value:
                told = f"{self.wording.same(fact)}: it is {_RIGHT_UNIT[fact.unit]}."
                return Outcome("wrong unit", told, fact)
        return None

    def _may_be_in(self, unit: str) -> bool:
        """Say whether words leave room for another unit: a level is no change, nor back."""
        level = self.claim.said == "level" and not self.claim.number.sign
        if unit == "points":
            return not level
        return (
            unit != "%" or self.query.unit != "points" or self.claim.said not in {"change", "gap"}
        )

    def _in_unit(self, unit: str, roles: frozenset[str]) -> Query:
        named = self.query.whose.open
        return self.query.asked(
            unit=unit,
            roles=roles,
            roles_fixed=None,
            measures=None,
            not_measures=INVERSES | {"ratio of shares"},
            groups=self.query.groups if unit == "%" else ANY,
            whose=Answer(named, named) if unit == "points" else self.query.whose,
        )

    def upside_down(self) -> Outcome | None:
        """Look for a ratio that is written the other way up."""
        if self.query.unit != "ratio" or "level" not in self.query.roles:
            return None
        query = self.query.asked(measures=INVERSES, not_measures=frozenset())
        if self.claim.oriented:
            over = self.query.over
            groups = Answer(over, over)
            query = query.asked(measures=None, groups=groups, over=self.query.groups.fixed)
        fact = self._find(query)
        if fact is None or abs(fact.value - 1) < 0.005:
            return None
        right = _turned(fact) if fact.measure.startswith(INVERSE) else fact
        message = f"the ratio stands upside down: {self.wording.same(right)}."
        return Outcome("wrong direction", message, right)

    def turned_round(self) -> Outcome | None:
        """Look for the share of the other base: of BME staff in a band, of a band's staff BME."""
        vague = self.claim.number.form in _VAGUE
        # `Half of our senior managers are BME` is of no event that words don't name.
        event = self.claim.base != "group" and self.query.indicators.fixed is None
        if vague and (self.sure or event):
            return None
        if self.query.unit != "%" or self.claim.base is None or self.query.whose.one != OWN:
            return None
        measures = _TURNED_ROUND[self.claim.base]
        query = self.query.asked(measures=measures, not_measures=frozenset())
        if LONE in (query.staff_groups.open or ()):
            # Of consultants, all of them clinical, words needn't say so.
            query = query.asked(staff_groups=WHOLE)
        fact = self._find(query)
        if fact is None:
            return None
        message = f"the share is turned round: {self.wording.same(fact)}."
        return Outcome("turned round", message, fact)

    def wrong_year(self) -> Outcome | None:
        """Look for the figure of another year."""
        years = self.query.years
        vague = self.claim.number.form in _VAGUE and self.claim.number.hedge
        if not self.sure or years is None or vague:
            return None
        facts = self.shown.find(self.query.asked(years=None), strictly=True)
        expected = set(self.expected)
        fact = self._written(one for one in facts if one not in expected)
        if fact is None:
            return None
        right = self._nearest(fact)
        message = f"{self.wording.same(fact)}; {self.wording.same(right)}."
        return Outcome("wrong year", message, right)

    def wrong_comparator(self) -> Outcome | None:
        """Look for the figure of someone else, or of a comparator in another indicator."""
        whose = self.query.whose.one
        if (
            whose is None
            or self.query.unit not in {"%", "ratio"}
            or "level" not in self.query.roles
        ):
            return None
        fact = self._of_others() if whose == OWN else self._of_comparators()
        if fact is None:
            return None
        told = self.wording.same(fact)
        if self.expected:
            told += f"; {self.wording.same(self._nearest(fact))}"
        return Outcome("wrong comparator", f"{told}.", fact)

    def _of_others(self) -> Fact | None:
        """Find a comparator's figure that is given for the trust's own."""
        facts = self.shown.find(self.query.asked(whose=ANY, years=None), strictly=True)
        others = [
            fact
            for fact in facts
            if fact.comparator != OWN and not fact.comparator.startswith(LOCAL_POPULATION)
            if is_as_printed(self.claim.number, fact)
        ]
        return self._written(others) if self.sure else None

    def _of_comparators(self) -> Fact | None:
        """Find a comparator's figure of another indicator, group or year, or another's."""
        query = self.query.asked(whose=ANY, years=None)
        if self.expected:
            query = query.asked(indicators=ANY, groups=ANY)
        facts = [fact for fact in self.shown.find(query, strictly=True) if fact.comparator != OWN]
        wanted = self.query.indicators.fixed
        same = [fact for fact in facts if wanted is None or fact.indicator in wanted]
        return self._written(same) or self._written(facts)

    def denied(self) -> Outcome | None:
        """Deny a number where the words fix the figure that it should be."""
        if not self.sure:
            return None
        fact = self._told()
        told = self.wording.same(fact)
        other = other_base(fact, self.expected) or self._of_other_group()
        told += f"; {self.wording.same(other)}" if other is not None else ""
        return Outcome("contradicted", f"{told}.", fact)

    def _told(self) -> Fact:
        """Choose of which year the figure is told: `from 30%` is of the year before."""
        # Facts are in order of their years, the newest first.
        if self.query.year_said:
            return self.expected[0]
        newest = [one for one in self.expected if one.year == self.expected[0].year]
        return (self.expected if self.claim.earlier else newest)[-1]

    def _of_other_group(self) -> Fact | None:
        if self.query.groups.fixed is None or self.query.unit != "%":
            return None
        return self._find(self.query.asked(groups=ANY))

    def _nearest(self, fact: Fact) -> Fact:
        same = [one for one in self.expected if one.group == fact.group and one.place == fact.place]
        return (same or self.expected)[0]


def _turned(fact: Fact) -> Fact:
    return replace(
        fact,
        value=1 / fact.value,
        group=fact.over,
        over=fact.group,
        measure=fact.measure.removeprefix(INVERSE),
    )
