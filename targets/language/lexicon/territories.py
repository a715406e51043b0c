"""Territories of government, before and after the reform of 2025."""

from .patterns import listed, single

UPPER = listed("huyện | quận | thị xã | thành phố | tỉnh")
OF_COMMUNES = listed("xã | phường | thị trấn | đặc khu")
TERRITORIES = (*UPPER, *OF_COMMUNES)
# The last syllables of these words: after them comes the name of a place.
LAST_SYLLABLES = single("xã | phường | trấn | huyện | quận | phố | tỉnh | khu")
SEATED_WITH_KIND = listed("Thành phố | Thị xã | Thị trấn | TP | TP.")  # "TP. Cao Lãnh, ngày …"
