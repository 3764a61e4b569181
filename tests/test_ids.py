from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml
from builders import SITE, an_article
from project import digest

from digest import ids
from digest.model.article import Article
from digest.model.kept import Kept


def stating(article: Article, text: str) -> Article:
    return replace(article, front_matter=replace(article.front_matter, id=text))


def given(*articles: Article, kept: Mapping[str, Kept] | None = None) -> list[str]:
    named = ids.named(articles, kept or {}, {article.path for article in articles}, "https://example.org/")
    return [one.id for one in named.articles]


@pytest.mark.parametrize(
    ("base_url", "site"),
    [
        ("https://Example.org/", "tag:example.org,2026:/"),
        ("https://you.github.io/repo/", "tag:you.github.io,2026:/repo/"),
        ("http://localhost:8000/", "tag:localhost,2026:/"),
        ("https://bücher.example/", "tag:xn--bcher-kva.example,2026:/"),
        ("http://[::1]/", "tag:digest.invalid,2026:/"),
        ("", "tag:digest.invalid,2026:/"),
    ],
)
def test_the_id_of_a_site_names_its_domain(base_url: str, site: str) -> None:
    assert ids.of_site(base_url) == site


def test_an_id_is_minted_from_the_path_whatever_else_the_article_says() -> None:
    (minted,) = given(an_article("Bridge", path="news/été 1.md"))
    assert minted == "tag:example.org,2026:/news/%C3%A9t%C3%A9%201.md"
    assert given(an_article("Tunnel", path="news/été 1.md", date=date(2025, 7, 10))) == [minted]


def test_a_stated_uri_is_the_id_and_another_word_takes_the_place_of_the_path() -> None:
    article = an_article(path="a.md")
    assert given(stating(article, "urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66")) == [
        "urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66"
    ]
    assert given(stating(article, "bridge 7")) == ["tag:example.org,2026:/bridge%207"]
    assert given(stating(article, "javascript:alert(1)")) == ["tag:example.org,2026:/javascript:alert(1)"]


def test_a_kept_id_stays_and_a_stated_uri_wins_over_it() -> None:
    article, kept = an_article(path="a.md"), {"a.md": Kept(address="/old/", id="tag:old")}
    assert given(article, kept=kept) == given(stating(article, "word"), kept=kept) == ["tag:old"]
    assert given(stating(article, "tag:new"), kept=kept) == ["tag:new"]


def test_a_renamed_file_takes_the_id_along_with_its_address() -> None:
    kept = {"a.txt": Kept(address="/undated/bridge/", id="tag:old")}
    assert given(an_article("Bridge", path="a.md"), kept=kept) == ["tag:old"]
    assert given(an_article("Tunnel", path="a.md"), kept=kept) == [f"{SITE}a.md"]


def test_no_two_articles_have_one_id() -> None:
    kept = {"b.md": Kept(address="/undated/b/", id=f"{SITE}a.md")}
    assert given(an_article(path="a.md"), an_article(path="b.md"), kept=kept) == [f"{SITE}a.md;2", f"{SITE}a.md"]
    twice = [stating(an_article(path=path), "tag:one") for path in ("a.md", "b.md")]
    assert given(*twice) == ["tag:one", f"{SITE}b.md"]


def test_an_article_that_states_the_id_of_another_is_told() -> None:
    twice = [stating(an_article(path=path), "tag:one") for path in ("a.md", "b.md")]
    (problem,) = ids.doubled(ids.named(twice, {}, (), "https://example.org/").articles)
    assert (problem.path, problem.rule) == ("b.md", "id-taken")


def test_builds_keep_the_ids_when_title_slug_date_and_domain_change(tmp_path: Path) -> None:
    article = tmp_path / "seeds" / "a.md"
    article.parent.mkdir()

    def built(text: str, *arguments: str) -> str:
        article.write_text(text, "utf-8")
        assert digest(tmp_path, "build", "-q", *arguments).returncode == 0
        return str(yaml.safe_load((tmp_path / "digest.lock.yaml").read_text("utf-8"))["a.md"]["id"])

    minted = built("# Bridge\n\nText.\n")
    assert minted == "tag:digest.invalid,2026:/a.md"
    assert built("---\ntitle: Tunnel\nslug: t\ndate: 2025-07-10\n---\nText.\n", "--base-url", "https://example.org/") == minted
    assert built("# Bridge\n\nOther.\n", "--base-url", "https://example.net/repo/") == minted
