"""What later acts did to earlier ones."""

from targets.catalogue.choices import ActRelationKind

from . import children_law, emulation_law, information_law, office_law, paper_law
from .writing import relations

RELATIONS = (
    *relations(
        ActRelationKind.REPLACES,
        (children_law.DIRECTIVE_28, children_law.DIRECTIVE_20),
        (office_law.LAW_ON_LOCAL_GOVERNMENT_FEBRUARY_2025, office_law.LAW_ON_LOCAL_GOVERNMENT_2015),
        (office_law.LAW_ON_LOCAL_GOVERNMENT, office_law.LAW_ON_LOCAL_GOVERNMENT_FEBRUARY_2025),
        (office_law.DECREE_150_2025, office_law.DECREE_45_2025),
        (office_law.CIRCULAR_20_2025, office_law.CIRCULAR_37_2021),
        (emulation_law.DECREE_152_2025, emulation_law.DECREE_98_2023),
        (emulation_law.DECREE_152_2025, emulation_law.DECREE_28_2024),
        (emulation_law.CIRCULAR_15_2025, emulation_law.CIRCULAR_01_2024),
        (emulation_law.DECREE_24_2023, emulation_law.DECREE_38_2019),
        (emulation_law.DECREE_73_2024, emulation_law.DECREE_24_2023),
        (emulation_law.DECREE_161_2026, emulation_law.DECREE_73_2024),
        (paper_law.DECREE_23_2025, paper_law.DECREE_130_2018),
        (paper_law.CIRCULAR_15_2025_SCIENCE, paper_law.CIRCULAR_22_2020),
        (paper_law.LAW_ON_ARCHIVES, paper_law.LAW_ON_ARCHIVES_2011),
        (paper_law.LAW_ON_SECRETS, paper_law.LAW_ON_SECRETS_2018),
        (information_law.LAW_ON_CYBERSECURITY, information_law.LAW_ON_NETWORK_INFORMATION_SECURITY),
        (information_law.LAW_ON_CYBERSECURITY, information_law.LAW_ON_CYBERSECURITY_2018),
        (information_law.DECREE_278_2025, information_law.DECREE_47_2020),
        (information_law.DECREE_356_2025, information_law.DECREE_13_2023),
    ),
    *relations(
        ActRelationKind.AMENDS,
        (office_law.DECREE_370_2025, office_law.DECREE_150_2025),
        (emulation_law.LAW_ON_EMULATION_AMENDED, emulation_law.LAW_ON_EMULATION),
        (paper_law.DECISION_23_2018, paper_law.DECISION_42_2014),
    ),
    *relations(
        ActRelationKind.GUIDES,
        (children_law.DECREE_56_2017, children_law.LAW_ON_CHILDREN),
        (emulation_law.DECREE_98_2023, emulation_law.LAW_ON_EMULATION),
        (emulation_law.DECREE_152_2025, emulation_law.LAW_ON_EMULATION),
        (emulation_law.CIRCULAR_15_2025, emulation_law.DECREE_152_2025),
        (office_law.CIRCULAR_20_2025, office_law.DECREE_150_2025),
        (office_law.CIRCULAR_10_2025, office_law.DECREE_150_2025),
        (paper_law.DECREE_23_2025, paper_law.LAW_ON_E_TRANSACTIONS),
        (paper_law.DECREE_68_2024, paper_law.LAW_ON_E_TRANSACTIONS),
        (paper_law.DECREE_137_2024, paper_law.LAW_ON_E_TRANSACTIONS),
        (information_law.DECREE_194_2025, paper_law.LAW_ON_E_TRANSACTIONS),
        (paper_law.DECREE_113_2025, paper_law.LAW_ON_ARCHIVES),
        (paper_law.CIRCULAR_05_2025, paper_law.LAW_ON_ARCHIVES),
        (information_law.DECREE_165_2025, information_law.LAW_ON_DATA),
        (information_law.DECREE_356_2025, information_law.LAW_ON_PERSONAL_DATA),
    ),
    *relations(
        ActRelationKind.IS_BASED_ON,
        (children_law.DECISION_1591, children_law.DECISION_23),
    ),
)
