"""Whether words without a topic of their own are of the staff: their share, number or place."""

from __future__ import annotations

from dataclasses import dataclass

from wres.claims.bases import MAKING
from wres.claims.reading import Sentence

__all__ = ["StaffTold"]

_WORKFORCE = frozenset({"share", "representation", "proportion"})
_BEING = frozenset(
    ["are", "is", "were", "was", "work", "works", "worked", "hold", "held", "sit", "employed"]
)
_STAFF = frozenset({"staff", "colleagues", "employees", "workforce"})
_WHOSE = frozenset({"of", "our", "all", "the", "its", "trust's", "these"})
_ARE = (("are",), ("is",), ("were",), ("was",))
_A = frozenset({"from", "a", "an", "of"})
# Tokens from `the number of` to the staff that it counts.
_STEP = 5


@dataclass(frozen=True)
class StaffTold:
    """What one sentence tells of staff."""

    sentence: Sentence

    def speaks_of_shares(self) -> bool:
        """Say whether a sentence speaks of a group's share without saying of what."""
        return bool(_WORKFORCE & set(self.sentence.words)) and self.sentence.has("group")

    def tells_who_is_where(self) -> bool:
        """Say whether a group's place among staff is told: `25.9% of clinical staff are BME`."""
        parts = [*self.sentence.of("staff_group"), *self.sentence.of("band")]
        if not parts or not self.sentence.has("group"):
            return False
        words = self.sentence.words
        making = [at for at, word in enumerate(words) if word in MAKING]
        # `BME staff in band 2 make up 4% of clinical staff` is no share of a band.
        made = bool(making) and min(mark.first for mark in parts) > making[0]
        # `Consultants make up 8.5% of BME clinical staff` is one of the group.
        made = made or (bool(making) and bool(self.sentence.of("group", making[0])))
        return made or bool(_BEING & set(words))

    def tells_who_they_are(self) -> bool:
        """Say whether a number is of staff who are a group: `one in nine of our staff is BME`."""
        words, groups = self.sentence.words, {mark.first for mark in self.sentence.of("group")}
        for number in self.sentence.numbers:
            place = next(
                (at for at in self.sentence.following(number) if words[at] not in _WHOSE),
                len(words),
            )
            place += words[place : place + 2] == ("members", "of")
            being = place + 1 + 3 * (words[place + 1 : place + 4] == ("of", "the", "trust"))
            behind = next((at for at in range(being + 1, len(words)) if words[at] not in _A), 0)
            staff = place < len(words) and words[place] in _STAFF
            if staff and words[being : being + 1] in _ARE and behind in groups:
                return True
        return False

    def counts_beside_before(self) -> bool:
        """Say whether a group's staff are counted beside before: `fewer BME staff than in 2019`."""
        sides = [one for one in self.sentence.of("side") if self.sentence.words[one.last] == "than"]
        return any(
            self.sentence.words[one.first] in {"more", "fewer"}
            and self.sentence.of("group", one.first, one.last)
            and set(self.sentence.words[one.first : one.last]) & _STAFF
            and any(time.first <= one.last + 1 <= time.last for time in self.sentence.of("time"))
            for one in sides
        )

    def tells_how_many_moved(self) -> bool:
        """Say whether it is the number of staff that moved: `the number of BME staff rose by 9`."""
        words, moves = self.sentence.words, self.sentence.of("move")
        people = [one.last for one in self.sentence.of("people") if words[one.last] in _STAFF]
        return any(
            {"number", "numbers"} & set(words[max(0, place - _STEP) : place])
            and any(place < mark.first <= place + 2 for mark in moves)
            for place in people
        )
