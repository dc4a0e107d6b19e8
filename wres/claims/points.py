"""A number in points: a change, a gap, what lies between two figures, a part of a change."""

from __future__ import annotations

from wres.claims.answers import ANY, SURVEY, Answer
from wres.claims.asking import Asker
from wres.claims.claim import Claim
from wres.claims.facts import CHANGE_OF, OWN
from wres.definitions.ethnicity import BME

__all__ = ["Points"]

_OF_GAPS = frozenset(CHANGE_OF + one for one in ("gap", "difference", "relative_likelihood"))
_POINTS = frozenset({"gap", "difference", "comparison", "change", "part", "seat"})


class Points(Asker):
    """Reads what is in points."""

    def read(self) -> Claim:
        """Read a number of points."""
        if self.kind.is_part():
            return self._part()
        roles, said = _POINTS, "points"
        if self.kind.is_change():
            roles, said = frozenset({"change", "part"}), "change"
        elif self.kind.near_measure("gap") or self.kind.after[:1] == ("gap",):
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
        if said == "change":
            query = query.asked(since_fixed=self._since())
        if said == "change" and self.kind.is_change_of_gap():
            query = query.asked(measures=_OF_GAPS, groups=ANY)
        return Claim(self.number, query, said=said)

    def _since(self) -> frozenset[int] | None:
        """Give the year that a change is from where no words say: the one before."""
        spanned = self.sentence.has("measure_of_time") or self.sentence.has("trend")
        dated = self.sentence.is_dated()
        return None if spanned or dated else frozenset({self.scope.year - 1})

    def _set_apart(self) -> frozenset[str]:
        """Say what `8.3 points below ...` can be, by what follows: no change without a time."""
        first, last = self.number.last + 1, self.sentence.clause(self.number.last)[1]
        timed = self.sentence.of("time", first, last) or self.sentence.is_dated(first, last)
        if timed:
            return _POINTS
        whole = "workforce" in self.sentence.values("topic", first, last)
        beside = self.sentence.of("comparator", first, last)
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
