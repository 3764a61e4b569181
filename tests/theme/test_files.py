import re
import shutil
from pathlib import Path

import pytest

from digest.errors import ConfigError
from digest.theme.files import default_folder, theme

RULES = {"2.css": ".two { }\n", "1.css": ".one { }\n"}


def test_without_templates_of_ones_own_there_is_the_default_theme(tmp_path: Path) -> None:
    look = theme(tmp_path / "none")
    assert {"base.html", "article.html", "home.html"} <= dict(look.templates).keys()
    assert {"style.css", "script.js", "icon.svg"} <= {asset.name for asset in look.assets}


def test_a_file_of_the_projects_takes_the_place_of_ours_and_the_others_stay(tmp_path: Path) -> None:
    (tmp_path / "home.html").write_text("mine", "utf-8")
    changed, default = dict(theme(tmp_path).templates), dict(theme(tmp_path / "none").templates)
    assert changed.pop("home.html") == "mine"
    assert default.pop("home.html") != "mine"
    assert changed == default


def test_the_files_of_a_folder_named_like_a_file_are_joined_in_order(tmp_path: Path) -> None:
    (tmp_path / "static" / "extra.css").mkdir(parents=True)
    for name, rule in RULES.items():
        (tmp_path / "static" / "extra.css" / name).write_text(rule, "utf-8")
    (tmp_path / "static" / "extra.css.map").write_text("{}", "utf-8")
    (tmp_path / "static" / "extra.css-old").write_text("", "utf-8")
    assets = {asset.name: asset.content for asset in theme(tmp_path).assets}
    assert assets["extra.css"] == b".one{}.two{}"
    assert assets["extra.css.map"] == b"{}"


def test_the_address_of_a_style_sheet_changes_with_its_content_and_only_then(tmp_path: Path) -> None:
    addresses = []
    for content in ("a", "a", "b"):
        (tmp_path / "static").mkdir(exist_ok=True)
        (tmp_path / "static" / "mine.css").write_text(content, "utf-8")
        addresses += [asset.permalink for asset in theme(tmp_path).assets if asset.name == "mine.css"]
    assert addresses[0] == addresses[1] != addresses[2]


def test_fonts_and_pictures_have_a_hash_in_their_names_and_style_sheets_name_them_so(tmp_path: Path) -> None:
    (tmp_path / "static" / "pictures").mkdir(parents=True)
    (tmp_path / "static" / "pictures" / "dot.png").write_bytes(b"dot")
    (tmp_path / "static" / "sheets").mkdir()
    references = (
        "url(../pictures/dot.png) url('../pictures/dot.png?v=1') url(data:x) url(none.png) url(https://example.org/dot.png)"
    )
    (tmp_path / "static" / "sheets" / "mine.css").write_text(references, "utf-8")
    assets = {asset.name: asset for asset in theme(tmp_path).assets}
    dot = assets["pictures/dot.png"].permalink.removeprefix("/assets/")
    assert re.fullmatch(r"pictures/dot\.[0-9a-f]{8}\.png", dot)
    written = f"url(../{dot}) url('../{dot}?v=1') url(data:x) url(none.png) url(https://example.org/dot.png)"
    assert assets["sheets/mine.css"].content.decode() == written


def test_every_font_that_the_style_sheet_names_is_there(tmp_path: Path) -> None:
    assets = {asset.name: asset for asset in theme(tmp_path).assets}
    named = set(re.findall(r"url\(([^)]+)\)", assets["style.css"].content.decode()))
    fonts = {asset.permalink.removeprefix("/assets/") for asset in assets.values() if asset.name.endswith(".woff2")}
    assert named == fonts
    assert all(re.search(r"\.[0-9a-f]{8}\.woff2$", font) for font in fonts)


def test_a_style_sheet_is_read_without_what_says_nothing_and_means_the_same(tmp_path: Path) -> None:
    (tmp_path / "static").mkdir()
    style = """/* A {comment}; */\n:root {\n  --one: 1px;\n}\n
    @media (min-width: 40em) and (color) {\n
  .a > .b,\n  .c :hover { content: "a ; /* b */  c"; inset: calc(1px + 0.2px) -0.5px; ; }\n}\n"""
    (tmp_path / "static" / "mine.css").write_text(style, "utf-8")
    (written,) = [asset.content.decode() for asset in theme(tmp_path).assets if asset.name == "mine.css"]
    assert written == (
        ":root{--one:1px}@media (min-width:40em) and (color){"
        '.a>.b,.c :hover{content:"a ; /* b */  c";inset:calc(1px + .2px) -0.5px}}'
    )


def test_a_script_is_read_without_what_says_nothing_unless_its_name_says_so(tmp_path: Path) -> None:
    (tmp_path / "static").mkdir()
    script = "/*! Licence */\n// A comment.\nconst a = (b) => {\n  return `x  // ${b}  y` + /[\"']  \\/\\/ /.source;\n};\n"
    for name in ("mine.js", "mine.min.js"):
        (tmp_path / "static" / name).write_text(script, "utf-8")
    assets = {asset.name: asset.content for asset in theme(tmp_path).assets}
    assert assets["mine.js"].decode() == "/*! Licence */const a=(b)=>{return`x  // ${b}  y`+/[\"']  \\/\\/ /.source;};"
    assert assets["mine.min.js"].decode() == script


@pytest.mark.parametrize("named", ['url("z.css")', "url(z.css)", '"z.css"', "'./z.css' print"])
def test_a_style_sheet_names_those_that_it_imports_as_they_are_called_on_the_site(tmp_path: Path, named: str) -> None:
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "a.css").write_text(f"@import {named};", "utf-8")
    (tmp_path / "static" / "z.css").write_text("@import 'a.css';\n@import url(icon.svg);", "utf-8")
    assets = {asset.name: asset for asset in theme(tmp_path).assets}
    called = assets["z.css"].permalink.removeprefix("/assets/")
    assert assets["a.css"].content.decode() == f"@import {named};".replace("z.css", called)
    assert assets["icon.svg"].permalink.removeprefix("/assets/") in assets["z.css"].content.decode()


@pytest.mark.parametrize(
    "kept",
    [
        r""".a::before{content:"\"";color:red}.b::after{content:", ;} 0.5"}""",
        r""".a::before{content:'\'';color:red}.b::after{content:' ; } : 0.5'}""",
        r""".a{content:"\\"}.b{content:" { "}""",
        r""".a{background:url("a)b ,  c.png")}""",
        r""".a{background:url(a\)b\ ,\ c.png),url( 'a  }' )}""",
        r""".a{background:url(data:image/png;base64,a/*b*/c)}""",
        r""".sm\:a\, .w-0\.5 .b{color:red}""",
        r""".\31  .b{color:red}""",
    ],
)
def test_strings_addresses_and_escapes_in_a_style_sheet_stay_as_they_are(tmp_path: Path, kept: str) -> None:
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "mine.css").write_text(f"/* A */\n{kept}\n\n", "utf-8")
    (written,) = [asset.content.decode() for asset in theme(tmp_path).assets if asset.name == "mine.css"]
    assert written == kept


def test_a_file_that_pages_do_not_load_keeps_its_name(tmp_path: Path) -> None:
    assert "/assets/fonts/newsreader-LICENSE.txt" in {asset.permalink for asset in theme(tmp_path).assets}


def test_a_template_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / "home.html").write_bytes(b"\xe9")
    with pytest.raises(ConfigError, match=r"templates/home\.html: not UTF-8 text"):
        theme(tmp_path)


def test_a_copy_of_the_default_theme_gives_the_same_theme(tmp_path: Path) -> None:
    shutil.copytree(default_folder(), tmp_path / "templates")
    assert theme(tmp_path / "templates") == theme(tmp_path / "none")


def test_no_rule_of_the_style_knows_left_from_right() -> None:
    rules = "".join(path.read_text("utf-8") for path in sorted((default_folder() / "static").glob("*.css/*.css")))
    assert not re.findall(r"(?:[\w-]*\b(?:left|right)\b[\w-]*:|:\s*(?:left|right)\b)[^;]*", rules)
    sides = re.findall(r"\b(?:margin|padding|inset): [^ ;]+ ([^ ;]+) [^ ;]+ ([^ ;]+);", rules)
    assert all(one == other for one, other in sides)


def test_without_search_no_file_of_it_is_in_the_theme(tmp_path: Path) -> None:
    (tmp_path / "research.html").write_text("mine", "utf-8")
    look = theme(tmp_path, search=False)
    assert [name for name, _ in look.templates if "search" in name] == ["research.html"]
    assert "search.js" not in {asset.name for asset in look.assets}
    assert all(b"search" not in asset.content for asset in look.assets if asset.name.endswith((".js", ".css")))


def test_every_colour_is_a_token() -> None:
    for path in (default_folder() / "static").glob("*.css/*.css"):
        if path.name != "10-tokens.css":
            colours = re.findall(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|light-dark)\(", path.read_text("utf-8"))
            assert not colours, f"{path.name}: name {colours} in 10-tokens.css"


def test_every_size_of_letters_is_a_token_or_a_share_of_what_is_around_it() -> None:
    for path in (default_folder() / "static").glob("*.css/[2-8]*.css"):
        sizes = re.findall(r"font(?:-size)?: (?:\d{3} )?([\d.]+(?:rem|px|pt)|clamp)", path.read_text("utf-8"))
        assert not sizes, f"{path.name}: name {sizes} in 10-tokens.css"
