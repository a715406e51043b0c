"""Style sheets are served without what they say to us."""

import pytest

from childlabour.core.static import without_comments


@pytest.mark.parametrize(
    ("written", "served"),
    [
        ("/* why */\n.a {\n  color: red; /* law */\n}\n", ".a {\ncolor: red;\n}"),
        ('.a::before { content: "/* no comment */"; }', '.a::before { content: "/* no comment */"; }'),
        (
            ".a::before { content: '\\' /* still none */'; }",
            ".a::before { content: '\\' /* still none */'; }",
        ),
        (".a{}\n\n\n/* one\n   two */\n.b{}", ".a{}\n.b{}"),
    ],
)
def test_comments_go_and_strings_stay(written, served):
    assert without_comments(written) == served
