"""An earlier figure that a difference lies over: `1.4 points more than last year`."""

from __future__ import annotations

from wres.claims.answers import RATIOS, SURVEY
from wres.claims.asking import Asker
from wres.claims.times import Times

__all__ = ["earlier_years"]

_EARLIER = frozenset({"previous", "change"})
# Words from a comparison to the time that it is with.
_NEAR = 5
_NAMING = ("group", "comparator", "topic")


def earlier_years(asker: Asker) -> frozenset[int] | None:
    """Give the reporting years of the own figure that a number is told to lie over or under.

    Parameters
    ----------
    asker : Asker
        The number and its sentence.

    Returns
    -------
    frozenset of int or None
        None where what it lies over is no earlier figure of the trust.
    """
    sentence, start = asker.sentence, asker.number.last + 1
    words, clause = sentence.words, sentence.clause(start)
    sides = [one for one in sentence.of("side", start, clause[1]) if one.first == start]
    than = next((at for at in (start, start + 1) if words[at : at + 1] == ("than",)), None)
    if not sides and (than is None or words[start] in {"likely", "than"}):
        return None
    end = sides[0].last if sides else than or start
    times = [one for one in sentence.of("time", start, clause[1]) if one.last > end]
    dates = [at for at in range(end + 1, clause[1] + 1) if sentence.tokens[at].year]
    firsts = [*(one.first for one in times if one.value in _EARLIER), *dates]
    near = [at for at in firsts if at <= end + _NEAR]
    if not near or any(sentence.of(kind, end + 1, min(near)) for kind in _NAMING):
        return None
    survey = asker.kind.may_be(SURVEY) and not asker.kind.may_be(RATIOS)
    read = Times(sentence, asker.scope.year).year_at(min(near), survey) if dates else None
    return (read or frozenset({asker.scope.year - 1})) - {asker.scope.year}
