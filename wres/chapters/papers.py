"""A document as `board_paper.yml` describes it: kind, sections, cover sheet, release.

Text as the trust wrote it, and no figures.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Final, Literal, get_args

from pydantic import BaseModel, BeforeValidator, Field, model_validator

from wres.chapters.cover_sheet import (
    Aim,
    Closed,
    Committee,
    Cover,
    ExecutiveSummary,
    Tick,
)
from wres.chapters.paper_texts import Day, Words, as_list
from wres.chapters.placing import INDICATOR_CHAPTERS
from wres.chapters.register_settings import RegisterSettings
from wres.definitions.placeholders import placeholder_in

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

# The keys and places in lists that lead to something.
Place = tuple[int | str, ...]
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
        # one page of its own: after a text it would leave the page before it half blank
        "performance",
        _AT_A_GLANCE,
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


def _listed(given: object) -> object:
    """Let a list of texts stand where a text does."""
    is_list = isinstance(given, list) and all(isinstance(one, str) for one in given)
    return as_list(tuple(given)) if is_list and isinstance(given, list) else given


class Section(Closed):
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
    text: Annotated[Words | None, BeforeValidator(_listed)] = None
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


class SignOff(Closed):
    """Who has signed the document off, and on which day; all three, or it is not signed off."""

    name: Words = ""
    role: Words = ""
    date: Day = None

    @property
    def is_recorded(self) -> bool:
        """Whether somebody is named, with a role and a day."""
        return bool(self.name and self.role and self.date) and not self.placeholder

    @property
    def placeholder(self) -> str | None:
        """What stands where a name or a role is still to come."""
        return placeholder_in(self.name) or placeholder_in(self.role)


class Paper(Closed):
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

    def is_signed(self, today: dt.date | None = None) -> bool:
        """Whether it is signed off on a day that has come, and that is not after its own."""
        day = self.sign_off.date
        if not self.sign_off.is_recorded or day is None:
            return False
        return day <= (today or dt.date.today()) and (self.date is None or day <= self.date)

    @property
    def placeholder(self) -> str | None:
        """The first placeholder in its texts."""
        texts = _texts(self.model_dump(exclude={"action_register", "reference_document"}))
        return next(filter(None, map(placeholder_in, texts)), None)

    def blanks(self) -> Iterator[Place]:
        """Give the place of each key that is there and says nothing; of its sign-off, none."""
        yield from _blanks(self, ())


def _blanks(given: object, place: Place) -> Iterator[Place]:
    if isinstance(given, BaseModel):
        for name, said in given:
            if name in given.model_fields_set and name != SIGN_OFF:
                yield from _blanks(said, (*place, name))
    elif isinstance(given, dict):
        for label, said in given.items():
            yield from _blanks(said, (*place, str(label)))
    elif isinstance(given, tuple) and given:
        for at, said in enumerate(given):
            yield from _blanks(said, (*place, at))
    elif given in {"", ()}:
        yield place


def _texts(given: object) -> Iterator[str]:
    if isinstance(given, str):
        yield given
    elif isinstance(given, dict):
        for label, said in given.items():
            yield from (str(label), *_texts(said))
    elif isinstance(given, list | tuple):
        for one in given:
            yield from _texts(one)
