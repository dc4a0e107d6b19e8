"""What words alone give away: another report's text, dates gone by, a survey for indicator 4."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from wres.audit.candidates import Passage
from wres.audit.checks.directions import WAYS, crosses, is_better
from wres.audit.claim import SURVEY, Spot
from wres.audit.dates import dates_in
from wres.audit.documents.contents import Block
from wres.audit.findings import CONTRADICTION, UNCHECKABLE, WORDING, AuditFinding
from wres.audit.moved import grown_in
from wres.audit.multiples import multiples_in
from wres.audit.printed import Span, format_number, read_printed
from wres.audit.tables.labels import read_label
from wres.audit.turned import Turned, turned_in, valued_in
from wres.audit.words import is_any, matches
from wres.claims.answers import RATIOS
from wres.claims.sentences import sentences
from wres.definitions.indicators import indicator

__all__ = ["check_plan_dates", "check_statement", "check_text"]

_DISABILITY: Final = re.compile(
    r"\bnon-?disabled\b|\bdisabled (?:staff|applicants?|people|colleagues|candidates"
    r"|employees|respondents|board)|\bWDES (?:metrics?|indicators?)\b"
    r"|\bwith(?:out)? (?:an? )?(?:long.(?:term|lasting) )?"
    r"(?:disabilit\w+|(?:health )?conditions?|illness(?:es)?)\b"
    r"|\b(?:reasonable|adequate) adjustments?\b|\bpresenteeism\b"
    r"|\b(?:enter\w*|subject to|in) (?:the |a )?(?:formal )?capability (?:process|procedure)"
    r"|formal capability|capability (?:process|procedure)"
    r"|\bpressure (?:from (?:their|a|the) (?:line )?manager )?to come (?:in)?to work\b"
    r"|\bdisability (?:declaration|disclosure|status)\b",
    re.IGNORECASE,
)
_PEOPLE: Final = re.compile(
    r"disab|condition|illness|(?:enter\w*|subject to|in) (?:\w+ ){0,2}capability", re.IGNORECASE
)
# Whoever speaks of these speaks of partners, not of another standard's figures.
_NETWORK: Final = re.compile(r"['’s]*\s(?:\w+\s)?(?:networks?|forums?|groups?)\b", re.IGNORECASE)
_FIGURE: Final = re.compile(
    r"\d|likel(?:y|ihood)|percentage|metric|indicator|compared (?:to|with)", re.IGNORECASE
)
_RACE: Final = re.compile(
    r"\bWRES\b|\brace\b|ethnic|\bBA?ME\b|\bsexual|\bgender|protected characteristic", re.IGNORECASE
)
_SURVEY: Final = re.compile(
    r"staff survey|survey (?:question|results?|responses?)|\brespondents\b"
    r"|\bQ(?:uestion)?\s?\d+|\bNSS\b",
    re.IGNORECASE,
)
_AHEAD: Final = re.compile(
    r"\bwill\b|\bdue (?:by|in|on)\b|\bto be (?:completed|finished|delivered|launched"
    r"|in place)\b|\bis planned\b|\bplans? to\b|\bnext year\b|\btarget date\b",
    re.IGNORECASE,
)
# The time of an action, in a sentence of its own: `By March 2025.`
_BY_THEN: Final = re.compile(r"by (?:the )?(?:end of )?\w+ 20\d\d\.?", re.IGNORECASE)
_NOW: Final = re.compile(
    r"\b(?:is|are|has|have|employs|stands|make|makes|represent|represents|currently|now)\b",
    re.IGNORECASE,
)
_PAST: Final = re.compile(
    r"\b(?:\w+ed|was|were|had|previous(?:ly)?|last year|compared|from|since|target|agreed"
    r"|published|approved|aspiration)\b",
    re.IGNORECASE,
)
_SNAPSHOT: Final = re.compile(
    r"\b(?:as )?(?:at|of|on) (?:the )?31(?:st)? March (20\d\d)", re.IGNORECASE
)
_DONE: Final = re.compile(
    r"complet|achiev|closed|done|delivered|green|implemented|finished|in place", re.IGNORECASE
)
_DUE: Final = re.compile(
    r"\b(?:due|deadline|by when|timescale|complete by|target date)\b\s*:?\s*[^.;|]{4,40}?20\d\d",
    re.IGNORECASE,
)
_STATUS: Final = re.compile(r"\b(?:status|progress)\b\s*:?\s*[^.;|]+", re.IGNORECASE)
_NO_ACTION: Final = re.compile(
    r"\bno actions?\b[^.;]{0,20}\b(?:for|names?|on|covers?)\b|\bwithout (?:an |any )?action\b",
    re.IGNORECASE,
)
_AUTUMN: Final = re.compile(r"\b(?:survey(?: of)?|autumn(?: of)?)\s(20\d\d)\b", re.IGNORECASE)
_OPEN: Final = re.compile(r"\bopen\b|\bnot started\b|\bongoing\b|\boutstanding\b", re.IGNORECASE)
_COMPARED: Final = re.compile(
    r"\b(?:above|below|better than|worse than|higher than|lower than"
    r"|in line with)\b[^.;]{0,30}\b(?:average|benchmark|peers|similar trusts|other trusts"
    r"|nationally)\b",
    re.IGNORECASE,
)


# Characters behind two figures in which their unit stands.
_UNIT: Final = 20
_SURE: Final = re.compile(
    r"\b(?:significant(?:ly)?|clear(?:ly)? (?:shows?|improve\w*|evidence|demonstrat\w*)"
    r"|demonstrates?|proves?|proof)\b(?:\s(?:improve\w+|reduc\w+|increas\w+|change\w*|fall|rise))?",
    re.IGNORECASE,
)
_HANDFUL: Final = re.compile(
    r"(?<![\d.,–-])\b(?:[1-9]|one|two|three|four|five|six|seven|eight|nine)\s(?:\w+\s){0,2}"
    r"(?:cases?|appointments?|investigations?)\b(?!\s(?:stud|load|work))",
    re.IGNORECASE,
)
_CARE: Final = re.compile(
    r"\b(?:not|no|cannot|too few|small|caution|care|however|although|interval|p\s?[=<])\b|n[’']t\b",
    re.IGNORECASE,
)


def check_text(passage: Passage, year: int | None) -> Iterator[AuditFinding]:
    """Hold one passage's words to what a report of this standard and year can say."""
    for spot, text in passage.sentences():
        yield from _disability(text, spot, passage)
        if passage.plan:
            continue
        yield from _survey(text, spot, passage)
        yield from _unnamed(text, spot)
        if passage.claims:
            yield from _turned(text, spot)
            yield from _valued(text, spot, passage)
            yield from _multiples(text, spot)
            yield from _grown(text, spot)
            yield from _few(text, spot)
        if year is not None:
            yield from _stale(text, spot, year)


def check_statement(passage: Passage, year: int | None) -> Iterator[AuditFinding]:
    """Hold a statement that stands alone, in a table of claims, to its own words."""
    text, spot = passage.text, passage.spot
    if match := _NO_ACTION.search(text):
        message = "A finding to somebody's disadvantage needs an action, or a reason for none."
        yield AuditFinding(
            WORDING, "finding without action", spot, message, published=match[0], text=text
        )
    if year is None:
        return
    surveys = [int(found) for found in _AUTUMN.findall(text)]
    if surveys and max(surveys) < year - 1:
        message = f"The survey of {year - 1} belongs to the report of {year}."
        yield AuditFinding(
            WORDING, "stale date", spot, message, published=str(max(surveys)),
            recomputed=str(year - 1), text=text,
        )  # fmt: skip
    dates = dates_in(text)
    if _OPEN.search(text) and dates and max(dates) <= (year, 3) and not _DONE.search(text):
        message = f"This was due before the report's own year, {year}, and is still open."
        yield AuditFinding(WORDING, "stale date", spot, message, published=text, text=text)


def _disability(text: str, spot: Spot, passage: Passage) -> Iterator[AuditFinding]:
    found = list(_DISABILITY.finditer(text))
    if not found:
        return
    match = next((one for one in found if _PEOPLE.search(one[0])), found[0])
    if _NETWORK.match(text[match.end() :]) and not re.search(r"\d", text):
        return
    people = _PEOPLE.search(match[0]) is not None
    if not people and not _FIGURE.search(text) and not passage.heading:
        return
    if _RACE.search(text) and "non-disabled" not in text.lower():
        return
    message = (
        f"'{match[0]}' belongs to the disability standard (WDES): this looks like text left from "
        "that report."
    )
    yield AuditFinding(
        WORDING, "text from the disability report", spot.within(*match.span()), message,
        published=match[0], text=text,
    )  # fmt: skip


def _survey(text: str, spot: Spot, passage: Passage) -> Iterator[AuditFinding]:
    match = _SURVEY.search(text)
    if (
        passage.indicator != "4"
        or match is None
        or not re.search(r"train|CPD|development", text, re.IGNORECASE)
    ):
        return
    message = (
        "Indicator 4 counts staff who accessed non-mandatory training in the trust's own records; "
        "a figure from the staff survey is another measure, and should be called a departure."
    )
    yield AuditFinding(
        WORDING,
        "definition departure",
        spot.within(*match.span()),
        message,
        published=match[0],
        text=text,
    )


def _turned(text: str, spot: Spot) -> Iterator[AuditFinding]:
    """Tell words of movement that their own two figures deny."""
    for one in turned_in(text):
        told = "rose" if one.rose else "fell"
        message = f"The sentence's own figures {told}: from {one.before} to {one.after}."
        yield _wrong_way(one, told, message, text, spot)


def _wrong_way(one: Turned, told: str, message: str, text: str, spot: Spot) -> AuditFinding:
    """Tell words of movement or worth that their two figures deny."""
    place = spot.within(one.start, one.end)
    return AuditFinding(
        CONTRADICTION, "wrong direction", place, message, published=one.words, recomputed=told,
        formula=f"{one.before} → {one.after}", text=text, confirmed=False,
    )  # fmt: skip


def _valued(text: str, spot: Spot, passage: Passage) -> Iterator[AuditFinding]:
    """Tell `improved from 29.8% to 31.2%` where less is better."""
    named = read_label(text).indicator
    number = named or passage.indicator
    if is_any("others", text) or not number.isdigit() or not (named or matches("group", text)):
        return
    for one, better in valued_in(text):
        good = _good(number, text[one.start : one.end + _UNIT])
        moved = is_better(Fraction(one.after), Fraction(one.before), good)
        if moved is None or moved == (1 if better else -1) or crosses(one.before, one.after, good):
            continue
        told = {1: "improved", -1: "worsened", 0: "did not change"}[moved]
        message = f"From {one.before} to {one.after} it {told}: {WAYS[good]}."
        yield _wrong_way(one, told, message, text, spot)


def _multiples(text: str, spot: Spot) -> Iterator[AuditFinding]:
    """Tell `2.5 times` where the sentence's own percentages make another multiple."""
    for found in multiples_in(text):
        figures = [read_printed(words) for words in (found.times, f"{found.one}%", f"{found.two}%")]
        times, one, two = figures
        span = one.span.over(two.span) if one is not None and two is not None else None
        if times is None or span is None or one is None or two is None or times.fits(span):
            continue
        right = format_number(one.value / two.value, times.decimals)
        place = spot.within(found.start, found.end)
        yield AuditFinding(
            CONTRADICTION, "wrong figure", place,
            f"{one.text} is {right} times {two.text}, not {found.times}.", published=found.times,
            recomputed=right, formula=f"{one.text} ÷ {two.text} = {right}", text=text,
            confirmed=False,
        )  # fmt: skip


def _grown(text: str, spot: Spot) -> Iterator[AuditFinding]:
    """Tell `from 275 to 284, an increase of 9.3%` where that is another part of the number."""
    for found in grown_in(text):
        printed = read_printed(found.words)
        if printed is None or printed.fits(Span.exactly(found.share)):
            continue
        right = f"{format_number(found.share, max(printed.decimals, 1))}%"
        place = spot.within(found.start, found.end)
        yield AuditFinding(
            CONTRADICTION, "wrong figure", place,
            f"From {found.before:,} to {found.after:,} is a change of {right}, not {found.words}.",
            published=found.words, recomputed=right,
            formula=f"({found.after:,} − {found.before:,}) ÷ {found.before:,} × 100 = {right}",
            text=text, confirmed=False,
        )  # fmt: skip


def _good(number: str, words: str) -> str:
    """Say which way is good for two figures of an indicator, by how they are printed."""
    if re.search(r"\bpoints?\b|\bpp\b", words):
        return "towards 0"
    share = "%" in words or "per cent" in words
    if share != (number in SURVEY):
        return ""
    return indicator(number).good_direction if number in {*SURVEY, *RATIOS} else ""


def _few(text: str, spot: Spot) -> Iterator[AuditFinding]:
    """Tell certainty that a sentence's own handful of people can't bear."""
    sure, few = _SURE.search(text), _HANDFUL.search(text)
    if sure is None or few is None or _CARE.search(text):
        return
    message = f"'{sure[0]}' rests on {few[0].strip()}: too few to say."
    yield AuditFinding(
        WORDING, "claim from a few cases", spot.within(*sure.span()), message, published=sure[0],
        recomputed="too few to say", text=text, confirmed=False,
    )  # fmt: skip


def _ahead(ahead: re.Match[str] | None, text: str, spot: Spot, year: int) -> Iterator[AuditFinding]:
    """Tell a time gone by to which a sentence looks ahead with some words."""
    named = dates_in(text[ahead.start() :]) if ahead else []
    gone = [date for date in named if date <= (year, 3)]
    if ahead and gone and len(gone) == len(named) and not _PAST.search(text[: ahead.start()]):
        told = f"{gone[0][1]:02d}/{gone[0][0]}"
        message = f"This looks ahead to a time ({told}) before the report's own year, {year}."
        yield AuditFinding(WORDING, "stale date", spot, message, published=told, text=text)


def _stale(text: str, spot: Spot, year: int) -> Iterator[AuditFinding]:
    told = list(_ahead(_AHEAD.search(text), text, spot, year))
    yield from told
    if told:
        return
    match = _SNAPSHOT.search(text)
    if match and int(match[1]) < year and _NOW.search(text) and not _PAST.search(text):
        message = (
            f"The present is told with figures of 31 March {match[1]}; the report is of {year}."
        )
        yield AuditFinding(
            WORDING, "stale date", spot.within(*match.span()), message, published=match[0],
            recomputed=f"31 March {year}", text=text,
        )  # fmt: skip


def _unnamed(text: str, spot: Spot) -> Iterator[AuditFinding]:
    """Tell comparisons with a figure that is not given."""
    match = _COMPARED.search(text)
    if match is None or re.search(r"\d", text[match.start() :]):
        return
    message = (
        "The figure that this compares with is not given: name it, with whose it is and its year."
    )
    yield AuditFinding(
        UNCHECKABLE, "comparator without name or year", spot.within(*match.span()), message,
        published=match[0], text=text,
    )  # fmt: skip


def _plan_ahead(block: Block, number: int, year: int) -> Iterator[AuditFinding]:
    """Tell a sentence of a plan that looks ahead to a time gone by: `We will ... by March 2019`."""
    every = sentences(block.text)
    for place, (first, last) in enumerate(every):
        text = block.text[first:last]
        after = block.text[first : every[place + 1][1] if place + 1 < len(every) else last]
        if _DONE.search(after) or _OPEN.search(after) or _DUE.search(text):
            continue
        spot = Spot(block.place, number, None, None, first, last)
        told_before = _PAST.search(block.text[:first])
        by_then = None if told_before else _BY_THEN.fullmatch(text.strip())
        yield from _ahead(_AHEAD.search(text) or by_then, text, spot, year)


def _plan_sentence(block: Block, number: int, year: int) -> Iterator[AuditFinding]:
    """Tell an action written as a paragraph whose time has passed."""
    yield from _plan_ahead(block, number, year)
    for match in _DUE.finditer(block.text):
        dates = dates_in(match[0])
        after = _STATUS.search(block.text, match.end())
        done = _DONE.search(after[0] if after else "")
        if dates and max(dates) <= (year, 3) and not done:
            spot = Spot(block.place, number, None, None, match.start(), match.end())
            message = f"This action was due before the report's own year, {year}, and isn't done."
            yield AuditFinding(
                WORDING, "stale date", spot, message, published=match[0], text=block.text
            )


def check_plan_dates(block: Block, number: int, year: int | None) -> Iterator[AuditFinding]:
    """Tell actions whose time has passed and that nothing calls done."""
    if year is None:
        return
    if block.grid is None:
        yield from _plan_sentence(block, number, year)
        return
    heads = [cell.lower() for cell in block.grid.rows[0]]
    due = [
        n
        for n, head in enumerate(heads)
        if re.search(r"when|date|timescale|due|deadline|completion", head)
    ]
    for row, cells in enumerate(block.grid.rows[1:], start=1):
        if _DONE.search(" ".join(cells)) or "ongoing" in " ".join(cells).lower():
            continue
        for column in due:
            dates = dates_in(cells[column])
            if dates and max(dates) <= (year, 3):
                spot = Spot(
                    f"{block.place} row {row + 1} column {block.grid.rows[0][column]}",
                    number,
                    row,
                    column,
                )
                message = (
                    f"This action was due before the report's own year, {year}, and isn't told to "
                    "be done."
                )
                yield AuditFinding(
                    WORDING, "stale date", spot, message, published=cells[column],
                    text=" | ".join(dict.fromkeys(cell for cell in cells if cell)),
                )  # fmt: skip
