"""Style sheets are served without what they say to us; a browser reads the same rules in them."""

import pytest

from childlabour.core.styles import lean


@pytest.mark.parametrize(
    ("written", "served"),
    [
        ("/* why */\n.a {\n  color: red; /* law */\n}\n", ".a{color:red}"),
        ('.a::before { content: "/* no comment */"; }', '.a::before{content:"/* no comment */"}'),
        (
            ".a::before { content: '\\' /* still none */'; }",
            ".a::before{content:'\\' /* still none */'}",
        ),
        (".a{}\n\n\n/* one\n   two */\n.b{}", ".a{}.b{}"),
    ],
)
def test_comments_and_blanks_go_and_strings_stay(written, served):
    assert lean(written) == served
