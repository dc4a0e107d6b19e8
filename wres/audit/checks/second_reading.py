"""A second reading before a sentence is called wrong: its words may mean another figure.

`wres.claims` reads the sentences of our own reports, whose chapters say what they are about. A
published report is laid out in any way, so a number that another figure of the report bears out
is left alone where the words don't rule that figure out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from wres.audit.checks.away import is_away_from_named
from wres.audit.checks.other_figures import is_borne_out, is_counted_for_its_share, is_of_all
from wres.audit.checks.other_words import is_of_others, means_another
from wres.audit.claim import Claim
from wres.audit.printed import read_printed
from wres.audit.words import first_of
from wres.claims.findings import Finding

__all__ = ["is_doubtful"]

_ROUNDING: Final = re.compile(r"\bround(?:ed|ing|s)\b|\bdecimal place", re.IGNORECASE)
_SIGNIFICANT: Final = re.compile(r"\bsignifican", re.IGNORECASE)
_UNCLEAR: Final = re.compile(r"no clear (?:difference|change)")
# What is no clear change is a matter of chance, and not of the sign.
_CLEAR: Final = re.compile(r"\bno clear (?:change|difference)\b", re.IGNORECASE)
_MADE_UP: Final = re.compile(r"\bmade up by\b", re.IGNORECASE)


def is_doubtful(found: Finding, sentence: str, indicator: str, claims: Sequence[Claim]) -> bool:
    """Say whether a finding about a sentence is better left unsaid.

    Parameters
    ----------
    found : Finding
    sentence : str
        That it stands in.
    indicator : str
        That of the sentence's section.
    claims : sequence of Claim
        The figures that the report prints.
    """
    if any(
        (
            _ROUNDING.search(sentence),
            _MADE_UP.search(sentence),
            _CLEAR.search(found.words),
            means_another(found, sentence),
            is_of_all(found, sentence, claims),
            is_away_from_named(found, sentence),
            found.contradicts and is_counted_for_its_share(found, sentence, claims),
        )
    ):
        return True
    if found.kind == "too few":
        # A ratio may be told as it is; that it is clear may not.
        return bool(_UNCLEAR.search(found.message)) and not _SIGNIFICANT.search(sentence)
    if found.kind == "wrong comparator" and first_of("comparator", sentence):
        return True
    if is_of_others(found, sentence):
        return True
    printed = read_printed(found.words)
    if printed is None or not found.contradicts:
        return False
    return is_borne_out(printed, found, sentence, indicator, claims)
