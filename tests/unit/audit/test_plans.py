"""Plans of actions, whole and in parts: what they leave out is told only where all was read."""

from __future__ import annotations

from wres.audit import AuditFinding, audit_report, read_report
from wres.audit.documents import Block, Document, Grid

HEADS = ("No.", "Indicator", "Action", "Lead", "Due")
RATIOS = Grid(
    (
        ("", "2021"),
        ("Relative likelihood of appointment from shortlisting, White over BME", "1.50"),
        ("Relative likelihood of entering the disciplinary process, BME over White", "1.60"),
    )
)


def row(number: str, indicator: str, action: str) -> tuple[str, ...]:
    return (number, indicator, action, "Head of Inclusion", "31 March 2022")


FIRST = (row("1", "2", "Mixed panels"), row("2", "2", "Training for panels"))
LAST = (row("3", "3", "A second look at each case"), row("4", "2", "Reviews"))


def told(*plans: Block) -> list[AuditFinding]:
    blocks = (
        Block("heading", "Race equality report 2021 (fictional)", "p", level=1),
        Block("table", "", "table 1", grid=RATIOS),
        *plans,
    )
    found = audit_report(read_report(Document("report", blocks)))
    return [one for one in found if one.mistake == "finding without action"]


def part(place: str, *rows: tuple[str, ...], heads: bool = True, origin: str = "ruled") -> Block:
    grid = Grid((HEADS, *rows) if heads else rows, origin=origin)  # type: ignore[arg-type]
    return Block("table", "", place, grid=grid)


def test_an_adverse_indicator_that_no_row_names_is_told() -> None:
    assert [one.kind for one in told(part("table 2", *FIRST))] == ["wording"]


def test_a_plan_that_goes_on_over_the_page_is_read_to_its_end() -> None:
    following = part("page 5, table 1", *LAST, heads=False)
    assert told(part("page 4, table 2", *FIRST), following) == []


def test_a_plan_that_runs_on_as_text_leaves_nothing_out_for_sure() -> None:
    heading = Block("heading", "Action plan", "page 4", level=2)
    first = part("page 4, table 2", *FIRST, origin="aligned")
    text = Block("paragraph", "4 2 Reviews of all panels Head of Inclusion 31 March 2022", "page 5")
    found = told(heading, first, text)
    assert [(one.kind, one.message[:4]) for one in found] == [("uncheckable", "The ")]


def test_a_plan_that_names_no_indicator_by_number_leaves_nothing_out_for_sure() -> None:
    rows = (row("1", "", "Fair recruitment"), row("2", "", "Interview training"))
    assert {one.kind for one in told(part("table 2", *rows))} == {"uncheckable"}


def test_a_plan_of_one_row_is_a_plan() -> None:
    assert [one.kind for one in told(part("table 2", FIRST[0]))] == ["wording"]
    both = row("1", "2 and 3", "A second look at each case and each panel")
    assert told(part("table 2", both)) == []


def test_one_line_below_a_heading_of_a_plan_may_name_where_the_plan_is() -> None:
    heading = Block("heading", "Action plan", "p", level=2)
    line = Block("paragraph", "Our plan for indicator 2 is in appendix 3.", "p")
    assert told(heading, line) == []
