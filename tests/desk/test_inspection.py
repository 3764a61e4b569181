import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import msgspec
from builders import a_section, a_takeaway, an_article, an_entity, annotated, mentions

from digest.desk.inspection import inspect
from digest.load import Readers
from digest.model.article import Article, Inference
from digest.model.evidence import Evidence
from digest.model.library import Findings
from digest.model.names import Names
from digest.model.remark import Remark, Remarks
from digest.model.source import Source
from digest.readers import markdown

OSLO = an_entity("Oslo", "place", "the city")
SECTIONS = (a_section("Oslo slept."), a_section("It woke.", number=2, heading="Morning", first=2))
ARTICLE = an_article(
    "Oslo", date=date(2025, 7, 10), language="en", takeaways=[a_takeaway("Oslo.", evidence=["p1"])], sections=SECTIONS
)


def read(source: Source) -> Article:
    return replace(ARTICLE, path=source.path, recovery=(Inference(piece="s2", rule="glued", confidence=0.9),))


def names(article: Article, findings: Findings) -> Names:
    del findings
    return Names(entities=(OSLO,), mentions=mentions(OSLO, article))


def evidence(article: Article, findings: Findings) -> Evidence:
    del findings
    return annotated(article).findings[Evidence]


def remarks(article: Article, findings: Findings) -> Remarks:
    del article, findings
    return Remarks(remarks=(Remark(rule="number-not-in-text", message="“5” is missing", hint="look", passage="t1"),))


def record(path: Path, readers: Readers) -> dict[str, object]:
    found: dict[str, object] = json.loads(msgspec.json.encode(inspect(path, readers, (names, evidence, remarks))))
    return found


def test_an_inspection_has_the_form_that_other_programs_read(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("x", "utf-8")
    assert record(path, {".md": read}) == {
        "path": str(path),
        "title": "Oslo",
        "language": "en",
        "date": "2025-07-10",
        "takeaways": [
            {
                "text": "Oslo.",
                "origin": "author",
                "state": "linked",
                "evidence": [{"paragraph": "p1", "score": 1.0}],
                "hints": ["“5” is missing"],
            }
        ],
        "sections": [
            {
                "id": "s1",
                "heading": None,
                "confidence": 1.0,
                "rule": "given",
                "paragraphs": [{"id": "p1", "text": "Oslo slept."}],
            },
            {
                "id": "s2",
                "heading": "Morning",
                "confidence": 0.9,
                "rule": "glued",
                "paragraphs": [{"id": "p2", "text": "It woke."}],
            },
        ],
        "entities": [
            {
                "key": "oslo",
                "name": "Oslo",
                "type": "place",
                "aliases": ["the city"],
                "mentions": [
                    {"paragraph": "title", "start": 0, "end": 4, "text": "Oslo"},
                    {"paragraph": "p1", "start": 0, "end": 4, "text": "Oslo"},
                ],
            }
        ],
        "problems": [],
        "unreflected": ["s2"],
    }


def test_a_file_that_cannot_be_read_has_its_path_and_problem_and_the_same_keys(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: [\n---\nText.", "utf-8")
    found = record(path, {".md": markdown.read})
    assert list(found) == ["path", "title", "language", "date", "takeaways", "sections", "entities", "problems", "unreflected"]
    assert (found["path"], found["title"], found["sections"]) == (str(path), "", [])
    (problem,) = inspect(path, {".md": markdown.read}, ()).problems
    assert (problem.level, problem.line) == ("error", 2)


def test_what_is_no_file_or_no_format_of_ours_is_a_problem_too(tmp_path: Path) -> None:
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "link.md").symlink_to("folder.md")
    (tmp_path / "a.pdf").touch()
    (tmp_path / "README").touch()
    names = ("a.pdf", "README", "none.pdf", "folder.md", "link.md")
    found = [inspect(tmp_path / name, {".md": read}, ()) for name in names]
    assert [one.problems[0].message for one in found] == [
        "no reader for '.pdf' files",
        "no reader for files without a suffix",
        "No such file or directory",
        "a folder",
        "a link",
    ]
    assert all(one.problems[0].hint for one in found)
