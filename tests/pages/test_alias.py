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
from digest.theme import default_folder, theme

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
