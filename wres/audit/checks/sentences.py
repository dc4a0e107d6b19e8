"""The report's sentences against its tables."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from wres.audit.candidates import Passage
from wres.audit.checks.formulas import exact_value
from wres.audit.checks.other_figures import is_of_members
from wres.audit.checks.second_reading import is_doubtful
from wres.audit.checks.series import is_of_years
from wres.audit.checks.unheld import is_unheld
from wres.audit.claim import Claim, Spot
from wres.audit.findings import CONTRADICTION, UNCHECKABLE, WORDING, AuditFinding
from wres.audit.printed import Span, exact_decimal, format_number, read_printed
from wres.chapters.reading import Chapter
from wres.claims.check import check_passages
from wres.claims.findings import Finding
from wres.claims.findings import Passage as Text
from wres.claims.sentences import sentences
from wres.labels import capitalise

__all__ = ["FEW_CASES", "NO_TABLE", "check_sentences"]

FEW_CASES: Final = "claim from a few cases"
NO_TABLE: Final = "figure without a table"

_NOTHING: Final = "nothing to check it by"
_MISTAKES: Final = {
    "contradicted": (CONTRADICTION, "text against table"),
    "wrong unit": (CONTRADICTION, "wrong unit"),
    "wrong direction": (CONTRADICTION, "wrong direction"),
    "wrong comparator": (CONTRADICTION, "wrong benchmark"),
    "wrong year": (CONTRADICTION, "wrong year"),
    "turned round": (CONTRADICTION, "inverted conditional"),
    "too few": (WORDING, FEW_CASES),
    "not found": (UNCHECKABLE, NO_TABLE),
    "unverifiable": (UNCHECKABLE, _NOTHING),
}

_TREND: Final = (WORDING, "trend from end points")
# Right but for its sign: nobody is misled about the figure.
_POINTS: Final = (WORDING, "points printed as %")
_POINTS_AS_PERCENT: Final = "in percentage points, not in %"
_APART: Final = re.compile(r"\bdifferen(?:ce|t)\b|\bgap\b|\b(?:above|below)\b", re.IGNORECASE)
_OVER_TIME: Final = re.compile(
    r"\b(?:rose|ris\w+|f[ae]ll\w*|gr[eo]w\w*|increas\w+|decreas\w+|reduc\w+|chang\w+|since)\b",
    re.IGNORECASE,
)
# Words by which a share is of all people of an event, and of no one group.
_MAKES_UP: Final = re.compile(
    r"\b(?:ma[dk]e?s? up|represent\w*|account\w*|compris\w*|constitut\w*|share of)\b"
    r"|\b(?:was|were|are|is)\s(?:from\s)?(?:an?\s)?(?:white|BA?ME|ethnic|minority|of unknown)",
    re.IGNORECASE,
)
_DIGIT: Final = re.compile(r"\d")
_SIZES: Final = ("gap", "difference")
_SIZE: Final = re.compile(
    r"\bgap\b|\bdifference\b|\b(?:above|below|lower|higher|fewer|more|less|under|over)\b",
    re.IGNORECASE,
)
_IN_POINTS: Final = r"\s?(?:(?:percentage\s|%\s)?points?\b|pp\b)"
_OWN_WORDS: Final = {
    "not found": "No table of the report prints this figure, and no counts stand beside it.",
    "unverifiable": "Nothing that the report prints can bear this out or deny it.",
}


def check_sentences(
    passages: Sequence[Passage],
    chapter: Chapter,
    claims: Sequence[Claim] = (),
) -> Iterator[AuditFinding]:
    """Hold sentences to the figures that the report itself prints.

    Parameters
    ----------
    passages : sequence of Passage
    chapter : Chapter
        The report's own figures as results.
    claims : sequence of Claim
        Those that were read: a sentence of which one is confirmed counts as confirmed.
    """
    confirmed = {" ".join(claim.text.split()) for claim in claims if claim.confirmed == "yes"}
    counted: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.origin == "sentence" and claim.numerator is not None:
            counted[claim.spot().block].append(claim)
    for passage in passages:
        text = Text("", passage.spot.place, _escaped(passage.text), passage.indicator or None)
        for found in check_passages([text], chapter):
            kind = _MISTAKES.get(found.kind)
            sentence = _sentence(passage.text, found.start)
            if kind is None or (found.contradicts and _is_borne_out(found, passage, counted)):
                continue
            apart = _from_board(found, sentence, passage, chapter)
            apart = _of_board(found, sentence, chapter) if apart is None else apart
            if apart is not None:
                yield from (
                    replace(
                        _finding(found, (CONTRADICTION, mistake), passage, sentence, False),
                        message=message, recomputed=right,
                    )
                    for mistake, message, right in apart
                )  # fmt: skip
            elif not (
                is_doubtful(found, sentence, passage.indicator, claims)
                or is_of_years(found, sentence, claims, chapter.facts.year)
            ):
                kind = _TREND if "trend" in found.message else kind
                kind = _POINTS if _POINTS_AS_PERCENT in found.message else kind
                if found.kind == "not found" and _is_in_points(found, sentence, passage, chapter):
                    yield replace(
                        _finding(found, _POINTS, passage, sentence, sentence in confirmed),
                        message="A difference of two percentages is in percentage points.",
                        recomputed=found.words.replace("%", " points"),
                    )
                    continue
                unheld = kind[0] == CONTRADICTION and is_unheld(
                    found, sentence, claims, chapter.facts.year
                )
                kind = (UNCHECKABLE, _NOTHING) if unheld else kind
                told = _finding(found, kind, passage, sentence, sentence in confirmed)
                yield replace(told, message=_OWN_WORDS["unverifiable"]) if unheld else told


def _is_borne_out(found: Finding, passage: Passage, counted: Mapping[int, Sequence[Claim]]) -> bool:
    """Say whether the counts of a figure, as the audit reads it, bear it out."""
    kinds = {"contradicted", "wrong direction"}
    if not _MAKES_UP.search(_sentence(passage.text, found.start)):
        kinds.add(
            "turned round"
        )  # `likelier to be appointed: 36.2% of those shortlisted (17 of 47)`
    if found.kind not in kinds or not _DIGIT.search(found.words):
        return False
    spot = passage.spot
    for claim in counted.get(spot.block, ()):
        one, printed, exact = claim.spot(), claim.printed(), exact_value(claim)
        if printed is None or exact is None:
            continue
        same = (one.block, one.row, one.column) == (spot.block, spot.row, spot.column)
        inside = one.start < found.end and found.start < one.end
        if same and inside and printed.fits(Span.exactly(exact.value)):
            return True
    return False


def _is_in_points(found: Finding, sentence: str, passage: Passage, chapter: Chapter) -> bool:
    """Say whether a percentage is the size of a difference of the section's own indicator."""
    printed = read_printed(found.words)
    if printed is None or printed.unit != "%" or printed.hedged or not passage.indicator:
        return False
    # Told in points in the same sentence, the percentage is another figure: `2.6 points below
    # that of the county (2011: 2.6%)`.
    if re.search(rf"(?<![\d.]){re.escape(found.words.rstrip(' %'))}{_IN_POINTS}", sentence):
        return False
    rows = chapter.rows(indicator=passage.indicator)
    rows = rows[rows["measure"].isin(_SIZES) & rows["value"].notna()]
    sizes = [exact_decimal(abs(float(value))) for value in rows["value"]]
    return bool(_SIZE.search(sentence)) and any(
        abs(abs(printed.value) - size) <= 2 * printed.half for size in sizes
    )


def _from_board(
    found: Finding, sentence: str, passage: Passage, chapter: Chapter
) -> list[tuple[str, str, str]] | None:
    """Hold a difference between board and workforce, read as the workforce's change, to its own.

    None where it is something else; nothing where it is right.
    """
    printed = read_printed(found.words)
    if not found.contradicts or printed is None or printed.unit != "points":
        return None
    of_workforce = (found.row or "").startswith("workforce ")
    apart = _APART.search(sentence) and not _OVER_TIME.search(sentence)
    if passage.indicator != "9" or not of_workforce or not apart:
        return None
    rows = chapter.rows(indicator="9", measure="difference")
    rows = rows[rows["value"].notna() & ~rows["breakdown"].str.contains("year=")]
    rows = rows[rows["group"] == (found.row or "").rpartition(" ")[2]]
    values = [exact_decimal(float(value)) for value in rows["value"]]
    if not values:
        return None
    spans = [Span(value - printed.half, value + printed.half) for value in values]
    if any(printed.fits(span) for span in spans):
        return []
    mirrored = printed.mirrored()
    turned = [v for v, s in zip(values, spans, strict=True) if mirrored.fits(s)]
    right = turned[0] if turned else values[0]
    if turned and not printed.signed:
        return []
    told = f"{'+' if right > 0 else ''}{format_number(right, max(printed.decimals, 1))} points"
    message = f"The share of the board less that of the workforce is {told}."
    return [("sign error" if turned else "text against table", message, told)]


def _of_board(found: Finding, sentence: str, chapter: Chapter) -> list[tuple[str, str, str]] | None:
    """Hold a share of the board that was read as the workforce's to the board's own.

    `11.5% of the workforce and 8.3% of the Board`. None where it is something else; nothing where
    it is right, or where tables print several parts of the board.
    """
    printed = read_printed(found.words)
    row = found.row or ""
    if not found.contradicts or printed is None or not row.startswith("workforce share "):
        return None
    if not is_of_members(sentence, found.words):
        return None
    rows = chapter.rows(indicator="9", measure="share")
    rows = rows[rows["value"].notna() & ~rows["breakdown"].str.contains("year=")]
    group = row.rpartition(" ")[2]
    values = {exact_decimal(float(value)) for value in rows[rows["group"] == group]["value"]}
    if len(values) != 1 or any(printed.fits(Span.exactly(value)) for value in values):
        return []
    right = f"{format_number(values.pop(), max(printed.decimals, 1))}%"
    return [("text against table", f"The {group} share of the board is {right}.", right)]


def _escaped(text: str) -> str:
    """Keep text from being read as markdown, each character in its place."""
    return re.sub(r"[`*_#|\\~<>{}@\[\]]", " ", text)


def _sentence(text: str, place: int) -> str:
    for first, last in sentences(text):
        if first <= place < last:
            return " ".join(text[first:last].split())
    return text


def _finding(
    found: Finding, kind: tuple[str, str], passage: Passage, sentence: str, confirmed: bool
) -> AuditFinding:
    spot = passage.spot
    place = Spot(spot.place, spot.block, spot.row, spot.column, found.start, found.end)
    message = _OWN_WORDS.get(found.kind, capitalise(found.message))
    published = passage.text[found.start : found.end]
    return AuditFinding(
        kind[0], kind[1], place, message, published=published, text=sentence, confirmed=confirmed
    )
