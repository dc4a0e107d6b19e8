"""Nothing that is withheld can be worked out from two years of results.csv."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests.attack.attacking import attack_results, generated
from tests.attack.beside import PLAIN
from tests.attack.drawn import two_years
from tests.attack.made import Tables


# Shrinking two years of tables takes minutes and shows no more than the finding itself does.
@pytest.mark.slow
@settings(
    max_examples=15,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(two_years())
def test_no_withheld_count_of_any_tables_can_be_worked_out(years: dict[int, Tables]) -> None:
    outcome = attack_results("ZZ9", years)
    assert not outcome.misread
    assert not outcome.findings, "\n".join(map(str, outcome.findings))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1, 11))
def test_no_withheld_count_of_a_small_trust_can_be_worked_out(seed: int) -> None:
    outcome = attack_results(*generated(seed))
    assert not outcome.misread
    assert outcome.sensitive > 5
    assert not outcome.findings, "\n".join(map(str, outcome.findings))


@pytest.mark.slow
def test_without_secondary_suppression_withheld_counts_are_found() -> None:
    trusts = [*(generated(seed, PLAIN) for seed in (1, 2, 3)), *map(generated, (2, 4, 5))]
    found = [attack_results(*trust, secondary=False).findings for trust in trusts]
    assert all(len(findings) > 3 for findings in found)
    assert all(finding.low <= finding.true <= finding.high for some in found for finding in some)
