"""The attack itself: facts of all files together, and what they leave uncertain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from tests.attack.facts import Fact, Row, Var, count
from tests.attack.figures import ALL, GROUPS, WITHOUT_INTERNATIONAL
from tests.attack.overlaps import UNLISTED
from tests.attack.printed import exactly
from tests.attack.solver import ContradictionError, System
from tests.attack.strata import behind, is_of_nobody, of_whole
from tests.attack.structure import known_to_anyone, left_over, supposed
from tests.attack.truth import THRESHOLD, few_answered, is_sensitive, shown_by_policy

__all__ = ["Attack", "Finding", "attack"]

PROTECTION = 3
# Of a range as wide as this it does not matter how exact it is.
ENOUGH = 12
FRACTIONAL = frozenset({"percent"})
_SHORTLISTED, _APPOINTED = "shortlisted", "appointed"


@dataclass(frozen=True)
class Finding:
    """A withheld count that the published files confine too narrowly."""

    var: Var
    true: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{' '.join(self.var)}: {self.low:g} to {self.high:g}, is {self.true:g}"


@dataclass
class Attack:
    """What was read, what was bounded, what was found."""

    read: Counter[str] = field(default_factory=Counter)
    numbers: int = 0
    unused: int = 0
    bounded: int = 0
    sensitive: int = 0
    findings: list[Finding] = field(default_factory=list)
    by_policy: list[Finding] = field(default_factory=list)
    misread: list[str] = field(default_factory=list)
    unexplained: list[str] = field(default_factory=list)

    def add(self, other: Attack) -> None:
        """Add the outcome of another attack."""
        self.read += other.read
        self.numbers += other.numbers
        self.unused += other.unused
        self.bounded += other.bounded
        self.sensitive += other.sensitive
        self.findings += other.findings
        self.by_policy += other.by_policy
        self.misread += other.misread
        self.unexplained += other.unexplained

    def __str__(self) -> str:
        kinds = ", ".join(f"{name} {number:,}" for name, number in sorted(self.read.items()))
        return (
            f"{sum(self.read.values()):,} constraints read ({kinds}), {self.unused:,} of them not "
            f"usable; {self.bounded:,} withheld counts bounded, {self.sensitive:,} of them small; "
            f"{len(self.findings):,} found ({len(self.by_policy):,} more follow from what policy "
            f"shows); {len(self.unexplained):,} of {self.numbers:,} numbers "
            "unexplained"
        )


def attack(
    facts: Iterable[Fact],
    truth: dict[Var, float],
    *,
    protection: int = PROTECTION,
    since: int = 0,
) -> Attack:
    """Bound every count that no file prints, and compare with the truth.

    Parameters
    ----------
    facts : iterable of Fact
        Everything that was read in one or two years' files.
    truth : dict
        The true counts, to choose what is to be bounded and to check what was read.
    protection : int
        The least width of the range in which a withheld count must remain.
    since : int
        The year of the first report. Of years before it a zero that no file prints is not withheld:
        that year's own report would show it.
    """
    read = list(facts)
    known = [*read, *behind(read, truth)]
    made = Attack(read=Counter(_kind(one) for one in read if one.high - one.low < np.inf))
    made.misread = [f"{one.file}: {one.text}" for one in known if _is_false(one, truth)]
    if made.misread:
        return made
    printed = {one.parts[0][0][0]: one.low for one in known if _prints_a_count(one)}
    hidden = [var for var in _withheld(known, printed, truth) if truth[var] or int(var[0]) >= since]
    try:
        system = System(known, _rows(known, printed, truth), {}, FRACTIONAL)
    except ContradictionError as fault:
        made.misread = [f"figures that can't all be true: {fault}"]
        return made
    made.unused = system.unused
    narrow = [found for var in hidden for found in _judge(made, system, var, truth)]
    narrow = [found for found in narrow if found.high - found.low < protection]
    made.findings += _few_shown(system, truth)
    policy = _shown_by_policy(truth) if narrow else None
    for found in narrow:
        low, high = policy.bound(found.var) if policy and found.var in policy.low else (0, 1e9)
        (made.by_policy if high - low < protection else made.findings).append(found)
    return made


def _kind(one: Fact) -> str:
    return one.file.split(" ")[0].split("/")[0]


def _is_false(one: Fact, truth: dict[Var, float]) -> bool:
    """Tell whether a fact does not hold of the truth: then the adversary misread the files."""
    if any(var[1] == "workforce" and var not in truth for var in one.variables):
        return True  # a band that this trust does not have
    return one.variables <= truth.keys() and not bool(one.holds(truth))


def _rows(known: list[Fact], printed: dict[Var, float], truth: dict[Var, float]) -> list[Row]:
    """Lay out what holds whatever is printed, and those guesses that happen to be right.

    That a table does not list all bands, and which detailed groups it lists, anyone who knows the
    trust can tell.
    """
    seen = {var for one in known for var in one.variables}
    places = {var[:3] for var in seen}
    seen |= {var for var in truth if var[3:4] == (UNLISTED,) and var[:3] in places}
    tables = {var[:2] for var in seen}
    seen |= {var for var in truth if var[1] == "details" and var[:2] in tables}
    guesses = _guesses(seen, _whole(printed), truth)
    return [*known_to_anyone(seen), *guesses, *_percentages(known)]


def _guesses(seen: set[Var], known: dict[Var, float], truth: dict[Var, float]) -> list[Row]:
    """Make the guesses that are right, of counts that there are."""
    checked = (
        [row for row in rows if row.terms.keys() <= truth.keys()] for rows in supposed(seen, known)
    )
    return [row for rows in checked if all(_is_right(row, truth) for row in rows) for row in rows]


def _is_right(row: Row, truth: dict[Var, float]) -> bool:
    total = sum(factor * truth[var] for var, factor in row.terms.items())
    return bool(row.low <= total <= row.high)


def _few_shown(system: System, truth: dict[Var, float]) -> list[Finding]:
    """Find percentages of too few respondents that are known to the point."""
    few = [var for var in system.variables if var[1] == "percent" and few_answered(var, truth)]
    ranges = [Finding(var, truth[var], *system.bound(var)) for var in few]
    return [found for found in ranges if found.high - found.low < 1]


def _prints_a_count(one: Fact) -> bool:
    return one.kind == "count" and len(one.parts[0]) == 1 and one.high - one.low < 1


def _whole(printed: dict[Var, float]) -> dict[Var, float]:
    return {var: float(round(low + 0.49)) for var, low in printed.items() if var[1] != "percent"}


def _withheld(known: list[Fact], printed: dict[Var, float], truth: dict[Var, float]) -> list[Var]:
    """List the true counts of the tables that files speak of, but do not print."""
    places = {var[:2] for one in known for var in one.variables}
    return sorted(
        var
        for var, count in truth.items()
        if var not in printed
        and var[:2] in places
        and var[1] != "percent"
        and not (count == 0 and (left_over(var) or _is_none(var, printed)))
        and not (count == 0 and _is_shown_without(var, printed, truth))
        and not is_of_nobody(var, truth)
    )


def _is_none(var: Var, printed: dict[Var, float]) -> bool:
    """Tell whether a count is zero because zeros are printed: of more people, or of each group.

    Of people without those from abroad a file prints White and BME ones only.
    """
    if var in printed:
        return printed[var] < 0.5
    whole = of_whole(var)
    if whole is not None:
        return _is_none(whole, printed)
    if WITHOUT_INTERNATIONAL not in var[2]:
        return False
    everyone = (*var[:2], var[2].removesuffix(WITHOUT_INTERNATIONAL), *var[3:])
    groups = [(*var[:-1], group) for group in GROUPS] if var[-1] == ALL else []
    each = bool(groups) and all(_is_none(group, printed) for group in groups)
    return each or _is_none(everyone, printed)


def _is_shown_without(var: Var, printed: dict[Var, float], truth: dict[Var, float]) -> bool:
    """Tell whether a zero among people without those from abroad is one that the profile shows.

    No file prints those of unknown ethnicity as counts, but the range that they allow. The profile
    shows a zero among five people or more, and what it would be subtracted from is printed.
    """
    column = var[2].removesuffix(WITHOUT_INTERNATIONAL)
    if column == var[2] or column != _APPOINTED:
        return False
    whole = [(*var[:2], name, *var[3:]) for name in (column, _SHORTLISTED)]
    base = truth.get((*var[:2], _SHORTLISTED + WITHOUT_INTERNATIONAL, *var[3:]), 0)
    return base >= THRESHOLD and all(one in printed for one in whole)


def _percentages(known: list[Fact]) -> list[Row]:
    found = {var for one in known for var in one.variables if var[1] == "percent"}
    return [Row({var: 1.0}, 0.0, 100.0) for var in sorted(found)]


def _judge(made: Attack, system: System, var: Var, truth: dict[Var, float]) -> list[Finding]:
    """Bound one count; return the range if the count is one that must be protected."""
    if var not in system.low:
        return []  # nothing in any file bears on it
    low, high = system.bound(var, careful=False)
    true = truth[var]
    made.bounded += 1
    if high - low < ENOUGH or not low <= true <= high:
        low, high = system.bound(var)
    if not low - 1e-6 <= true <= high + 1e-6:
        made.misread.append(f"{var} is {true:g}, but was bounded to {low:g} to {high:g}")
    if true and not is_sensitive(var, truth):
        return []  # withheld to protect others
    made.sensitive += 1
    return [Finding(var, true, low, high)]


def _shown_by_policy(truth: dict[Var, float]) -> System:
    """Lay out what anyone knows if all is withheld but what the profile shows in any case.

    That is the whole workforce by group. No choice of further counts to withhold could leave more
    uncertainty than this does: of a whole group of two people, each part has two at the most.
    """
    shown = {var: number for var, number in truth.items() if shown_by_policy(var, truth)}
    facts = [count(var, exactly(number), "policy", "shown") for var, number in shown.items()]
    counted = {var for var in truth if var[1] not in {"percent", "responses"}}
    guesses = _guesses(counted, shown, truth)
    rows = [*known_to_anyone(counted), *guesses, *(Row({var: 1.0}, 0.0, np.inf) for var in counted)]
    return System(facts, rows, {}, FRACTIONAL)
