"""Numbers of staff in post that a sentence tells of one year, against the table of that year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from wres.audit.candidates import Passage
from wres.audit.checks.ledger import Ledger
from wres.audit.claim import ALL, Spot
from wres.audit.findings import CONTRADICTION, AuditFinding
from wres.audit.words import is_any, matches

__all__ = ["check_headcounts"]

_N: Final = r"(?<![\d.,])(?P<number>\d{1,3}(?:,\d{3})+|\d+)(?![\d.,]*[\d%])"
_STAFF: Final = r"(?:members of )?(?:staff|people|employees|colleagues)\b"
# `the Trust employed 2,534 people`, `our workforce was 2,480`
_OF_ALL: Final = re.compile(
    r"\b(?:(?:the |this |our )?trust|we|organisation) (?:had|has|employed|employs) "
    rf"(?:a total of )?{_N} {_STAFF}(?! (?:from|of|who|whose|in (?!post|20|total|march|all)))",
    re.IGNORECASE,
)
_WHOLE: Final = re.compile(
    rf"\b(?:our|the|total|a) (?:workforce|headcount) (?:was|is|stood at|of) {_N}", re.IGNORECASE
)
# `There were 2,084 White staff in post`
_OF_GROUP: Final = re.compile(
    rf"\b(?:there (?:were|are)|we (?:had|have|employed|employ)|trust (?:had|has|employed|employs)) "
    rf"{_N} (?P<group>white|BA?ME) {_STAFF}(?! (?:in (?!post|20|total|march|the workforce|our work)"
    r"|from|who|whose|among|at (?!31|the end)))",
    re.IGNORECASE,
)
_PART: Final = re.compile(
    r"\b(?:bands?|AfC|VSM|clinical|board|medical|grades?|appointed|shortlisted|applied|applicants"
    r"|entered|disciplin\w+|training|survey\w*|respond\w+|more|fewer|over|about|nearly|almost"
    r"|around|some|at least|target|by 20\d\d)\b",
    re.IGNORECASE,
)
_SNAPSHOT: Final = re.compile(
    r"\b(?:at|on|of) (?:the )?(?:end of |31(?:st)? )March\b", re.IGNORECASE
)
_YEARS: Final = re.compile(r"\b(20[0-3]\d)(?:\s?[/–-]\s?((?:20)?\d\d)\b)?")


def check_headcounts(passages: Sequence[Passage], ledger: Ledger) -> Iterator[AuditFinding]:
    """Hold numbers of staff of a named year to the workforce of that year.

    Parameters
    ----------
    passages : sequence of Passage
    ledger : Ledger
        Of the report's tables.
    """
    for passage in passages:
        for spot, text in passage.sentences():
            year = _year_of(text)
            if year is None or _PART.search(text) or is_any("others", text):
                continue
            for match in (
                one for pattern in (_OF_ALL, _WHOLE, _OF_GROUP) for one in pattern.finditer(text)
            ):
                yield from _held(match, year, ledger, spot, text)


def _year_of(text: str) -> int | None:
    """Give the one year that a sentence names; None where it names none, or several."""
    named = {int(one[1]) + (1 if one[2] else 0) for one in _YEARS.finditer(text)}
    return named.pop() if len(named) == 1 and not is_any("earlier", text) else None


def _held(
    match: re.Match[str], year: int, ledger: Ledger, spot: Spot, text: str
) -> Iterator[AuditFinding]:
    named = match.groupdict().get("group")
    group = matches("group", named)[0][1] if named else "all"
    told = int(match["number"].replace(",", ""))
    right = ledger.count("workforce", ALL, group, year)
    if right is None or right == told:
        return
    years = {claim.year or ledger.year for claim in ledger.claims}
    other = next(
        (one for one in sorted(years - {None, year}, key=str)
         if ledger.count("workforce", ALL, group, one) == told),
        None,
    )  # fmt: skip
    if other is None and not _SNAPSHOT.search(text):
        return  # over a year more people are employed than at its end
    who = "staff" if group == "all" else f"{group} staff"
    message = f"The report prints {right:,} as the number of {who} in {year}."
    if other is not None:
        message = f"{told:,} is the number of {who} in {other}; in {year} it was {right:,}."
    place = spot.within(*match.span("number"))
    mistake = "text against table" if other is None else "wrong year"
    yield AuditFinding(
        CONTRADICTION, mistake, place, message, published=match["number"], recomputed=f"{right:,}",
        text=text, confirmed=False,
    )  # fmt: skip
