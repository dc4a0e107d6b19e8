"""The sentences of a report as candidate claims, by the reading of `wres.claims`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from wres.audit.claim import ALL, SURVEY, Claim, Spot
from wres.audit.elsewhere import is_of_a_part, is_of_another_place
from wres.audit.printed import read_printed
from wres.audit.turns import in_turn
from wres.audit.words import first_of, is_any, matches
from wres.claims.answers import OTHER, Context, indicators_of
from wres.claims.figures import Claim as Figure
from wres.claims.figures import claims_of
from wres.claims.lexicon import Matcher
from wres.claims.parts import Parts
from wres.claims.plans import claims_nothing
from wres.claims.reading import Sentence, read_sentence
from wres.claims.scope import Scope
from wres.claims.sentences import sentences

__all__ = ["FROM", "INTERVAL", "read_paragraph"]

_MEASURES: Final = {
    "2": {"%": "likelihood", "ratio": "relative_likelihood"},
    "3": {"%": "likelihood", "ratio": "relative_likelihood"},
    "4": {"%": "likelihood", "ratio": "relative_likelihood"},
    "5": {"%": "percentage", "points": "gap"},
    "6": {"%": "percentage", "points": "gap"},
    "7": {"%": "percentage", "points": "gap"},
    "8": {"%": "percentage", "points": "gap"},
    "9": {"%": "share", "points": "difference"},
    "1": {"%": "share"},
    "workforce": {"%": "share", "headcount": "headcount"},
}
_BESIDE: Final = frozenset({"comparison"})
# A year that words leave open.
_OPEN: Final = -1
_TELLING: Final = re.compile(r"(?:this|that|it|which)\b.{0,12}\bmeans\b", re.IGNORECASE)
# `rounded half up`
_ROUNDING: Final = re.compile(r"half (?:up|down|to even|away)\b", re.IGNORECASE)
INTERVAL: Final = re.compile(r"\s*(?:confidence|intervals?|CIs?)\b", re.IGNORECASE)
# `from 4.5%`, before the figure.
FROM: Final = re.compile(
    r"\bfrom (?:an? |just |about |around |only |over |nearly )?$", re.IGNORECASE
)
# `83% to 81%`: the first is of the time before.
_TO_ANOTHER: Final = re.compile(
    r"\s?(?:%|per\s?cent)?\s?to\s\d[\d.]*\s?(?:%|per\s?cent\b)", re.IGNORECASE
)
# `for White staff it went up by one point to 11%`
_LED_BY_GROUP: Final = re.compile(r"\b(?:for|among|amongst)\s([^,;:()]*)$", re.IGNORECASE)
# A year, and no figure.
_IN_BRACKETS: Final = re.compile(r"\([^()\d]*\b(20\d\d)\b[^()\d]*\)[ .;]*$")
_ANY_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_COMPARES: Final = re.compile(
    r"\b(?:we|our|us|ours|the trust|this trust|here|compar\w+|against|above|below|than|higher|lower"
    r"|better|worse|beside|in line|similar to|same as|while|whereas|but)\b|;",
    re.IGNORECASE,
)
_RATIO_OF: Final = re.compile(
    r"(?:relative likelihood|\bratio)\b(?: ratio)? (?:of|for|that) ([^.;%()\d]+)$", re.IGNORECASE
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
_MULTIPLE: Final = re.compile(r"[\d.]+(?:\s?x|\s?times)?$", re.IGNORECASE)
# `48% higher`: how far a ratio is from 1, and not the ratio.
_HIGHER: Final = re.compile(r"\s(?:higher|lower|greater|smaller|more|less) than\b", re.IGNORECASE)
_RATIO_AS_PERCENT: Final = re.compile(r"\d\.\d\d\s?%")
_RATIO_WORDS: Final = re.compile(r"(?:relative likelihood|\bratio)\b[^.;%]{0,30}$", re.IGNORECASE)


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
        sentence = read_sentence(text[first:last], first, Matcher())
        if is_any("others", sentence.text):
            continue  # of whom no table of this standard tells
        scope = Scope(sentence, context, year or 0)
        place = Spot(spot.place, spot.block, spot.row, spot.column, first, last)
        read = [
            claim
            for figure in claims_of(scope)
            if not _is_hypothetical(sentence, figure, year)
            if not _is_of_another_time(figure, sentence)
            if (claim := _claim(figure, sentence, place, text[first:last], shift, year)) is not None
        ]
        before = in_turn(text[first:last], place, read, before, shift)
        yield from before
        context = _carried(sentence, context)


def _is_of_another_time(figure: Figure, sentence: Sentence) -> bool:
    """Say whether words put a figure before the report's year without naming its year."""
    if figure.query.year_said:
        return False
    before = sentence.text[: sentence.tokens[figure.number.first].start]
    after = sentence.text[sentence.tokens[figure.number.last].end :]
    moved = FROM.search(before) or _TO_ANOTHER.match(after)
    return is_any("earlier", sentence.text) or bool(moved)


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
    return (
        frozenset({"1", "workforce"}) if indicator in {"1", "workforce"} else frozenset({indicator})
    )


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
    meant = _meant(figure, sentence)
    year = _year(figure, meant.get("indicator", ""), shift, sentence, own)
    if not meant or year == _OPEN:
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
    if whose := _whose(figure, sentence):
        return claim.but(
            comparator_name=whose,
            comparator_value=value,
            comparator_year=year or _year_in_brackets(sentence.text, start),
            spots={"value": here, "comparator_value": here},
        )
    base = figure.number.base
    return claim.but(value=value, year=year, denominator=int(base) if base else None)


def _meant(figure: Figure, sentence: Sentence) -> dict[str, Any]:
    """Say what a figure is of, as a claim has it; nothing where words leave any of it open."""
    query = figure.query
    number, breakdown = query.indicators.one or _only_home(figure), _breakdown(figure)
    if number == "workforce" and _is_of_board(figure, sentence):
        number = "9"
    elif number is not None and _is_of_workforce(figure, sentence):
        number, breakdown = "workforce", ALL
    if number is None or breakdown is None or _is_elsewhere(figure, sentence, breakdown):
        return {}
    # `6.1 points lower than the benchmark` is of two figures, and neither's own.
    apart = figure.said in {"change", "comparison"} or query.roles_fixed == _BESIDE
    if apart or figure.number.value is None:
        return {}
    measure = _measure(figure, number, sentence)
    group, over = _groups_of(figure, measure, sentence)
    if not measure or group not in {"", *OTHER, "Unknown", "all"}:
        return {}
    if measure not in {"relative_likelihood", "difference", "gap"} and not group:
        return {}
    after = sentence.text[sentence.tokens[figure.number.last].end :]
    higher = measure == "relative_likelihood" and _HIGHER.match(after)
    if INTERVAL.match(after) or higher or (query.unit == "%" and figure.number.unit != "%"):
        return {}
    if number == "workforce" and breakdown != ALL:
        number = "1"  # as tables have it: of clinical staff, or of a band
    return {
        "indicator": number,
        "measure": measure,
        "breakdown": breakdown,
        "group": group,
        "comparator_group": over,
    }


def _is_elsewhere(figure: Figure, sentence: Sentence, breakdown: str) -> bool:
    """Say whether a figure is nobody's, another place's, or of staff that have no name here."""
    if _whose(figure, sentence) is None:
        return True
    start = sentence.tokens[figure.number.first].start
    end = sentence.tokens[figure.number.last].end
    if figure.query.whose.one == "" and is_of_another_place(sentence.text, start, end):
        return True
    return breakdown == ALL and is_of_a_part(sentence.text, start, end)


def _is_of_board(figure: Figure, sentence: Sentence) -> bool:
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


def _is_of_workforce(figure: Figure, sentence: Sentence) -> bool:
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
    if figure.query.unit != "%" or not home & {"9", "workforce"}:
        return False
    # `3.6% of staff in Bands 8a to VSM`: of the staff of a part.
    in_part = bool(figure.query.bands.one or figure.query.staff_groups.one)
    return bool(_IN_STAFF.search(before) or (_OF_ALL.match(after) and not in_part))


def _year_in_brackets(text: str, start: int) -> int | None:
    """Give the only year of a sentence where brackets at its end tell it: `(WRES 2020)`."""
    found = _IN_BRACKETS.search(text, start)
    return int(found[1]) if found and len(_ANY_YEAR.findall(text)) == 1 else None


def _whose(figure: Figure, sentence: Sentence) -> str | None:
    """Say whose a figure is: blank for the trust's own, None where words leave it open.

    A comparator named before it, in a sentence that neither compares nor names the trust, owns it.
    """
    whose = figure.query.whose
    others = (whose.open or frozenset()) - {""}
    before = sentence.text[: sentence.tokens[figure.number.first].start]
    after = re.split(r"[,;.]\s", sentence.text[len(before) :], maxsplit=1)[0]
    apart = not _COMPARES.search(before) and not _COMPARES.search(after)
    if len(others) == 1 and first_of("comparator", before) and apart:
        return next(iter(others))
    return whose.one


def _groups_of(figure: Figure, measure: str, sentence: Sentence) -> tuple[str, str]:
    query = figure.query
    group = query.groups.one or ""
    if measure in {"percentage", "likelihood"} and group in OTHER:
        group = _leading_group(figure, sentence) or group
    over = next(iter(query.over)) if query.over and len(query.over) == 1 else ""
    if figure.said == "likelihood":
        over = OTHER.get(group, over)
        return (over, group) if _is_times_less(figure, sentence) else (group, over)
    if measure == "relative_likelihood" and not over:
        before = sentence.text[: sentence.tokens[figure.number.first].start]
        led = _RATIO_OF.search(before)
        named = {name for _, name in matches("group", led[1])} & set(OTHER) if led else set()
        group = named.pop() if len(named) == 1 else ""
        over = OTHER.get(group, "")
    return group, over


def _leading_group(figure: Figure, sentence: Sentence) -> str:
    """Give the one group of whom a figure's own clause is told: `while for White staff it ...`."""
    led = _LED_BY_GROUP.search(sentence.text[: sentence.tokens[figure.number.first].start])
    named = {name for _, name in matches("group", led[1])} & set(OTHER) if led else set()
    pronoun = led is not None and re.search(r"\bit\b", led[1])
    return named.pop() if pronoun and len(named) == 1 else ""


def _is_times_less(figure: Figure, sentence: Sentence) -> bool:
    """Say whether `1.57 times less likely` is told: a ratio above 1 of the other group."""
    first, last = figure.number.first, figure.number.last
    words = sentence.text[sentence.tokens[first].start : sentence.tokens[last].end]
    printed = read_printed(words)
    likely = sentence.values("likely", last + 1)[:1]
    return likely == ["less"] and printed is not None and printed.value > 1 and "%" not in words


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


def _year(
    figure: Figure, number: str, shift: int | None, sentence: Sentence, own: int | None
) -> int | None:
    """Give the reporting year that words name; None where they name none, _OPEN where several.

    The year of a survey may be meant as its autumn's or as the report's: as the tables have it.
    """
    years = sorted(figure.query.years or ())
    if not figure.query.year_said or not years:
        is_open = len(years) > 1 and not _is_beside_another(figure, sentence)
        return _OPEN if is_open else None
    if number in SURVEY and own is not None and years == [own + 1]:
        # `The 2021 survey` of a report of 2021 is called by the report's year.
        years = [own, own + 1]
    if len(years) == 2 and number in SURVEY:
        return _OPEN if shift is None else years[shift]
    return years[0]


def _is_beside_another(figure: Figure, sentence: Sentence) -> bool:
    """Say whether a figure is set against one of another group or of another whole.

    `44.4% of BME staff, compared with 69.1% of White staff`: both are of one time.
    """
    if figure.query.indicators.one == "workforce" and "9" in sentence.values("topic"):
        return True
    group = figure.query.groups.one
    return group is not None and {group, OTHER.get(group)} <= set(sentence.values("group"))


def _value_words(words: str) -> str:
    return re.sub(r"\s*\b(?:of|out of|in) (?:the |our |all )?[\d,]+$", "", words) or words


def _only_home(figure: Figure) -> str | None:
    found = figure.query.indicators.fixed
    if found and found <= {"1", "workforce"}:
        return "1" if figure.query.bands.one else "workforce"
    return None


def _measure(figure: Figure, number: str, sentence: Sentence) -> str:
    query = figure.query
    if query.unit == "headcount":
        return "headcount" if number == "workforce" and figure.said == "count" else ""
    measure = _MEASURES.get(number, {}).get(query.unit, "")
    before = sentence.text[: sentence.tokens[figure.number.first].start]
    if measure == "likelihood" and (_RATIO_WORDS.search(before) or _RATIO_OF.search(before)):
        return "relative_likelihood"
    if measure == "share" and figure.base == "group":
        return "distribution"
    # A ratio with a sign is the change of one.
    signed = measure == "relative_likelihood" and figure.number.sign
    return "" if signed or (measure == "likelihood" and figure.base == "band") else measure


def _breakdown(figure: Figure) -> str | None:
    query = figure.query
    parts = []
    if query.staff_groups.one:
        parts.append(f"staff_group={query.staff_groups.one}")
    if query.bands.one:
        parts.append(f"band={query.bands.one}")
    if query.boards.one:
        parts.append(query.boards.one)
    answers = (query.staff_groups, query.bands, query.boards)
    if any(answer.fixed is None or len(answer.fixed) > 1 for answer in answers):
        return None
    return ";".join(parts) or ALL
