"""Parts of the trust that a sentence names: pay bands, staff groups, members of the board."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from wres.claims.lexicon import Mark
from wres.claims.tokens import Token
from wres.definitions.bands import load_bands, parse_band

__all__ = ["band_marks", "members"]

_TO = frozenset({"to", "-", "–", "−"})
_SENIOR = "VSM"
_MEDICAL = {
    ("consultant",): "consultant",
    ("consultants",): "consultant",
    ("career", "grade"): "non-consultant career grade",
    ("career", "grades"): "non-consultant career grade",
    ("non", "consultant", "career", "grade"): "non-consultant career grade",
    ("non", "consultant", "career", "grades"): "non-consultant career grade",
    ("non", "consultant", "career", "grade", "doctors"): "non-consultant career grade",
    ("trainee", "doctors"): "trainee",
    ("trainees",): "trainee",
    ("trainee", "grades"): "trainee",
    ("doctors", "in", "training"): "trainee",
    ("medical", "and", "dental"): "medical and dental",
    ("medical", "&", "dental"): "medical and dental",
    ("doctors", "and", "dentists"): "medical and dental",
    ("vsm",): _SENIOR,
    ("vsms",): _SENIOR,
    ("very", "senior", "managers"): _SENIOR,
    ("very", "senior", "manager"): _SENIOR,
}
_LONGEST = max(len(words) for words in _MEDICAL)
_DOCTORS = frozenset({"doctor", "doctors", "medics", "dentists", "medical"})


@cache
def members(label: str) -> frozenset[str]:
    """Give the single bands of a label; of one that can't be read, itself."""
    try:
        return parse_band(label).members
    except ValueError:
        return frozenset({label})


def band_marks(tokens: Sequence[Token]) -> list[Mark]:
    """Find pay bands and medical grades; their numbers claim nothing.

    The mark's value is a label of `wres.definitions.bands`: `8a-8b`.
    """
    found: list[Mark] = []
    place = 0
    while place < len(tokens):
        mark = _at(tokens, place)
        place = place + 1 if mark is None else mark.last + 1
        if mark is not None:
            found.append(mark)
    return found


def _at(tokens: Sequence[Token], place: int) -> Mark | None:
    words = [token.text for token in tokens]
    for length in range(_LONGEST, 0, -1):
        named = _MEDICAL.get(tuple(words[place : place + length]))
        if named is not None:
            return Mark("band", named, place, place + length - 1)
    if words[place : place + 2] == ["in", "training"] and _DOCTORS & set(words[:place]):
        # `Half of our doctors are in training`.
        return Mark("band", "trainee", place, place + 1)
    if words[place] in {"band", "bands"}:
        return _after_band(words, place, place + 1)
    if tokens[place].kind == "band" or words[place : place + 2] == ["under", "band"]:
        return _run(words, place, place)
    return None


def _after_band(words: Sequence[str], first: int, place: int) -> Mark | None:
    if words[place : place + 1] and (words[place] in _order() or words[place] == "under"):
        return _run(words, first, place)
    return None


@cache
def _order() -> dict[str, str]:
    return {band.casefold(): band for band in load_bands().agenda_for_change}


def _run(words: Sequence[str], first: int, place: int) -> Mark | None:
    """Read `5 to 7`, `8a and above`, `8c to 9 and VSM`, `8a+`."""
    low, place = _one(words, place)
    if low is None:
        return None
    label, end = low, place
    if words[place : place + 1] and words[place] in _TO:
        high, after = _one(words, place + 1)
        if high is not None:
            label, end = f"{low}-{high}", after
    elif words[place : place + 1] == ["+"] or words[place : place + 2] in (
        ["and", "above"], ["or", "above"], ["and", "over"], ["and", "higher"], ["upwards"],
    ):  # fmt: skip
        label, end = f"{low}-{_SENIOR}", place + (1 if words[place] == "+" else 2)
    elif words[place : place + 2] in (["and", "below"], ["or", "below"], ["and", "under"]):
        label, end = f"under 1-{low}", place + 2
    label, end = _with_next(words, label, end)
    for joint in (["and", "vsm"], [",", "vsm"], ["&", "vsm"], ["to", "vsm"]):
        if words[end : end + 2] == joint and _SENIOR not in label:
            label += " and VSM"
            end += 2
    if members(label) == {label} and label not in _order().values():
        return None
    return Mark("band", label, first, end - 1)


def _with_next(words: Sequence[str], label: str, end: int) -> tuple[str, int]:
    """Read `8a and 8b` as a run where one band follows the other."""
    if words[end : end + 1] not in (["and"], ["&"]):
        return label, end
    following, after = _one(words, end + 1)
    order = list(_order().values())
    last = label.rpartition("-")[2]
    if following in order and last in order and order.index(following) == order.index(last) + 1:
        return (
            (label, end)
            if following == _SENIOR
            else (f"{label.partition('-')[0]}-{following}", after)
        )
    return label, end


def _one(words: Sequence[str], place: int) -> tuple[str | None, int]:
    if words[place : place + 1] and words[place] in {"band", "bands"}:
        place += 1
    if words[place : place + 1] == ["under"]:
        skipped = 2 if words[place + 1 : place + 2] == ["band"] else 1
        if words[place + skipped : place + skipped + 1] == ["1"]:
            return "under 1", place + skipped + 1
        return None, place
    if words[place : place + 1] and words[place] in _order():
        return _order()[words[place]], place + 1
    return None, place
