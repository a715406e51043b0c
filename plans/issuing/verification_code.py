"""The code printed on a paper by which anyone can ask whether it is ours."""

import secrets

# Crockford's letters: no I, L, O, U, which people misread or misspell.
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS, LENGTH = 4, 4  # 80 bits: at a thousand guesses a second, no hit in the age of the archive


def new_code() -> str:
    """ "7K3M-Q2ZD-9XVA-04RN": drawn, so that no code leads to another."""
    drawn = "".join(secrets.choice(LETTERS) for _ in range(GROUPS * LENGTH))
    return "-".join(drawn[start : start + LENGTH] for start in range(0, len(drawn), LENGTH))


def tidy_code(typed: str) -> str:
    """A code as someone types it from paper → as stored; "" when it cannot be one."""
    letters = typed.upper().translate(str.maketrans("OILU", "011V"))
    drawn = "".join(letter for letter in letters if letter in LETTERS)
    if len(drawn) != GROUPS * LENGTH:
        return ""
    return "-".join(drawn[start : start + LENGTH] for start in range(0, len(drawn), LENGTH))
