"""All facts of a report, and the question that a claim puts to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from wres.chapters.reading import Chapter
from wres.claims.answers import ANY, WHOLE, Answer
from wres.claims.boards import fits_board, settled_boards
from wres.claims.derived import derived_facts
from wres.claims.facts import OWN, Fact, row_facts
from wres.claims.places import members
from wres.definitions.comparators import LOCAL_POPULATION

__all__ = ["Query", "Shown"]

_SCENARIOS = frozenset({"unknown", "recruitment", "stratified", "part", "at", "peers", "from"})
_OWN = Answer.only(OWN)


@dataclass(frozen=True)
class Query:
    """What the words of a claim say about the fact that it states.

    Each answer is asked as `fixed` or as `open`; None asks nothing. `years` are reporting years;
    a comparator's may be older, unless words said which.
    """

    unit: str
    roles: frozenset[str]
    indicators: Answer = ANY
    groups: Answer = ANY
    over: frozenset[str] | None = None
    years: frozenset[int] | None = None
    year_said: bool = False
    whose: Answer = _OWN
    bands: Answer = WHOLE
    staff_groups: Answer = WHOLE
    boards: Answer = WHOLE
    measures: frozenset[str] | None = None
    not_measures: frozenset[str] = frozenset()
    scenario: bool = False
    known: bool = False
    roles_fixed: frozenset[str] | None = None
    since: frozenset[int] | None = None
    since_fixed: frozenset[int] | None = None

    def asked(self, **changed: object) -> Query:
        """Give the same question with something changed."""
        return replace(self, **changed)  # type: ignore[arg-type]


def _with_latest(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Mark comparators' older figures; the year's own facts come first."""
    newest: dict[tuple[str, ...], int] = {}
    ordered = sorted(facts, key=lambda fact: -fact.year)
    for fact in ordered:
        if fact.role == "level":
            newest.setdefault(_series(fact), fact.year)
    return tuple(
        replace(fact, latest=fact.year >= newest.get(_series(fact), fact.year)) for fact in ordered
    )


def _series(fact: Fact) -> tuple[str, ...]:
    whose = fact.name.partition(", autumn")[0]
    return fact.indicator, fact.comparator, whose, fact.group, fact.over


def _allows(answer: Answer, value: str, strictly: bool) -> bool:
    allowed = answer.fixed if strictly else answer.open
    return allowed is None or value in allowed


@dataclass(frozen=True)
class Shown:
    """The facts of one report."""

    facts: tuple[Fact, ...]
    by_indicator: dict[str, list[Fact]] = field(default_factory=dict)
    by_unit: dict[str, dict[str, list[Fact]]] = field(default_factory=dict)

    @classmethod
    def of(cls, chapter: Chapter) -> Shown:
        """Take the facts of a chapter's results."""
        rows = list(row_facts(chapter))
        facts = _with_latest(dict.fromkeys((*rows, *derived_facts(rows))))
        by_indicator: dict[str, list[Fact]] = defaultdict(list)
        by_unit: dict[str, dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
        for fact in facts:
            by_indicator[fact.indicator].append(fact)
            by_unit[fact.unit][fact.indicator].append(fact)
        return cls(facts, dict(by_indicator), dict(by_unit))

    def find(self, query: Query, *, strictly: bool) -> list[Fact]:
        """Give the facts that a question leaves."""
        boards = settled_boards(query.boards, query.years, self.by_indicator.get("9", ()))
        query = query.asked(boards=boards)
        return [fact for fact in self._of(query, strictly) if _fits(fact, query, strictly)]

    def _of(self, query: Query, strictly: bool) -> Iterable[Fact]:
        wanted = query.indicators.fixed if strictly else query.indicators.open
        if wanted is None:
            return (fact for fact in self.facts if fact.unit == query.unit)
        held = self.by_unit.get(query.unit, {})
        return (fact for number in sorted(wanted) for fact in held.get(number, ()))


def _fits(fact: Fact, query: Query, strictly: bool) -> bool:
    return (
        fact.role in (query.roles_fixed if strictly and query.roles_fixed else query.roles)
        and (query.known or fact.measure != "share of known")
        and _fits_whose(fact, query, strictly)
        and _fits_year(fact, query, strictly)
        and _allows(query.groups, fact.group, strictly)
        and (query.over is None or fact.over in query.over)
        and (query.measures is None or fact.measure in query.measures)
        and fact.measure not in query.not_measures
        and _fits_place(fact, query, strictly)
    )


def _fits_whose(fact: Fact, query: Query, strictly: bool) -> bool:
    """Say whether a figure is of who is named; `population` stands for that of any area."""
    named = "population" if fact.comparator.startswith(LOCAL_POPULATION) else fact.comparator
    return any(_allows(query.whose, one, strictly) for one in (fact.comparator, named))


def _fits_year(fact: Fact, query: Query, strictly: bool) -> bool:
    since = query.since_fixed if strictly and query.since_fixed else query.since
    if since is not None and fact.since is not None and fact.since not in since:
        return False
    if query.years is None:
        return True
    if fact.comparator and fact.role == "level" and not query.year_said:
        return fact.latest
    return fact.year in query.years


def _fits_place(fact: Fact, query: Query, strictly: bool) -> bool:
    parts = fact.parts
    if not query.scenario and not _SCENARIOS.isdisjoint(parts):
        return False
    return (
        _fits_band(parts.get("band", ""), query.bands, strictly)
        and _fits_staff_group(parts, query.staff_groups, strictly)
        and fits_board(fact, query.boards.fixed if strictly else query.boards.open)
    )


def _fits_band(band: str, answer: Answer, strictly: bool) -> bool:
    allowed = answer.fixed if strictly else answer.open
    if allowed is None:
        return True
    if not band:
        return "" in allowed
    return any(one and members(one) == members(band) for one in allowed)


def _fits_staff_group(parts: dict[str, str], answer: Answer, strictly: bool) -> bool:
    held = parts.get("staff_group", "")
    allowed = answer.fixed if strictly else answer.open
    if allowed is None:
        return True
    if held in {"", "all"}:
        return "" in allowed or held in allowed
    # Words that name a band but no staff group leave open which.
    return held in allowed or ("" in allowed and bool(parts.get("band")))
