"""A second reading before a sentence is called wrong: its words may mean another figure.

`wres.claims` reads the sentences of our own reports, whose chapters say what they are about. A
published report is laid out in any way, so a number that another figure of the report bears out
is left alone where the words don't rule that figure out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from wres.audit.checks.ledger import figure_of
from wres.audit.claim import SURVEY, Claim
from wres.audit.elsewhere import is_of_a_part, is_of_another_place
from wres.audit.printed import Printed, read_printed
from wres.audit.sentences import FROM, INTERVAL
from wres.audit.words import first_of, is_any, matches
from wres.claims.findings import Finding
from wres.claims.lexicon import Matcher
from wres.claims.parts import Parts
from wres.claims.reading import read_sentence

__all__ = ["is_doubtful", "is_of_members", "is_unheld"]

_ROUNDING: Final = re.compile(r"\bround(?:ed|ing|s)\b|\bdecimal place", re.IGNORECASE)
_OWN: Final = re.compile(r"\b(?:we|our|us|ours|the trust|here|this trust)\b|[;]", re.IGNORECASE)
_SIGNIFICANT: Final = re.compile(r"\bsignifican", re.IGNORECASE)
_UNCLEAR: Final = re.compile(r"no clear (?:difference|change)")
_YEAR: Final = re.compile(r"\b20\d\d\b")
_YEARS_NAMED: Final = re.compile(r"\b(20[0-3]\d)(?:\s?[/–-]\s?((?:20)?\d\d)\b)?")
_UP_FROM: Final = re.compile(
    r"[^.;\d]{0,60}\b(?:up|down|rise|fall|increase\w*|decrease\w*|risen|fallen) from "
    r"(?=\d[\d.]*\s?%)",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")
_LIMIT: Final = re.compile(
    r"\b(?:above|below|over|under|than|of|at) (?:1|one|0|zero|1\.0+)\b"
    r"|\b[01](?:\.0+)? (?:is|means|would)\b",
    re.IGNORECASE,
)
_RANGE: Final = re.compile(r"\b0\.80?\s*(?:to|and|[-–])\s*1\.25\b")
_EXAMPLES: Final = frozenset({"0", "1", "1.0", "1.00", "0.8", "0.80", "1.25"})
_THINGS: Final = re.compile(
    r"\s(?:of the \w+ |\w+ )?(?:measures?|indicators?|metrics?|standards?|actions?|areas?|reports?"
    r"|trusts?|questions?|years?|months?|weeks?|days?|sites?)\b",
    re.IGNORECASE,
)
_NOT_ONE: Final = re.compile(r"\bnot (?:a single|one)\b|\bno single\b", re.IGNORECASE)
_NOBODY: Final = re.compile(r"\bnot one\b", re.IGNORECASE)
_ONE_PERSON: Final = re.compile(
    r"\b(?:one|each|a single) (?:seat|member|person|answer|case|appointment)\b", re.IGNORECASE
)
# What is no clear change is a matter of chance, and not of the sign.
_CLEAR: Final = re.compile(r"\bno clear (?:change|difference)\b", re.IGNORECASE)
_MADE_UP: Final = re.compile(r"\bmade up by\b", re.IGNORECASE)
_EARLIER: Final = re.compile(r"\bfrom\b[^.]*\bto\b|\byear before\b|\bprevious", re.IGNORECASE)
_COUNT: Final = re.compile(r"\d[\d,]*")
_CLAUSES: Final = re.compile(r"[,;:(]|\b(?:and|but|while|whilst|whereas)\b", re.IGNORECASE)
_MOVED: Final = re.compile(
    r"\b(?:rose|ris\w+|f[ae]ll\w*|gr[eo]w\w*|increas\w+|decreas\w+|reduc\w+|dropp?\w*|declin\w+"
    r"|improv\w+|worsen\w*|deteriorat\w+)\b",
    re.IGNORECASE,
)
_LARGE: Final = 50
_STAFF: Final = frozenset({"1", "workforce"})
_PART: Final = re.compile(r"([\d,]*\d) (?:out )?of (?:the |our |all )?([\d,]*\d)")
# `33.1% of Bands 2 to 4 (371 of 1,120)`: those of the bands, of whom no table may tell.
_OF_BAND: Final = re.compile(
    r"\b(?:bands?|VSM|clinical|medical)\b[^();:%]*\([\d,]+ (?:out )?of (?P<whole>[\d,]+)\)",
    re.IGNORECASE,
)
# `half of our trainee doctors (17 of 34)`, `17 of our 34 trainee doctors`: no number of all staff.
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
_PAGE: Final = re.compile(r"\bpage \d+ of \d+", re.IGNORECASE)
# Of an interval.
_LEVEL: Final = "95%"
_OF_TWO: Final = frozenset({"relative_likelihood", "gap", "difference"})
# Characters in which the group of a number follows it: `42% of the BME respondents`.
_AFTER: Final = 40
_FOR: Final = re.compile(r"\s(?:\w+\s)?(?:for|among|of|by)\s((?:\w+\s){0,3}\w+)")
# Denied by the sentence itself, not by a table.
_OWN_FIGURES: Final = re.compile(r"the sentence's own|the two figures", re.IGNORECASE)
# Worked out from two figures that the sentence tells.
_MADE: Final = re.compile(r"the change of", re.IGNORECASE)
_CHANGED_BY: Final = re.compile(
    r"the change of .* (?:to|since) \S+ is [-−+]?(\d+(?:\.\d+)?)(?: |\.?$)", re.IGNORECASE
)
# A base that the tables' own counts make.
_OF_KNOWN: Final = re.compile(r"\bknown ethnicity\b|\bethnicity is known\b", re.IGNORECASE)
_GAP: Final = re.compile(r"\bgap\b|\bdifference between\b", re.IGNORECASE)
# How far a group's percentage is from a comparator's, of which a gap between groups says nothing.
_BOTH: Final = frozenset({"White", "BME"})
_SIZES: Final = re.compile(r"how far the (?:percentage|share) of", re.IGNORECASE)


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
            _defines(sentence),
            _is_of_the_other_group(found, sentence),
            _is_of_the_group_before(found, sentence),
            _is_the_range(found, sentence),
            _has_years_between(found, sentence),
            _names_things(found, sentence),
            _is_of_a_gap(found, sentence),
            _is_of_all(found, sentence, claims),
            found.contradicts and _is_counted_for_its_share(found, sentence, claims),
        )
    ):
        return True
    if found.kind == "too few":
        # A ratio may be told as it is; that it is clear may not.
        return bool(_UNCLEAR.search(found.message)) and not _SIGNIFICANT.search(sentence)
    if found.kind == "wrong comparator" and first_of("comparator", sentence):
        return True
    if _is_of_others(found, sentence):
        return True
    printed = read_printed(found.words)
    if printed is None or not found.contradicts:
        return False
    return (
        _fits_section(printed, found, sentence, indicator, claims)
        or _fits_workforce(printed, found, sentence, claims)
        or (found.kind == "wrong year" and _fits_year(printed, found, sentence, claims))
        or (_EARLIER.search(sentence) is not None and _is_previous(printed, found, claims))
        or _is_count_of_another(printed, found, claims)
        or (printed.signed and _is_change(printed, found, claims))
        or _is_change_unrounded(printed, found, claims)
    )


def is_of_members(sentence: str, words: str) -> bool:
    """Say whether a figure is of the board by the words right behind it.

    Examples
    --------
    >>> is_of_members("Of staff 11.5% are BME, and 8.3% of the Board.", "8.3%")
    True
    """
    place = sentence.find(" ".join(words.split()))
    return place >= 0 and _OF_MEMBERS.match(sentence[place + len(words) :]) is not None


def is_unheld(found: Finding, sentence: str, claims: Sequence[Claim], year: int) -> bool:
    """Say whether a sentence tells of people or of a time of which no table of the report does.

    Its figures may be right, then, however unlike those of the tables they are.

    Parameters
    ----------
    found : Finding
    sentence : str
    claims : sequence of Claim
        The figures that the report prints.
    year : int
        The report's own.
    """
    if _OWN_FIGURES.match(found.message):
        return False
    # A share of those known is held to the counts; what is said to move beside it is not.
    share = _NUMBER.search(found.words) is not None
    others = is_any("others", _OF_KNOWN.sub("", sentence) if share else sentence)
    if others or _is_elsewhere(found, sentence) or _is_parity_of_another(found, sentence, year):
        return True
    if not found.row:
        return False
    number, measure = [*found.row.split(" "), ""][:2]
    tellers = [one for one in claims if (one.indicator, one.measure) == (number, measure)]
    if measure == "comparison":
        tellers = [one for one in claims if one.indicator == number and one.comparator_value]
    # A number would be held to itself; a word is held to the numbers beside it.
    if _NUMBER.search(found.words):
        own = [one for one in tellers if one.numerator is None and _same(one.text, sentence)]
        if tellers and len(own) == len(tellers):
            by_tables = _is_between_groups(found, sentence) and _tables_make_it(found, claims, year)
            made = by_tables or _is_made_here(found, sentence, claims)
            return not (_MADE.match(found.message) or made)
        tellers = [one for one in tellers if one.origin != "sentence"] or tellers
    if _of_years_unprinted(sentence, tellers, found.row.rpartition(" ")[2], year):
        return True
    told_before = _is_told_before(found, sentence)
    group = found.row.rpartition(" ")[2]
    # A percentage is of one group, and says nothing of the other's year before.
    tellers = [
        one
        for one in tellers
        if group in {*(one.groups if one.measure in _OF_TWO else (one.group,)), "", "all"}
    ]
    earlier = len({one.year for one in tellers}) > 1 or any(one.previous for one in tellers)
    return bool(told_before) and not earlier


def _is_parity_of_another(found: Finding, sentence: str, year: int) -> bool:
    """Say whether parity is told of another year than the report's: `at parity in 2019`."""
    named = {int(one) for one in _YEAR.findall(sentence)}
    return "parity" in found.words.lower() and bool(named) and year not in named


def _is_told_before(found: Finding, sentence: str) -> bool:
    """Say whether words put a figure before the report's year; those of a later one don't.

    `8.4%, up from 7.1% last year`.
    """
    place = max(sentence.find(" ".join(found.words.split())), 0)
    after = _UP_FROM.match(sentence[place + len(found.words) :])
    if after is not None and not matches("group", after[0]) and "%" in found.words:
        sentence = sentence[: place + len(found.words)]
    return is_any("earlier", sentence) or FROM.search(sentence[:place]) is not None


def _is_elsewhere(found: Finding, sentence: str) -> bool:
    """Say whether a number is another place's, or one of a part of the staff held to all."""
    words = " ".join(found.words.split())
    start = sentence.find(words)
    if start < 0 or not _NUMBER.search(words):
        return False
    place = (start, start + len(words))
    of_all = _about(found) == "workforce"
    return is_of_another_place(sentence, *place) or (of_all and is_of_a_part(sentence, *place))


def _of_years_unprinted(sentence: str, tellers: Sequence[Claim], group: str, year: int) -> bool:
    """Say whether a sentence names a year of which nothing tells the figure."""
    printed: set[int] = set()
    for one in tellers:
        if group in {*one.groups, ""}:
            of = one.year or year
            printed |= {of, one.previous_year or (of - 1 if one.previous else of)}
            # A survey's year may be named by its autumn.
            printed |= {of - 1} if one.indicator in SURVEY else set()
    named = {int(match[1]) + (1 if match[2] else 0) for match in _YEARS_NAMED.finditer(sentence)}
    return bool(named - printed - {year})


def _is_made_here(found: Finding, sentence: str, claims: Sequence[Claim]) -> bool:
    """Say whether a gap's percentages are told beside it: `28.9%, 7.2 points more than White`."""
    number, measure = (found.row or " ").split(" ")[:2]
    told = {
        one.group
        for one in claims
        if (one.indicator, one.measure) == (number, "percentage") and _same(one.text, sentence)
    }
    _, _, after = sentence.partition(found.words)
    named = matches("group", after[:_AFTER])
    return measure == "gap" and bool(named) and {"White", "BME"} <= told


def _is_between_groups(found: Finding, sentence: str) -> bool:
    """Say whether words make a number one of points between the two groups, and no trust's."""
    before, _, after = sentence.partition(found.words)
    gap = _GAP.search(before) is not None and not first_of("comparator", sentence)
    return gap or bool(matches("group", after[:_AFTER]))


def _tables_make_it(found: Finding, claims: Sequence[Claim], year: int) -> bool:
    """Say whether tables print both percentages of the gap that a number was held to."""
    row = (found.row or "").split(" ")
    autumn = next((part for part in row if part.startswith("survey_year=")), "")
    of = int(autumn.partition("=")[2]) + 1 if autumn else year
    printed = {
        one.group
        for one in claims
        if one.origin not in {"", "sentence"}
        and (one.indicator, one.measure) == (row[0], "percentage")
        and (one.year or year) == of
    }
    return row[1:2] == ["gap"] and {"White", "BME"} <= printed


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()) == " ".join(other.split())


def _defines(sentence: str) -> bool:
    """Say whether a sentence tells how to read a figure: `1 is equal; above 1, ...`."""
    numbers = [number for number in _NUMBER.findall(sentence) if not _YEAR.fullmatch(number)]
    return bool(_LIMIT.search(sentence)) and set(numbers) <= _EXAMPLES


def _has_years_between(found: Finding, sentence: str) -> bool:
    """Say whether a trend is told with three years or more."""
    return "trend" in found.message and len(set(_YEAR.findall(sentence))) > 2


def _is_of_the_other_group(found: Finding, sentence: str) -> bool:
    """Say whether words were held to one group that are said of the other: `improved for White`."""
    place = sentence.find(" ".join(found.words.split()))
    after = _FOR.match(sentence[place + len(found.words) :]) if place >= 0 else None
    named = matches("group", after[1]) if after else []
    # What was not found was held to no group's figure.
    return bool(named and found.row) and f"{named[0][1]} " not in found.message


def _is_of_the_group_before(found: Finding, sentence: str) -> bool:
    """Say whether a number was held to another group's: `that of White staff by +1.5 points`."""
    place = sentence.find(" ".join(found.words.split()))
    row = (found.row or "").split(" ")
    if place < 0 or not found.row or {*row[1:2]} & _OF_TWO:
        return False
    if not _NUMBER.search(found.words):
        return _is_moved_by_another(found, sentence[:place], row[-1])
    named = matches("group", sentence[:place])
    after = matches("group", sentence[place + len(found.words) :][:_AFTER])
    own = {row[-1], "all"}
    return bool(named) and named[-1][1] not in own and not own & {name for _, name in after}


def _is_moved_by_another(found: Finding, before: str, group: str) -> bool:
    """Say whether a word of movement's own clause names another group than the one it was held to.

    `The number of BME staff grew by 43, and that of White staff fell by 20`.
    """
    # `(improved)` is said of the clause that it closes.
    clauses = [clause for clause in _CLAUSES.split(before) if clause.strip()] or [""]
    named = {name for _, name in matches("group", clauses[-1])}
    apart = len(clauses) > 1 and bool(named) and group not in {*named, "all"}
    return apart and _MOVED.search(found.words) is not None


def _is_the_range(found: Finding, sentence: str) -> bool:
    """Say whether words are of the range that is used nationally, and of no figure."""
    ends = _RANGE.search(sentence)
    return ends is not None and (found.words in ends[0] or not _NUMBER.search(found.words))


def _is_of_a_gap(found: Finding, sentence: str) -> bool:
    """Say whether words were held to a gap of which the sentence doesn't speak."""
    if _SIZES.match(found.message) and re.search(r"\bgaps?\b|\bdifference between\b", sentence):
        return True
    if not found.message.startswith("the gap") or _NUMBER.search(found.words):
        return False
    before, than, behind = sentence.partition(" than ")
    named = ({name for _, name in matches("group", one)} & _BOTH for one in (before, behind))
    if than and all(named):
        return False  # `higher among BME staff than among White staff`
    return not re.search(r"\bgap|\bdiffer|\bdispar|between", sentence, re.IGNORECASE)


def _is_of_all(found: Finding, sentence: str, claims: Sequence[Claim]) -> bool:
    """Say whether a share was held to a band's but tells of all: `against 11.5% overall`."""
    printed = read_printed(found.words)
    if printed is None or printed.unit != "%" or _about(found) != "1":
        return False
    if not _says_overall(found, sentence):
        return False
    shares = [one for one in _figures(claims, "workforce") if one[0].measure == "share"]
    return any(
        one.indicator == "workforce" and printed.span.meets(figure.span) for one, figure in shares
    )


def _says_overall(found: Finding, sentence: str) -> bool:
    read = read_sentence(sentence, 0, Matcher())
    place = sentence.find(" ".join(found.words.split()))
    meant = (one for one in read.numbers if read.place(one.core, one.core)[0] >= place >= 0)
    number = next(meant, None)
    return number is not None and Parts(read).is_of_everyone(number)


def _names_things(found: Finding, sentence: str) -> bool:
    """Say whether a number counts something else than people: `one of the nine measures`."""
    word = found.words.strip().lower()
    if word == "zero" or _ONE_PERSON.search(sentence):
        return True
    if word == "one" and _NOBODY.search(sentence):
        return True
    if found.words == _LEVEL and "interval" in sentence:
        return True
    page = _PAGE.search(sentence)
    if page is not None and found.words in page[0]:
        return True
    place = sentence.find(" ".join(found.words.split()))
    after = sentence[place + len(found.words) :] if place >= 0 else ""
    return bool(_THINGS.match(after)) or bool(INTERVAL.match(after))


def _is_of_others(found: Finding, sentence: str) -> bool:
    """Say whether a comparator is named before the words and the trust itself not after it."""
    place = sentence.find(" ".join(found.words.split()))
    before = sentence[: max(place, 0)]
    named = matches("comparator", before)
    return bool(named) and not _OWN.search(before[named[-1][0] :])


def _figures(claims: Sequence[Claim], indicator: str) -> list[tuple[Claim, Printed]]:
    pairs = [(claim, figure_of(claim)) for claim in claims if claim.origin != "sentence"]
    alike = _STAFF if indicator in _STAFF else {indicator}
    return [(c, figure) for c, figure in pairs if figure is not None and c.indicator in alike]


def _about(found: Finding) -> str:
    return (found.row or "").split(" ")[0]


def _fits_section(
    printed: Printed, found: Finding, sentence: str, indicator: str, claims: Sequence[Claim]
) -> bool:
    """Say whether the number is one of the section's own indicator, and was read as another's."""
    if not indicator or indicator == _about(found):
        return False
    if {indicator, _about(found)} <= _STAFF and not _says_overall(found, sentence):
        return False  # a band's section is the workforce's, and words have told which is meant
    if _about(found) == "workforce" and _says_overall(found, sentence):
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
    before = sentence[: max(sentence.find(" ".join(found.words.split())), 0)]
    if _MEMBERS.search(before) or is_of_members(sentence, found.words):
        return False
    group = (found.row or "").rpartition(" ")[2]
    return any(
        claim.indicator == "workforce" and claim.group == group and claim.measure == "share"
        and printed.span.meets(figure.span)
        for claim, figure in _figures(claims, "workforce")
    )  # fmt: skip


def _fits_year(printed: Printed, found: Finding, sentence: str, claims: Sequence[Claim]) -> bool:
    """Say whether the number is right in a year that the sentence names, by either count."""
    about = _about(found)
    named = {int(year) for year in _YEAR.findall(sentence)}
    if about in SURVEY:
        named |= {year + 1 for year in named}
    return any(
        claim.year in named and printed.span.meets(figure.span)
        for claim, figure in _figures(claims, about)
    )


def _is_previous(printed: Printed, found: Finding, claims: Sequence[Claim]) -> bool:
    """Say whether a number is the figure of the year before, of which the sentence speaks."""
    earlier = [claim.printed("previous") for claim, _ in _figures(claims, _about(found))]
    return any(one is not None and one.span.meets(printed.span) for one in earlier)


def _is_change(printed: Printed, found: Finding, claims: Sequence[Claim]) -> bool:
    """Say whether a number with a sign is the change of a figure of the same indicator."""
    return _is_change_of(printed, _figures(claims, _about(found)))


def _is_change_unrounded(printed: Printed, found: Finding, claims: Sequence[Claim]) -> bool:
    """Say whether a change is what two figures make before they are rounded.

    From −10.9 to −3.1 it may be 7.7. Where tables print counts, these say what it is, or the two
    figures as printed.
    """
    told = _CHANGED_BY.match(found.message)
    about = _figures(claims, _about(found))
    if told is None or " headcount " in f" {found.row} ":
        return False  # people are not rounded
    if any(claim.numerator is not None for claim, _ in about):
        group = (found.row or "").rpartition(" ")[2]
        return any(
            abs(figure.value - before.value) == abs(printed.value)
            for claim, figure in about
            if claim.group == group and (before := claim.printed("previous")) is not None
        )
    change = abs(Fraction(told[1]))
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
    of_board = _about(found) == "9"
    if printed.unit or printed.decimals or (printed.value < _LARGE and not of_board):
        return False
    return any(
        figure.value == printed.value
        for claim, figure in _figures(claims, _about(found))
        if claim.measure == "headcount"
    )


def _is_counted_for_its_share(found: Finding, sentence: str, claims: Sequence[Claim]) -> bool:
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
    if _about(found) != "1" and found.words in told:
        return True
    whole = int(found.words.replace(",", ""))
    return any(
        one.numerator is not None and one.denominator == whole
        for one in claims
        if one.origin == "sentence" and sentence in " ".join(one.text.split())
    )
