"""A spaCy pipeline in place of our rules for names; skipped where spaCy is not installed (`pip install 'news-digest[spacy]'`)."""

import json
from pathlib import Path

import pytest

from digest.config import configured
from digest.errors import ConfigError
from digest.model.names import Passage
from digest.naming import find_names
from digest.tagger import tagger

spacy = pytest.importorskip("spacy")
PATTERNS = [
    {"label": "ORG", "pattern": "Quorvane Zett"},
    {"label": "GPE", "pattern": "the Ostrel Marches"},
    {"label": "PERSON", "pattern": [{"LOWER": "ludo"}, {"LOWER": "anspach"}]},
    {"label": "DATE", "pattern": "Tuesday"},
]


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pipelines") / "ruler"
    made = spacy.blank("en")
    made.add_pipe("entity_ruler").add_patterns(PATTERNS)
    made.to_disk(folder)
    return folder


def found(folder: Path, *paragraphs: str, title: str = "") -> list[tuple[str, str]]:
    passages = [Passage(id=f"p{number}", kind="paragraph", text=text) for number, text in enumerate(paragraphs)]
    names = find_names([Passage(id="title", kind="title", text=title), *passages], tag=tagger(folder))
    kinds = {entity.key: entity.type for entity in names.entities}
    return [(mention.text, kinds[mention.entity]) for mention in names.mentions]


def test_a_pipeline_takes_the_place_of_the_rules(pipeline: Path) -> None:
    text = "On Tuesday Ann Lee met Ludo Anspach’s aide in the Ostrel Marches and in France."
    assert found(pipeline, text) == [("Ludo Anspach", "person"), ("Ostrel Marches", "place"), ("France", "place")]


def test_what_a_pipeline_finds_goes_through_the_rules_about_whole_articles(pipeline: Path) -> None:
    names = found(
        pipeline, "It hit Quorvane Zett, said Mayor Ludo Anspach.", "Anspach left.", title="Quorvane Zett Wins Big Deal"
    )
    assert names == [
        ("Quorvane Zett", "organization"),
        ("Quorvane Zett", "organization"),
        ("Ludo Anspach", "person"),
        ("Anspach", "person"),
    ]


def test_capitals_of_a_heading_make_no_name_with_a_pipeline_either(pipeline: Path) -> None:
    assert found(pipeline, "The harvest failed.", title="Quorvane Zett Wins Big Deal") == []


def test_a_pipeline_of_another_version_is_refused_by_name(pipeline: Path, tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path)
    meta = json.loads((pipeline / "meta.json").read_text("utf-8")) | {"spacy_version": ">=3.1.0,<3.2.0"}
    (tmp_path / "meta.json").write_text(json.dumps(meta), "utf-8")
    with pytest.raises(ConfigError, match=r"was made for spaCy 3\.1\.0.*pip install 'spacy~=3\.1\.0'"):
        tagger(tmp_path)


def test_a_pipeline_that_finds_no_names_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path)
    with pytest.raises(ConfigError, match="finds no names"):
        tagger(tmp_path)


def test_a_damaged_pipeline_is_refused_with_its_reason(pipeline: Path, tmp_path: Path) -> None:
    for name in ("config.cfg", "meta.json"):
        (tmp_path / name).write_bytes((pipeline / name).read_bytes())
    with pytest.raises(ConfigError, match="cannot load"):
        tagger(tmp_path)


def test_a_pipeline_that_changed_is_another_one(pipeline: Path, tmp_path: Path) -> None:
    made = spacy.load(pipeline)
    made.to_disk(tmp_path)
    before = tagger(tmp_path)
    made.get_pipe("entity_ruler").add_patterns([{"label": "ORG", "pattern": "Another One"}])
    made.to_disk(tmp_path)
    assert tagger(tmp_path) != before
    assert found(tmp_path, "We saw Another One fail.") == [("Another One", "organization")]


def test_the_configuration_names_a_pipeline(pipeline: Path, tmp_path: Path) -> None:
    (tmp_path / "digest.yaml").write_text(f"names: {{model: {pipeline}}}\n", "utf-8")
    assert configured(None, tmp_path).names == pipeline
