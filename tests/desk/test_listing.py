import json
from pathlib import Path

import pytest
from project import digest

TEXT = "\n---\n\nThe mayor of Oslo opened {}.\n"
SAID = "source: {name: X, licence: own}\n"
ARTICLES = {
    "draft.md": f"---\n{SAID}title: Draft\ndate: 2025-01-01\ndraft: true",
    "future.md": f"---\n{SAID}title: Future\ndate: 2030-01-01",
    "plain.md": f"---\n{SAID}title: Plain\ndate: 2025-01-01",
    "taken-back.md": f"---\n{SAID}title: Taken back\ndate: 2025-01-01\nstatus: retracted",
    "undated.md": f"---\n{SAID}title: Undated\ntakaways: [x]",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    for name, header in ARTICLES.items():
        (tmp_path / "seeds" / name).write_text(header + TEXT.format(name), "utf-8")
    return tmp_path


def listed(project: Path, *arguments: str) -> list[list[str]]:
    done = digest(project, "list", *arguments, "--format", "json", "--now", "2029-12-31")
    return [list(one.values()) for one in json.loads(done.stdout)]


def test_all_articles_are_listed_with_date_state_and_title(project: Path) -> None:
    assert listed(project) == [
        ["seeds/draft.md", "2025-01-01", "draft", "Draft"],
        ["seeds/future.md", "2030-01-01", "future", "Future"],
        ["seeds/plain.md", "2025-01-01", "published", "Plain"],
        ["seeds/taken-back.md", "2025-01-01", "retracted", "Taken back"],
        ["seeds/undated.md", "", "published", "Undated"],
    ]


@pytest.mark.parametrize(
    ("kind", "titles"),
    [
        ("drafts", ["Draft"]),
        ("future", ["Future"]),
        ("held", ["Draft", "Future"]),
        ("undated", ["Undated"]),
        ("doubtful", ["Taken back", "Undated"]),
    ],
)
def test_those_of_a_kind_are_listed_alone(project: Path, kind: str, titles: list[str]) -> None:
    assert [title for *_, title in listed(project, kind)] == titles


def test_people_get_one_line_an_article(project: Path) -> None:
    heading, *lines = digest(project, "list", "--now", "2029-12-31").stdout.splitlines()
    assert not any(line.endswith(" ") for line in lines)
    assert heading.split() == ["path", "date", "state", "title"]
    assert lines[3].split() == ["seeds/taken-back.md", "2025-01-01", "retracted", "Taken", "back"]


def test_what_cannot_be_read_is_named_and_the_others_are_listed(project: Path) -> None:
    (project / "seeds" / "bad.md").write_text("---\ntitle: [\n---\n", "utf-8")
    done = digest(project, "list")
    assert done.returncode == 1
    assert "bad.md:2: " in done.stderr
    assert "Plain" in done.stdout
