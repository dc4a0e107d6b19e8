"""A report's own figures as results, to which its sentences are held."""

from __future__ import annotations

from tests.unit.audit.claims import claim
from wres.audit.bridge import chapter_of
from wres.claims.facts import row_facts
from wres.claims.wording import Wording


def test_a_part_of_staff_by_another_name_than_ours_is_named_as_the_report_names_it() -> None:
    one = claim(
        indicator="1", measure="share", group="BME", breakdown="band=hosted research",
        value="8.0%", comparator_name="England", comparator_value="22.4%",
    )  # fmt: skip
    chapter = chapter_of([one], 2021)
    names = [Wording(chapter).name(fact) for fact in row_facts(chapter)]
    assert any("hosted research" in name for name in names)
