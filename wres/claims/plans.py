"""What claims nothing of the figures: plans, targets, definitions, suppositions."""

from __future__ import annotations

from wres.claims.aims import BARE, LIMITS, STATING, aim_behind, is_limit, tells
from wres.claims.lexicon import Mark
from wres.claims.numbers import Number
from wres.claims.reading import Sentence

__all__ = ["claims_nothing", "is_aim", "is_target"]

# A plan's own figures of today stand after these.
_PRESENT = frozenset({"from", "now", "currently", "present", "current", "baseline", "today", "the"})
_NOW = frozenset({"now", "currently", "present", "today", "already", "still", "remain", "remains"})
_EQUAL = frozenset({"equal", "level", "parity"})
_LABELS = frozenset({"kpi", "target", "success", "goal", "aim", "ambition", "trajectory"})
_MEANING = frozenset({"means", "mean", "indicates", "indicate", "shows", "represents"})
_ANY = (("a",), ("an",), ("any",), ("values",), ("ratios",), ("figures",), ("higher",), ("lower",))
_BETWEEN = frozenset(
    {"a", "our", "about", "of", "around", ":", "value", "level", "figure", "is", "at"}
)


def claims_nothing(
    sentence: Sentence, place: int, year: int, plan: bool = False, number: Number | None = None
) -> bool:
    """Say whether the words at a token are of a plan or a definition.

    Parameters
    ----------
    sentence : Sentence
    place : int
        Token of the number or the verb.
    year : int
        Reporting year: what is said of later ones is a plan.
    plan : bool
        Whether the whole text is of a plan: bare verbs then claim nothing.
    number : Number, optional
        The number that stands there. Of a plan, today's figures are claims.
    """
    if _defines(sentence) or any(mark.value == "if" for mark in sentence.of("plan", 0, place)):
        return True
    if plan and is_limit(sentence, number) and not _tells_today(sentence, year):
        return True
    first, last = _part(sentence, place)
    joint = None if number is None else aim_behind(sentence, number)
    last = last if joint is None else min(last, joint - 1)
    plan = plan or _is_labelled(sentence)
    planned = (
        _is_labelled(sentence)
        or "plan" in sentence.values("plan", first, last)
        or any(
            token.year is not None and token.year > year
            for token in sentence.tokens[first : last + 1]
        )
    )
    if not sentence.depth(place):
        told = number is not None and tells(sentence, number, last, joint is not None)
        planned = planned or (plan and not told and _is_bare(sentence, first, place))
        if plan and number is not None:
            planned = planned or not (told or _states(sentence, first, last, year))
    elif sentence.words[place - 1] in {"to", "target", "below"}:
        planned = planned or plan
    if number is None:
        return planned
    return planned and not _is_present(sentence, number)


def is_aim(sentence: Sentence, mark: Mark, year: int) -> bool:
    """Say whether words of a plan tell that groups are equal, which is what it aims at.

    `BME staff are no more likely than White staff` is an objective; with a day that has been, or
    `now`, it tells what is.
    """
    counted = any(one.last == mark.first - 1 for one in sentence.numbers)
    equal = mark.value in _EQUAL or (mark.value == "times" and not counted)
    return (equal or mark.kind == "within") and not _tells_today(sentence, year)


def _tells_today(sentence: Sentence, year: int) -> bool:
    return _is_today(sentence, year) or bool(_NOW & set(sentence.words))


def is_target(sentence: Sentence, number: Number, year: int) -> bool:
    """Say whether a number of a plan's measures is what is to be reached, and not today's."""
    return not (_is_today(sentence, year) or _is_present(sentence, number))


def _states(sentence: Sentence, first: int, last: int, year: int) -> bool:
    """Say whether words of a plan may tell what is, as its measures and targets don't."""
    told = STATING & set(sentence.words[first : last + 1])
    return bool(told) or _is_today(sentence, year)


def _is_today(sentence: Sentence, year: int) -> bool:
    """Say whether a sentence of a plan names a day that has been, a baseline or a comparator."""
    dated = any(token.year is not None and token.year <= year for token in sentence.tokens)
    return dated or sentence.has("comparator") or "baseline" in sentence.words


def _is_labelled(sentence: Sentence) -> bool:
    """Say whether a line opens as a plan's: `KPI: ...`, `Success measure: ...`."""
    opening = sentence.words[:4]
    if ":" not in opening:
        return False
    return opening[opening.index(":") - 1] in _LABELS or opening[0] in _LABELS


def _part(sentence: Sentence, place: int) -> tuple[int, int]:
    """Give the clause, which `, which` and `, so` end too."""
    first, last = sentence.clause(place)
    words = sentence.words
    for comma in range(first, last):
        if words[comma] == "," and words[comma + 1] in {"which", "so", "now", "and", "where"}:
            if comma < place:
                first = comma + 1
            else:
                return first, comma
    return first, last


def _is_present(sentence: Sentence, number: Number) -> bool:
    """Say whether a number in a plan is said to be today's: `from 1.48`, `now 18.4%`."""
    words = sentence.words
    place = number.core - 1
    while place >= 0 and words[place] in _BETWEEN:
        place -= 1
    if place < 0 or words[place] not in _PRESENT:
        return False
    behind = words[number.last + 1 : number.last + 2]
    if behind == ("or",):
        # `From two or more candidates` is of no day.
        return False
    return words[place] != "the" or behind in (("gap",), ("difference",), ("ratio",))


def _defines(sentence: Sentence) -> bool:
    """Say whether a sentence opens with a limit: `Above 1, White staff were more likely`."""
    opening = sentence.words[:3]
    if _says_what_is_meant(sentence):
        return True
    return opening[:1] in (("above",), ("below",), ("at",)) and opening[1:2] in (
        ("1",), ("one",), ("1.0",), ("1.00",), ("0",), ("parity",),
    )  # fmt: skip


def _says_what_is_meant(sentence: Sentence) -> bool:
    """Say whether a sentence explains figures of any size: `A ratio above 1 means ...`."""
    words = sentence.words
    exact = any(number.decimals >= 2 and number.value not in LIMITS for number in sentence.numbers)
    return words[:1] in _ANY and bool(_MEANING & set(words)) and not exact


def _is_bare(sentence: Sentence, first: int, place: int) -> bool:
    """Say whether a sentence, or what follows its colon, opens with a bare verb as actions do."""
    words = sentence.words
    opens = {0, first} | {
        at + 1 for at, word in enumerate(words[:place]) if word in {":", ".", ";", "-", "–"}
    }
    return any(words[at : at + 1] and words[at] in BARE for at in opens)
