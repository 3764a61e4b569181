"""`digest templates`, and how a project gets a file of the theme of its own."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from digest.cli import commands
from digest.errors import ConfigError, RefusedError
from digest.theme.files import default_folder
from digest.theme.overrides import eject, theme_files


def templates(folder: Path, *arguments: str) -> Result:
    (folder / "digest.yaml").write_text("title: News\n", "utf-8")
    return CliRunner().invoke(commands, ["templates", "-c", str(folder / "digest.yaml"), *arguments], standalone_mode=False)


def test_each_file_is_ours_overridden_or_added(tmp_path: Path) -> None:
    (tmp_path / "static").mkdir()
    for name in ("home.html", "mine.html", "static/style.css"):
        (tmp_path / name).write_text("", "utf-8")
    origins = {file.name: file.origin for file in theme_files(tmp_path)}
    assert (origins["article.html"], origins["home.html"], origins["mine.html"]) == ("ours", "overridden", "added")
    assert origins["static/style.css/10-tokens.css"] == "overridden"
    assert origins["static/script.js/10-evidence.js"] == "ours"


def test_an_ejected_file_is_a_copy_and_overrides_ours_from_then_on(tmp_path: Path) -> None:
    target = eject("partials/card.html", tmp_path)
    assert target.read_bytes() == (default_folder() / "partials" / "card.html").read_bytes()
    assert [file.name for file in theme_files(tmp_path) if file.origin == "overridden"] == ["partials/card.html"]


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "home.html").write_text("mine", "utf-8")
    with pytest.raises(RefusedError, match="is there already; edit it, or move it away first"):
        eject("home.html", tmp_path)
    assert (tmp_path / "home.html").read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    ("name", "hint"),
    [("partials/crad.html", "did you mean 'partials/card.html'?"), ("../x", "run 'digest templates' for all of them")],
)
def test_a_file_that_the_theme_does_not_have_is_refused_by_name(tmp_path: Path, name: str, hint: str) -> None:
    with pytest.raises(ConfigError) as caught:
        eject(name, tmp_path)
    assert str(caught.value) == f"the theme has no file '{name}'; {hint}"


def test_the_command_lists_every_file_and_ejects_several(tmp_path: Path) -> None:
    assert templates(tmp_path, "--eject", "home.html", "--eject", "404.html").exit_code == 0
    lines = templates(tmp_path).stdout.splitlines()
    assert "overridden  home.html" in lines
    assert "overridden  404.html" in lines
    assert "ours        article.html" in lines
