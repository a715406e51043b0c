"""What Django would print as text instead of obeying."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CUT = re.compile(r"\{\{(?!.*\}\})|\{%(?!.*%\})")  # begins on this line, ends on none


def test_every_tag_of_a_template_ends_on_the_line_it_begins_on():
    cut = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in sorted((ROOT / "templates").rglob("*.html"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if CUT.search(line)
    ]
    assert cut == []
