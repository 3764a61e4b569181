import json
from pathlib import Path

import pytest
from builders import a_library_read_from, a_site, pages_of
from project import digest
from schemas import SCHEMAS, validator
from test_laws import seeded

from digest.model.library import Library
from digest.pages import article, data
from digest.render import render

WHOLE = """date: 2025-07-10T09:30:00+02:00
authors: Ana Ruiz
tags: [rail]
source: {name: The Example, url: "https://example.com/", licence: CC BY 4.0, published: 2025-07-09}
takeaways: [{text: The bridge opens in July., reviewed_by: Ben}]
entities: [{name: Oslo, type: place}]
correction: {text: It was May., date: 2025-07-12}
"""


def schema_of(path: str) -> str:
    """Tell which schema the file at a path follows."""
    known = {"library.json": "library", "entities/index.json": "entities", "latest.json": "latest"}
    return known.get(path, "entity" if path.startswith("entities/") else "article")


def records(library: Library) -> dict[str, dict[str, object]]:
    pages = [page for kind in (article, data) for page in pages_of(kind.pages, library) if page.permalink.endswith(".json")]
    return {page.permalink: json.loads(render(page, a_site(), ()).content) for page in pages}


def test_an_article_stands_as_data_beside_its_page() -> None:
    found = records(a_library_read_from(WHOLE, text="The bridge in Oslo opens in July."))["/2025/07/number-1/index.json"]
    validator("article").validate(found)
    assert (found["id"], found["url"], found["date"], found["updated"]) == (
        "tag:example.org,2026:/1.md",
        "/2025/07/number-1/",
        "2025-07-10T09:30:00+02:00",
        "2025-07-12",
    )
    assert found["entities"] == [
        {
            "key": "oslo",
            "name": "Oslo",
            "type": "place",
            "url": "/entities/oslo/",
            "mentions": [{"paragraph": "p1", "start": 14, "end": 18, "text": "Oslo"}],
        }
    ]


def test_a_retracted_article_leaves_its_head_and_why_it_is_gone() -> None:
    found = records(a_library_read_from(f"{WHOLE}status: retracted\n", text="Secret."))
    record = found["/2025/07/number-1/index.json"]
    validator("article").validate(record)
    assert (record["status"], record["corrections"]) == ("retracted", [{"text": "It was May.", "date": "2025-07-12"}])
    assert not [word for word in ("Secret", "bridge opens", "Oslo", "Ruiz") if word in json.dumps(found)]


def test_the_library_lists_its_articles_and_what_they_are_grouped_by() -> None:
    found = records(a_library_read_from("date: 2025-07-09\n", WHOLE, "status: retracted\n", text="Oslo."))["/library.json"]
    validator("library").validate(found)
    assert isinstance(found["articles"], list)
    assert [(one["title"], one["status"]) for one in found["articles"]] == [
        ("Number 2", "published"),
        ("Number 1", "published"),
        ("Number 3", "retracted"),
    ]
    assert found["entities"] == {"place": 1}
    assert found["tags"] == [{"name": "rail", "url": "/tags/rail/", "articles": 1}]
    assert found["sources"] == [{"name": "The Example", "url": "/sources/the-example/", "articles": 1}]


def test_all_data_of_a_site_follows_its_schema(tmp_path: Path) -> None:
    seeded(tmp_path)
    assert digest(tmp_path, "build", "-q").returncode == 0
    paths = {path.relative_to(tmp_path / "site").as_posix(): path for path in (tmp_path / "site").rglob("*.json")}
    data = {
        path: json.loads(file.read_bytes())
        for path, file in paths.items()
        if not path.endswith("feed.json") and "search" not in path
    }
    assert {schema_of(path) for path in data} == {"article", "library", "entity", "entities", "latest"}
    for path, record in data.items():
        validator(schema_of(path)).validate(record)


@pytest.mark.parametrize("name", ["article", "library", "entity", "entity-articles", "entities", "latest"])
def test_every_schema_is_named_in_the_documentation(name: str) -> None:
    assert f"(schemas/{name}.json)" in (SCHEMAS.parent / "data.md").read_text("utf-8")
