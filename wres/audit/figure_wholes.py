"""Whose a figure of a sentence is, and whether it is of the board or of the whole workforce."""

from __future__ import annotations

import re
from typing import Final

from wres.audit.claim import ALL
from wres.audit.elsewhere import is_nobodys, is_of_a_part, is_of_another_place
from wres.audit.words import first_of
from wres.claims.figures import Claim as Figure
from wres.claims.parts import Parts
from wres.claims.reading import Sentence

__all__ = ["is_elsewhere", "is_of_board", "is_of_workforce", "whose_of"]

_COMPARES: Final = re.compile(
    r"\b(?:we|our|us|ours|the trust|this trust|here|compar\w+|against|above|below|than|higher|lower"
    r"|better|worse|beside|in line|similar to|same as|while|whereas|but)\b|;",
    re.IGNORECASE,
)
_MEMBERS: Final = re.compile(r"\b(?:board|members|directors)\b", re.IGNORECASE)
# `11.5% of the workforce and 8.3% of the Board`
_OF_BOARD: Final = re.compile(
    r"[\d.,%)\s]*of (?:the |our |all |its )*(?:trust |voting )*(?:board|members|directors)\b",
    re.IGNORECASE,
)
_STAFF: Final = re.compile(r"\b(?:workforce|staff|employees|colleagues|people)\b", re.IGNORECASE)
_OF_STAFF: Final = re.compile(
    r"[\d.,%)\s]*(?:of|in|for|across|from) (?:the |our |all )?(?:\w+ )?(?:workforce|staff)\b",
    re.IGNORECASE,
)
_IN_STAFF: Final = re.compile(
    r"\b(?:workforce|staff overall|all staff)(?: \(| of | is | was | at |, )$", re.IGNORECASE
)
_OF_ALL: Final = re.compile(
    r"[\d.,%)\s]*of (?:the |our |all )*(?:NHS )?(?:staff|workforce)\b(?! survey)", re.IGNORECASE
)
# Where what is said of a part ends: `9.8% of band 8a but 29.2% of the workforce`.
_APART: Final = re.compile(r"\b(?:but|although|though|while|whilst|whereas|yet)\b|;", re.IGNORECASE)
# `29.2% of the workforce is BME`, `29.2% of the workforce, but ...`, and of no part behind it.
_OF_WORKFORCE: Final = re.compile(
    r"[\d.,%)\s]*of (?:the |our )(?:whole |total )?workforce(?: (?:is|are|was|were)\b|[,;:.)]|$)",
    re.IGNORECASE,
)


def is_elsewhere(figure: Figure, sentence: Sentence, breakdown: str) -> bool:
    """Say whether a figure is nobody's, another place's, or of staff that have no name here."""
    if whose_of(figure, sentence) is None:
        return True
    start = sentence.tokens[figure.number.first].start
    end = sentence.tokens[figure.number.last].end
    if is_nobodys(sentence.text, start, end):
        return True
    if figure.query.whose.one == "" and is_of_another_place(sentence.text, start, end):
        return True
    return breakdown == ALL and is_of_a_part(sentence.text, start, end)


def is_of_board(figure: Figure, sentence: Sentence) -> bool:
    """Say whether a share is of members told before it, whatever it is set against behind it.

    `One of 12 members is BME (8.3%), below the workforce`.
    """
    start, end = (sentence.tokens[one].start for one in (figure.number.first, figure.number.last))
    before, after = sentence.text[:start], sentence.text[end:]
    if _OF_BOARD.match(after):
        return True
    return bool(
        _MEMBERS.search(before)
        and not _STAFF.search(before)
        and not _COMPARES.search(before)
        and not _OF_STAFF.match(after)
    )


def is_of_workforce(figure: Figure, sentence: Sentence) -> bool:
    """Say whether a share is of the workforce by the words right beside it.

    `Than in the workforce (6.1%)`, `22.4% of NHS staff`, whatever else the sentence is about.
    """
    start, end = (sentence.tokens[one].start for one in (figure.number.first, figure.number.last))
    before, after = sentence.text[:start], sentence.text[end:]
    home = figure.query.indicators.fixed or frozenset()
    # `9.4% of band 5, below the overall share of 11.5%`
    overall = Parts(sentence).is_of_everyone(figure.number)
    if figure.query.unit == "%" and home & {"1", "workforce"} and overall:
        return True
    told = (*sentence.of("band"), *sentence.of("staff_group"))
    led = any(
        mark.last < figure.number.first
        and not _APART.search(before[sentence.tokens[mark.last].end :])
        for mark in told
    )
    whole = bool(_OF_WORKFORCE.match(after)) and not led
    if figure.query.unit == "%" and home & {"1", "workforce"} and whole:
        return True
    if figure.query.unit != "%" or not home & {"9", "workforce"}:
        return False
    # `3.6% of staff in Bands 8a to VSM`: of the staff of a part.
    in_part = bool(figure.query.bands.one or figure.query.staff_groups.one)
    return bool(_IN_STAFF.search(before) or (_OF_ALL.match(after) and not in_part))


def whose_of(figure: Figure, sentence: Sentence) -> str | None:
    """Say whose a figure is: blank for the trust's own, None where words leave it open.

    A comparator named before it, in a sentence that neither compares nor names the trust, owns it.
    """
    whose = figure.query.whose
    others = (whose.open or frozenset()) - {""}
    before = sentence.text[: sentence.tokens[figure.number.first].start]
    after = re.split(r"[,;.]\s", sentence.text[len(before) :], maxsplit=1)[0]
    apart = not _COMPARES.search(before) and not _COMPARES.search(after)
    named = bool(sentence.of("comparator", 0, figure.number.first - 1))
    if len(others) == 1 and (named or first_of("comparator", before)) and apart:
        return next(iter(others))
    return whose.one
