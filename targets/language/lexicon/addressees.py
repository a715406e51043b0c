"""How a line of Nơi nhận names many offices at once."""

from .patterns import listed

OF_COMMITTEES = listed("UBND | Ủy ban nhân dân | HĐND, UBND | Đảng ủy, HĐND, UBND | Đảng ủy, UBND")
EVERY = listed("các | tất cả các | toàn bộ các")
