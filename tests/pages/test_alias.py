from dataclasses import replace
from pathlib import Path

import pytest
from builders import a_library, a_site, an_article
from project import digest

from digest.aliases import lost
from digest.model.article import Article
from digest.pages import alias, article, assets
from digest.plan import plan
from digest.render import render
from digest.theme.files import default_folder, theme

LOOK = theme(default_folder())


def moved(title: str, *aliases: str) -> Article:
    one = an_article(title)
    return replace(one, front_matter=replace(one.front_matter, aliases=aliases))


def test_an_alias_leads_to_the_article_and_names_its_full_address() -> None:
    (page,) = alias.pages(a_library(moved("A & B", "/old/bridge.html")), a_site())
    output = render(page, a_site(base_url="https://example.org/news/"), LOOK.templates)
    assert output.path == "old/bridge.html"
    shown = output.content.decode()
    assert '<meta http-equiv="refresh" content="0; url=../undated/a-b/index.html">' in shown
    assert '<link rel="canonical" href="https://example.org/news/undated/a-b/">' in shown
    assert '<a href="../undated/a-b/index.html">A &amp; B</a>' in shown
    assert '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; ' in shown


@pytest.mark.parametrize(
    "taken",
    ["/undated/other/", "/Undated/Other/", "/undated/other/index.html", "/.nojekyll/", "/undated/other/index.html/deeper/"],
)
def test_an_alias_gives_way_to_a_page_that_stands_there(taken: str) -> None:
    library = a_library(moved("Moved", taken), an_article("Other"))
    pages = list(plan(library, a_site(), (alias.pages, article.pages, assets.pages)))
    assert not any(page.gives_way for page in pages)


def test_of_two_articles_with_one_alias_the_second_is_told() -> None:
    articles = (moved("First", "/old/"), moved("Second", "/Old/", "/undated/first/"))
    assert [str(problem) for problem in lost(articles)] == [
        "second.md: the alias '/Old/' leads to first.md; remove it from one of them",
        "second.md: the alias '/undated/first/' leads to first.md; remove it from one of them",
    ]


def test_a_built_site_has_its_aliases(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.md").write_text("---\ntitle: A\naliases: [/posts/a/, /, /entities/]\n---\n\nText.\n", "utf-8")
    assert digest(tmp_path, "build").returncode == 0
    assert "undated/a/index.html" in (tmp_path / "site" / "posts" / "a" / "index.html").read_text("utf-8")
    assert "refresh" not in (tmp_path / "site" / "index.html").read_text("utf-8")


def test_the_former_addresses_of_a_retracted_article_lead_to_what_is_left_and_hold_none_of_its_text(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    stated = "title: A\ndate: 2025-07-01\nsummary: Secret.\nstatus: retracted\ncorrection: {text: Wrong., date: 2025-07-02}"
    article_file = f"---\n{stated}\naliases: [/posts/a/, /old.html, /undated/b/]\n---\n\nSecret words.\n"
    (tmp_path / "seeds" / "a.md").write_text(article_file, "utf-8")
    (tmp_path / "seeds" / "b.md").write_text("---\ntitle: B\naliases: [/old.html]\n---\n\nText.\n", "utf-8")
    done = digest(tmp_path, "build")
    assert done.returncode == 0
    assert "the alias '/old.html' leads to b.md" in done.stderr
    moved_page = (tmp_path / "site" / "posts" / "a" / "index.html").read_text("utf-8")
    assert "url=../../2025/07/a/index.html" in moved_page
    assert "Secret" not in moved_page
    assert "undated/b/index.html" in (tmp_path / "site" / "old.html").read_text("utf-8")
    assert "refresh" not in (tmp_path / "site" / "undated" / "b" / "index.html").read_text("utf-8")
