"""Facts from sentences about change, numbers of people, ratios within bands and gaps."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tests.attack import figures
from tests.attack.band_sums import Sums
from tests.attack.facts import Fact, Part, part
from tests.attack.figures import ALL, RATIOS
from tests.attack.intervals import USUAL
from tests.attack.strata import pooled_parts
from tests.attack.words import EVENT_WORDS, SURVEY_WORDS, C, N, R, Text

__all__ = ["read_more"]

# A percentage, or points, of a survey: whole ones are printed whole.
W = "([+\N{MINUS SIGN}]?\\d+(?:\\.\\d+)?)"
# A head count, whatever follows it.
M = r"(\d{1,3}(?:,\d{3})*)"
# A senior band by its title.
BAND = r"(Bands? [^:;(]*?|VSM)"
WITHIN = rf"within (?:the same )?pay bands \([^)]*\)(?:, the ratio was|:) {R}"


def read_more(text: Text) -> Iterator[Fact]:
    """Read one block as facts that `sentences` leaves to this module."""
    for read in (_in_people, _moved, _within_bands, _gap, _senior, _goals, _history):
        yield from read(text)


def _in_people(text: Text) -> Iterator[Fact]:
    """Read how many people a ratio comes to, told in tenths: `25` is 25.0."""
    number = text.about(EVENT_WORDS)
    pattern = r"Had .*? been as likely as .*?, (\d[\d,]*(?:\.\d)?) (more|fewer) of them would have"
    for found in re.finditer(pattern, text.words):
        if number is not None:
            sign = "" if found[2] == "fewer" else "\N{MINUS SIGN}"
            parts = figures.ratio(text.reader.year, number, "BME", "White")
            size = found[1] if "." in found[1] else f"{found[1]}.0"
            yield text.made("excess", parts, f"{sign}{size}", found[0])


def _moved(text: Text) -> Iterator[Fact]:
    """Read 'since 2019 (from 2.18 to 1.47; 95% interval of the change −1.16 to −0.32)'."""
    ends = rf"(?:; 95% interval of the change {W} to {W})?"
    about = text.about(EVENT_WORDS)
    pattern = rf"[Tt]he ratio (?:went|has)[^(]*? since (\d{{4}}) \(from {R} to {R}{ends}\)"
    for found in re.finditer(pattern, text.words):
        years = (text.reader.year, int(found[1]))
        if about is not None:
            of = [figures.ratio(year, about, *RATIOS[about][3:]) for year in years]
            yield from _change(text, found, "ratio", of)
    number = text.about(SURVEY_WORDS)
    pattern = rf"since autumn (\d{{4}}) \(from {W}% to {W}%{ends}\)"
    for found in re.finditer(pattern, text.words):
        if number is not None:
            autumns = (text.reader.year - 1, int(found[1]))
            keys = [(autumn, number, "BME") for autumn in autumns]
            of = [(part(figures.percent(*k)), part(figures.responses(*k))) for k in keys]
            yield from _change(text, found, "percentage", of)


def _change(
    text: Text, found: re.Match[str], kind: str, of: list[tuple[Part, ...]]
) -> Iterator[Fact]:
    """State both figures of a change, and its interval."""
    plain = "ratio" if kind == "ratio" else "count"
    for number, parts in ((found[3], of[0]), (found[2], of[1])):
        told = parts if plain == "ratio" else parts[:1]
        unit = "" if plain == "ratio" else "%"
        yield text.made(plain, told, f"{number}{unit}", found[0])
    for end, number in (("lower", found[4]), ("upper", found[5])):
        if number:
            parts = (*of[0], *of[1])
            yield text.made(f"moved {kind} {end}", parts, number, found[0], USUAL)


def _within_bands(text: Text) -> Iterator[Fact]:
    """Read a ratio within pay bands; `sentences` takes it for no other ratio."""
    number = text.about(EVENT_WORDS)
    if number is None:
        return
    parts = pooled_parts(text.reader.year, number, *RATIOS[number][3:])
    for found in re.finditer(rf"{WITHIN}(?: \((?:{C} interval )?{R} to {R}\))?", text.words):
        for kind, shown in zip(
            ("pooled", "pooled lower", "pooled upper"), found.groups(), strict=True
        ):
            if shown:
                known = () if kind == "pooled" else (USUAL,)
                yield text.made(kind, parts, shown, found[0], *known)


def _gap(text: Text) -> Iterator[Fact]:
    """Read the interval of the gap between White and BME respondents."""
    number = text.about(SURVEY_WORDS)
    if number is None:
        return
    keys = [(text.reader.year - 1, number, group) for group in ("BME", "White")]
    parts = tuple(part(of(*key)) for key in keys for of in (figures.percent, figures.responses))
    known = text.reader.confidence(number, "gap")
    for found in re.finditer(rf"{C} interval of the gap,? {W} to {W}", text.words):
        for end, shown in (("lower", found[1]), ("upper", found[2])):
            yield text.made(f"gap {end}", parts, shown, found[0], *known)


def _senior(text: Text) -> Iterator[Fact]:
    """Read 'Band 8a: 3.5, now 2 of 24, 0.3 more each year.'"""
    pattern = rf"{BAND}: (\d[\d,]*\.\d+), now {M} of {M}(?:, (\d+\.\d+) more)?"
    for found in re.finditer(pattern, text.words):
        yield from _goal(text, found[1], (found[3], found[4]), found[2], (found[5], None, None))


def _goals(text: Text) -> Iterator[Fact]:
    """Read charts: 'Band 8a: 2 of 24 now, goal 3.5; 0.3 more a year, 0.6 appointments a year ...'.

    How many leave is a setting of the trust.
    """
    leaving = r"(?:, (\d+\.\d+) appointments a year if (\d+(?:\.\d+)?)% leave)?"
    pattern = rf"{BAND}: {M} of {M} now, goal (\d[\d,]*\.\d+)(?:; (\d+\.\d+) more a year{leaving})?"
    for found in re.finditer(pattern, text.words):
        yield from _goal(text, found[1], (found[2], found[3]), found[4], found.groups()[4:])


def _goal(
    text: Text,
    title: str,
    now: tuple[str, str],
    goal: str,
    more: Sequence[str | None],
) -> Iterator[Fact]:
    """State a band's people, its goal, the yearly step there and what leavers make of that."""
    year, sums, band = text.reader.year, Sums({}, text.reader.listed, text.file), title.strip()
    whole = tuple(part(figures.staff(year, ALL, ALL, group)) for group in ("BME", ALL))
    bme, people = (sums.people(year, ALL, band, group) for group in ("BME", ALL))
    if not bme or not people:
        return
    parts, shown = (bme, people, *whole), f"{title} {goal}"
    yield text.made("parity", parts, goal, shown)
    yield text.made("count", (bme,), now[0], shown)
    yield text.made("count", (people,), now[1], shown)
    years, (step, appointed, left) = text.reader.years_to_goal(band), more
    for number, share in ((step, 0.0), (appointed, float(left or 0) / 100)):
        if number and years:
            of_goal = 1 / years + share * (years - 1) / (2 * years)
            yield text.made("way", parts, number, shown, share - of_goal, of_goal)


def _history(text: Text) -> Iterator[Fact]:
    """Read charts of many years: '1.17 (1.05 to 1.32) in 2020', '30.3% (324 of 1,071) in 2018'."""
    for piece in re.split(r"(?=[234]\. [A-Z])", text.words):
        one = Text(piece, text.file, text.reader)
        number = one.about(EVENT_WORDS)
        if number is None or "by year" in piece:
            continue
        for found in re.finditer(rf"{R} \({R} to {R}\) in (\d{{4}})", piece):
            yield from _ratio_of(one, found, number)
    for line in re.finditer(r"Workforce: (.*?)(?=[.;] [A-Z]|$)", text.words):
        for found in re.finditer(rf"(\d+\.\d)% \({N} of {N}\) in (\d{{4}})", line[1]):
            cell = figures.staff(found[4], ALL, ALL, "BME")
            yield text.made("share", figures.share(cell), f"{found[1]}%", found[0])
            for var, shown in ((cell, found[2]), ((*cell[:-1], ALL), found[3])):
                yield text.made("count", (part(var),), shown, found[0])


def _ratio_of(text: Text, found: re.Match[str], number: str) -> Iterator[Fact]:
    year = int(found[4])
    parts = figures.ratio(year, number, *RATIOS[number][3:])
    own = text.reader.confidence_in(year, number)
    yield text.made("ratio", parts, found[1], found[0])
    for end, shown in (("lower", found[2]), ("upper", found[3])):
        yield text.made(f"koopman {end}", parts, shown, found[0], *own)
