"""A number in points: a change, a gap, what lies between two figures, a part of a change."""

from __future__ import annotations

from wres.claims.answers import ANY, SURVEY, Answer
from wres.claims.asking import Asker, kind_of
from wres.claims.claim import Claim
from wres.claims.earlier_figures import earlier_years
from wres.claims.facts import CHANGE_OF, OWN
from wres.definitions.ethnicity import BME

__all__ = ["Points"]

_OF_GAPS = frozenset(CHANGE_OF + one for one in ("gap", "difference", "relative_likelihood"))
# Results hold none.
_OF_OTHERS_GAPS = frozenset({"comparison of gaps"})
_BEING = (
    *((":",), ("is",), ("was",), ("are",), ("were",), ("at",), ("of",)),
    *(("remains",), ("stands",), ("stood",)),
)
_NAMING = frozenset({"indicator", "metric"})
_LISTING = frozenset({",", "and", ";"})
# Between the numbers of a list, each with its indicator.
_LISTED = _NAMING | _LISTING | {"on", "for", "in", "under", "(", ")", "wres"}
# Between two changes, each of a group.
_FOR = frozenset({"for", "among", "amongst"})
_GOING_ON = frozenset({"and", ",", "by", "staff", "colleagues", "respondents"})
# Words, twice as many at most, from a comparison to the one that it is with.
_NEAR = 5
_POINTS = frozenset({"gap", "difference", "comparison", "change", "part", "seat"})


class Points(Asker):
    """Reads what is in points."""

    def read(self) -> Claim:
        """Read a number of points."""
        if self.kind.is_part():
            return self._part()
        roles, said = _POINTS, "points"
        if self.kind.is_change() or self._goes_on_from_change():
            roles, said = frozenset({"change", "part"}), "change"
        elif (earlier := earlier_years(self)) is not None:
            return self._moved(earlier)
        elif self._is_gap():
            roles, said = frozenset({"gap", "difference", "comparison"}), "gap"
        elif self.kind.has_side_after():
            roles = self._set_apart()
        query = self.ask("points", roles)
        named = frozenset(self.sentence.values("comparator"))
        query = query.asked(
            groups=self._groups_apart(query.groups, said),
            whose=Answer(None, named | {OWN}) if named else Answer(frozenset({OWN}), None),
            years=self.changes(query) if said == "change" else query.years,
            roles_fixed=self._points_roles(said, bool(named)),
            indicators=self.with_workforce(query.indicators),
        )
        beside = self._compared_with() if said == "points" else None
        if beside is not None:
            query = query.asked(
                whose=Answer.only(beside), roles_fixed=frozenset({"comparison"}), years=query.years
            )
        if said == "change":
            query = query.asked(since_fixed=self._since())
        if said == "change" and self.kind.is_change_of_gap():
            query = query.asked(measures=_OF_GAPS, groups=ANY)
        elif said == "change" and self._moves_a_share():
            query = query.asked(not_measures=query.not_measures | _OF_GAPS)
        return Claim(self.number, query, said=said)

    def _moves_a_share(self) -> bool:
        """Say whether a share is told to move from one to the other: `from 13% to 17%, a rise`."""
        shares = [one for one in self.sentence.numbers if one.unit == "%"]
        gaps = {"gap", "difference", "disparity"} & set(self.sentence.values("measure"))
        between = "between" in self.words or self.sentence.has("move", "wider", "narrower")
        return len(shares) > 1 and not gaps and not between

    def _is_gap(self) -> bool:
        """Say whether it is a gap: `the gap between BME and White staff is 7.4 points`."""
        start = self.number.last + 1
        beside = self.sentence.of("comparator", start, self.sentence.clause(start)[1])
        if self.kind.has_side_after() and beside:
            return False  # of which results hold no gap
        if self.kind.near_measure("gap") or self.kind.after[:1] == ("gap",):
            return True
        left, _ = self.sentence.window(self.number)
        first, _ = self.sentence.clause(self.number.first)
        led = self.sentence.words[self.number.first - 1 : self.number.first]
        gaps = [
            one
            for one in self.sentence.of("measure", left, self.number.first - 1)
            if one.value == "gap" and (one.first >= first or led == (":",))
        ]
        told = bool(gaps) and led in _BEING
        told = told and not self.sentence.of("move", gaps[-1].last, self.number.first)
        return told or self._goes_on_from_gap()

    def _goes_on_from_gap(self) -> bool:
        """Say whether it is one of a list of gaps: `5 points on indicator 5, 6 on indicator 6`."""
        numbers = [one for one in self.sentence.numbers if one.last < self.number.first]
        if not numbers or numbers[-1].unit != self.number.unit:
            return False
        between = self.sentence.words[numbers[-1].last + 1 : self.number.first]
        named = [at for at, word in enumerate(between) if word in _NAMING]
        listed = len(named) == 1 and between[-1] in _LISTING
        if not listed or any(word not in _LISTED and not word.isdigit() for word in between):
            return False
        return Points(self.scope, numbers[-1], kind_of(self.scope, numbers[-1]))._is_gap()

    def _goes_on_from_change(self) -> bool:
        """Say whether it is the other group's change: `by 3.4 points for BME, 1.6 for White`."""
        numbers = [one for one in self.sentence.numbers if one.last < self.number.first]
        if not numbers or numbers[-1].unit != self.number.unit:
            return False
        first, last = numbers[-1].last + 1, self.number.first - 1
        named = self.sentence.of("group", first, last)
        covered = {at for one in named for at in range(one.first, one.last + 1)}
        between = {self.sentence.words[at] for at in {*range(first, last + 1)} - covered}
        behind = self.sentence.words[self.number.last + 1 : self.number.last + 2]
        told = (
            len(named) == 1 and bool(behind) and behind[0] in _FOR and between <= _FOR | _GOING_ON
        )
        return told and kind_of(self.scope, numbers[-1]).is_change()

    def _moved(self, earlier: frozenset[int]) -> Claim:
        """Read the change from an earlier time, of a gap where one is named before it."""
        query = self.ask("points", frozenset({"change"}))
        first, _ = self.sentence.clause(self.number.first)
        gap = "gap" in self.sentence.values("measure", first, self.number.first)
        query = query.asked(
            groups=ANY if gap else self._groups_apart(query.groups, "change"),
            measures=_OF_GAPS if gap else None,
            whose=Answer(frozenset({OWN}), None),
            years=frozenset({self.scope.year}),
            since=earlier,
            roles_fixed=frozenset({"change"}),
            indicators=self.with_workforce(query.indicators),
        )
        return Claim(self.number, query, said="change")

    def _since(self) -> frozenset[int] | None:
        """Give the year that a change is from where no words say: the one before."""
        spanned = self.sentence.has("measure_of_time") or self.sentence.has("trend")
        dated = self.sentence.is_dated()
        return None if spanned or dated else frozenset({self.scope.year - 1})

    def _compared_with(self) -> str | None:
        """Give the one comparator right behind `above` or `below`; of a gap, results hold none."""
        start = self.number.last + 1
        first, last = self.sentence.clause(start)
        named = [one for one in self.sentence.of("comparator", start, last)]
        if not self.kind.has_side_after() or len({one.value for one in named}) != 1:
            return None
        end = named[0].first
        apart = any(self.sentence.of(kind, start, end) for kind in ("group", "time", "topic"))
        gap = "gap" in self.sentence.values("measure", first, self.number.first)
        return None if apart or gap or end > start + 2 * _NEAR else named[0].value

    def _set_apart(self) -> frozenset[str]:
        """Say what `8.3 points below ...` can be, by what follows: no change without a time."""
        first, last = self.number.last + 1, self.sentence.clause(self.number.last)[1]
        timed = self.sentence.of("time", first, last) or self.sentence.is_dated(first, last)
        if timed:
            return _POINTS
        whole = "workforce" in self.sentence.values("topic", first, last)
        beside = self.sentence.of("comparator", first, last)
        start, _ = self.sentence.clause(self.number.first)
        if beside and "gap" in self.sentence.values("measure", start, self.number.first):
            return _OF_OTHERS_GAPS
        return frozenset({"difference"}) if whole and not beside else _POINTS - {"change", "part"}

    def _part(self) -> Claim:
        """Read what a part of a change accounts for."""
        roles = frozenset({"part", "change"})
        query = self.ask("points", roles).asked(
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
