"""A sentence with all that was recognised in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from wres.claims.claiming import claiming
from wres.claims.lexicon import Mark, Matcher
from wres.claims.more_than import comparisons_in
from wres.claims.number_finder import find_numbers
from wres.claims.numbers import Number
from wres.claims.places import band_marks
from wres.claims.tokens import Token, tokenise
from wres.claims.wholes import wholes_in

__all__ = ["Sentence", "read_sentence", "runs_of"]

_NETWORKS = frozenset({"network", "networks", "forum", "forums", "champions", "allies"})
# Where one thing said ends and another begins.
_BREAKS = frozenset(";:()—") | {"but", "while", "whereas", "although", "though", "however"}

# What opens a sentence with a part of its own, which its comma ends: `While ..., the total fell`.
_SUBORDINATE = frozenset({"while", "whereas", "although", "though", "whilst", "despite"})
# Behind that comma the other part does not begin with these.
_GOING_ON = frozenset(
    ["from", "to", "by", "and", "or", "which", "who", "at", "up", "down", "with", "in", "compared"]
) | frozenset(["than", "as", "against", "bullying", "relatives", "team"])

# Between the parts of a list: `BME staff and White staff`.
_LISTING = frozenset({",", "and", "&", "staff", "applicants", "respondents", "colleagues", "the"})
# ... and of a comparison: `fewer BME staff than White staff`.
_SET_BESIDE = frozenset({"than", "compared", "with", "to", "against", "versus", "v", "vs"})
_Placed = TypeVar("_Placed", Mark, Number)
# Whose share may stand beside that of all staff.
_NOTING = frozenset({"note", "see", "notice", "recall", "remember", "observe", "recognise"})
_PARTS = frozenset({"band", "staff_group", "senior", "board"})
# Words between a number and the brackets that say it again in another unit.
_BESIDE = 4
_ENDING = frozenset(",;.)")


@dataclass(frozen=True)
class Sentence:
    """Tokens, phrases and numbers of one sentence; `start` is its place in the plain text."""

    text: str
    start: int
    tokens: tuple[Token, ...]
    marks: tuple[Mark, ...]
    numbers: tuple[Number, ...]
    words: tuple[str, ...] = field(default=())

    def of(self, kind: str, first: int = 0, last: int | None = None) -> list[Mark]:
        """Give the marks of a kind that lie within these tokens."""
        end = len(self.tokens) if last is None else last + 1
        return [
            mark
            for mark in self.marks
            if mark.kind == kind and mark.first >= first and mark.last < end
        ]  # fmt: skip

    def values(self, kind: str, first: int = 0, last: int | None = None) -> list[str]:
        """Give the meanings of the marks of a kind."""
        return [mark.value for mark in self.of(kind, first, last)]

    def has(self, kind: str, *values: str) -> bool:
        """Say whether the sentence holds a phrase of a kind, with one of these meanings if any."""
        return any(
            mark.kind == kind and (not values or mark.value in values) for mark in self.marks
        )

    def is_dated(self, first: int = 0, last: int | None = None) -> bool:
        """Say whether a year stands between two tokens, or anywhere."""
        end = len(self.tokens) if last is None else last + 1
        return any(token.year is not None for token in self.tokens[first:end])

    def clause(self, place: int) -> tuple[int, int]:
        """Give the tokens around one up to the next break on either side."""
        first = place
        while first > 0 and not self._breaks(first - 1):
            first -= 1
        last = place
        while last < len(self.words) - 1 and not self._breaks(last + 1):
            last += 1
        return first, last

    def _breaks(self, place: int) -> bool:
        return self.words[place] in _BREAKS or place == self._opened_part

    @cached_property
    def _opened_part(self) -> int:
        """Give the comma that ends an opening `While ...,`, or -1."""
        if self.words[:1] and self.words[0] in _SUBORDINATE:
            for place in range(1, len(self.words) - 1):
                plain = self.words[place] == "," and not self.depth(place)
                if plain and self._opens_anew(place + 1):
                    return place
        return -1

    def _opens_anew(self, place: int) -> bool:
        """Say whether a new part begins behind a comma: with a subject, and no number or year."""
        token = self.tokens[place]
        return token.kind == "word" and token.text not in _GOING_ON

    def window(self, number: Number) -> tuple[int, int]:
        """Give the tokens between the numbers before and after one."""
        depth = self.depth(number.core)
        beside = [other for other in self.numbers if depth or not self.depth(other.core)]
        ends = [other.last + 1 for other in beside if other.last < number.first]
        starts = [other.first - 1 for other in beside if other.first > number.last]
        return max(ends, default=0), min(starts, default=len(self.tokens) - 1)

    def depth(self, place: int) -> int:
        """Say how many brackets a token stands in."""
        before = self.words[:place]
        return before.count("(") - before.count(")")

    def following(self, number: Number) -> tuple[int, ...]:
        """Give the tokens after a number, a bracket right behind it passed over."""
        place = number.last + 1
        if self.words[place : place + 1] == ("(",):
            while place < len(self.words) and self.words[place] != ")":
                place += 1
            place += 1
        elif self.words[place : place + 1] == (")",):
            place += 1
        return tuple(range(place, len(self.words)))

    def restated(self, number: Number) -> Number:
        """Give the number that one alone in brackets says again: the 175 of `175 staff (6.9%)`.

        A number that restates none is given back.
        """
        first, last = self.clause(number.core)
        inside = [one for one in self.numbers if first <= one.core <= last]
        before = [one for one in self.numbers if one.last < first]
        dated = self.of("time", first, last) or self.is_dated(first, last)
        if not self.depth(number.core) or len(inside) != 1 or dated or not before:
            return number
        between = self.words[before[-1].last + 1 : first - 1]
        near = len(between) <= _BESIDE and not (_BREAKS | {","}) & set(between)
        return before[-1] if near and before[-1].unit != number.unit else number

    def respective(self, number: Number, kind: str) -> str | None:
        """Give what a number is of by its turn: `17% and 11% of BME and White staff respectively`.

        None where nothing is said to be respective, or turns and numbers are not as many.
        """
        if not self.has("respectively"):
            return None
        turns = runs_of([one for one in self.numbers if one.unit == number.unit], self.words)
        mine = next((run for run in turns if number in run), [])
        for run in runs_of(self.of(kind), self.words, _LISTING | _SET_BESIDE):
            if len(run) == len(mine) > 1 and len({mark.value for mark in run}) == len(run):
                return run[mine.index(number)].value
        return None

    def place(self, first: int, last: int) -> tuple[int, int]:
        """Give the place in the plain text of tokens."""
        return self.start + self.tokens[first].start, self.start + self.tokens[last].end


def runs_of(
    things: Sequence[_Placed], words: Sequence[str], listing: frozenset[str] = _LISTING
) -> list[list[_Placed]]:
    """Split what stands in a sentence where more than a listing comes between."""
    runs: list[list[_Placed]] = []
    for one in things:
        between = words[runs[-1][-1].last + 1 : one.first] if runs else ()
        if runs and set(between) <= listing:
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def read_sentence(text: str, start: int, matcher: Matcher) -> Sentence:
    """Recognise the words and numbers of a sentence."""
    tokens = tokenise(text)
    bands = band_marks(tokens)
    # `Doctors in training` is a grade and no training.
    graded = {place for band in bands for place in range(band.first, band.last + 1)}
    marks = [mark for mark in matcher.marks(tokens) if mark.first not in graded]
    marks = [mark for mark in marks if not _names_a_network(mark, tokens)]
    marks = [mark for mark in marks if not _asks_to_note(mark, tokens)]
    marks += bands
    marks = [mark for mark in marks if not _is_whole(mark, marks, tokens)]
    numbers = claiming(find_numbers(tokens, marks), tokens, marks)
    marks += comparisons_in(tokens, numbers, marks)
    marks += _referring(tokens, marks)
    marks += _last_one(tokens)
    marks += wholes_in(tokens, marks)
    marks.sort(key=lambda mark: (mark.first, mark.last))
    words = tuple(token.text for token in tokens)
    return Sentence(text, start, tuple(tokens), tuple(marks), tuple(numbers), words)


def _names_a_network(mark: Mark, tokens: Sequence[Token]) -> bool:
    """Tell the `BME` of a `BME staff network` from the staff that it is for."""
    behind = [token.text for token in tokens[mark.last + 1 : mark.last + 3]]
    return mark.kind == "group" and bool(
        _NETWORKS & set(behind[:1]) or (behind[:1] == ["staff"] and _NETWORKS & set(behind[1:]))
    )


def _asks_to_note(mark: Mark, tokens: Sequence[Token]) -> bool:
    """Tell `Members will note that ...`, which tells what is, from a plan."""
    behind = [token.text for token in tokens[mark.last + 1 : mark.last + 4]]
    told = bool(_NOTING & set(behind[:1])) or behind[:2] == ["be", "aware"]
    return mark.kind == "plan" and told


def _is_whole(mark: Mark, marks: Sequence[Mark], tokens: Sequence[Token]) -> bool:
    """Tell whom a share is out of, beside that of a part, from a group: `11.5% of all staff`."""
    if (mark.kind, mark.value) != ("group", "all"):
        return False
    led = [token.text for token in tokens[max(0, mark.first - 2) : mark.first]]
    placed = {one.kind for one in marks} & _PARTS
    grouped = any(one.kind == "group" and one.value != "all" for one in marks)
    staff = "staff" in (tokens[mark.last].text, tokens[mark.first].text)
    led_by = led[1:] == ["of"] and led[0] in {"%", "cent", "percent"}
    return staff and grouped and bool(placed) and led_by


def _referring(tokens: Sequence[Token], marks: Sequence[Mark]) -> list[Mark]:
    """Read `the former` and `the latter` as the two groups named before."""
    found = []
    for place, token in enumerate(tokens):
        groups = [mark.value for mark in marks if mark.kind == "group" and mark.last < place]
        if token.text in {"former", "latter"} and len(set(groups)) == 2:
            value = groups[0] if token.text == "former" else groups[-1]
            found.append(Mark("group", value, place, place))
    return found


def _last_one(tokens: Sequence[Token]) -> list[Mark]:
    """Read the last of `1.48 this year against 1.45 last` as the year before."""
    words = [token.text for token in tokens]
    ends = {len(words) - 1} | {at - 1 for at, word in enumerate(words) if word in _ENDING}
    return [
        Mark("time", "previous", place, place)
        for place, word in enumerate(words)
        if word == "last" and place in ends and "this" in words[:place]
    ]
