"""Nothing that was not published before is shown to the public."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.indicators.trusts import trust_year
from wres.disclosure import require_publishable
from wres.errors import InputError
from wres.sources import TrustYear


def figures(*, published: bool) -> TrustYear:
    made = trust_year(board="all,all,White,9")
    return replace(made, trust=made.trust.model_copy(update={"already_published": published}))


def test_public_report_of_unpublished_figures_is_refused_with_the_remedy() -> None:
    with pytest.raises(InputError, match=r"data/RXX/trust\.yml.*already_published.*--profile"):
        require_publishable(figures(published=False), "public", "data")


@pytest.mark.parametrize(
    ("profile", "published"), [("public", True), ("internal", True), ("internal", False)]
)
def test_published_figures_and_internal_reports_pass(profile: str, published: bool) -> None:
    require_publishable(figures(published=published), profile, "data")


def test_trust_that_says_nothing_is_not_published() -> None:
    assert trust_year(board="all,all,White,9").trust.already_published is False
