from pathlib import Path

import pytest
from builders import a_section

from digest.cache.memory import Memory
from digest.cache.packs import Packs
from digest.cache.values import Reader
from digest.load import Loaded
from digest.model.article import Article, FrontMatter, Sections


def loaded(number: int) -> Loaded:
    sections = Sections.of([a_section(f"Text {number}.")])
    article = Article(slug="a", path=f"{number}.md", sha256="0", front_matter=FrontMatter(), sections=sections)
    return Loaded(article=article, problems=())


OPEN = Path("/proc/self/fd")


@pytest.mark.skipif(not OPEN.exists(), reason="open files are counted where Linux lists them")
def test_what_is_put_build_after_build_does_not_keep_packs_open_that_were_joined(tmp_path: Path) -> None:
    memory = Memory(Packs(tmp_path, Reader(())))
    keys = [number.to_bytes(16, "big") for number in range(60)]
    before = len(list(OPEN.iterdir()))
    for number, key in enumerate(keys):
        memory.put(key, loaded(number), f"load {number}", {})
        memory.keep(keys)
    assert len(list(OPEN.iterdir())) - before < 30
    assert [memory.get(key, Loaded) for key in keys] == list(map(loaded, range(60)))
