"""The cover sheet of a board paper as `board_paper.yml` has it."""

from __future__ import annotations

from typing import Annotated, ClassVar, Final, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict

from wres.chapters.paper_texts import Lines, Prose, Words, shown_day

__all__ = ["LABELS", "Aim", "Closed", "Committee", "Cover", "ExecutiveSummary", "Tick"]

Labelled = Literal[
    "organisation",
    "title",
    "meeting",
    "date",
    "agenda_item",
    "presenter",
    "author",
    "sign_off",
    "executive_summary",
    "achievements",
    "areas_to_improve",
    "actions",
    "action_required",
    "recommendations",
    "strategic_aims",
    "enquiry_lines",
    "considered_before",
    "governance",
    "risks",
]
# What stands before each part of a cover sheet, unless the trust calls it otherwise.
LABELS: Final[dict[str, str]] = {
    **{key: key.replace("_", " ").capitalize() for key in get_args(Labelled)},
    "presenter": "Presented by",
    "author": "Written by",
    "sign_off": "Signed off by",
    "enquiry_lines": "Lines of enquiry",
}


class Closed(BaseModel):
    """A part of `board_paper.yml`: a key that it does not know is a fault."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class ExecutiveSummary(Closed):
    """What a board member reads first.

    Parameters
    ----------
    introduction, achievements, areas_to_improve, actions : str or tuple of str
    """

    introduction: Prose = ""
    achievements: Prose = ""
    areas_to_improve: Prose = ""
    actions: Prose = ""


class Aim(Closed):
    """A strategic aim of the trust: whether the paper serves it, and by which objectives."""

    aim: Words
    objectives: Words = ""
    ticked: bool = False


class Tick(Closed):
    """A line of a form that is ticked or not: a line of enquiry, an action required."""

    line: Words
    ticked: bool = False


class Committee(Closed):
    """Who has considered the paper before, when (as written), and what came of it."""

    committee: Words
    date: Annotated[Words, BeforeValidator(lambda given: shown_day(str(given or "")))] = ""
    outcome: Words = ""


def _each(key: str, **more: object) -> BeforeValidator:
    """Let a text stand for an entry that has this key alone, and for a list of one."""

    def entry(given: object) -> object:
        return {key: given, **more} if isinstance(given, str) else given

    def entries(given: object) -> object:
        if not given:
            return ()
        listed = given if isinstance(given, list | tuple) else [given]
        return [entry(one) for one in listed]

    return BeforeValidator(entries)


class Cover(Closed):
    """The cover sheet of a board paper; what is left blank is not printed, but `wres check` asks.

    Parameters
    ----------
    meeting, agenda_item, presenter, author : str
    details : dict of str to str
        Further lines of the table at the top, each with a label of the trust's own.
    executive_summary : ExecutiveSummary
    strategic_aims : tuple of Aim
    enquiry_lines : tuple of Tick
        Such as the questions that a regulator asks of all papers.
    considered_before : tuple of Committee
    action_required : tuple of Tick
        Such as 'for approval' and 'for information'; a text stands for one that is ticked.
    governance, risks, recommendations : str or tuple of str
    paragraphs : dict of str to str
        Further texts, each under a heading of the trust's own.
    labels : dict of str to str
        What the trust calls the parts above, by their keys.
    """

    elsewhere: ClassVar[str] = (
        "any other line of the cover sheet goes under `details`, any other heading with its text "
        "under `paragraphs`, both with a label of your own"
    )

    meeting: Words = ""
    agenda_item: Words = ""
    presenter: Words = ""
    author: Words = ""
    details: Lines = {}
    executive_summary: ExecutiveSummary | None = None
    strategic_aims: tuple[Aim, ...] = ()
    enquiry_lines: tuple[Tick, ...] = ()
    considered_before: Annotated[tuple[Committee, ...], _each("committee")] = ()
    action_required: Annotated[tuple[Tick, ...], _each("line", ticked=True)] = ()
    governance: Prose = ""
    risks: Prose = ""
    recommendations: Prose = ""
    paragraphs: Lines = {}
    labels: dict[Labelled, Words] = {}

    def label(self, key: str) -> str:
        """Say what a part is called."""
        return self.renamed(key) or LABELS[key]

    def renamed(self, key: str) -> str:
        """Say what the trust calls a part; nothing where it does not."""
        return {str(one): said for one, said in self.labels.items()}.get(key, "")
