"""Fictional trusts with row-level extracts, to try the whole road on.

Nothing in them is real: trusts have codes that no trust has (`ZZ1`, ...), people are numbers, and
every file says so. The same seed gives the same bytes.

What is assumed stands in `assumptions.yml`, how systems write it in `wording.yml`, what trusts
undertake and put before their boards in `plans.yml`:

- **National level.** BME share of the workforce by year; relative likelihood of appointment, of
  formal disciplinary process and of training (1.6, 1.1 and 1.1 at the newest); survey answers;
  board share below the workforce's. These follow published national figures (`data/benchmarks`).
- **Differences between trusts.** The regions' BME shares (17% to 48%, limits 3% and 50%), and the
  spread of every ratio, are set by eye so that trusts look as unlike as they are known to be.
- **Shape of the workforce.** Sizes (820 to 22,000 staff; 212 trusts make 1.5 million), posts,
  bands, contracts, turnover (11% a year), unknown ethnicity (1% to 10%), a BME share that falls
  with band, rates of cases (1%) and of training (55%): general knowledge of the NHS, not verified.
- **What events follow from.** Joiners and promoted staff are those appointed in the year; leavers
  have cases too; one in five of unknown ethnicity declares it in a year; nurses recruited abroad
  were not shortlisted.

The figures are for trying a report on, never for comparing a trust with.
"""

from wres.simulate.run import simulate_trusts, true_counts_by_year
from wres.simulate.trusts import SimulatedTrust, plan_trusts

__all__ = ["SimulatedTrust", "plan_trusts", "simulate_trusts", "true_counts_by_year"]
