"""All sample documents; each stands after those it carries out."""

from .ba_ria_vung_tau_2023 import MOVEMENT_OF_2023
from .decision_782 import DECISION_782
from .dien_bien_464 import LETTER_464
from .dien_bien_dong_10 import PLAN_10
from .ha_dong_2021_2025 import PLAN_OF_HA_DONG
from .huu_lung_192 import PLAN_192
from .lang_son_187 import PLAN_187
from .tan_thanh_2023 import PLAN_OF_TAN_THANH

DOCUMENTS = (
    DECISION_782,
    PLAN_187,
    PLAN_192,
    PLAN_OF_TAN_THANH,
    PLAN_10,
    PLAN_OF_HA_DONG,
    MOVEMENT_OF_2023,
    LETTER_464,
)
