from digest.structure.agreement import agreed, manner_of
from digest.structure.model import Judgement, Model, probabilities
from digest.structure.network import Networks
from digest.structure.openings import Opening, tokens_of

MODEL = Model(
    table=b"",
    unit=1.0,
    networks=Networks(english={}, foreign={}),
    agreement={"score line": 1.0, "style line": 2.0, "end line": 2.0},
)


def judged(text: str, *scores: float) -> Judgement:
    opening = Opening(place="line", tokens=tokens_of(text, "en"), size=30)
    return Judgement(opening=opening, cuts=tuple(range(len(scores))), scores=scores)


def test_a_doubtful_heading_is_believed_where_others_look_like_it() -> None:
    doubtful = judged("Why? It was so", 0.0, -0.2)
    alike = [judged("Who? It was so", 0.0, 5.0), judged("How? It was so", 0.0, 5.0)]
    unlike = [judged("Cost It was so", 0.0, 5.0), judged("Gain It was so", 0.0, 5.0)]
    among_alike, among_unlike = (probabilities(agreed([doubtful, *rest], MODEL)[0].scores)[1] for rest in (alike, unlike))
    assert among_alike > among_unlike


def test_an_opening_without_possible_cuts_stays_whole() -> None:
    assert agreed([judged("it was so", 0.0)], MODEL)[0].scores == (0.0,)


def test_manners_name_what_a_heading_looks_like() -> None:
    opening = Opening(place="line", tokens=tokens_of("What Happens Next? It was so", "en"), size=6)
    assert manner_of(opening, 3) == {"style": "T", "end": "?", "begin": "what", "line": "run", "form": "3"}
