"""A document as `board_paper.yml` describes it: kind, sections, cover sheet, release.

Text as the trust wrote it, and no figures.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Final, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from wres.chapters.placing import INDICATOR_CHAPTERS
from wres.chapters.register_settings import RegisterSettings
from wres.labels import format_day

__all__ = [
    "COVER",
    "KINDS",
    "SIGN_OFF",
    "SPINE_SECTIONS",
    "Aim",
    "Committee",
    "Cover",
    "ExecutiveSummary",
    "Paper",
    "Section",
    "SignOff",
    "Tick",
]

Kind = Literal["board paper", "full analysis", "metrics appendix", "action plan", "progress report"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
# Sections that no chapter holds: those of report.qmd, by the identifiers of their headings.
SPINE_SECTIONS: Final = ("about", "indicators", "reading", "glossary")
COVER: Final = "cover"
SIGN_OFF: Final = "sign_off"

_PLAN: Final = ("progress", "action_plan")
_OVER_TIME: Final = ("trends", "comparison")
# Where a document has an executive summary of its own, or tells something else first.
_AT_A_GLANCE: Final = {"section": "summary", "title": "Summary of the indicators"}
# What a document of each kind holds where its `sections` are not given.
_SECTIONS: Final[dict[str, tuple[str | dict[str, str], ...]]] = {
    "board paper": (
        COVER,
        _AT_A_GLANCE,
        "performance",
        "about",
        *INDICATOR_CHAPTERS,
        *_OVER_TIME,
        *_PLAN,
        "methods",
        "glossary",
    ),
    "full analysis": (
        "summary",
        "performance",
        "about",
        "locality",
        "national",
        *INDICATOR_CHAPTERS,
        *_OVER_TIME,
        *_PLAN,
        "appendix",
        "methods",
        "glossary",
        SIGN_OFF,
    ),
    "metrics appendix": (
        "indicators",
        "performance",
        *INDICATOR_CHAPTERS,
        "appendix",
        "methods",
        SIGN_OFF,
    ),
    "action plan": ("action_plan", SIGN_OFF),
    "progress report": ("progress", _AT_A_GLANCE, "performance", SIGN_OFF),
}
_TITLES: Final[dict[str, str]] = {
    "board paper": "Workforce Race Equality Standard report {year}",
    "full analysis": "Workforce Race Equality Standard {year}: full analysis",
    "metrics appendix": "Workforce Race Equality Standard {year}: indicators",
    "action plan": "Workforce Race Equality Standard {year}: action plan",
    "progress report": "Workforce Race Equality Standard {year}: progress on last year's plan",
}


def _as_written(given: object) -> object:
    """Take what YAML read as a number, a day or nothing for the words that were meant."""
    if given is None:
        return ""
    if isinstance(given, dt.date):
        return format_day(given)
    return str(given) if type(given) in (int, float) else given


# A text may be empty: `wres check` names what is left to fill in, and the draft can be read.
Words = Annotated[str, BeforeValidator(_as_written)]
Items = Annotated[tuple[Words, ...], BeforeValidator(lambda given: () if given is None else given)]
Day = Annotated[dt.date | None, BeforeValidator(lambda given: None if given == "" else given)]


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Section(_Closed):
    """A section of the document.

    Parameters
    ----------
    section : str
        Name of a chapter of every report, of one of the trust's own, or of a passage of report.qmd;
        blank where `text` is given.
    title : str
        Its heading, in place of its own; a text must have one.
    text : str
        What stands in it: paragraphs, lists, emphasis and links.
    signed : str
        Who signs a text, as printed below it.
    """

    section: Words = ""
    title: Words = ""
    text: Words | None = None
    signed: Words = ""

    @model_validator(mode="before")
    @classmethod
    def _from_name(cls, given: object) -> object:
        return {"section": given} if isinstance(given, str) else given

    @model_validator(mode="after")
    def _is_one_of_both(self) -> Section:
        if bool(self.section) == (self.text is not None):
            raise ValueError("must have a section's name, or a title with a text")
        if self.text is not None and not self.title:
            raise ValueError("must have a title: a text needs a heading")
        if self.signed and self.text is None:
            raise ValueError("signed must stand with a text")
        return self


class ExecutiveSummary(_Closed):
    """What a board member reads first.

    Parameters
    ----------
    introduction : str
    achievements, areas_to_improve, actions : tuple of str
    """

    introduction: Words = ""
    achievements: Items = ()
    areas_to_improve: Items = ()
    actions: Items = ()


class Aim(_Closed):
    """A strategic aim of the trust: whether the paper serves it, and by which objectives."""

    aim: Words
    objectives: Words = ""
    ticked: bool = False


class Tick(_Closed):
    """A line of a form that is ticked or not: a line of enquiry, an action required."""

    line: Words
    ticked: bool = False


class Committee(_Closed):
    """Who has considered the paper before, and when (as written)."""

    committee: Words
    date: Words = ""


class SignOff(_Closed):
    """Who has signed the document off, and on which day; all three, or it is not signed off."""

    name: Words = ""
    role: Words = ""
    date: Day = None

    @property
    def is_recorded(self) -> bool:
        """Whether somebody is named, with a role and a day."""
        return bool(self.name and self.role and self.date)


class Cover(_Closed):
    """The cover sheet of a board paper; what is left blank is not printed, but `wres check` asks.

    Parameters
    ----------
    meeting, agenda_item, presenter, author : str
    executive_summary : ExecutiveSummary
    strategic_aims : tuple of Aim
    enquiry_lines : tuple of Tick
        Such as the questions that a regulator asks of all papers.
    considered_before : tuple of Committee
    action_required : tuple of Tick
        Such as 'for approval' and 'for information'; a text stands for one that is ticked.
    governance, risks : str
    recommendations : tuple of str
    """

    meeting: Words = ""
    agenda_item: Words = ""
    presenter: Words = ""
    author: Words = ""
    executive_summary: ExecutiveSummary | None = None
    strategic_aims: tuple[Aim, ...] = ()
    enquiry_lines: tuple[Tick, ...] = ()
    considered_before: tuple[Committee, ...] = ()
    action_required: Annotated[
        tuple[Tick, ...],
        BeforeValidator(
            lambda given: [{"line": given, "ticked": True}] if isinstance(given, str) else given
        ),
    ] = ()
    governance: Words = ""
    risks: Words = ""
    recommendations: Items = ()


class Paper(_Closed):
    """`board_paper.yml`.

    Parameters
    ----------
    kind : str
    title, subtitle : str
        In place of those of its kind, and of the trust's name.
    date : date
        Of the document: the meeting's, or that of publication. Actions are overdue as at this day.
    contents : bool
        Whether it has a table of contents; by default, all but an action plan.
    numbering : str
        `sections` numbers headings (1, 1.1), `paragraphs` the sections and their paragraphs
        (1.1, 1.2); `none` neither.
    sections : tuple of Section
        In their order; by default, those of the kind.
    cover : Cover
    sign_off : SignOff
        Until it is recorded, every page is marked DRAFT.
    embargo_until : date
        The day from which the document may be public.
    reference_document : str
        A Word document beside `board_paper.yml`, whose looks report.docx takes.
    register : RegisterSettings
        How the action plan is shown.
    """

    kind: Kind = "board paper"
    title: Words = ""
    subtitle: Words = ""
    date: Day = None
    contents: bool | None = None
    numbering: Literal["none", "sections", "paragraphs"] = "none"
    sections: tuple[Section, ...] = ()
    cover: Cover = Cover()
    sign_off: SignOff = SignOff()
    embargo_until: Day = None
    reference_document: Words = ""
    action_register: RegisterSettings = Field(default=RegisterSettings(), alias="register")

    @property
    def ordered(self) -> tuple[Section, ...]:
        """The sections in their order, those of the kind where none are given."""
        return self.sections or tuple(map(Section.model_validate, _SECTIONS[self.kind]))

    @property
    def named(self) -> tuple[str, ...]:
        """The names of its sections, texts aside, in their order."""
        return tuple(one.section for one in self.ordered if one.section)

    @property
    def has_contents(self) -> bool:
        """Whether it has a table of contents."""
        return self.kind != "action plan" if self.contents is None else self.contents

    def titled(self, year: int) -> str:
        """Give its title."""
        return self.title or _TITLES[self.kind].format(year=year)
