from hypothesis import given
from hypothesis import strategies as st

from digest.model.names import Entity, Passage
from digest.naming import find_declared
from digest.naming.declared import declared_names, forms, places
from digest.naming.lines import line
from digest.naming.resolve import resolved

WORDS = st.sampled_from(
    ["John", "Smith", "U.S.", "U.S", "O’Brien", "O'Brien", "’s", "'s", "-", "(", ")", ".", "“", "_", "a", "世界"]
)
TEXTS = st.lists(st.tuples(WORDS, st.sampled_from(["", " ", "  ", "\n", "\u00a0", "_"])), max_size=12).map(
    lambda pairs: "".join(map("".join, pairs))
)
ENTITIES = st.lists(
    st.builds(
        lambda name, alias, kind: Entity(key=name, name=name, type=kind, aliases=(alias,)),
        TEXTS.filter(str.strip),
        TEXTS,
        st.sampled_from(["person", "place"]),
    ),
    max_size=4,
)


@given(TEXTS, ENTITIES)
def test_declared_names_stand_where_all_tokens_would_show_them(text: str, declared: list[Entity]) -> None:
    read = line(Passage(id="p1", kind="paragraph", text=text))
    spans = resolved(declared_names([read], declared))
    expected = [(*read.ends(span), span.type, span.name) for span in spans]
    (here,) = places([text], forms(declared))
    assert [(place.start, place.end, place.entity.type, place.entity.name) for place in here] == expected


def test_an_acronym_in_brackets_means_what_stands_before_it() -> None:
    declared = [Entity(key=name, name=name, type="organization") for name in ("Harbour Works Board", "HWB")]
    found = find_declared([Passage(id="p1", kind="paragraph", text="The Harbour Works Board (HWB) met. HWB agreed.")], declared)
    assert [(mention.entity, mention.text) for mention in found.mentions] == [
        (found.entities[0].key, "Harbour Works Board"),
        (found.entities[0].key, "HWB"),
        (found.entities[0].key, "HWB"),
    ]
