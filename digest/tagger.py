"""A spaCy pipeline in a folder to a tagger: what it names in texts, by our types."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from importlib import import_module
from pathlib import Path
from typing import Any

from digest.errors import ConfigError
from digest.model.names import EntityType
from digest.naming import Tagged

# The labels of spaCy's pipelines; what is not among them, such as dates and amounts, is no name.
_TYPES: dict[str, EntityType] = {
    "PERSON": "person",
    "PER": "person",
    "ORGANIZATION": "organization",
    "ORG": "organization",
    "PLACE": "place",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "PRODUCT": "product",
    "EVENT": "event",
    "LAW": "event",
    "WORK": "work",
    "WORK_OF_ART": "work",
    "GROUP": "group",
    "NORP": "group",
    "OTHER": "other",
    "MISC": "other",
}

_LONGEST_REASON = 200  # spaCy explains at length


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagger:
    """A pipeline by its folder and the checksum of its files: what was made with it is made again when it changes."""

    folder: Path
    checksum: str

    def __call__(self, texts: Sequence[str]) -> list[list[Tagged]]:
        """Name what stands in each text."""
        return [list(_named(document)) for document in _loaded(self.folder, self.checksum).pipe(texts)]


def tagger(folder: Path) -> Tagger:
    """Open a pipeline.

    Raises ConfigError when spaCy or what the pipeline needs is missing, or when it is of another version or finds no names.
    """
    found = Tagger(folder=folder, checksum=_checksum(folder))
    _loaded(found.folder, found.checksum)
    return found


def _named(document: Any) -> Iterator[Tagged]:  # noqa: ANN401 - spaCy need not be installed
    for entity in document.ents:
        if kind := _TYPES.get(entity.label_.upper()):
            yield Tagged(entity.start_char, entity.end_char, kind)


def _checksum(folder: Path) -> str:
    """Sum up the files of a folder with their names."""
    found = blake2b(digest_size=16)
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        content = path.read_bytes()
        found.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
        found.update(content)
    return found.hexdigest()


@lru_cache(maxsize=1)
def _loaded(folder: Path, checksum: str) -> Any:  # noqa: ANN401 - spaCy need not be installed
    del checksum  # a part of the key: a pipeline that changed is loaded anew
    try:
        spacy = import_module("spacy")
    except ModuleNotFoundError as error:
        raise ConfigError("names.model needs spaCy", hint="install it: pip install 'news-digest[spacy]'") from error
    try:
        made_for = spacy.util.get_model_lower_version(
            json.loads((folder / "meta.json").read_text("utf-8")).get("spacy_version", "")
        )
        if made_for and not spacy.util.is_minor_version_match(spacy.__version__, made_for):
            message = f"names.model: '{folder}' was made for spaCy {made_for}, and {spacy.__version__} is installed"
            raise ConfigError(message, hint=f"pip install 'spacy~={made_for}', or get the pipeline for the version you have")
        pipeline = spacy.load(folder)
    except (OSError, ValueError, KeyError, ImportError) as error:
        message = f"names.model: spaCy cannot load '{folder}': {' '.join(str(error).split())[:_LONGEST_REASON]}"
        raise ConfigError(message, hint="install what the pipeline asks for, or name another one") from error
    if not any("doc.ents" in pipeline.get_pipe_meta(name).assigns for name in pipeline.pipe_names):
        raise ConfigError(f"names.model: '{folder}' finds no names", hint="take a pipeline with 'ner' or an entity ruler")
    return pipeline
