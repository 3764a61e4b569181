"""The sentence that is most like a claim is the one that counting finds."""

from hypothesis import given
from hypothesis import strategies as st

from digest.claims import Body, Claim
from digest.text.sentences import sentences
from digest.text.words import stems

SENTENCE = st.lists(st.sampled_from("Harbour bridge school opens closes 12 of the".split()), min_size=1).map(" ".join)
PASSAGE = st.lists(SENTENCE, max_size=4).map(lambda said: "".join(f"{one.capitalize()}. " for one in said))


@given(claim=SENTENCE, without=SENTENCE, texts=st.lists(PASSAGE, max_size=4), times=st.sampled_from([1, 1, 40]))
def test_the_first_sentence_that_shares_most_words_is_the_closest(claim: str, without: str, texts: list[str], times: int) -> None:
    texts *= times
    words = frozenset(stems(claim))
    body = Body(passages=tuple((f"p{at}", text) for at, text in enumerate(texts)), language="en", mentions={}, asked=words)
    found = body.closest(Claim(passage="t1", text=claim, stems=words, mentions=()), without=without)
    wanted = words.difference(stems(without))
    all_said = [(f"p{at}", text[start:end]) for at, text in enumerate(texts) for start, end in sentences(text)]
    if not wanted or not all_said:
        assert found is None
        return
    assert found is not None
    paragraph, said = max(all_said, key=lambda one: len(wanted.intersection(stems(one[1]))))
    assert (found.sentence.paragraph, found.sentence.text) == (paragraph, said)
    assert found.shared == len(wanted.intersection(stems(said)))
    assert found.likeness == found.shared / len(wanted)
