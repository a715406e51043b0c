"""What a template is indented by does not go out; what it is given to say does, and papers keep their bytes."""

from pathlib import Path

from django.conf import settings
from django.template import Context
from django.template.engine import Engine


def engine(folder: Path) -> Engine:
    return Engine(loaders=[("childlabour.core.lean_pages.LeanLoader", [folder])])


def test_indents_of_the_template_do_not_go_out_and_those_of_words_do(tmp_path):
    (tmp_path / "page.html").write_text("<div>\n    <p>\n\t{{ words }}\n    </p>\n</div>\n", encoding="utf-8")
    said = engine(tmp_path).get_template("page.html").render(Context({"words": "a\n  b"}))
    assert said == "<div>\n<p>\na\n  b\n</p>\n</div>\n"


def test_papers_keep_theirs(tmp_path):
    (tmp_path / "paper").mkdir()
    (tmp_path / "paper" / "page.html").write_text("<p>\n  a</p>", encoding="utf-8")
    assert engine(tmp_path).get_template("paper/page.html").render(Context()) == "<p>\n  a</p>"


def test_pages_are_loaded_by_it():
    (chain,) = settings.TEMPLATES[0]["OPTIONS"]["loaders"]
    assert chain[1][0][0] == "childlabour.core.lean_pages.LeanLoader"
