"""Tables: results laid out as accessible HTML, with their captions. No arithmetic."""

from wres.tables.actions import actions_table
from wres.tables.actions_progress import (
    lookback_table,
    objectives_table,
    progress_table,
    unplanned_table,
)
from wres.tables.appendix import indicator_sources_table, pay_groups_table, wording_table
from wres.tables.board import board_table
from wres.tables.change import decomposition_bands_table, decomposition_table, trend_table
from wres.tables.comparison import comparison_table, local_population_table, peers_table
from wres.tables.cover import (
    aims_table,
    considered_table,
    cover_table,
    enquiry_table,
    required_table,
)
from wres.tables.layout import Table
from wres.tables.locality import locality_groups_table, locality_staff_table
from wres.tables.methods import not_available_table, sources_table
from wres.tables.national import national_table
from wres.tables.places import place_table
from wres.tables.ratios import likelihood_table, ratio_table
from wres.tables.seniority import disparity_table, distribution_table, model_employer_table
from wres.tables.summary import summary_table
from wres.tables.supplementary import supplementary_table
from wres.tables.survey import survey_table, survey_years_table
from wres.tables.withheld import withheld_table
from wres.tables.workforce import (
    bands_table,
    detailed_groups_table,
    groupings_table,
    workforce_table,
)

__all__ = [
    "Table",
    "actions_table",
    "aims_table",
    "bands_table",
    "board_table",
    "comparison_table",
    "considered_table",
    "cover_table",
    "decomposition_bands_table",
    "decomposition_table",
    "detailed_groups_table",
    "disparity_table",
    "distribution_table",
    "enquiry_table",
    "groupings_table",
    "indicator_sources_table",
    "likelihood_table",
    "local_population_table",
    "locality_groups_table",
    "locality_staff_table",
    "lookback_table",
    "model_employer_table",
    "national_table",
    "not_available_table",
    "objectives_table",
    "pay_groups_table",
    "peers_table",
    "place_table",
    "progress_table",
    "ratio_table",
    "required_table",
    "sources_table",
    "summary_table",
    "supplementary_table",
    "survey_table",
    "survey_years_table",
    "trend_table",
    "unplanned_table",
    "withheld_table",
    "wording_table",
    "workforce_table",
]
