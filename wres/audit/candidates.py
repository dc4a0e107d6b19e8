"""What a report claims, as drawn from its tables and its sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from wres.audit.claim import SURVEY, Claim, Spot
from wres.audit.counting import people_in, with_group
from wres.audit.dates import names_survey_of, report_year, survey_shift
from wres.audit.documents.contents import Block, Document, boxed, is_lone, is_run_together
from wres.audit.listed import is_listed, listed_share
from wres.audit.sentences import read_paragraph
from wres.audit.sums import sums_in
from wres.audit.tables.assembling import claims_of_table
from wres.audit.tables.cells import read_parts
from wres.audit.tables.directions import with_directions
from wres.audit.tables.figures import Context, is_beside, read_figures
from wres.audit.tables.labels import read_label
from wres.audit.tables.layout import is_plan
from wres.audit.words import is_any, matches
from wres.claims.sentences import sentences

__all__ = ["Passage", "Report", "left_out_parts", "read_report"]

_LONG_HEADING: Final = 30
_ROW: Final = 3
_CELL: Final = re.compile(r"\W*\d")
_FIGURES: Final = re.compile(r"(?<![\w.])[-−+]?\d[\d,]*(?:\.\d+)?%?(?!\w)")
_YEAR: Final = re.compile(r"\b20\d\d\b")
_DAY: Final = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8} (?:19|20)\d\d\b")
_VERB: Final = re.compile(
    r"\b(?:is|are|was|were|be|has|have|had|rose|fell|increased|decreased|improved|reported|said"
    r"|shows?|gives?|stood|stands|makes?|remains?|remained|employ(?:s|ed))\b",
    re.IGNORECASE,
)
_CAPTION: Final = re.compile(r"table\s*[A-Z]?\d+[a-z]?\s*(?:[:.–—-]|$)", re.IGNORECASE)
# Under these a report explains the standard: its numbers are examples.
_EXPLAINING: Final = re.compile(
    r"\bglossary\b|\bdefinitions?\b|\babbreviations\b|\bhow to read\b|\bmethod|\bbackground\b"
    r"|\bwhat (?:is|are) the\b|\bwhat the standard\b|\babout (?:the|this)\b|\bintroduction\b"
    r"|^(?:percentages|ratios|confidence intervals)\b"
    r"|\bnational (?:picture|context)\b|\bdata (?:quality|sources?)\b|\bcontents\b",
    re.IGNORECASE,
)
_LEAD: Final = re.compile(
    r"(?:WRES\s)?(?:indicator|metric)\s*[1-9]\b(?!\s*(?:,|and|to|–|-)\s*\d)", re.IGNORECASE
)
# A row's or paragraph's own number: `2. Relative likelihood of White applicants ...`.
_OWN_NUMBER: Final = re.compile(r"\(?[1-9]\d?[.):]+\s+(?=[A-Z])")
_ROWS_OF_BOXES: Final = 2
# A figure, and words that go on from it.
_BOX: Final = re.compile(
    r"[-−+]?\d[\d,]*(?:\.\d+)?\s?(?:%|x|times)?\s(?:[A-Za-z(][^\s]*\s?){2,16}$"
)
# Words that name what a paragraph is about, before it begins: few, and ended by a stop.
_OPENING: Final = re.compile(r"[A-Z][^.:–—]{2,50}[.:–—]\s")
# What stands beside a figure and tells it again: its counts, or the same of another year.
_BESIDE: Final = re.compile(
    r"\([^()]*\)|(?<=\d)\s(?:out )?of (?:the |our |all )?\d[\d,]*(?!\d*%)", re.IGNORECASE
)
_PLAN: Final = re.compile(r"\baction(?:s|\s?plan)?\b|\bplan\b|\bobjectives?\b", re.IGNORECASE)


@dataclass(frozen=True)
class Passage:
    """A paragraph, heading or wordy cell, with the indicator that its section is about."""

    spot: Spot
    text: str
    indicator: str
    heading: bool = False
    plan: bool = False
    explains: bool = False

    @property
    def claims(self) -> bool:
        """Whether its figures are this report's claims."""
        return not (self.heading or self.plan or self.explains)

    def sentences(self) -> Iterator[tuple[Spot, str]]:
        """Yield its sentences, and where each stands."""
        for first, last in sentences(self.text):
            yield self.spot.within(first, last), self.text[first:last]


@dataclass(frozen=True)
class Report:
    """A report as read.

    Parameters
    ----------
    document : Document
    year : int, optional
        Its own year, as far as it can be told.
    claims : tuple of Claim
        Candidates, in the order of the document.
    passages : tuple of Passage
        Its sentences.
    plans : tuple of Block
        Its plans of actions.
    struck : frozenset of str
        Sentences whose reading a person has struck out.
    struck_spots : tuple of Spot
        Where the figures stand that a person has struck out.
    """

    document: Document
    year: int | None
    claims: tuple[Claim, ...]
    passages: tuple[Passage, ...]
    plans: tuple[Block, ...] = ()
    struck: frozenset[str] = frozenset()
    struck_spots: tuple[Spot, ...] = ()


def read_report(document: Document, year: int | None = None) -> Report:
    """Draw the claims from a report.

    Parameters
    ----------
    document : Document
    year : int, optional
        The report's year, where it is known better than its text tells.
    """
    own = year or report_year(document)
    tables: list[Claim] = []
    passages: list[Passage] = []
    plans: list[Block] = []
    shifts: list[int] = []
    listed: list[Claim] = []
    lead = ""
    planned = _under(document.blocks, _is_of_plan)
    elsewhere = left_out_parts(document.blocks)
    explaining = _under(document.blocks, lambda heading: bool(_EXPLAINING.search(heading)))
    for number, block, around in _with_sections(document.blocks, own):
        if number in elsewhere or (block.kind == "paragraph" and is_run_together(block.text)):
            continue
        if block.grid is None:
            heading, plan = block.kind == "heading", number in planned
            spot = Spot(block.place, number)
            topic = block.topic or _led(block.text) or around.indicator
            explains = number in explaining or _is_row(block.text)
            if is_listed(block.text, topic) and not heading:
                share = listed_share(spot, block.text, lead)
                if share is not None and not (number in explaining or plan):
                    listed.append(share)
                explains = True
            else:
                lead = block.text if len(block.text.split()) <= _LONG_HEADING else ""
            passages.append(Passage(spot, block.text, topic, heading, plan, explains))
            plans += [block] if plan and not heading else []
        elif (plan_read := _as_plan(block, number, planned, plans, document.blocks)) is not None:
            plans.append(plan_read)
            passages += _cells(block, number, around, plan=True)
        elif boxes := list(_boxes(block, number, around)):
            passages += boxes
        else:
            headed = any(block.grid.rows[0])
            found = claims_of_table(read_figures(block, number, around)) if headed else []
            lag = survey_shift(found, own) if own is not None else 0
            shifts += [lag] if any(claim.indicator in SURVEY for claim in found) else []
            origin = block.grid.origin
            found = with_directions(found, block)
            tables += [_of_reporting_year(claim, lag).but(origin=origin) for claim in found]
            apart = replace(around, indicator="") if is_beside(block, around) else around
            passages += _cells(block, number, apart)
    # Where tables of one report go by surveys and by reports, a bare year in a sentence is either.
    shift = shifts[0] if len(set(shifts)) == 1 else None if shifts else 0
    told = _all_told(passages, own, shift, by_tables=bool(shifts))
    claims = [*tables, *listed, *told]
    claims.sort(key=lambda claim: claim.spot().order)
    return Report(document, own, tuple(claims), tuple(passages), tuple(plans))


def _all_told(
    passages: Sequence[Passage], year: int | None, shift: int | None, *, by_tables: bool
) -> list[Claim]:
    """Read the figures of every passage; without tables, by the years that they themselves use."""
    said = [(one, _told(one, year, shift)) for one in passages if one.claims]
    every = [claim for _, found in said for claim in found]
    if by_tables or year is None or not _go_by_autumns(every, year):
        return every
    # Only where a year is named do the two ways of naming differ.
    again = [_told(one, year, 1) if _YEAR.search(one.text) else found for one, found in said]
    return [claim for found in again for claim in found]


def _go_by_autumns(told: Sequence[Claim], year: int) -> bool:
    """Say whether sentences without tables name a survey by its autumn, not by its report's year.

    They do unless one names the report's year, or the year before beside a figure of no named year.
    """
    survey = [one for one in told if one.indicator in SURVEY and one.value]
    # `The 2021 survey` is that of an autumn in either kind of report.
    survey = [one for one in survey if not (one.year and names_survey_of(one.text, one.year - 1))]
    unnamed = {one.key for one in survey if one.year is None}
    named = [one for one in survey if one.year is not None]
    return bool(named) and all(
        one.year < year - (one.key in unnamed) for one in named if one.year is not None
    )


def _told(passage: Passage, year: int | None, shift: int | None) -> list[Claim]:
    """Read a passage's figures, each with the counts that its own sentence prints beside it."""
    read = list(read_paragraph(passage.spot, passage.text, passage.indicator, year, shift))
    sums = list(sums_in(passage.text, passage.spot))
    counted = {
        place: total
        for total in sums
        for place, claim in enumerate(read)
        if total.numerator is not None and _is_of(claim, total)
    }
    for place, total in counted.items():
        read[place] = read[place].but(numerator=total.numerator, denominator=total.denominator)
    used = {id(total) for total in counted.values()}
    apart = [
        with_group(total, passage.text, passage.indicator)
        for total in sums
        if id(total) not in used
    ]
    told = [*read, *apart]
    told += people_in(passage.text, passage.spot, passage.indicator, told)
    numbered = _OWN_NUMBER.match(passage.text)
    return told if numbered is None else [
        claim for claim in told if claim.spot().start >= numbered.end()
    ]  # fmt: skip


def _is_of(claim: Claim, total: Claim) -> bool:
    """Say whether a share with its counts is the figure of a claim."""
    one, other = claim.spot(), total.spot()
    share = claim.measure in {"share", "distribution", "likelihood", "percentage"}
    return share and bool(claim.value) and one.start < other.end and other.start < one.end


def _of_reporting_year(claim: Claim, shift: int) -> Claim:
    """Give a claim of the staff survey the reporting year, where tables name that of the survey."""
    if claim.indicator not in SURVEY or not shift:
        return claim
    years = {
        name: year + shift
        for name in ("year", "previous_year", "comparator_year")
        if (year := getattr(claim, name)) is not None
    }
    return claim.but(**years)


def _is_row(text: str) -> bool:
    """Say whether a line is a row or a cell of a table that wasn't seen as one, or of contents."""
    if text.rstrip().endswith((".", "!", "?", ";")) and "...." not in text:
        return False
    if _is_labelled(text):
        return False
    if _CELL.match(text) and not _VERB.search(text):
        return True
    figures = len(_FIGURES.findall(_DAY.sub(" ", text)))
    if figures >= _ROW and not _VERB.search(text):
        return True
    return figures >= _ROW and 3 * figures >= len(text.split())


def _is_labelled(text: str) -> bool:
    """Say whether a line tells one group's figure with its counts: `White: 25.0% (210 of 840)`."""
    label, _, rest = text.partition(":")
    figures = _FIGURES.findall(_BESIDE.sub(" ", rest or text))
    groups = {name for _, name in matches("group", text)}
    led = bool(rest) and not _FIGURES.search(label)
    return len(figures) == 1 and len(groups) == 1 and (led or bool(_BESIDE.search(text)))


def _led(text: str) -> str:
    """Give the indicator that a paragraph opens with: `Training (4). A ratio of ...`."""
    opening = _OPENING.match(text)
    if opening is None:
        return ""
    number = re.search(r"\(([1-9])\)", opening[0])
    return number[1] if number else read_label(opening[0]).indicator


def _is_of_plan(heading: str) -> bool:
    return _PLAN.search(heading) is not None and "progress" not in heading.lower()


def _as_plan(
    block: Block, number: int, planned: set[int], plans: Sequence[Block], blocks: Sequence[Block]
) -> Block | None:
    """Give a table that is a plan of actions, or goes on with one; None where it is none.

    What a page's end parts has no headings of its own: it gets those of the part before.
    """
    grid = block.grid
    if grid is None or is_plan(grid):
        return block if grid is not None else None
    before = next((plan for plan in reversed(plans) if plan.grid is not None), None)
    if before is None or before.grid is None or before.grid.width != grid.width:
        return None
    follows = number > 0 and blocks[number - 1].place == before.place
    if not follows and number not in planned:
        return None
    rows = (before.grid.rows[0], *grid.rows)
    return replace(block, grid=replace(grid, rows=rows, copies=frozenset()))


def left_out_parts(blocks: Sequence[Block]) -> set[int]:
    """Find the parts of a report that hold to another standard, as that on disability."""
    found: set[int] = set()
    level: int | None = None
    for number, block in enumerate(blocks):
        if block.kind == "heading":
            here, other = is_any("here", block.text), is_any("elsewhere", block.text)
            if other and not here:
                level = min(block.level, level or block.level)
            elif here or (level is not None and block.level <= level):
                level = None
        if level is not None:
            found.add(number)
    return found


def _under(blocks: Sequence[Block], named: Callable[[str], bool]) -> set[int]:
    """Find the blocks under headings of a sort, each down to the next heading as high."""
    found: set[int] = set()
    level: int | None = None
    for number, block in enumerate(blocks):
        if block.kind == "heading" and (level is None or block.level <= level):
            level = block.level if named(block.text) else None
        elif level is not None:
            found.add(number)
    return found


def _with_sections(
    blocks: Sequence[Block], year: int | None
) -> Iterator[tuple[int, Block, Context]]:
    """Yield each block with what the headings above it and the line before it say."""
    indicator, levels = "", 0
    heading = before = ""
    below = _captions_stand_below(blocks)
    sections: list[Block] = []
    for number, block in enumerate(blocks):
        if block.kind == "heading":
            sections = [*(one for one in sections if one.level < block.level), block]
        short = block.grid is None and len(block.text.split()) <= _LONG_HEADING
        if short and _LEAD.match(block.text):
            indicator, levels = read_label(block.text).indicator or indicator, block.level or 9
            heading = block.text
        elif short and block.kind == "heading":
            found = read_label(block.text).indicator
            if found or block.level <= levels or not levels:
                indicator, levels = found, block.level
            heading = block.text
        caption = (_caption_below(blocks, number) if below else "") or before
        texts = tuple(dict.fromkeys(text for text in (caption, heading) if text))
        named = tuple(one.text for one in reversed(sections))
        yield number, block, Context(indicator, year, texts, named)
        leads = short or _is_caption(block)
        before = block.text if leads and not (below and _is_caption(block)) else ""


def _is_caption(block: Block) -> bool:
    return block.grid is None and _CAPTION.match(block.text) is not None


def _captions_stand_below(blocks: Sequence[Block]) -> bool:
    """Say whether a report puts `Table 1: ...` under its tables."""
    places = [number for number, block in enumerate(blocks) if block.grid is not None]
    under = sum(_is_caption(block) for n in places for block in blocks[n + 1 : n + 2])
    over = sum(_is_caption(blocks[n - 1]) for n in places if n)
    return under > over


def _caption_below(blocks: Sequence[Block], number: int) -> str:
    following = blocks[number + 1] if number + 1 < len(blocks) else None
    return following.text if following is not None and _is_caption(following) else ""


def _boxes(block: Block, number: int, around: Context) -> Iterator[Passage]:
    """Yield the lines of a table that lays figures out with the words above or below them.

    Each stands in a cell of the only row, or in those of two, one of figures and one of words.
    """
    grid = block.grid
    if grid is None or not 0 < len(grid.rows) <= _ROWS_OF_BOXES:
        return
    found = []
    for column in range(grid.width):
        cells = [row[column] for row in grid.rows if row[column]]
        row = len(grid.rows) - 1
        if len(cells) == _ROWS_OF_BOXES:
            first = is_lone(cells[0])
            text = boxed(cells[not first], cells[first], below=first)
            row = row if first else 0
        else:
            text = cells[0] if cells and _BOX.match(cells[0]) else None
        if text is None and cells:
            return
        if text is not None:
            found.append((row, column, text))
    for row, column, text in found if len(found) > 1 else ():
        spot = Spot(f"{block.place} column {column + 1}", number, row, column)
        yield Passage(spot, text, around.indicator)


def _cells(block: Block, number: int, around: Context, *, plan: bool = False) -> Iterator[Passage]:
    """Yield the cells of a table that hold sentences."""
    grid = block.grid
    if grid is None:
        return
    for row, cells in enumerate(grid.rows):
        for column, text in enumerate(cells):
            if len(text.split()) < 5 or read_parts(text) or (row, column) in grid.copies:
                continue
            spot = Spot(f"{block.place} row {row + 1} column {column + 1}", number, row, column)
            indicator = read_label(" ".join(cells[:column])).indicator if column else ""
            yield Passage(spot, text, indicator or around.indicator, plan=plan)
