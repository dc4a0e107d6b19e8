"""Every claim of a text, held to the figures of its report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from wres.chapters.reading import Chapter
from wres.claims.answers import STAFF, Context, indicators_of
from wres.claims.bench import Bench
from wres.claims.counted import beside_share
from wres.claims.denials import Outcome
from wres.claims.doubt import leave_doubtful
from wres.claims.drawn_tables import Cell
from wres.claims.figures import Claim, claims_of
from wres.claims.findings import CONTRADICTIONS, Finding, Passage
from wres.claims.known import with_known_bases
from wres.claims.lexicon import Matcher
from wres.claims.markup import Block, Plain, plain_text
from wres.claims.matching import judge_figure
from wres.claims.movements import movements_of
from wres.claims.numbers import Number
from wres.claims.offers import Offers
from wres.claims.own_words import official_wordings, own_words
from wres.claims.plans import claims_nothing, is_target
from wres.claims.reading import Sentence, read_sentence
from wres.claims.scope import Scope
from wres.claims.sentences import sentences
from wres.claims.shown import Shown
from wres.claims.standard import is_of_the_standard
from wres.claims.sums import between
from wres.claims.table_cells import caption_of, is_sentence, prose_of, rows_of
from wres.claims.table_check import TableCheck, left_unread, settled
from wres.claims.tables import cell_sentences, is_aside
from wres.claims.unheld import of_parts
from wres.claims.wording import Wording

__all__ = ["check_passages"]

# Figures that must fit one calendar before another is held to it.
_ENOUGH = 2
_TURNED = frozenset({"contradicted", "wrong direction"})


def check_passages(passages: Sequence[Passage], chapter: Chapter) -> list[Finding]:
    """Hold every claim of some passages to the figures of a report.

    Parameters
    ----------
    passages : sequence of Passage
        Markdown, with its place.
    chapter : Chapter
        The figures that the report shows. What they withhold is not known here, so no finding
        can tell it.

    Returns
    -------
    list of Finding
        In the order of the text.
    """
    checker = _checker_of(chapter)
    return [finding for passage in passages for finding in checker.check(passage)]


# A preview checks the same report again and again: its facts are made once.
_KEPT: list[tuple[Chapter, _Checker]] = []


def _checker_of(chapter: Chapter) -> _Checker:
    for kept, checker in _KEPT:
        if kept is chapter:
            return checker
    _KEPT[:] = [(chapter, _Checker(chapter)), *_KEPT[:3]]
    return _KEPT[0][1]


@dataclass(frozen=True)
class _Told:
    """A finding before it has its place in the passage."""

    outcome: Outcome
    start: int
    end: int
    # Where the bare number stands, which an inline value may take the place of.
    bare: tuple[int, int] | None = None
    # Of a number: the token that it begins at.
    core: int = -1


class _Checker:
    """The facts and words of one report, made once for all its passages."""

    def __init__(self, chapter: Chapter) -> None:
        self._chapter = chapter
        self._shown = Shown.of(chapter)
        self._matcher = Matcher(own_words(chapter, self._shown))
        self._wording = Wording(chapter)
        self._offers = Offers(self._shown.facts, chapter.facts.year)

    def check(self, passage: Passage) -> list[Finding]:
        plain = plain_text(passage.text, dict(passage.values))
        told = [*self._unsourced(plain), *self._read(plain, passage)]
        if plain.sourced:
            told += self._denied_sources(passage)
        findings = [self._finding(one, plain, passage) for one in told]
        return sorted(findings, key=lambda finding: (finding.start, finding.end))

    def _unsourced(self, plain: Plain) -> Iterator[_Told]:
        for start, end in plain.unsourced:
            message = "the source of a figure from elsewhere is empty: name it."
            yield _Told(Outcome("not found", message), start, end)

    def _denied_sources(self, passage: Passage) -> Iterator[_Told]:
        """Note figures from elsewhere that the results have another value for; they pass."""
        plain = plain_text(passage.text, dict(passage.values), with_sourced=True)
        for one in self._read(plain, passage):
            inside = [source for start, end, source in plain.sourced if start <= one.start < end]
            if inside and one.outcome.kind in CONTRADICTIONS:
                message = f"it stands as from '{inside[0]}'; here {one.outcome.message}"
                yield replace(one, outcome=Outcome("unverifiable", message), bare=None)

    def _read(self, plain: Plain, passage: Passage) -> Iterator[_Told]:
        home = indicators_of([passage.indicator]) if passage.indicator else None
        if home and home & STAFF:
            home = home | STAFF
        context = Context(home, home)
        lead: Context | None = None
        for place, block in enumerate(plain.blocks):
            listed = block.kind in {"item", "table"}
            context = lead if lead is not None and listed else Context(context.home, context.home)
            if block.kind == "table":
                yield from self._table(plain, place, context, passage)
                continue
            opening = context
            read, contexts = self._in_context(block, context)
            for told in self._judge_each(read, contexts, passage, plain):
                yield replace(told, outcome=of_parts(block.text, told.outcome))
            context = contexts[-1]
            if block.kind == "text":
                lead = context if read and self._leads(read[-1]) else None
            elif block.kind == "item" and lead is not None:
                # Each item of a list is of what leads to them all.
                context = opening
            elif block.kind == "heading":
                lead = None

    def _in_context(self, block: Block, context: Context) -> tuple[list[Sentence], list[Context]]:
        """Give the sentences of a block, the context of each, and last the one after them all."""
        read = [self._sentence(block, first, last) for first, last in sentences(block.text)]
        contexts = accumulate(
            read, lambda known, sentence: _after(sentence, known, block), initial=context
        )
        return read, list(contexts)

    def _judge_each(
        self,
        read: Sequence[Sentence],
        contexts: Sequence[Context],
        passage: Passage,
        plain: Plain,
    ) -> Iterator[_Told]:
        for place, sentence in enumerate(read):
            if not self._is_wording(sentence):
                following = next(iter(read[place + 1 :]), None)
                yield from self._judge(sentence, contexts[place], following, passage, plain)

    def _headed(self, headings: tuple[str, str], context: Context) -> Context | None:
        """Say what sentences of a cell are about; None below targets, other years and trusts."""
        read = read_sentence(", ".join(headings), 0, self._matcher)
        apart = ("time", "comparator", "plan", "band", "staff_group", "foreign")
        if read.is_dated() or is_aside(headings[1]) or any(read.has(kind) for kind in apart):
            return None
        scope = Scope(read, Context(), self._chapter.facts.year)
        about = scope.named or indicators_of(scope.topic_values()) or context.indicators
        groups = tuple(dict.fromkeys(read.values("group"))) or context.groups
        return replace(context, indicators=about, home=about, groups=groups)

    def _leads(self, sentence: Sentence) -> bool:
        """Say whether a list or a table follows that is of the reporting year: `...:`."""
        years = Scope(sentence, Context(), self._chapter.facts.year).named_years(survey=True)
        now = self._chapter.facts.year
        return sentence.text.rstrip().endswith(":") and (not years or now in years)

    def _table(
        self, plain: Plain, place: int, context: Context, passage: Passage
    ) -> Iterator[_Told]:
        """Hold the figures of a table's cells, and name it where some can't be held."""
        block = plain.blocks[place]
        held = TableCheck(self._shown, self._wording, self._chapter.facts.year)
        cells = cell_sentences(block, caption_of(plain.blocks, place), context, self._matcher)
        judged = [
            one
            for cell in cells
            for one in held.judge(cell, context)
            if not plain.is_filled(cell.first, cell.last)
            and not self._claims_nothing(one.claim, cell.sentence, passage)
        ]
        told, left = settled(judged, self._of_one_calendar([one.pair for one in judged]))
        for cell, claim, outcome in told:
            number = claim.number
            start, end = cell.sentence.place(number.first, number.last)
            bare = _bare(cell.sentence, number)
            bare = None if bare is None else (bare[0], min(bare[1], cell.last))
            yield _Told(outcome, start, min(end, cell.last), bare, number.core)
        prose = 0
        for words, headings in prose_of(rows_of(block)):
            about = self._headed(headings, context) if is_sentence(words.text) else None
            if about is None:
                # What isn't read is named, where it tells figures.
                prose += self._figures_in(words.text)
            else:
                inside = Block("text", words.start, words.text)
                yield from self._judge_each(*self._in_context(inside, about), passage, plain)
        if left + prose:
            yield _Told(left_unread(left + prose, len(judged) + prose), *_header_of(block))

    def _figures_in(self, text: str) -> int:
        numbers = read_sentence(text, 0, self._matcher).numbers
        return sum(one.value is not None and one.form == "digits" for one in numbers)

    def _claims_nothing(self, claim: Claim, sentence: Sentence, passage: Passage) -> bool:
        year, number = self._chapter.facts.year, claim.number
        target = passage.target and is_target(sentence, number, year)
        return target or claims_nothing(sentence, number.first, year, passage.plan, number)

    def _sentence(self, block: Block, first: int, last: int) -> Sentence:
        read = read_sentence(block.text[first:last], block.start + first, self._matcher)
        return with_known_bases(read)

    def _is_wording(self, sentence: Sentence) -> bool:
        """Say whether a sentence is an indicator's official wording."""
        words = " ".join(sentence.text.split()).strip(" .*_\"'“”").casefold()
        return any(words == one for one in official_wordings())

    def _judge(
        self,
        sentence: Sentence,
        context: Context,
        following: Sentence | None,
        passage: Passage,
        plain: Plain,
    ) -> Iterator[_Told]:
        if following is not None and following.has("certain", "care"):
            context = replace(context, care=True)
        scope = Scope(sentence, context, self._chapter.facts.year)
        figures = list(self._figures(scope, passage, plain))
        agreed = tuple(
            (one.core, one.outcome.fact)
            for one in figures
            if one.outcome.kind == "agrees" and one.outcome.fact is not None
        )
        about = frozenset(fact.indicator for _, fact in agreed)
        if context.indicators is None and len(about) == 1:
            scope = Scope(sentence, replace(context, indicators=about), scope.year)
        bench = Bench(scope, self._shown, self._wording, passage.plan, agreed)
        figures = [
            one for one in figures if not plain.is_filled(*sentence.place(one.core, one.core))
        ]
        moved = [
            _Told(outcome, *sentence.place(first, last))
            for outcome, first, last in movements_of(bench)
            if not plain.is_filled(*sentence.place(first, last))
        ]
        # Where the word of direction is denied, its size needn't be too.
        denied = any(one.outcome.kind in _TURNED for one in moved)
        yield from (one for one in figures if not (denied and one.outcome.back))
        yield from moved

    def _figures(self, scope: Scope, passage: Passage, plain: Plain) -> Iterator[_Told]:
        """Judge the numbers of a sentence; a difference last, by the two that it lies between."""
        sentence, year = scope.sentence, scope.year
        judged: list[tuple[Claim, Outcome]] = []
        for claim in claims_of(scope):
            number = claim.number
            if claims_nothing(sentence, number.first, year, passage.plan, number):
                continue
            if passage.target and is_target(sentence, number, year):
                continue
            if not (passage.inline or is_of_the_standard(claim, scope)):
                continue
            planned = claims_nothing(sentence, number.first, year, passage.plan)
            meant = _of_today(claim, year) if planned else claim
            judged.append((meant, judge_figure(meant, self._shown, self._wording)))
        judged = self._of_one_calendar(judged)
        judged = leave_doubtful(judged, scope, self._shown)
        agreed = [one.fact for _, one in judged if one.kind == "agrees" and one.fact is not None]
        for claim, judgement in judged:
            outcome = judgement
            if outcome.kind == "not found" and not sentence.depth(claim.number.core):
                outcome = between(claim, agreed) or outcome
            counted = None
            if outcome.kind != "agrees":
                counted = beside_share(claim, judged, sentence, self._shown, self._wording)
                outcome = counted or outcome
            if outcome.kind == "agrees" or counted is not None or not claim.loose:
                place = sentence.place(claim.number.first, claim.number.last)
                yield _Told(outcome, *place, _bare(sentence, claim.number), claim.number.core)

    def _of_one_calendar(self, judged: list[tuple[Claim, Outcome]]) -> list[tuple[Claim, Outcome]]:
        """Read a sentence's survey years all as autumns, or all as reporting years.

        As most of its figures fit; where that says nothing, each as it fits.
        """
        doubtful = [claim for claim, _ in judged if _has_two_years(claim)]
        votes: Counter[int] = Counter()
        for claim in doubtful:
            fitting = [one for one in (0, 1) if self._judged(claim, one).kind == "agrees"]
            votes.update(fitting if len(fitting) == 1 else [])
        if votes[0] == votes[1] or max(votes.values()) < _ENOUGH:
            return judged
        calendar = votes.most_common(1)[0][0]
        return [
            (claim, self._judged(claim, calendar) if _has_two_years(claim) else outcome)
            for claim, outcome in judged
        ]

    def _judged(self, claim: Claim, calendar: int) -> Outcome:
        years = frozenset({sorted(claim.query.years or ())[calendar]})
        meant = replace(claim, query=claim.query.asked(years=years))
        return judge_figure(meant, self._shown, self._wording)

    def _finding(self, told: _Told, plain: Plain, passage: Passage) -> Finding:
        fact = told.outcome.fact
        start, end = plain.original(told.start), plain.original(told.end, end=True)
        offer = None
        if passage.inline and told.outcome.offered and fact is not None and told.bare is not None:
            first, last = plain.original(told.bare[0]), plain.original(told.bare[1], end=True)
            offer = self._offers.of(fact, passage.text[first:last])
            start, end = (first, last) if offer else (start, end)
        return Finding(
            kind=told.outcome.kind,
            passage=passage,
            start=start,
            end=end,
            words=passage.text[start:end],
            message=told.outcome.message,
            offer=offer,
            fact=fact,
        )


def _has_two_years(claim: Claim) -> bool:
    """Say whether a year named may be that of a survey or of its report."""
    years = sorted(claim.query.years or ())
    return claim.query.year_said and len(years) == 2 and years[1] == years[0] + 1


def _bare(sentence: Sentence, number: Number) -> tuple[int, int] | None:
    """Give the place of a number in digits with its per cent sign; hedge and other units aside."""
    if sentence.tokens[number.core].kind != "number":
        return None
    last = number.last if number.unit == "%" and number.base is None else number.core
    return sentence.place(number.core, last)


def _of_today(claim: Claim, year: int) -> Claim:
    """Take a plan's own figure for that of the reporting year, whatever goes from it."""
    query = claim.query.asked(years=frozenset({year}), year_said=False)
    return replace(claim, query=query, planned=True)


def _after(sentence: Sentence, context: Context, block: Block) -> Context:
    """Carry on what a sentence was about to the next one."""
    scope = Scope(sentence, context, 0)
    own = scope.named or indicators_of(scope.topic_values())
    named = bool(own)
    indicators: frozenset[str] | None = own or context.indicators
    if indicators and indicators & STAFF:
        indicators = indicators | STAFF
    home = indicators if block.kind == "heading" and named else context.home
    groups = tuple(dict.fromkeys(sentence.values("group"))) or context.groups
    bands = tuple(sentence.values("band")) or context.bands
    parts = tuple(sentence.values("board")) or context.parts
    return Context(indicators, home, groups, bands, parts)


def _header_of(block: Block) -> tuple[int, int]:
    """Give the place of a table's first line; of one that isn't in lines, of its first words."""
    if block.rows:
        cells = (cell for row in block.rows for cell in row if cell.text)
        cell = next(cells, Cell("", block.start))
        return cell.start, cell.start + len(cell.text)
    first = len(block.text) - len(block.text.lstrip())
    line = block.text[first:].partition("\n")[0].rstrip()
    return block.start + first, block.start + first + len(line)
