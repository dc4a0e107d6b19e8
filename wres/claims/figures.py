"""What a number in a sentence claims: the question that it puts to the figures."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wres.claims.answers import ANY, OTHER, RATIOS, STAFF, SURVEY, Answer
from wres.claims.facts import INVERSES, OWN
from wres.claims.kinds import Kind, is_named_only
from wres.claims.numbers import Number
from wres.claims.orders import likely_groups, relative_groups
from wres.claims.scope import Scope
from wres.claims.shown import Query
from wres.claims.writing import ENDLESS
from wres.definitions.ethnicity import BME

__all__ = ["Claim", "claims_of"]

# How far behind a multiple its other figure is named.
_REACH = 8
# How much further behind `of` those counted may be named.
_OF_WHOM = 4
# With these in a sentence, `from 30%` may be of any year.
_LONG_AGO = frozenset({"ago", "decade", "originally", "initially", "baseline", "peak", "began"})
# Tokens between a number and the brackets that hold the same of another year.
_BESIDE = 3
_POINTS = frozenset({"gap", "difference", "comparison", "change", "part", "seat"})
_LEVEL = frozenset({"level", "percentile"})
_OF = (("of",),)
_COUNT = frozenset({"count", "base"})
_EVENTS = frozenset({"appointed", "appointments", "entered", "entering", "disciplined", "accessed"})
# With these in a sentence, figures of scenarios and shares of those known are among those meant.
_SCENARIOS = frozenset(
    ["international", "abroad", "overseas", "unknown", "stratified", "seat", "seats", "trusts"]
)
_CASES = frozenset({"cases", "case", "processes", "hearings"})
_KNOWN = frozenset({"known", "declared", "stated", "disclosed", "unknown"})
_GOALS = frozenset({"would", "goal", "seat", "seats", "parity", "yearly", "fewer", "had"})
# What a share out of a group's people can be, and one out of those of a band or an event.
_OUT_OF = {
    "group": frozenset({"distribution", "likelihood", "percentage"}),
    "band": frozenset(
        {"share", "share of events", "share of bases", "share of known", "benchmark", "percentage"}
    ),
    "outcome": frozenset(
        {"share", "share of events", "share of bases", "share of known", "benchmark"}
    ),
}


@dataclass(frozen=True)
class Claim:
    """A number and the question that its words put to the figures.

    Parameters
    ----------
    number : Number
    query : Query
    alternatives : tuple of Number
        Other numbers that the same words may mean.
    said : str
        Of what kind the words make it: `level`, `change`, `gap`, `likelihood`, ...
    base : {'group', 'band', 'outcome'}, optional
        What a percentage is said to be out of.
    oriented : bool
        Whether words say which group stands over which.
    loose : bool
        Whether it may count what no indicator is about: workshops, panels.
    way : int
        Which way words make a change go: up (1), down (-1), or neither (0).
    planned : bool
        Whether it is what a plan starts from, and so of today.
    """

    number: Number
    query: Query
    alternatives: tuple[Number, ...] = ()
    said: str = "level"
    base: str | None = None
    oriented: bool = False
    loose: bool = False
    way: int = 0
    planned: bool = False


def claims_of(scope: Scope) -> list[Claim]:
    """Read the claims of a sentence's numbers."""
    claims: list[Claim] = []
    for number in scope.sentence.numbers:
        if number.value is not None and not is_named_only(number, scope.sentence):
            before = claims[-1] if claims else None
            if before is not None and _restates(number, before, scope):
                claims.append(replace(before, number=number, alternatives=()))
            elif before is not None and _is_of_another_year(number, before, scope):
                claims.append(_dated(number, before, scope))
            else:
                claims += _Reader(scope, number).read()
    return claims


def _restates(number: Number, before: Claim, scope: Scope) -> bool:
    """Say whether a share in brackets is that of the words before: `a quarter of staff (26.1%)`."""
    words, sentence = before.number, scope.sentence
    vague = words.form in {"fraction", "one in"} and words.value is not None
    first, last = sentence.clause(number.core)
    alone = sum(first <= one.core <= last for one in sentence.numbers) == 1
    if not vague or number.unit != "%" or not alone or sentence.depth(words.core):
        return False
    near = abs((number.value or 0.0) - (words.value or 0.0)) <= 0.2 * (words.value or 0.0)
    return near and sentence.depth(number.core) > 0 and not sentence.of("group", first, last)


def _is_of_another_year(number: Number, before: Claim, scope: Scope) -> bool:
    """Say whether a number alone in brackets is the one before, of another year: `(8% in 2019)`."""
    sentence = scope.sentence
    first, last = sentence.clause(number.core)
    alone = sum(first <= one.core <= last for one in sentence.numbers) == 1
    beside = first - before.number.last <= _BESIDE and not sentence.depth(before.number.core)
    same = number.unit == before.number.unit and number.base is None and not number.sign
    told = any(sentence.of(kind, first, last) for kind in ("comparator", "group", "move", "topic"))
    dated = sentence.of("time", first, last) or any(
        token.year is not None for token in sentence.tokens[first : last + 1]
    )
    level = before.said in {"level", "gap", "points", "ratio"} and not before.alternatives
    return bool(
        alone and beside and sentence.depth(number.core) and same and level and dated and not told
    )


def _dated(number: Number, before: Claim, scope: Scope) -> Claim:
    survey = bool((before.query.indicators.fixed or frozenset()) & SURVEY)
    years, said = scope.years(number, survey)
    if years is None:
        return replace(before, number=number)
    return replace(before, number=number, query=before.query.asked(years=years, year_said=said))


class _Reader:
    """Reads one number in its sentence."""

    def __init__(self, scope: Scope, number: Number) -> None:
        self.scope, self.number, self.sentence = scope, number, scope.sentence
        self.words = frozenset(self.sentence.words)
        self.kind = Kind(self.sentence, number, self._topics())

    def _topics(self) -> Answer:
        """Say which indicators the number is of; `of the workforce` settles it."""
        number = self.number
        after = self.sentence.words[number.last + 1 : number.last + 2]
        near = self.sentence.values("topic", number.last + 1, number.last + 5)[:1]
        placed = self.sentence.has("band") or self.sentence.has("staff_group")
        if after == ("of",) and near == ["workforce"] and not placed:
            return Answer.only("workforce")
        return self.scope.topics(number.first, number.last)

    def read(self) -> list[Claim]:
        """Give the claim, by the kind of its number; and that of its base."""
        if self.number.form == "multiple":
            return self._multiple()
        if self.kind.is_likelihood():
            return [self._likelihood()]
        readers = {"ratio": self._ratio, "points": self._points, "%": self._percent}
        claim = readers.get(self.kind.unit(), self._people)()
        if claim.said == "change":
            claim = replace(claim, way=self.kind.way())
        return [claim] if self.number.base is None else [claim, self._whole(claim.query)]

    def _whole(self, query: Query) -> Claim:
        """Read the 2,643 of `17 of 2,643`: those among whom people are counted."""
        place, base = self.number.base_at, self.number.base or 0.0
        # `17 of the 19 cases`: all that happened, which no figure counts.
        happened = bool(_CASES & set(self.sentence.words[place + 1 : place + 3]))
        number = Number(place, place, base, base - 0.5, base + 0.5, core=place)
        event = self._event()
        if event is not None:
            among = query.asked(groups=Answer.only("all"), roles=event, unit="headcount")
            return Claim(number, among, said="count")
        apart = self.kind.may_be(RATIOS | SURVEY) and query.groups.fixed is not None
        if query.bands.open is not None:
            # `10 of 143 work at band 8a`: among the staff of the band, or of the group.
            some = query.groups.one in OTHER and query.bands.open != frozenset({""})
            fixed = None if some else query.bands.fixed
            query = query.asked(bands=Answer(fixed, query.bands.open | {""}))
        query = query.asked(
            unit="headcount", roles=_COUNT, roles_fixed=frozenset({"base"}), measures=None,
            groups=query.groups if apart else Answer(frozenset({"all"}), None),
        )  # fmt: skip
        return Claim(number, query, said="count", loose=happened)

    def _base(self, unit: str, roles: frozenset[str], default: str | None = None) -> Query:
        groups = self.scope.groups(self.number)
        if groups == ANY and default is not None:
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

    def _changes(self, query: Query) -> frozenset[int]:
        """Give the years in which a change may end: this one, or one that is named."""
        named = query.years if query.year_said and query.years else frozenset()
        return frozenset({self.scope.year}) | named

    def _multiple(self) -> list[Claim]:
        """Read `twice the national figure`: so many times another, where words name the other."""
        other = self._set_against()
        before = [one for one in self.sentence.of("group") if one.last < self.number.first]
        if other is None:
            return []
        group = before[-1].value if before else BME
        allowed = frozenset({group}) if before else None
        query = self._base("ratio", frozenset({"times"})).asked(
            groups=ANY if group == other else Answer(frozenset({group}), allowed),
            over=frozenset({other}),
            whose=Answer.only(OWN),
        )
        return [Claim(self.number, query, said="comparison")]

    def _set_against(self) -> str | None:
        """Say with what a multiple compares: the first comparator, group or whole behind it."""
        start = self.number.last + 1
        _, last = self.sentence.clause(start)
        named = [
            mark
            for kind in ("comparator", "group", "topic")
            for mark in self.sentence.of(kind, start, min(last, start + _REACH))
            if kind != "topic" or mark.value == "workforce"
        ]
        return min(named, key=lambda mark: mark.first).value if named else None

    # -- ratios ------------------------------------------------------------------------------

    def _likelihood(self) -> Claim:
        """Read `1.48 times as likely`, `twice as likely`, `48% more likely`."""
        mark = self.sentence.of("likely", self.number.last + 1)[0]
        head, other = likely_groups(self.scope, mark.first, mark.last)
        query = self._base("ratio", _LEVEL).asked(
            groups=ANY if head is None else Answer.only(head),
            over=None if other is None else frozenset({other}),
        )
        number, *alternatives = _as_ratios(self.number, mark.value)
        oriented = head is not None
        return Claim(number, query, tuple(alternatives), "likelihood", oriented=oriented)

    def _ratio(self) -> Claim:
        query = self._base("ratio", _LEVEL)
        if self.kind.is_change():
            years = frozenset({self.scope.year})
            changes = query.asked(roles=frozenset({"change"}), groups=ANY, years=years)
            return Claim(self.number, changes, said="change")
        if self.kind.has_side_after():
            roles = frozenset({"comparison", "change"})
            beside = query.asked(roles=roles, groups=ANY, whose=ANY)
            return Claim(self.number, beside, said="comparison")
        head, other = relative_groups(self.scope, self.number)
        if head is not None and other is not None:
            query = query.asked(groups=Answer.only(head), over=frozenset({other}))
            return Claim(self.number, query, said="ratio", oriented=True)
        disparity = self.sentence.has("measure", "disparity")
        query = query.asked(groups=ANY, not_measures=INVERSES, scenario=query.scenario or disparity)
        return Claim(self.number, query, said="ratio")

    # -- points ------------------------------------------------------------------------------

    def _points(self) -> Claim:
        if self.kind.is_part():
            return self._part()
        roles, said = _POINTS, "points"
        if self.kind.is_change():
            roles, said = frozenset({"change", "part"}), "change"
        elif self.kind.near_measure("gap") or self.kind.after[:1] == ("gap",):
            roles, said = frozenset({"gap", "difference", "comparison"}), "gap"
        elif self.kind.has_side_after():
            roles = self._set_apart()
        query = self._base("points", roles)
        named = frozenset(self.sentence.values("comparator"))
        query = query.asked(
            groups=self._groups_apart(query.groups, said),
            whose=Answer(None, named | {OWN}) if named else Answer(frozenset({OWN}), None),
            years=self._changes(query) if said == "change" else query.years,
            roles_fixed=self._points_roles(said, bool(named)),
            indicators=self._with_workforce(query.indicators),
        )
        return Claim(self.number, query, said=said)

    def _set_apart(self) -> frozenset[str]:
        """Say what `8.3 points below ...` can be, by what follows: no change without a time."""
        first, last = self.number.last + 1, self.sentence.clause(self.number.last)[1]
        timed = self.sentence.of("time", first, last) or any(
            token.year is not None for token in self.sentence.tokens[first : last + 1]
        )
        if timed:
            return _POINTS
        whole = "workforce" in self.sentence.values("topic", first, last)
        beside = self.sentence.of("comparator", first, last)
        return frozenset({"difference"}) if whole and not beside else _POINTS - {"change", "part"}

    def _part(self) -> Claim:
        """Read what a part of a change accounts for."""
        roles = frozenset({"part", "change"})
        query = self._base("points", roles).asked(
            groups=ANY, scenario=True, roles_fixed=frozenset({"part"}), bands=ANY,
            staff_groups=ANY, indicators=ANY,
        )  # fmt: skip
        return Claim(self.number, query, said="change")

    def _groups_apart(self, groups: Answer, said: str) -> Answer:
        """Say whose change it is; of a gap or a comparison both groups may be named."""
        if said == "change":
            return Answer(groups.fixed or frozenset({BME}), groups.open)
        named = frozenset(self.sentence.values("group"))
        fixed = frozenset({BME}) if not named or BME in named else None
        return Answer(fixed, named | {BME} if named else None)

    def _points_roles(self, said: str, compared: bool) -> frozenset[str] | None:
        """Say which difference in points the words fix."""
        if said == "change":
            return frozenset({"change"})
        if self.sentence.of("likely", self.number.last + 1, self.number.last + 3):
            return frozenset({"gap"})
        if {"seat", "seats"} & self.words:
            return frozenset({"seat"})
        topics = self.kind.topics.fixed or frozenset()
        if compared:
            return None
        if "9" in self.sentence.values("topic") or topics == {"9"}:
            return frozenset({"difference"})
        return frozenset({"gap"}) if said == "gap" and topics and topics <= SURVEY else None

    def _with_workforce(self, answer: Answer) -> Answer:
        """Let what lies between the board and the workforce, or a band and it, be either's."""
        if "9" in self.sentence.values("topic"):
            return Answer(frozenset({"9"}), frozenset({"9"}) | (answer.open or frozenset()))
        return Answer(_both(answer.fixed), _both(answer.open))

    # -- percentages -------------------------------------------------------------------------

    def _percent(self) -> Claim:
        query = self._base("%", _LEVEL, BME)
        if self.kind.is_change():
            roles = frozenset({"relative change"})
            return Claim(
                self.number, query.asked(roles=roles, years=self._changes(query)), said="change"
            )
        if self.kind.is_between():
            # No such figure is a percentage: what the words mean is in points.
            topics = self._with_workforce(query.indicators)
            query = query.asked(roles=frozenset({"none"}), groups=ANY, indicators=topics)
            return Claim(self.number, query, said="gap")
        base = self.kind.base()
        if base in {"band", "outcome"} or (base == "group" and self._has_place(query)):
            query = query.asked(measures=_OUT_OF[base or "band"])
        query = query.asked(not_measures=self._other_event())
        return Claim(self.number, query, base=base)

    def _other_event(self) -> frozenset[str]:
        """Say which share words leave out: `of the 220 appointed, 5.1%` are not the shortlisted."""
        first, _ = self.sentence.clause(self.number.first)
        words = set(self.sentence.words[first : self.number.first])
        happened, listed = bool(words & _EVENTS), "shortlisted" in words
        if happened == listed or self.sentence.words[first] not in {"of", "among"}:
            return frozenset()
        return frozenset({"share of bases"} if happened else {"share of events"})

    def _has_place(self, query: Query) -> bool:
        events = self.kind.may_be(RATIOS) and not self.kind.may_be(SURVEY)
        whole = frozenset({""})
        return query.bands.open != whole or query.staff_groups.open != whole or events

    # -- people ------------------------------------------------------------------------------

    def _people(self) -> Claim:
        if self.number.form == "count of":
            query = self._base("headcount", self._event() or frozenset({"count"}), BME)
            number = replace(self.number, form="digits", hedge="")
            return Claim(number, query, said="count of")
        if self.kind.is_change() or self.kind.is_more():
            query = self._base("headcount", frozenset({"change", "people"}), "all")
            return Claim(self.number, query.asked(years=self._changes(query)), said="change")
        if self.number.decimals:
            goals = self._base("headcount", frozenset({"people"}))
            return Claim(self.number, goals.asked(groups=ANY), said="count")
        return Claim(self.number, self._count(), said="count", loose=self._is_loose())

    def _is_loose(self) -> bool:
        """Say whether no people, group or movement stand by a bare number."""
        if self.number.value == 0 and self.number.form == "words" and self.kind.may_be(STAFF):
            # `No BME staff in the higher of the two`: of which staff, words may not say.
            return not self.sentence.has("band")
        if self.number.hedge in ENDLESS:
            # `Fewer than 11 respondents` may be a rule's.
            return True
        first, last = max(0, self.number.first - 2), self.number.last + 4
        if self.sentence.words[self.number.last + 1 : self.number.last + 2] == ("of",):
            last += _OF_WHOM
        behind = self.sentence.words[self.number.last + 1 : self.number.last + 2]
        happened = behind in (("were",), ("was",)) and self.sentence.of("topic", last - 2, last)
        counted = (
            happened
            or self.sentence.of("people", self.number.last + 1, last)
            or (behind in _OF and self.sentence.of("board", self.number.last + 1, last))
            or any(self.sentence.of(kind, first, last) for kind in ("group", "move"))
        )
        return not counted and not self.sentence.depth(self.number.core)

    def _event(self) -> frozenset[str] | None:
        """Say as what those right behind a number are counted: `the 220 appointed`."""
        place = self.number.last + 1
        place += any(mark.first == place for mark in self.sentence.of("people"))
        told = set(self.sentence.words[place : place + 1])
        if any(mark.first == place + 1 for mark in self.sentence.of("group")):
            return None
        if told & _EVENTS:
            return frozenset({"count"})
        return frozenset({"base"}) if "shortlisted" in told else None

    def _count(self) -> Query:
        people = frozenset({"people"}) if self.words & _GOALS else frozenset()
        query = self._base("headcount", _COUNT | people)
        before, event = self.kind.before, self._event()
        if event is not None:
            # `Of the 220 people appointed` are all of them.
            return query.asked(groups=Answer.only("all"), roles=event)
        if {"of", "among"} & {*before[-1:], *before[-2:-1]} and before[-1:] != ("whom",):
            # Whom others are counted among.
            query = query.asked(groups=ANY, roles_fixed=frozenset({"base"}))
        if self.kind.may_be(RATIOS) and self.words & _EVENTS and "shortlisted" not in self.words:
            query = query.asked(roles_fixed=frozenset({"count"}))
        elif "shortlisted" in self.words and not self.words & _EVENTS:
            query = query.asked(roles_fixed=frozenset({"base"}))
        if query.groups.fixed is not None:
            return query
        allowed = query.groups.open
        apart = not self.sentence.of("group", *self.sentence.window(self.number))
        everyone = frozenset({"all"}) if apart or allowed is None else None
        return query.asked(groups=Answer(everyone, None if allowed is None else allowed | {"all"}))


def _both(indicators: frozenset[str] | None) -> frozenset[str] | None:
    return indicators | STAFF if indicators and indicators & STAFF else indicators


def _as_ratios(number: Number, likely: str) -> list[Number]:
    """Give the ratios that `48% more likely` or `1.48 times less likely` may mean."""
    sign = {"more": 1, "less": -1}.get(likely, 0)
    if number.unit == "%":
        share = number.scaled(0.01, "ratio")
        finer = replace(share, decimals=number.decimals + 2)
        return [finer.moved(1.0, sign, "ratio") if sign else share]
    if sign < 0 and (number.value or 0) > 1 and number.low > 0:
        # `1.48 times less likely` can be no ratio above 1.
        value = 1 / (number.value or 1)
        return [replace(number, value=value, low=1 / number.high, high=1 / number.low)]
    return [number, number.moved(1.0, sign, "ratio")] if sign else [number]
