"""The sentences of a report as candidate claims, by the reading of `wres.claims`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from wres.audit.claim import Claim, Spot, alike_of
from wres.audit.figure_meanings import meant_by
from wres.audit.figure_times import OPEN, is_of_another_time, year_in_brackets, year_of
from wres.audit.figure_wholes import whose_of
from wres.audit.region_words import matcher_for
from wres.audit.series import Series, series_in
from wres.audit.turns import in_turn
from wres.audit.words import is_any
from wres.claims.answers import Context, indicators_of
from wres.claims.figures import Claim as Figure
from wres.claims.figures import claims_of
from wres.claims.plans import claims_nothing
from wres.claims.reading import Sentence, read_sentence
from wres.claims.scope import Scope
from wres.claims.sentences import sentences

__all__ = ["read_paragraph"]

_TELLING: Final = re.compile(r"(?:this|that|it|which)\b.{0,12}\bmeans\b", re.IGNORECASE)
# `rounded half up`
_ROUNDING: Final = re.compile(r"half (?:up|down|to even|away)\b", re.IGNORECASE)
_MULTIPLE: Final = re.compile(r"[\d.]+(?:\s?x|\s?times)?$", re.IGNORECASE)
_RATIO_AS_PERCENT: Final = re.compile(r"\d\.\d\d\s?%")


def read_paragraph(
    spot: Spot, text: str, indicator: str, year: int | None, shift: int | None = 0
) -> Iterator[Claim]:
    """Read the figures of a paragraph that can be tied to one indicator, group and year.

    Parameters
    ----------
    spot : Spot
        Of the paragraph.
    text : str
    indicator : str
        That of its section.
    year : int, optional
        The report's own.
    shift : int, optional
        By how much the report's years of survey figures lie before its reporting years; None where
        it goes by both.
    """
    home = _home(indicator)
    context = Context(home, home)
    before: list[Claim] = []
    for first, last in sentences(text):
        sentence = read_sentence(text[first:last], first, matcher_for(text[first:last]))
        if is_any("others", sentence.text):
            continue  # of whom no table of this standard tells
        scope = Scope(sentence, context, year or 0)
        place = Spot(spot.place, spot.block, spot.row, spot.column, first, last)
        rows = list(series_in(sentence.text))
        read = [
            claim
            for figure in claims_of(scope)
            if not _is_in_row(figure, sentence, rows)
            if not _is_hypothetical(sentence, figure, year)
            if not is_of_another_time(figure, sentence)
            if (claim := _claim(figure, sentence, place, text[first:last], shift, year)) is not None
        ]
        before = in_turn(text[first:last], place, read, before, shift)
        yield from before
        context = _carried(sentence, context)


def _is_in_row(figure: Figure, sentence: Sentence, rows: Sequence[Series]) -> bool:
    """Say whether a figure is one of several years told in a row: no year is named for it alone."""
    start = sentence.tokens[figure.number.first].start
    return any(one.start <= start < one.end for one in rows)


def _is_hypothetical(sentence: Sentence, figure: Figure, year: int | None) -> bool:
    """Say whether words plan or suppose; `This means that ...` tells what is."""
    if _TELLING.match(sentence.text.strip()):
        return False
    if _ROUNDING.match(sentence.text[sentence.tokens[figure.number.first].start :]):
        return True
    return claims_nothing(sentence, figure.number.first, year or 0)


def _home(indicator: str) -> frozenset[str] | None:
    if not indicator or indicator == "disparity":
        return None
    return alike_of(indicator)


def _carried(sentence: Sentence, context: Context) -> Context:
    """Give what one sentence was about to the next."""
    topics = set(sentence.values("topic"))
    if topics & {"5", "6"}:
        topics -= {"5|6"}
    named = indicators_of(topics) if topics else context.indicators
    groups = tuple(dict.fromkeys(sentence.values("group"))) or context.groups
    return Context(named, context.home, groups)


def _claim(
    figure: Figure,
    sentence: Sentence,
    spot: Spot,
    text: str,
    shift: int | None,
    own: int | None,
) -> Claim | None:
    """Make a claim of a figure whose words tie it to one thing; None where they leave it open."""
    meant = meant_by(figure, sentence)
    year = year_of(figure, meant.get("indicator", ""), shift, sentence, own)
    if not meant or year == OPEN:
        return None
    first, last = figure.number.first, figure.number.last
    start, end = sentence.tokens[first].start, sentence.tokens[last].end
    value = _value_words(sentence.text[start:end])
    if figure.said == "likelihood" and not _MULTIPLE.match(value):
        end = _end_of_likely(figure, sentence)
        value = sentence.text[start:end]
    here = replace(spot, start=sentence.start + start, end=sentence.start + end)
    claim = Claim(
        place=spot.place,
        text=text,
        unit=figure.number.unit,
        origin="sentence",
        spots={"value": here},
        **meant,
    )
    if whose := whose_of(figure, sentence):
        return claim.but(
            comparator_name=whose,
            comparator_value=value,
            comparator_year=year or year_in_brackets(sentence.text, start),
            spots={"value": here, "comparator_value": here},
        )
    base = figure.number.base
    return claim.but(value=value, year=year, denominator=int(base) if base else None)


def _end_of_likely(figure: Figure, sentence: Sentence) -> int:
    """Give where `48% more likely`, `half as likely` end; of a ratio printed with %, its own end.

    A percentage of two decimals is no per cent: `2.18% more likely`.
    """
    last = figure.number.last
    start = sentence.tokens[figure.number.first].start
    if _RATIO_AS_PERCENT.match(sentence.text[start:]):
        return sentence.tokens[last].end
    likely = sentence.of("likely", last + 1)
    return sentence.tokens[likely[0].last if likely else last].end


def _value_words(words: str) -> str:
    return re.sub(r"\s*\b(?:of|out of|in) (?:the |our |all )?[\d,]+$", "", words) or words
