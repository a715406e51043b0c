"""Which signs the faces of the paper have: what they lack is printed blank, as a box or in a foreign face. Pure."""

import re

# Of Liberation Serif 2.1.5 in all four cuts, and of Times New Roman: Latin with Vietnamese, Greek, Cyrillic, signs of
# writing, of money, of reckoning, plain shapes. A test holds them against the face that is installed.
_HAS = (
    "\t\n\x20-\x7e\u00a0-\u036f\u037a-\u037e\u0384-\u03ce\u0400-\u0513\u1e00-\u1e9b\u1ea0-\u1ef9\u2000-\u2010\u2012-\u2022\u2026"
    "\u202f\u2030\u2032-\u2034\u2039\u203a\u203c\u203e\u2044\u2074-\u2079\u207f-\u2089\u20a0-\u20b5\u2105\u2113"
    "\u2116\u2117\u2122\u2126\u212e\u2153\u2154\u215b-\u215e\u2190-\u2195\u21a8\u2202\u2206\u220f\u2211\u2212\u2215"
    "\u2219\u221a\u221e\u221f\u2229\u222b\u2248\u2260\u2261\u2264\u2265\u2302\u25a0\u25a1\u25aa-\u25ac\u25b2\u25ba"
    "\u25bc\u25c4\u25ca\u25cb\u25cf\u25d8\u25d9\u25e6\u263a-\u263c\u2640\u2642\u2660\u2663\u2665\u2666\ufb01\ufb02"
)
_LACKED = re.compile(f"[^{_HAS}]")


def lacked(text: str) -> tuple[str, ...]:
    """The signs of `text` that the paper cannot print, each once, in order."""
    return () if text.isascii() else tuple(dict.fromkeys(_LACKED.findall(text)))
