"""What the words around a number ask for, whatever kind it is of."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, replace

from wres.claims.answers import ANY, NOWHERE, RATIOS, STAFF, SURVEY, Answer
from wres.claims.bases import base_of
from wres.claims.kinds import Kind
from wres.claims.numbers import Number
from wres.claims.reading import Sentence
from wres.claims.scope import Scope
from wres.claims.shown import Query

__all__ = ["COUNT", "EVENTS", "LEVEL", "Asker", "kind_of"]

LEVEL = frozenset({"level", "percentile"})
COUNT = frozenset({"count", "base"})
EVENTS = frozenset(
    ["appointed", "appointments", "entered", "entering", "entries", "disciplined", "accessed"]
) | frozenset(["access", "accessing"])
_MAKING = frozenset({"make", "makes", "made", "up", "are", "were", "represent", "comprise"})
_EVERYONE = frozenset({"staff", "workforce", "employees", "colleagues", "people", "nurses", "us"})
# With these in a sentence, `from 30%` may be of any year.
_LONG_AGO = frozenset({"ago", "decade", "originally", "initially", "baseline", "peak", "began"})
# With these in a sentence, figures of scenarios and shares of those known are among those meant.
_SCENARIOS = frozenset(
    ["international", "abroad", "overseas", "unknown", "stratified", "seat", "seats", "trusts"]
)
_KNOWN = frozenset({"known", "declared", "stated", "disclosed", "unknown"})


@dataclass(frozen=True)
class Asker:
    """Reads one number in its sentence."""

    scope: Scope
    number: Number
    kind: Kind

    @property
    def sentence(self) -> Sentence:
        """The sentence that the number stands in."""
        return self.scope.sentence

    @property
    def words(self) -> frozenset[str]:
        """All words of the sentence."""
        return frozenset(self.sentence.words)

    def ask(self, unit: str, roles: frozenset[str], default: str | None = None) -> Query:
        """Ask for a figure of this unit and these roles, of all that the words around say."""
        groups = self.scope.groups(self.number)
        if groups == ANY and default is not None and not self._is_of_everyone():
            groups = Answer(frozenset({default}), None)
        survey = self.kind.may_be(SURVEY) and not self.kind.may_be(RATIOS)
        restated = self.sentence.restated(self.number)
        years, said = self.scope.years(restated, survey)
        if years is None:
            now = {self.scope.year}
            prior = replace(self.kind, number=restated).is_prior()
            years = frozenset(now | {self.scope.year - 1} if prior else now)
            if prior and self.words & _LONG_AGO:
                years = None
        return Query(
            unit=unit,
            roles=roles,
            indicators=self.kind.topics,
            groups=groups,
            years=years,
            year_said=said,
            whose=self.scope.whose(self.number),
            bands=self.scope.bands(self.number),
            staff_groups=self.scope.staff_groups(self.number),
            boards=self.scope.boards(self.number),
            scenario=bool(self.words & _SCENARIOS),
            known=bool(self.words & _KNOWN),
        )

    def _is_of_everyone(self) -> bool:
        """Say whether a percentage tells of staff at large: `61% of the workforce took part`."""
        behind = self.sentence.words[self.number.last + 1 : self.number.last + 5]
        if self.number.unit != "%" or behind[:1] != ("of",):
            return False
        return bool(_EVERYONE & set(behind))

    def changes(self, query: Query) -> frozenset[int]:
        """Give the years in which a change may end: this one, or one that is named."""
        named = query.years if query.year_said and query.years else frozenset()
        return frozenset({self.scope.year}) | named

    def with_workforce(self, answer: Answer) -> Answer:
        """Let what lies between the board and the workforce, or a band and it, be either's."""
        if "9" in self.sentence.values("topic"):
            return Answer(frozenset({"9"}), frozenset({"9"}) | (answer.open or frozenset()))
        return Answer(_both(answer.fixed), _both(answer.open))

    def event(self) -> frozenset[str] | None:
        """Say as what those right behind a number are counted: `the 220 appointed`."""
        place = self.number.last + 1
        place += any(mark.first == place for mark in self.sentence.of("people"))
        told = set(self.sentence.words[place : place + 1])
        if any(mark.first == place + 1 for mark in self.sentence.of("group")):
            return None
        return _as_event(told) or self._event_of_share()

    def _event_of_share(self) -> frozenset[str] | None:
        """Say it by the share that it stands behind: `7.7% of those appointed (17 of 220)`."""
        share = self.sentence.restated(self.number)
        if share.unit != "%":
            return None
        first = max(self.sentence.window(share)[0], self.sentence.clause(share.core)[0])
        led = self.sentence.words[first : share.first]
        those = next((at for at, word in enumerate(led) if word in {"those", "people"}), 0)
        if those and led[those - 1] in {"of", "among"}:
            # `Of those shortlisted 5.1% were BME (47 of 920)`.
            return _as_event(set(led[those:]))
        if base_of(self.sentence, share) != "band":
            return None
        return _as_event(set(self.sentence.words[share.last + 1 : self.number.first]))


def _as_event(told: Set[str]) -> frozenset[str] | None:
    if told & EVENTS:
        return frozenset({"count"})
    return frozenset({"base"}) if "shortlisted" in told else None


def _both(indicators: frozenset[str] | None) -> frozenset[str] | None:
    return indicators | STAFF if indicators and indicators & STAFF else indicators


def kind_of(scope: Scope, number: Number) -> Kind:
    """Say of what kind a number is; `of the workforce` settles which indicators it is of."""
    sentence = scope.sentence
    after = sentence.words[number.last + 1 : number.last + 2]
    near = sentence.values("topic", number.last + 1, number.last + 5)[:1]
    placed = sentence.has("band") or sentence.has("staff_group")
    elsewhere = scope.topics(number.first, number.last) == NOWHERE
    if after == ("of",) and near == ["workforce"] and not placed and not elsewhere:
        return Kind(sentence, number, Answer.only("workforce"))
    topics = scope.topics(number.first, number.last)
    if (
        number.unit == "%"
        and topics.fixed is None
        and not placed
        and _is_of_staff(sentence, number)
    ):
        return Kind(sentence, number, Answer.only("workforce"))
    return Kind(sentence, number, topics)


def _is_of_staff(sentence: Sentence, number: Number) -> bool:
    """Say whether a group's share is of so many staff: `BME staff make up 4.7% of our 3,029`."""
    behind = sentence.words[number.base_at + 1 : number.base_at + 2]
    staff = number.base is not None and (not behind or behind[0] in _EVERYONE | {"."})
    before = sentence.of("group", sentence.clause(number.first)[0], number.first)
    led = sentence.words[max(0, number.first - 2) : number.first]
    return staff and bool(before) and bool(_MAKING & set(led))
