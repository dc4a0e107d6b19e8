"""A percentage: what it is out of."""

from __future__ import annotations

from wres.claims.answers import ANY, RATIOS, SURVEY, Answer
from wres.claims.asking import EVENTS, LEVEL, Asker
from wres.claims.bases import base_of, is_of_group
from wres.claims.claim import Claim
from wres.claims.facts import SPREADS
from wres.claims.group_base import with_base
from wres.claims.known import KNOWN_BASE, is_of_known
from wres.claims.shown import Query
from wres.definitions.ethnicity import BME

__all__ = ["Shares"]

# What a share out of a group's people can be, and one out of those of a band or an event.
_OUT_OF = {
    "group": SPREADS | {"likelihood", "percentage"},
    "band": frozenset(
        {"share", "share of events", "share of bases", "share of known", "benchmark", "percentage"}
    ),
    "outcome": frozenset(
        {"share", "share of events", "share of bases", "share of known", "benchmark"}
    ),
}

# No share out of a group's own people: `11.5% of BME staff work for the trust`.
_OF_OTHERS = frozenset({"share", "share of events", "share of bases", "share of known"})

_OF_BANDS = Answer(frozenset({"1"}), frozenset({"1", "workforce"}))
# Others' figures are beside ours whatever they are out of.
_OUT_OF_KNOWN = frozenset({"share of known", "benchmark"})


class Shares(Asker):
    """Reads percentages."""

    def read(self) -> Claim:
        """Read a percentage."""
        query = self.ask("%", LEVEL, BME)
        if self.kind.is_change():
            roles = frozenset({"relative change"})
            return Claim(
                self.number, query.asked(roles=roles, years=self.changes(query)), said="change"
            )
        if self.kind.is_between():
            # No such figure is a percentage: what the words mean is in points.
            topics = self.with_workforce(query.indicators)
            query = query.asked(roles=frozenset({"none"}), groups=ANY, indicators=topics)
            return Claim(self.number, query, said="gap")
        if is_of_known(self.sentence, self.number):
            staff = Answer(frozenset({"workforce"}), query.indicators.open)
            query = query.asked(measures=_OUT_OF_KNOWN, indicators=staff, known=True)
            return Claim(self.number, query, base="band")
        base = base_of(self.sentence, self.number)
        if base == "group" and self.sentence.has("band") and not self.scope.topic_values():
            # `Half of our BME staff are trainees` is of no training that they had.
            query = query.asked(indicators=_OF_BANDS)
        if base == "group" and is_of_group(self.sentence, self.number):
            query = query.asked(not_measures=_OF_OTHERS)
        if base in {"band", "outcome"} or (base == "group" and self._has_place(query)):
            query = query.asked(measures=_OUT_OF[base or "band"])
        if base == "group":
            query = with_base(query, self.sentence, self.number)
        apart = self._other_event() | self._other_base()
        query = query.asked(not_measures=query.not_measures | apart)
        return Claim(self.number, query, base=base)

    def _other_event(self) -> frozenset[str]:
        """Say which share words leave out: `of the 220 appointed, 5.1%` are not the shortlisted."""
        first, _ = self.sentence.clause(self.number.first)
        words = set(self.sentence.words[first : self.number.first])
        happened, listed = bool(words & EVENTS), "shortlisted" in words
        if happened == listed or self.sentence.words[first] not in {"of", "among"}:
            return frozenset()
        return frozenset({"share of bases"} if happened else {"share of events"})

    def _other_base(self) -> frozenset[str]:
        """Say which share words leave out: `5.1% of those known, and 4.7% of all`."""
        return frozenset({"share of known"} if self.sentence.has(KNOWN_BASE) else ())

    def _has_place(self, query: Query) -> bool:
        events = self.kind.may_be(RATIOS) and not self.kind.may_be(SURVEY)
        whole = frozenset({""})
        return query.bands.open != whole or query.staff_groups.open != whole or events
