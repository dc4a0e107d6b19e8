"""WCAG 2.2 A and AA by axe-core in a real browser, at desk and phone width."""

from __future__ import annotations

import pytest

from tests.accessibility import hold_file
from tests.report.samples import Rendered


@pytest.mark.slow
@pytest.mark.parametrize("width", [1280, 360])
def test_no_rule_of_wcag_is_broken_and_nothing_scrolls_sideways(
    rendered: Rendered, width: int
) -> None:
    hold_file(rendered.folder / "report.html", width)
