"""A number that says how many times as likely, or how many times another figure."""

from __future__ import annotations

from dataclasses import replace

from wres.claims.answers import ANY, OTHER, RATIOS, Answer, indicators_of
from wres.claims.asking import LEVEL, Asker
from wres.claims.claim import Claim
from wres.claims.earlier_figures import earlier_years
from wres.claims.facts import INVERSES, OWN
from wres.claims.kinds import SIDES
from wres.claims.lexicon import Mark
from wres.claims.numbers import Number
from wres.claims.orders import likely_groups, relative_groups
from wres.definitions.ethnicity import BME

__all__ = ["Ratios"]

# How far behind a multiple its other figure is named.
_REACH = 8


class Ratios(Asker):
    """Reads ratios, likelihoods in words and multiples."""

    def multiple(self) -> list[Claim]:
        """Read `twice the national figure`: so many times another, where words name the other."""
        other = self._set_against()
        before = [one for one in self.sentence.of("group") if one.last < self.number.first]
        # `A third of the number of White applicants`: no row holds how numbers of people compare.
        if other is None or "number" in self.kind.after[:3]:
            return []
        group = before[-1].value if before else BME
        allowed = frozenset({group}) if before else None
        # Of two likelihoods it is the ratio itself: `1.48 times that of BME applicants`.
        about = self.kind.topics.fixed or frozenset()
        roles = frozenset({"times"}) | (LEVEL if about and about <= RATIOS else frozenset())
        query = self.ask("ratio", roles).asked(
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

    def likelihood(self) -> Claim:
        """Read `1.48 times as likely`, `twice as likely`, `48% more likely`."""
        mark = self.sentence.of("likely", self.number.last + 1)[0]
        head, other = likely_groups(self.scope, mark.first, mark.last)
        query = self.ask("ratio", LEVEL).asked(
            groups=ANY if head is None else Answer.only(head),
            over=None if other is None else frozenset({other}),
        )
        about = self._likely_to(mark)
        if about is not None:
            query = query.asked(indicators=about)
        number, *alternatives = _as_ratios(self.number, mark.value)
        oriented = head is not None
        return Claim(number, query, tuple(alternatives), "likelihood", oriented=oriented)

    def _likely_to(self, mark: Mark) -> Answer | None:
        """Give the indicator of what they are likely to do: `1.14 times as likely to be trained`.

        None where words behind name none, or several; or where one is named by its number.
        """
        _, end = self.sentence.clause(mark.last)
        _, right = self.sentence.window(self.number)
        topics = [
            one for one in self.scope.topic_marks() if mark.last < one.first <= min(end, right)
        ]
        about = {one.value for one in topics}
        led = topics and "to" in self.sentence.words[mark.last + 1 : topics[0].first + 1]
        if len(about) != 1 or not led or self.scope.named:
            return None
        return Answer.only(*indicators_of(about))

    def set_apart(self) -> Claim:
        """Read `the likelihood of White applicants was 48% higher than that of BME applicants`."""
        after = self.number.last + 1
        side = next(one for one in self.sentence.of("side", after) if one.first == after)
        groups = [one for one in self.sentence.of("group") if one.value in OTHER]
        before = [one.value for one in groups if one.last < self.number.first]
        behind = [one.value for one in groups if one.first > side.last]
        than = self.sentence.words[side.last] == "than"
        head = before[-1] if before else None
        if head is None and behind:
            head = OTHER[behind[0]] if than else behind[0]
        query = self.ask("ratio", LEVEL).asked(
            groups=ANY if head is None else Answer.only(head),
            over=None if head is None else frozenset({OTHER[head]}),
        )
        number, *_ = _as_ratios(self.number, SIDES[side.value])
        return Claim(number, query, said="likelihood", oriented=head is not None)

    def read(self) -> Claim:
        """Read a ratio: of two groups, its change, or beside another."""
        query = self.ask("ratio", LEVEL)
        if self.kind.is_change():
            years = frozenset({self.scope.year})
            changes = query.asked(roles=frozenset({"change"}), groups=ANY, years=years)
            return Claim(self.number, changes, said="change")
        earlier = earlier_years(self)
        if earlier is not None:
            years = frozenset({self.scope.year})
            moved = query.asked(roles=frozenset({"change"}), groups=ANY, years=years, since=earlier)
            return Claim(self.number, moved, said="change")
        if self.kind.has_side_after():
            roles = frozenset({"comparison", "change"})
            beside = query.asked(roles=roles, groups=ANY, whose=ANY)
            return Claim(self.number, beside, said="comparison")
        if self.kind.after[:2] == ("as", "many"):
            # `Twice as many BME as White staff`: of a survey, whose side is read apart.
            return Claim(self.number, query.asked(groups=ANY), said="ratio", loose=True)
        head, other = relative_groups(self.scope, self.number)
        if head is not None and other is not None:
            query = query.asked(groups=Answer.only(head), over=frozenset({other}))
            return Claim(self.number, query, said="ratio", oriented=True)
        disparity = self.sentence.has("measure", "disparity")
        query = query.asked(groups=ANY, not_measures=INVERSES, scenario=query.scenario or disparity)
        return Claim(self.number, query, said="ratio")


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
