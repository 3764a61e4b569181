from hypothesis import given
from hypothesis import strategies as st

from digest.text.concordance import concordance
from digest.text.numbers import numbers, stating
from digest.text.sentences import sentences
from digest.text.words import stems, stems_counted

TEXTS = st.lists(
    st.lists(st.sampled_from("The bridge Bridges’ open-air opens 12 five — of".split())).map("\u00a0 \n".join), max_size=5
)


@given(TEXTS)
def test_each_place_of_each_piece_is_known(texts: list[str]) -> None:
    found = concordance(texts)
    assert len(found) == len(texts)
    assert [found.of_text(number) for number in range(len(found))] == [text.split() for text in texts]
    assert found.sizes() == [len(text.split()) for text in texts]
    assert sorted((place, piece) for piece, places in found.places.items() for place in places) == [*enumerate(found.pieces)]
    for piece in found.places:
        assert found.with_any([piece]) == [number for number, text in enumerate(texts) if piece in text.split()]
        assert [found.text_of(place) for place in found.places[piece]] == [found.texts[place] for place in found.places[piece]]
        assert [found.texts[place] for place in found.places[piece]] == [
            number for number, text in enumerate(texts) for other in text.split() if other == piece
        ]


@given(TEXTS.map(lambda texts: [f"{text}. {text.title()}" for text in texts]))
def test_each_piece_stands_in_its_sentence(texts: list[str]) -> None:
    found = concordance(texts)
    assert found.spans == [span for text in texts for span in sentences(text)]
    for sentence in range(len(found.spans)):
        number, start, end = found.span(sentence)
        assert (start, end) in sentences(texts[number])
        here = [piece for piece, other in zip(found.pieces, found.sentences, strict=True) if other == sentence]
        assert here == texts[number][start:end].split()


@given(TEXTS)
def test_stems_are_counted_and_numbers_found_as_in_each_text_alone(texts: list[str]) -> None:
    found = concordance(texts)
    sizes, counts = stems_counted(found, {"bridg", "air", "unheard"})
    assert sizes == [len(stems(text)) for text in texts]
    for stem, places in counts.items():
        assert places == {number: stems(text).count(stem) for number, text in enumerate(texts) if stem in stems(text)}
    assert set(stating(found)) >= {number for number, text in enumerate(texts) if numbers(text)}
