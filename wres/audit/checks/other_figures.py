"""Other figures of a report that bear out a number which was held to one of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from wres.audit.checks.ledger import figure_of
from wres.audit.checks.said import about, place_of, years_in
from wres.audit.claim import STAFF, SURVEY, Claim, alike_of
from wres.audit.printed import Printed, read_printed
from wres.claims.findings import Finding
from wres.claims.lexicon import Matcher
from wres.claims.parts import Parts
from wres.claims.reading import read_sentence
from wres.labels import round_half_up

__all__ = ["is_borne_out", "is_counted_for_its_share", "is_of_all", "is_of_members"]

_EARLIER: Final = re.compile(r"\bfrom\b[^.]*\bto\b|\byear before\b|\bprevious", re.IGNORECASE)
_COUNT: Final = re.compile(r"\d[\d,]*")
_LARGE: Final = 50
_PART: Final = re.compile(r"([\d,]*\d) (?:out )?of (?:the |our |all )?([\d,]*\d)")
# `33.1% of Bands 2 to 4 (371 of 1,120)`: those of the bands, of whom no table may tell.
_OF_BAND: Final = re.compile(
    r"\b(?:bands?|VSM|clinical|medical)\b[^();:%]*\([\d,]+ (?:out )?of (?P<whole>[\d,]+)\)",
    re.IGNORECASE,
)
_DOCTORS: Final = r"\b(?:consultants?|doctors?|dentists?|trainees?|grades?)\b"
_OF_DOCTORS: Final = re.compile(
    rf"{_DOCTORS}[^();:%]*\([\d,]+ (?:out )?of (?P<whole>[\d,]+)\)"
    rf"|(?<![\d,.])(?P<number>[\d,]+) (?:[\w-]+ ){{0,2}}?{_DOCTORS}",
    re.IGNORECASE,
)
_MEMBERS: Final = re.compile(r"\b(?:board|members|directors|voting)\b", re.IGNORECASE)
_OF_MEMBERS: Final = re.compile(
    r"\sof\s(?:the\s|our\s|all\s|its\s)*(?:(?:trust|voting|executive|non-executive)\s)*"
    r"(?:board|members|directors)\b",
    re.IGNORECASE,
)


def is_borne_out(
    printed: Printed, found: Finding, sentence: str, indicator: str, claims: Sequence[Claim]
) -> bool:
    """Say whether a number that contradicts one figure is another's, which its words may mean.

    Parameters
    ----------
    printed : Printed
        The number.
    found : Finding
    sentence : str
        That it stands in.
    indicator : str
        That of the sentence's section.
    claims : sequence of Claim
        The figures that the report prints.
    """
    return (
        _fits_section(printed, found, sentence, indicator, claims)
        or _fits_workforce(printed, found, sentence, claims)
        or (found.kind == "wrong year" and _fits_year(printed, found, sentence, claims))
        or (_EARLIER.search(sentence) is not None and _is_previous(printed, found, claims))
        or _is_count_of_another(printed, found, claims)
        or (printed.signed and _is_change(printed, found, claims))
        # Points printed as % are the change already.
        or (found.kind != "wrong unit" and _is_change_unrounded(printed, found, claims))
    )


def is_of_all(found: Finding, sentence: str, claims: Sequence[Claim]) -> bool:
    """Say whether a share was held to a band's but tells of all: `against 11.5% overall`."""
    printed = read_printed(found.words)
    if printed is None or printed.unit != "%" or about(found) != "1":
        return False
    if not _says_overall(found, sentence):
        return False
    shares = [one for one in _figures(claims, "workforce") if one[0].measure == "share"]
    return any(
        one.indicator == "workforce" and printed.span.meets(figure.span) for one, figure in shares
    )


def _says_overall(found: Finding, sentence: str) -> bool:
    read = read_sentence(sentence, 0, Matcher())
    place = place_of(found, sentence)
    meant = (one for one in read.numbers if read.place(one.core, one.core)[0] >= place >= 0)
    number = next(meant, None)
    return number is not None and Parts(read).is_of_everyone(number)


def _figures(claims: Sequence[Claim], indicator: str) -> list[tuple[Claim, Printed]]:
    pairs = [(claim, figure_of(claim)) for claim in claims if claim.origin != "sentence"]
    alike = alike_of(indicator)
    return [(c, figure) for c, figure in pairs if figure is not None and c.indicator in alike]


def _fits_section(
    printed: Printed, found: Finding, sentence: str, indicator: str, claims: Sequence[Claim]
) -> bool:
    """Say whether the number is one of the section's own indicator, and was read as another's."""
    if not indicator or indicator == about(found):
        return False
    if {indicator, about(found)} <= STAFF and not _says_overall(found, sentence):
        return False  # a band's section is the workforce's, and words have told which is meant
    if about(found) == "workforce" and _says_overall(found, sentence):
        return False  # of all staff by its own words, and of no band
    figures = _figures(claims, indicator)
    return any(
        printed.span.meets(figure.span) or printed.span.meets(figure.mirrored().span)
        for _, figure in figures
    ) or _is_change_of(printed, figures)


def _fits_workforce(
    printed: Printed, found: Finding, sentence: str, claims: Sequence[Claim]
) -> bool:
    """Say whether a share held to the board's is the workforce's: `11.5%, above the board's`."""
    if not (found.row or "").startswith("9 share") or printed.unit != "%":
        return False
    before = sentence[: max(place_of(found, sentence), 0)]
    if _MEMBERS.search(before) or is_of_members(sentence, found.words):
        return False
    group = (found.row or "").rpartition(" ")[2]
    return any(
        claim.indicator == "workforce" and claim.group == group and claim.measure == "share"
        and printed.span.meets(figure.span)
        for claim, figure in _figures(claims, "workforce")
    )  # fmt: skip


def is_of_members(sentence: str, words: str) -> bool:
    """Say whether a figure is of the board by the words right behind it.

    Examples
    --------
    >>> is_of_members("Of staff 11.5% are BME, and 8.3% of the Board.", "8.3%")
    True
    """
    place = sentence.find(" ".join(words.split()))
    return place >= 0 and _OF_MEMBERS.match(sentence[place + len(words) :]) is not None


def _fits_year(printed: Printed, found: Finding, sentence: str, claims: Sequence[Claim]) -> bool:
    """Say whether the number is right in a year that the sentence names, by either count."""
    number = about(found)
    named = years_in(sentence)
    if number in SURVEY:
        named |= {year + 1 for year in named}
    return any(
        claim.year in named and printed.span.meets(figure.span)
        for claim, figure in _figures(claims, number)
    )


def _is_previous(printed: Printed, found: Finding, claims: Sequence[Claim]) -> bool:
    """Say whether a number is the figure of the year before, of which the sentence speaks."""
    earlier = [claim.printed("previous") for claim, _ in _figures(claims, about(found))]
    return any(one is not None and one.span.meets(printed.span) for one in earlier)


def _is_change(printed: Printed, found: Finding, claims: Sequence[Claim]) -> bool:
    """Say whether a number with a sign is the change of a figure of the same indicator."""
    return _is_change_of(printed, _figures(claims, about(found)))


def _is_change_unrounded(printed: Printed, found: Finding, claims: Sequence[Claim]) -> bool:
    """Say whether a change is what two figures make before they are rounded.

    From −10.9 to −3.1 it may be 7.7. Where tables print counts, these say what it is, or the two
    figures as printed.
    """
    fact, figures = found.fact, _figures(claims, about(found))
    if fact is None or fact.role != "change" or fact.unit == "headcount":
        return False  # people are not rounded
    if any(claim.numerator is not None for claim, _ in figures):
        group = (found.row or "").rpartition(" ")[2]
        return any(
            abs(figure.value - before.value) == abs(printed.value)
            for claim, figure in figures
            if claim.group == group and (before := claim.printed("previous")) is not None
        )
    change = Fraction(round_half_up(abs(fact.value), printed.decimals))
    return abs(abs(printed.value) - change) <= 2 * printed.half


def _is_change_of(printed: Printed, figures: Sequence[tuple[Claim, Printed]]) -> bool:
    for claim, figure in figures:
        before = claim.printed("previous")
        change = figure.span - before.span if before is not None else None
        if change is not None and (printed.fits(change) or printed.fits(change.mirrored())):
            return True
    return False


def _is_count_of_another(printed: Printed, found: Finding, claims: Sequence[Claim]) -> bool:
    """Say whether a number of people is that of another group or year of the same table."""
    of_board = about(found) == "9"
    if printed.unit or printed.decimals or (printed.value < _LARGE and not of_board):
        return False
    return any(
        figure.value == printed.value
        for claim, figure in _figures(claims, about(found))
        if claim.measure == "headcount"
    )


def is_counted_for_its_share(found: Finding, sentence: str, claims: Sequence[Claim]) -> bool:
    """Say whether `210 of 840` are the counts of a share: that is held to them, and to tables.

    The 840 too, alone.
    """
    match = _PART.match(found.words)
    if match is not None:
        counts = tuple(int(count.replace(",", "")) for count in match.groups())
        return any((one.numerator, one.denominator) == counts for one in claims)
    if not _COUNT.fullmatch(found.words):
        return False
    if any(one["whole"] == found.words for one in _OF_BAND.finditer(sentence)):
        return True
    told = (one["whole"] or one["number"] for one in _OF_DOCTORS.finditer(sentence))
    if about(found) != "1" and found.words in told:
        return True
    whole = int(found.words.replace(",", ""))
    return any(
        one.numerator is not None and one.denominator == whole
        for one in claims
        if one.origin == "sentence" and sentence in " ".join(one.text.split())
    )
