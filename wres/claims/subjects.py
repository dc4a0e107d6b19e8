"""What a verb or a comparison is said of: the facts that its clause can mean."""

from __future__ import annotations

from dataclasses import dataclass

from wres.claims.answers import RATIOS, SURVEY, Answer
from wres.claims.facts import CHANGE_OF, OWN, Fact, is_plainly_meant
from wres.claims.lexicon import Mark
from wres.claims.reading import Sentence
from wres.claims.scope import Scope
from wres.claims.shown import Query, Shown
from wres.definitions.ethnicity import BME, UNKNOWN, WHITE

__all__ = ["Subject", "subject_of", "tied_group"]

# Who improves things, where no figure does.
_ACTING = frozenset({"we", "trust", "team", "board"})
# Between a direction word and its own group: `for the BME staff`.
_TYING = (("for",), ("among",), ("amongst",))
_REACH = 3
_ALL = frozenset({"workforce", "headcount"})
_IN_KIND = frozenset({"more", "less", "in", "increasingly"})
_OF_PEOPLE = frozenset({"headcount"})
_SETTLED = frozenset({BME, WHITE, UNKNOWN, "known"})


@dataclass(frozen=True)
class Subject:
    """The facts that a direction can be said of; `held` is False where nothing is named."""

    held: bool
    indicators: Answer
    group: str | None
    measures: frozenset[str]
    bands: Answer
    staff_groups: Answer
    boards: Answer

    def facts(
        self,
        shown: Shown,
        role: str,
        *,
        years: frozenset[int],
        comparators: frozenset[str] | None = None,
        since: frozenset[int] | None = None,
    ) -> list[Fact]:
        """Find the facts of a role: changes, comparisons, gaps."""
        found: list[Fact] = []
        for unit in ("points", "ratio", "headcount"):
            query = Query(
                unit=unit,
                roles=frozenset({role}),
                indicators=self.indicators,
                years=years,
                year_said=True,
                whose=Answer.only(*(comparators or {OWN})),
                bands=self.bands,
                staff_groups=self.staff_groups,
                boards=self.boards,
                since=since,
            )
            found += shown.find(query, strictly=True)
        return [fact for fact in found if self._suits(fact)]

    def _suits(self, fact: Fact) -> bool:
        if not is_plainly_meant(fact):
            return False
        measure = fact.measure.removeprefix(CHANGE_OF)
        if self.measures and fact.role == "change" and measure not in self.measures:
            return False
        if self.group is None:
            return fact.group != WHITE or fact.unit == "ratio"
        if fact.unit == "ratio" or measure in {"gap"}:
            return True
        return fact.group == self.group


def subject_of(scope: Scope, mark: Mark, given: bool) -> Subject:
    """Say what a direction word is said of.

    Parameters
    ----------
    scope : Scope
    mark : Mark
    given : bool
        Whether figures or comparisons in the sentence show that it speaks of the results.
    """
    sentence = scope.sentence
    first, last = sentence.clause(mark.first)
    topics = scope.topics(mark.first, mark.last)
    words = sentence.words
    named = any(sentence.of(kind, first, last) for kind in ("topic", "measure", "group")) or bool(
        scope.named
    )
    pronoun = any(one.last < mark.first for one in sentence.of("holder", first, mark.first))
    acting = bool(_ACTING & set(words[max(0, mark.first - 3) : mark.first])) and not named
    held = (named or pronoun or given) and not acting and topics.fixed is not None
    everyone = _is_of_everyone(sentence, mark)
    return Subject(
        held=held,
        indicators=topics,
        group="all" if everyone else _group(scope, mark, first, last),
        measures=_OF_PEOPLE if everyone else _measures(scope, topics, first, last),
        bands=_named_part(scope, "band", mark),
        staff_groups=_named_part(scope, "staff_group", mark),
        boards=_named_part(scope, "board", mark),
    )


def _is_of_everyone(sentence: Sentence, mark: Mark) -> bool:
    """Say whether the number of all staff moved: `our workforce fell by 54, yet nine more BME`."""
    if mark.kind != "move" or mark.value not in {"up", "down", "same"}:
        return False
    first, last = sentence.clause(mark.first)
    led = set(sentence.words[max(first, mark.first - 2) : mark.first])
    grouped = sentence.of("group", first, mark.first)
    moved = [one for one in sentence.numbers if mark.last < one.core <= last]
    shared = bool(moved) and (moved[0].unit != "" or moved[0].base is not None)
    # `Our workforce has grown more diverse`, `increased in diversity`.
    otherwise = _IN_KIND & set(sentence.words[mark.last + 1 : mark.last + 2])
    return bool(_ALL & led) and not (grouped or shared or otherwise)


def tied_group(sentence: Sentence, mark: Mark) -> str | None:
    """Give the group that a direction word says itself: `fell for BME staff`, `fell among ...`."""
    start = mark.last + 1
    if sentence.words[start : start + 1] not in _TYING:
        return None
    tied = sentence.of("group", start + 1, start + _REACH)
    return tied[0].value if tied else None


def _group(scope: Scope, mark: Mark, first: int, last: int) -> str | None:
    marks = [one for one in scope.sentence.of("group", first, last)]
    inside = [one for one in marks if mark.first <= one.first and one.last <= mark.last]
    if inside:
        return inside[0].value
    tied = tied_group(scope.sentence, mark)
    if tied is not None:
        return tied
    before = [one for one in marks if one.last < mark.first]
    after = [one for one in marks if one.first > mark.last]
    if before:
        return before[-1].value
    if after:
        return after[0].value
    elsewhere = scope.sentence.of("group")
    if elsewhere:
        return elsewhere[0].value
    settled = [one for one in scope.context.groups if one in _SETTLED]
    return settled[0] if len(scope.context.groups) == 1 and settled else None


def _measures(scope: Scope, topics: Answer, first: int, last: int) -> frozenset[str]:
    """Say which measures the words allow."""
    values = set(scope.sentence.values("measure", first, last))
    known = topics.fixed or frozenset()
    of_one = bool(known) and known <= RATIOS and _of_one_group(scope, first, last)
    said = {
        "gap": ({"gap", "relative_likelihood"}, known & (SURVEY | RATIOS)),
        "number": ({"headcount"}, True),
        "disparity": ({"disparity_ratio"}, True),
        "ratio": ({"relative_likelihood", "disparity_ratio"}, True),
        "difference": ({"difference"}, "9" in known),
        "likelihood": ({"relative_likelihood", "likelihood"}, known & RATIOS),
        "share": ({"likelihood"}, of_one),
    }
    if "access" in scope.sentence.words[first:last] and of_one and not values & set(said):
        # `BME staff's access to training` is how likely they are to have it.
        return frozenset({"likelihood"})
    for value, (measures, fits) in said.items():
        if value in values and fits:
            return frozenset(measures)
    if known and known <= RATIOS:
        return frozenset({"relative_likelihood"})
    return frozenset({"share", "percentage", "difference", "relative_likelihood"})


def _of_one_group(scope: Scope, first: int, last: int) -> bool:
    return len(set(scope.sentence.values("group", first, last))) == 1


def _named_part(scope: Scope, kind: str, mark: Mark) -> Answer:
    first, last = scope.sentence.clause(mark.first)
    values = scope.sentence.values(kind, first, last) or scope.sentence.values(kind)
    only = frozenset(values) if values else frozenset({""})
    return Answer(only, only)
