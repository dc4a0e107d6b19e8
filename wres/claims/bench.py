"""What judging a word of direction needs, and how its outcome is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from wres.claims.answers import SURVEY
from wres.claims.besides import besides
from wres.claims.both_groups import is_of_both
from wres.claims.denials import Outcome
from wres.claims.facts import OWN, Fact
from wres.claims.lexicon import Mark
from wres.claims.moved_words import moved_gap
from wres.claims.plans import claims_nothing, is_aim
from wres.claims.scope import Scope
from wres.claims.shown import Shown
from wres.claims.signs import UNSURE, facing, sign_of, towards_good
from wres.claims.wording import Wording

__all__ = ["FACTORS", "Bench", "Test", "Told", "thing_of", "unverifiable"]

# An outcome and the tokens that it is about.
Told = tuple[Outcome, int, int]
# How a word and a fact go together: True, False, or None where the fact says nothing of it.
Test = Callable[[Fact], bool | None]
Agreed = tuple[tuple[int, Fact], ...]
FACTORS = {"doubled": (1.8, 2.2), "trebled": (2.7, 3.3), "halved": (0.45, 0.55)}
_MOVED = {1: "rose", -1: "fell", 0: "did not move"}
_GOOD = {"better": 1, "worse": -1}
# Of whom nothing is true that is said after them.
_NOBODY = frozenset({"none", "neither", "nobody", "nothing"})
_STANDING = frozenset({"level", "count", "gap", "difference"})
_TOLD = (("has",), ("have",), ("is",), ("was",), ("remains",))
_SOME = frozenset(
    ["some", "most", "several", "many", "mixed", "either", "or", "one", "two", "three", "few"]
)


def unverifiable(mark: Mark, year: int | None = None) -> Told:
    """Say that nothing in the results, or nothing of a year, can be held against some words."""
    of = f" of {year}" if year is not None else ""
    message = f"no figure{of} of the results can be held against this."
    return Outcome("unverifiable", message), mark.first, mark.last


class Bench:
    """One sentence, the figures of its report, and the words for both.

    Parameters
    ----------
    scope : Scope
    shown : Shown
    wording : Wording
    plan : bool
        Whether the text tells what is to be done.
    agreed : tuple of (int, Fact)
        Tokens of the sentence's numbers, and the facts that they are the writing of.
    """

    def __init__(
        self, scope: Scope, shown: Shown, wording: Wording, plan: bool, agreed: Agreed = ()
    ) -> None:
        self.borne = agreed
        self.scope, self.shown, self.wording, self.plan = scope, shown, wording, plan
        self.sentence, self.words, self.year = scope.sentence, scope.sentence.words, scope.year
        self.care = scope.context.care or self.sentence.has("certain", "care") or self._is_unsure()
        self.numbers = [number for number in self.sentence.numbers if number.value is not None]

    def _is_unsure(self) -> bool:
        """Say whether what moved or differs is said not to be significant: `is not significant`."""
        none = (one for one in self.sentence.of("certain") if one.value == "none")
        return any(
            self.words[one.first] == "not" and self.words[one.last] == "significant" for one in none
        )

    @cached_property
    def now(self) -> frozenset[int]:
        """The reporting year."""
        return frozenset({self.year})

    def live(self, kind: str) -> list[Mark]:
        """Give the marks of a kind that are no part of a plan or a definition."""
        return [mark for mark in self.sentence.of(kind) if self.claims(mark)]

    def claims(self, mark: Mark) -> bool:
        """Say whether words claim something of the figures."""
        aim = self.plan and is_aim(self.sentence, mark, self.year)
        return not (aim or claims_nothing(self.sentence, mark.first, self.year, self.plan))

    def covered(self, *kinds: str) -> set[int]:
        """Give the tokens that marks of some kinds cover."""
        marks = [mark for kind in kinds for mark in self.sentence.of(kind)]
        return {place for mark in marks for place in range(mark.first, mark.last + 1)}

    def negated(self, mark: Mark) -> bool:
        """Say whether a negation stands right before some words, or is what they are said of."""
        named = self.covered("group")
        first, _ = self.sentence.clause(mark.first)
        # `None of them is BME, which is 4.7 points below` denies the first part alone.
        apart = "which" in self.words[first : mark.first]
        if self.words[first] in _NOBODY and first < mark.first and not apart:
            return True
        before = self.sentence.of("negation", max(0, mark.first - 3), max(0, mark.first - 1))
        if mark.first > 0 and any(one.first not in named for one in before):
            return True
        # `Parity has not been reached.`
        behind = self.sentence.of("negation", mark.last + 1, mark.last + 3)
        told = self.words[mark.last + 1 : mark.last + 2]
        return mark.kind == "certain" and told in _TOLD and bool(behind)

    def clouded(self, first: int) -> bool:
        """Say whether words may be turned by others that are not read: negated from afar, asked.

        Or said of bands that aren't named: `in non-clinical bands` is of some of them.
        """
        named = self.covered("group", "certain", "likely")
        begin, _ = self.sentence.clause(first)
        far = [
            one
            for one in self.sentence.of("negation", begin, max(begin, first - 1))
            if one.last < first - 3 and one.first not in named
        ]
        turned = bool(far) and self.words[begin] not in _NOBODY
        unnamed = not self.sentence.has("band") and any(
            self.words[one.last + 1 : one.last + 2] == ("bands",)
            for one in self.sentence.of("staff_group")
        )
        return turned or unnamed or self.words[-1:] == ("?",)

    def jointly(self, mark: Mark) -> bool:
        """Say whether words are said of several indicators, of each of them."""
        words = set(self.words)
        joint = len(self.scope.named) > 1 or self.sentence.has("topic", "5|6|7|8")
        clause = self.sentence.clause(mark.first)
        ways = {one.value for kind in ("side", "move") for one in self.sentence.of(kind, *clause)}
        if len(ways) > 1 or "same" in self.words:
            return False
        return joint and len(self.topics(mark)) > 1 and not words & _SOME

    def years_of(self, mark: Mark) -> frozenset[int]:
        """Give the years that words are said of: earlier ones where the clause names no other.

        A survey's year may be that of its autumn or of its report.
        """
        topics = self.topics(mark)
        dated = self.scope.years_of_words(mark, bool(topics) and topics <= SURVEY)
        if dated is not None:
            return self.now if self.year in dated else dated
        first, last = self.sentence.clause(mark.first)
        said = {
            self.year if one.value == "current" else self.year - 1
            for one in self.sentence.of("time", first, last)
            if one.value in {"current", "previous"}
        }
        changing = "change" in self.sentence.values("time", first, last)
        return frozenset(said) if len(said) == 1 and not changing else self.now

    def topics(self, mark: Mark) -> frozenset[str]:
        """Give the indicators that some words are about."""
        return self.scope.topics(mark.first, mark.last).fixed or frozenset()

    def gaps(self, mark: Mark, head: str, other: str, whose: str = OWN) -> list[Fact]:
        """Find what stands one group beside the other, of the trust or another: ratio or gap."""
        years = self.years_of(mark)
        found = [
            facing(fact, head) if fact.role == "gap" else fact
            for number in sorted(self.topics(mark))
            for fact in self.shown.by_indicator.get(number, ())
            if fact.comparator == whose and not fact.place
            if fact.year in years or (whose != OWN and fact.latest)
            if _is_between(fact, head, other)
        ]
        return [fact for fact in found if fact.unit == "ratio"] or found

    def pinned(self, mark: Mark) -> list[Fact]:
        """Give the trust's own figures that stand in the clause of some words, and agree."""
        first, last = self.sentence.clause(mark.first)
        groups = set(self.sentence.values("group", first, last))
        return [
            fact
            for core, fact in self.borne
            if first <= core <= last and fact.comparator == OWN and fact.role in _STANDING
            if fact.over or not groups or fact.group in groups
        ]

    def beside(self, mark: Mark) -> Fact | None:
        """Give the trust's own figure of today that stands nearest to some words, if it agrees."""
        near = [
            (abs(core - mark.first), fact)
            for core, fact in self.borne
            if fact.comparator == OWN and fact.role == "level" and fact.year == self.year
        ]
        return min(near, key=lambda one: one[0])[1] if near else None

    def kin(self, mark: Mark, facts: Sequence[Fact]) -> list[Fact]:
        """Keep the facts that are of the figures beside some words; all, where none is."""
        pins = {thing_of(fact) for fact in self.pinned(mark)}
        return [fact for fact in facts if thing_of(fact) in pins] or list(facts)

    # -- outcomes ----------------------------------------------------------------------------

    def told(self, mark: Mark, facts: Sequence[Fact], test: Test, sense: str = "") -> Told:
        """Judge words by the facts that they can mean: one that bears them out is enough.

        Parameters
        ----------
        mark : Mark
        facts : sequence of Fact
        test : Test
        sense : str
            What is claimed, where it may claim more than the figures are sure of: `better`, `up`.
        """
        held = self._held(mark, facts, test)
        if self.jointly(mark):
            held = _each(held)
        borne = [fact for fact, holds in held if holds]
        denied = [fact for fact, holds in held if holds is False]
        if borne:
            sure = next((fact for fact in borne if fact.verdict not in UNSURE), borne[0])
            unsure = sure.verdict in UNSURE and not self.care
            if unsure and not self.negated(mark) and self._claims_certainty(sense):
                return self.unsure(sure), mark.first, mark.last
            return self.agreed(sure), mark.first, mark.last
        if not denied:
            return unverifiable(mark)
        fact = denied[0]
        if fact.verdict in UNSURE and towards_good(fact) == _GOOD.get(sense, 2):
            return self.unsure(fact), mark.first, mark.last
        if self._may_be_of_others(mark, facts, test, sense):
            return unverifiable(mark)
        return self.contradicted(fact), mark.first, mark.last

    def _may_be_of_others(self, mark: Mark, facts: Sequence[Fact], test: Test, sense: str) -> bool:
        """Say whether words are true of something else that their clause names."""
        if sense in {"wider", "narrower"} or self.negated(mark) or self.jointly(mark):
            return False
        if is_of_both(self.sentence, mark):
            return False
        return any(test(fact) for fact in besides(self.sentence, mark, self.shown, facts))

    def _held(
        self, mark: Mark, facts: Sequence[Fact], test: Test
    ) -> list[tuple[Fact, bool | None]]:
        held = [(fact, test(fact)) for fact in facts]
        if not self.negated(mark):
            return held
        # What is not sure to have moved has not improved, nor worsened.
        return [
            (fact, None if holds is None else fact.verdict in UNSURE or not holds)
            for fact, holds in held
        ]

    def _claims_certainty(self, sense: str) -> bool:
        if sense in _GOOD or sense in FACTORS:
            return True
        return sense in {"up", "down", "wider", "narrower"} and not self.numbers

    def agreed(self, fact: Fact) -> Outcome:
        """Say that a fact bears words out."""
        return Outcome("agrees", f"agrees: {self.wording.same(fact)}.", fact)

    def contradicted(self, fact: Fact) -> Outcome:
        """Say that a fact denies words, and how."""
        told = self.wording.same(fact)
        if fact.now is not None and fact.before is not None and fact.role == "change":
            verdict = f", '{fact.verdict}'" if fact.verdict else ""
            # A gap's words say how it moved.
            way = _MOVED[sign_of(fact)]
            told += verdict if moved_gap(fact) else f" ({way}{verdict})"
        return Outcome("contradicted", f"{told}.", fact)

    def unsure(self, fact: Fact, kind: str = "too few") -> Outcome:
        """Say what a row's verdict is."""
        message = f"of {self.wording.name(fact)} results say '{fact.verdict}'."
        return Outcome(kind, message, fact)


def thing_of(fact: Fact) -> tuple[object, ...]:
    """Name what a level, its change and its comparison have in common."""
    apart = fact.role in {"gap", "difference"} or fact.measure.endswith(("gap", "difference"))
    kind = "points" if fact.unit == "%" else fact.unit
    return fact.indicator, fact.group, fact.place, kind, apart


def _each(held: list[tuple[Fact, bool | None]]) -> list[tuple[Fact, bool | None]]:
    """Keep what is said of the indicator that bears it out least: it is said of each."""
    by_indicator: dict[str, list[tuple[Fact, bool | None]]] = {}
    for fact, holds in held:
        by_indicator.setdefault(fact.indicator, []).append((fact, holds))
    against = [one for one in by_indicator.values() if not any(holds for _, holds in one)]
    denied = [one for one in against if any(holds is False for _, holds in one)]
    return (denied or against or [held])[0]


def _is_between(fact: Fact, head: str, other: str) -> bool:
    if fact.role == "gap":
        return {fact.group, fact.over} == {head, other}
    ordered = (fact.group, fact.over) == (head, other)
    return (
        fact.unit == "ratio"
        and fact.role == "level"
        and ordered
        and fact.measure != "ratio of shares"
    )
