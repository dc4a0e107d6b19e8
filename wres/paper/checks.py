"""What is left to fill in before a document is signed off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

import yaml

from wres.chapters.conditions import flags
from wres.chapters.own import OwnChapter, added_after
from wres.chapters.papers import COVER
from wres.chapters.reading import Chapter
from wres.chapters.register import Register
from wres.chapters.spine import embedded
from wres.chapters.unfinished import left_open
from wres.definitions.placeholders import placeholders_in
from wres.errors import Problem
from wres.labels import format_day
from wres.paper.reading import PaperFile

__all__ = ["check_paper"]

_FILL_IN: Final = "Fill it in"
_DRAFT: Final = "the document stays marked DRAFT"
_LEAVE_OUT: Final = "Fill it in, or take the key out,"
# A cover sheet that a board can act on names these.
_ASKED: Final = {
    "meeting": "the meeting",
    "presenter": "who presents the paper",
    "executive_summary": "an executive summary",
    "action_required": "what the board is asked to do",
    "recommendations": "recommendations",
}


# Sections that need what a trust may not have: the flag that tells, and what is lacking.
_NEEDED: Final = {
    "action_plan": ("actions", "the year has no action plan"),
    "progress": ("progress", "there is no action plan of this year and the last"),
    "locality": ("local-population", "there is no local_population.csv"),
    "appendix": ("pay-groups", "no head counts by pay group are at hand"),
    "national": ("national", "no national figures are at hand"),
    "comparison": ("comparisons", "there is nothing to compare with"),
}


def check_paper(
    read: PaperFile,
    chapter: Chapter | None = None,
    today: date | None = None,
    own: Sequence[OwnChapter] = (),
) -> list[Problem]:
    """Find placeholders, empty texts, missing names and sections without content, each in its line.

    Parameters
    ----------
    read : PaperFile
    chapter : Chapter, optional
        Results of the report, by which a section that is asked for is known to be empty, and the
        action plan.
    today : date, optional
        The day of the calendar, unless another is asked about: nobody signs on a later one.
    own : sequence of OwnChapter
        The trust's own chapters: what is left to fill in there keeps the document a draft as well.

    Returns
    -------
    list of Problem
        None of them keeps a draft from being rendered.
    """
    paper = read.paper
    found = [
        *_placeholders(read),
        *(read.problem("is empty", _LEAVE_OUT, *place) for place in paper.blanks()),
        *_cover(read),
        *_sign_off(read, today or date.today(), chapter.register if chapter else (), own),
        *(_without_content(read, chapter) if chapter else ()),
        *_left_out(read, own),
        *([] if paper.date else [read.problem("the document's date is missing", _FILL_IN, "date")]),
    ]
    return sorted(found, key=lambda one: one.row or 0)


def _placeholders(read: PaperFile) -> Iterator[Problem]:
    # columns of the register are named in brackets too
    text = re.sub(r"\bfields:\s*\[[^\]]*\]", "fields:", _without_comments(read.text))
    for row, line in enumerate(text.splitlines(), start=1):
        for found in placeholders_in(line):
            rule = "must not hold a placeholder"
            yield read.file.problem(rule, _FILL_IN, row=row, given=found)


def _without_comments(text: str) -> str:
    """Blank out what YAML skips; in a text `# x` is a heading, and stays."""
    texts = [
        # of a block, the first line holds its mark and perhaps a comment
        (text.find("\n", start) if token.style in {"|", ">"} else start, token.end_mark.index)
        for token in yaml.scan(text)
        if isinstance(token, yaml.ScalarToken)
        for start in [token.start_mark.index]
    ]

    def blank(found: re.Match[str]) -> str:
        return found[0] if any(a <= found.start() < b for a, b in texts) else " "

    return re.sub(r"(?:^|[ \t])#.*", blank, text, flags=re.MULTILINE)


def _cover(read: PaperFile) -> Iterator[Problem]:
    if COVER not in read.paper.named:
        return
    for key, what in _ASKED.items():
        if not getattr(read.paper.cover, key) and key not in read.paper.cover.model_fields_set:
            yield read.problem(f"the cover sheet does not say {what}", _FILL_IN, "cover")


def _without_content(read: PaperFile, chapter: Chapter) -> Iterator[Problem]:
    """Name sections that the trust asks for by name and that print nothing."""
    held = flags(chapter)
    for place, section in enumerate(read.paper.sections):
        flag, lacking = _NEEDED.get(section.section, ("", ""))
        if flag and not held[flag]:
            rule = f"has nothing to show: {lacking}"
            remedy = "Supply it, or take the section out,"
            yield read.problem(rule, remedy, "sections", place, given=section.section)


def _left_out(read: PaperFile, own: Sequence[OwnChapter]) -> Iterator[Problem]:
    """Name the trust's own chapters that sections do not name and that follow none of these."""
    held = embedded(read.paper, added_after(own))
    for one in own if read.paper.sections else ():
        if one.name not in held:
            neither = f"neither your chapter {one.name} nor {one.after}, which it comes after"
            names = f"names {neither}" if one.after else f"does not name your chapter {one.name}"
            rule = f"{names}: the document leaves {one.file.shown} out"
            remedy = f"Add {one.name} to the list, or take the file out of its folder,"
            yield read.problem(rule, remedy, "sections")


def _sign_off(
    read: PaperFile, today: date, register: Register, own: Sequence[OwnChapter]
) -> Iterator[Problem]:
    """Say why a sign-off that is given lifts no DRAFT."""
    paper, said = read.paper, read.paper.sign_off
    given = said.model_fields_set
    lacking = [key for key in ("name", "role", "date") if not getattr(said, key)]
    if given and lacking:
        yield read.problem(f"lacks {' and '.join(lacking)}: {_DRAFT}", _FILL_IN, "sign_off")
    if said.placeholder:
        rule = f"is no sign-off while it holds a placeholder: {_DRAFT}"
        yield read.problem(rule, _FILL_IN, "sign_off", given=said.placeholder)
    if said.date and said.date > today:
        rule = f"is a day that has not come: {_DRAFT} until then"
        yield read.problem(rule, "Correct it", "sign_off", "date", given=str(said.date))
    elif said.date and paper.date and said.date > paper.date:
        rule = f"is after the document's own date, {format_day(paper.date)}: {_DRAFT}"
        remedy = "Correct one of the two (`date` is that of the meeting, or of publication)"
        yield read.problem(rule, remedy, "sign_off", "date", given=str(said.date))
    still = left_open(paper, register, own)
    if paper.is_signed(today) and still:
        rule = f"is recorded, but something is still to be filled in: {_DRAFT}"
        yield read.problem(rule, _FILL_IN, "sign_off", given=still)
