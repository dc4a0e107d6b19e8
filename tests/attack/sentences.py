"""Facts from running text: sentences, alternative texts, captions, words inside charts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.attack import figures
from tests.attack.facts import Fact, Part, count, fact, part
from tests.attack.figures import ALL, RATIOS, WITHOUT_INTERNATIONAL
from tests.attack.of_parts import read_parts
from tests.attack.printed import NO_LIMIT, Printed, printed
from tests.attack.tables import BOARD, Reader
from tests.attack.told import read_more
from tests.attack.words import EVENT_WORDS, HEADINGS, SURVEY_WORDS, C, N, P, R, S, Text

__all__ = ["read_text"]

# A sentence of its own: the ratio of a part of all applicants, never the ratio of all of them.
WITHOUT = (
    r"Without applicants recruited from abroad, the ratio was "
    rf"{R}(?: \({C} interval {R} to {R}\))?"
)
# Another: the ratio within pay bands.
WITHIN = (
    r"(?:Compared |\d{4} )within (?:the same )?pay bands \([^)]*\)(?:, the ratio was|:) "
    r"[\d.]+\d(?: \([^)]*\))?"
)


def read_text(words: str, file: str, reader: Reader) -> Iterator[Fact]:
    """Read one block (a paragraph, an alternative text) as facts."""
    text = Text(" ".join(words.split()), file, reader)
    for read in (_make_up, _moved, _bands, _bars, _ratios, _without, _unknown, _board, _survey):
        yield from read(text)
    yield from read_more(text)
    yield from read_parts(text)


def _each(text: Text, pattern: str) -> Iterator[re.Match[str]]:
    return re.finditer(pattern, text.words)


def _staff(text: Text, group: str, year: int | None = None) -> tuple[Part, Part]:
    return figures.share(figures.staff(year or text.reader.year, ALL, ALL, group))


def _make_up(text: Text) -> Iterator[Fact]:
    year, term = text.reader.year, re.escape(text.reader.term)
    for found in _each(text, rf"Of {N} staff on 31 March {year}"):
        everyone = figures.staff(year, ALL, ALL, ALL)
        yield count(everyone, _limits(found[1]), text.file, found[0])
    for found in _each(text, rf"{N} \({P}\) were (White|{term}|of unknown ethnicity)"):
        group = "Unknown" if "unknown" in found[3] else text.group(found[3]) or ""
        yield count(figures.staff(year, ALL, ALL, group), _limits(found[1]), text.file, found[0])
        yield text.made("share", _staff(text, group), found[2], found[0])
    for found in _each(text, rf"[Ee]thnicity is unknown for {P} of staff \({N} people\)"):
        yield text.made("share", _staff(text, "Unknown"), found[1], found[0])
        unknown = figures.staff(year, ALL, ALL, "Unknown")
        yield count(unknown, _limits(found[2]), text.file, found[0])
    for pattern in (
        rf"{P} of the workforce was {term}",
        rf"{term} staff are {P} of the (?:whole )?workforce",
    ):
        for found in _each(text, pattern):
            yield text.made("share", _staff(text, "BME"), found[1], found[0])
    for found in _each(text, rf"against {P} of the workforce"):
        yield text.made("share", _staff(text, "BME"), found[1], found[0])


def _moved(text: Text) -> Iterator[Fact]:
    year, term = text.reader.year, re.escape(text.reader.term)
    for found in _each(text, rf"The year before, {P} of staff were {term}"):
        yield text.made("share", _staff(text, "BME", year - 1), found[1], found[0])
    patterns = {
        rf"a change of {S} percentage points": "BME",
        rf"{term} share of staff changed by {S} points": "BME",
        rf"share of unknown ethnicity changed by {S}": "Unknown",
        rf"that of White staff by {S}": "White",
    }
    for pattern, group in patterns.items():
        for found in _each(text, pattern):
            parts = (*_staff(text, group), *_staff(text, group, year - 1))
            yield text.made("change of share", parts, found[1], found[0])


def _bands(text: Text) -> Iterator[Fact]:
    """Read '9.4% (clinical bands 5 to 7, 109 of 1,159)'."""
    pattern = rf"{P} \((clinical |non-clinical |all )?([A-Za-z][^(),]*), {N} of {N}\)"
    for found in _each(text, pattern):
        place = ((found[2] or ALL).strip(), found[3].removeprefix("staff, "))
        if place[1].startswith(("whole", "voting", "board", "executive", "non-executive")):
            continue
        cell = figures.staff(text.reader.year, *place, "BME")
        yield text.made("share", figures.share(cell), found[1], found[0])
        yield count(cell, _limits(found[4]), text.file, found[0])
        yield count((*cell[:-1], ALL), _limits(found[5]), text.file, found[0])


def _bars(text: Text) -> Iterator[Fact]:
    """Read the alternative text of the chart of pay bands: 'bands 1 to 4 12.5% of 527; ...'."""
    titles = {"Clinical staff": "clinical", "Non-clinical staff": "non-clinical", "All staff": ALL}
    for found in _each(
        text, r"(Clinical staff|Non-clinical staff|All staff): ([^:]*?)\.(?= [A-Z]|$)"
    ):
        for piece in found[2].split("; "):
            bar = re.fullmatch(rf"(.+?) {P}(?: of {N})?", piece)
            if bar is None:
                continue
            cell = figures.staff(text.reader.year, titles[found[1]], bar[1], "BME")
            yield text.made("share", figures.share(cell), bar[2], piece)
            if bar[3]:
                yield count((*cell[:-1], ALL), _limits(bar[3]), text.file, piece)
    pattern = (
        rf"(?:lowest|highest|from|to) {P} of {N} in (?:(clinical|non-clinical) )?([A-Za-z][^;.,]*)"
    )
    for found in _each(text, pattern):
        # Doctors are clinical staff, which goes without saying.
        doctors = figures.members_of(found[4])[0] in figures.DOCTORS.values()
        staff_group = found[3] or ("clinical" if doctors else ALL)
        cell = figures.staff(text.reader.year, staff_group, found[4], "BME")
        yield text.made("share", figures.share(cell), found[1], found[0])
        yield count((*cell[:-1], ALL), _limits(found[2]), text.file, found[0])


def _ratios(text: Text) -> Iterator[Fact]:
    if "as published" in text.words or "two years" in text.words:
        return
    words = re.sub(WITHIN, "", re.sub(WITHOUT, "", text.words))
    pieces = re.split(rf"(?={'|'.join(HEADINGS)})", words)
    for piece in pieces:
        one = Text(piece, text.file, text.reader)
        number = one.about(EVENT_WORDS)
        if number is not None:
            yield from _one_ratio(one, number)


def _one_ratio(text: Text, number: str) -> Iterator[Fact]:
    _, event, base, group, comparator = RATIOS[number]
    year, term = text.reader.year, re.escape(text.reader.term)
    parts = figures.ratio(year, number, group, comparator)
    own = rf"(?:(?<!before, )[Tt]he ratio (?:was|of)|\(ratio|(?<=[:;] ){year}:) {R}"
    for found in _each(text, rf"{own}|{R} (?:\))?times as likely"):
        yield text.made("ratio", parts, found[1] or found[2], found[0])
    for found in _each(
        text, rf"{C} interval,? (?:is )?{R} to {R}|(?<=[:;] ){year}: {R} \({R} to {R}\)"
    ):
        low, high = (found[1], found[2]) if found[1] else (found[4], found[5])
        known = text.reader.confidence(number)
        yield text.made("koopman lower", parts, low, found[0], *known)
        yield text.made("koopman upper", parts, high, found[0], *known)
    for found in _each(text, rf"{C} interval begins at {R} and has no upper limit"):
        known = text.reader.confidence(number)
        yield text.made("koopman lower", parts, found[1], found[0], *known)
        yield fact("koopman upper", parts, NO_LIMIT, text.file, found[0], known)
    for found in _each(text, rf"The year before, the ratio was {R}|(?<=[:;] ){year - 1}: {R}"):
        before = figures.ratio(year - 1, number, group, comparator)
        yield text.made("ratio", before, found[1] or found[2], found[0])
    pair = rf"{N} of {N} (White|{term}) and {N} of {N} (White|{term})"
    for found in _each(text, pair):
        for some, of, name in (found.groups()[:3], found.groups()[3:]):
            who = text.group(name) or ""
            yield count(
                figures.events(year, number, event, who), _limits(some), text.file, found[0]
            )
            yield count(figures.events(year, number, base, who), _limits(of), text.file, found[0])


def _without(text: Text) -> Iterator[Fact]:
    """Read indicator 2 without those who were recruited abroad."""
    _, _, _, group, comparator = RATIOS["2"]
    parts = figures.ratio(text.reader.year, "2", group, comparator, WITHOUT_INTERNATIONAL)
    for found in _each(text, WITHOUT):
        kinds = ("ratio", "koopman lower", "koopman upper")
        for kind, shown in zip(kinds, found.groups(), strict=True):
            if shown:
                yield text.made(kind, parts, shown, found[0])


def _unknown(text: Text) -> Iterator[Fact]:
    """Read what people of unknown ethnicity could do to a ratio."""
    number = text.about(EVENT_WORDS) or _by_people(text)
    if number is None or "unknown ethnicity" not in text.words or number == "?":
        return
    _, _, base, group, comparator = RATIOS[number]
    year, term = text.reader.year, re.escape(text.reader.term)
    pattern = rf"{N} (?:applicants|staff) of unknown ethnicity are left out"
    for found in _each(text, pattern):
        var = figures.events(year, number, base, "Unknown")
        yield count(var, _limits(found[1]), text.file, found[0])
    for found in _each(text, rf"anywhere from {R} to {R}"):
        for which, limit in (("low", found[1]), ("high", found[2])):
            made = figures.extreme(year, number, group, comparator, which)
            yield text.made("ratio", made, limit, found[0])
    for found in _each(text, rf"Whatever their ethnicity, it would (?:stay|be) {R}"):
        for which in ("low", "high"):
            made = figures.extreme(year, number, group, comparator, which)
            yield text.made("ratio", made, found[1], found[0])
    for found in _each(text, rf"could be {R} or anything above that"):
        made = figures.extreme(year, number, group, comparator, "low")
        yield text.made("ratio", made, found[1], found[0])
    for found in _each(text, rf"{R} if all were (White|{term})"):
        taken = text.group(found[2]) or ""
        made = figures.scenario(year, number, group, comparator, taken)
        yield text.made("ratio", made, found[1], found[0])


def _by_people(text: Text) -> str | None:
    """Indicators 3 and 4 both speak of staff: only the file's name tells them apart."""
    if "applicants of unknown" in text.words:
        return "2"
    if "disciplinary" in text.file:
        return "3"
    return "4" if "development" in text.file else None


def _board(text: Text) -> Iterator[Fact]:
    year, term = text.reader.year, re.escape(text.reader.term)
    places = {"voting board members": (ALL, "yes"), "board members": (ALL, ALL)}
    for found in _each(
        text, rf"{N} of the {N} ((?:voting )?board members) (?:was|were) {term} \({P}\)"
    ):
        seats = figures.board(year, *places[found[3]], "BME")
        yield count(seats, _limits(found[1]), text.file, found[0])
        yield count((*seats[:-1], ALL), _limits(found[2]), text.file, found[0])
        yield text.made("share", figures.share(seats), found[4], found[0])
        after = text.words[found.end() :]
        gap = re.match(rf".{{0,60}}?a difference of {S} percentage points", after)
        if gap:
            made = figures.board_gap(year, *places[found[3]], "BME")
            yield text.made("gap", made, gap[1], gap[0])
    if "board" not in text.words:
        return
    for found in _each(text, rf"([a-z][a-z -]*?) {P} \({N} of {N}\)"):
        yield from _seats(text, found)


def _seats(text: Text, found: re.Match[str]) -> Iterator[Fact]:
    """Read the alternative text of the board's chart: 'voting members 8.3% (1 of 12)'."""
    name = found[1].strip()
    if name == "whole workforce":
        cell = figures.staff(text.reader.year, ALL, ALL, "BME")
    else:
        place = next((p for n, p in BOARD.items() if n.lower() == name), None)
        if place is None:
            return
        cell = figures.board(text.reader.year, *place, "BME")
    yield text.made("share", figures.share(cell), found[2], found[0])
    yield count(cell, _limits(found[3]), text.file, found[0])
    yield count((*cell[:-1], ALL), _limits(found[4]), text.file, found[0])


def _survey(text: Text) -> Iterator[Fact]:
    number = text.about(SURVEY_WORDS)
    if number is None:
        return
    term, before = re.escape(text.reader.term), text.reader.year - 2
    for found in _each(text, rf"{P} of(?: the {N})? (White|{term}) (?:respondents|and)"):
        group = text.group(found[3]) or ""
        autumn = _autumn(text, found.end())
        parts = (part(figures.percent(autumn, number, group)),)
        yield text.made("count", parts, found[1], found[0])
        if found[2]:
            var = figures.responses(autumn, number, group)
            yield count(var, _limits(found[2]), text.file, found[0])
    for found in _each(text, rf"In the survey before, the figure for {term} respondents was {P}"):
        parts = (part(figures.percent(before, number, "BME")),)
        yield text.made("count", parts, found[1], found[0])


def _autumn(text: Text, end: int) -> int:
    """Tell of which survey respondents are said to be: the latest, unless it is named after them.

    Charts name an earlier one where the latest has no figures; it is named once for both groups.
    """
    named = rf"(?: {P} of (?:White|{re.escape(text.reader.term)}) respondents)? in autumn (\d{{4}})"
    found = re.match(named, text.words[end:])
    return int(found[2]) if found else text.reader.year - 1


def _limits(number: str) -> Printed:
    limits = printed(number)
    if limits is None:
        raise ValueError(f"{number!r} is no number")
    return limits
