"""What later acts did to earlier ones."""

from targets.catalogue.choices import ActRelationKind

from . import children, emulation, information, offices, papers
from .writing import relations

RELATIONS = (
    *relations(
        ActRelationKind.REPLACES,
        (children.DIRECTIVE_28, children.DIRECTIVE_20),
        (offices.LAW_ON_LOCAL_GOVERNMENT_FEBRUARY_2025, offices.LAW_ON_LOCAL_GOVERNMENT_2015),
        (offices.LAW_ON_LOCAL_GOVERNMENT, offices.LAW_ON_LOCAL_GOVERNMENT_FEBRUARY_2025),
        (offices.DECREE_150_2025, offices.DECREE_45_2025),
        (offices.CIRCULAR_20_2025, offices.CIRCULAR_37_2021),
        (emulation.DECREE_152_2025, emulation.DECREE_98_2023),
        (emulation.DECREE_152_2025, emulation.DECREE_28_2024),
        (emulation.CIRCULAR_15_2025, emulation.CIRCULAR_01_2024),
        (emulation.DECREE_24_2023, emulation.DECREE_38_2019),
        (emulation.DECREE_73_2024, emulation.DECREE_24_2023),
        (emulation.DECREE_161_2026, emulation.DECREE_73_2024),
        (papers.DECREE_23_2025, papers.DECREE_130_2018),
        (papers.CIRCULAR_15_2025_SCIENCE, papers.CIRCULAR_22_2020),
        (papers.LAW_ON_ARCHIVES, papers.LAW_ON_ARCHIVES_2011),
        (papers.LAW_ON_SECRETS, papers.LAW_ON_SECRETS_2018),
        (information.LAW_ON_CYBERSECURITY, information.LAW_ON_NETWORK_INFORMATION_SECURITY),
        (information.LAW_ON_CYBERSECURITY, information.LAW_ON_CYBERSECURITY_2018),
        (information.DECREE_278_2025, information.DECREE_47_2020),
        (information.DECREE_356_2025, information.DECREE_13_2023),
    ),
    *relations(
        ActRelationKind.AMENDS,
        (offices.DECREE_370_2025, offices.DECREE_150_2025),
        (emulation.LAW_ON_EMULATION_AMENDED, emulation.LAW_ON_EMULATION),
        (papers.DECISION_23_2018, papers.DECISION_42_2014),
    ),
    *relations(
        ActRelationKind.GUIDES,
        (children.DECREE_56_2017, children.LAW_ON_CHILDREN),
        (emulation.DECREE_98_2023, emulation.LAW_ON_EMULATION),
        (emulation.DECREE_152_2025, emulation.LAW_ON_EMULATION),
        (emulation.CIRCULAR_15_2025, emulation.DECREE_152_2025),
        (offices.CIRCULAR_20_2025, offices.DECREE_150_2025),
        (offices.CIRCULAR_10_2025, offices.DECREE_150_2025),
        (papers.DECREE_23_2025, papers.LAW_ON_E_TRANSACTIONS),
        (papers.DECREE_68_2024, papers.LAW_ON_E_TRANSACTIONS),
        (papers.DECREE_137_2024, papers.LAW_ON_E_TRANSACTIONS),
        (information.DECREE_194_2025, papers.LAW_ON_E_TRANSACTIONS),
        (papers.DECREE_113_2025, papers.LAW_ON_ARCHIVES),
        (papers.CIRCULAR_05_2025, papers.LAW_ON_ARCHIVES),
        (information.DECREE_165_2025, information.LAW_ON_DATA),
        (information.DECREE_356_2025, information.LAW_ON_PERSONAL_DATA),
    ),
    *relations(
        ActRelationKind.IS_BASED_ON,
        (children.DECISION_1591, children.DECISION_23),
    ),
)
