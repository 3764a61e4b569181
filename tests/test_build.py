import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from builders import a_library, a_site

from digest.build import Planned, build, outputs
from digest.choice import Choice
from digest.config import configured
from digest.engines.pool import Pool
from digest.engines.serial import Serial
from digest.errors import ConfigError
from digest.model.library import Library
from digest.model.page import Later, Page
from digest.model.report import Report
from digest.model.site import Site
from digest.parts import FINDINGS


def built(folder: Path, template: str, *, strict: bool = False) -> Report:
    """Build two articles with an article's template of the project's own."""
    for name, content in {
        "seeds/bad.md": "# Bad\n\nText.\n",
        "seeds/good.md": "# Good\n\nText.\n",
        "templates/article.html": template,
        "digest.yaml": "time_limit: 1\n",
    }.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(content, "utf-8")
    return build(configured(None, folder), Choice(now=datetime(2025, 7, 10, tzinfo=UTC)), Serial(), strict=strict)


FAULTY = "{% if view.title == 'Bad' %}{{ view.title | long_date('en') }}{% endif %}"
SLOW = "{% if view.title == 'Bad' %}{% for number in range(100000) %}{{ range(100000) | sum }}{% endfor %}{% endif %}"


@pytest.mark.parametrize(("template", "rule"), [(FAULTY, "fault"), (SLOW, "too-slow")], ids=["fails", "takes too long"])
def test_an_article_whose_page_cannot_be_made_is_left_out_alone(tmp_path: Path, template: str, rule: str) -> None:
    report = built(tmp_path, template)
    assert [(problem.path, problem.level, problem.rule) for problem in report.problems] == [("bad.md", "error", rule)]
    assert (tmp_path / "site" / "undated" / "good" / "index.html").is_file()
    assert not (tmp_path / "site" / "undated" / "bad").exists()
    assert "Bad" not in (tmp_path / "site" / "index.html").read_text("utf-8")


@pytest.mark.parametrize(("template", "rule"), [(FAULTY, "fault"), (SLOW, "too-slow")], ids=["fails", "takes too long"])
def test_a_retracted_article_whose_page_cannot_be_made_is_left_out_alone(tmp_path: Path, template: str, rule: str) -> None:
    built(tmp_path, "{{ view.title }}")
    (tmp_path / "templates" / "retraction.html").write_text(template, "utf-8")
    (tmp_path / "seeds" / "gone.md").write_text("---\ntitle: Bad\nstatus: retracted\n---\n\nText.\n", "utf-8")
    report = built(tmp_path, "{{ view.title }}")
    assert [(problem.path, problem.level, problem.rule) for problem in report.problems] == [("gone.md", "error", rule)]
    assert sorted(path.name for path in (tmp_path / "site" / "undated").iterdir()) == ["bad", "good"]


def test_a_strict_build_writes_nothing_when_a_page_cannot_be_made(tmp_path: Path) -> None:
    assert built(tmp_path, FAULTY, strict=True).files == 0
    assert not (tmp_path / "site").exists()


def test_what_no_article_is_to_blame_for_ends_the_build(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"article\.html"):
        built(tmp_path, "{{ view.nothing }}")
    with pytest.raises(ConfigError, match="ZeroDivisionError"):
        built(tmp_path, "{% if view.title == 'Bad' %}{{ 1 / 0 }}{% endif %}")


def test_stored_evidence_that_takes_too_long_to_check_costs_its_article_alone(tmp_path: Path) -> None:
    takeaways = "".join(f"- text: Point {number}\n  quote: word {number} … {number}\n" for number in range(900))
    (tmp_path / "seeds").mkdir()
    body = "\n\n".join(f"Word {number} of many words." for number in range(20_000))
    (tmp_path / "seeds" / "slow.md").write_text(f"---\ntitle: Slow\ntakeaways:\n{takeaways}---\n\n{body}\n", "utf-8")
    report = built(tmp_path, "{{ view.title }}")
    assert [(problem.path, problem.rule) for problem in report.problems] == [("slow.md", "too-slow")]
    assert (tmp_path / "site" / "undated" / "good" / "index.html").is_file()


def test_an_article_without_a_word_is_built_though_no_search_finds_it(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "signs.txt").write_text("|||\n|-|-\n", "utf-8")
    assert built(tmp_path, "{{ view.title }}").articles == 3


def test_more_pages_than_are_made_at_once_are_all_made(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "digest.yaml").write_text("feeds: off\nsearch: off\n", "utf-8")
    for first in range(0, 1200, 10):
        tags = ", ".join(f"t{number}" for number in range(first, first + 10))
        (tmp_path / "seeds" / f"{first}.md").write_text(f"---\ntitle: Many\ntags: [{tags}]\n---\n\nText.\n", "utf-8")
    build(configured(None, tmp_path), Choice(now=datetime(2025, 7, 10, tzinfo=UTC)), Pool(2, Serial(), findings=FINDINGS))
    made = {path.parent.name for path in (tmp_path / "site" / "tags").glob("*/index.html")}
    assert made == {f"t{number}" for number in range(1200)}


def nothing(*, site: Site) -> bytes:
    del site
    return b""


def many_and_a_fault(library: Library, site: Site) -> Iterator[Page]:
    del library, site
    yield from (Page(permalink=f"/{number}.json", body=Later(make=nothing, given={})) for number in range(600))
    raise ZeroDivisionError


def test_a_fault_while_pages_are_planned_leaves_none_of_the_processes_that_make_others(tmp_path: Path) -> None:
    ready = Planned(library=a_library(), page_types=[many_and_a_fault], site=a_site(), templates=())
    children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children")
    before = children.read_text()
    try:
        list(outputs(ready, configured(None, tmp_path), Pool(2, Serial())))
    except ZeroDivisionError:
        assert children.read_text() == before
    else:
        pytest.fail("there was no fault")
