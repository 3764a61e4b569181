"""Who speaks in an interview: the words that its questions and answers begin with, such as "Q:" or "Rosa Lindqvist:"."""

from collections import Counter
from collections.abc import Iterable, Sequence

from digest.structure.tokens import Token

_LONGEST_SPEAKER = 3  # words
_FEWEST_SPEAKERS, _FEWEST_TURNS = 2, 2
# What stands for a question, and what for its answer; such words need no colon behind them.
_QUESTION_AND_ANSWER = tuple(
    (frozenset(asking.split()), frozenset(answering.split()))
    for asking, answering in (
        ("q question", "a answer"),
        ("q question", "r réponse"),
        ("p pregunta pergunta", "r respuesta resposta"),
        ("f frage", "a antwort"),
        ("d domanda", "r risposta"),
        ("v vraag", "a antwoord"),
    )
)
_TURNS = frozenset().union(*(one | other for one, other in _QUESTION_AND_ANSWER))
_FEWEST_OF_BOTH = 3


def speakers_of(lines: Iterable[Sequence[Token]]) -> frozenset[str]:
    """Return what the turns of an interview begin with: two speakers or more who have two lines each, or question and answer.

    What stands for a question counts in all its forms: "Pregunta." where others have "P.". A line that does not end as a
    sentence does is no turn of someone who is named, as "Winner: Pensioners" is not.
    """
    begun = [(name, tokens[-1].ends_sentence) for tokens in lines if (name := _speaker(tokens))]
    turns = Counter(name for name, _ in begun)
    if len(turns) < _FEWEST_SPEAKERS:
        return frozenset()
    named = Counter(name for name, is_sentence in begun if is_sentence)
    several = frozenset(name for name, count in named.items() if count >= _FEWEST_TURNS)
    questions = _questions_and_answers(turns)
    return several | questions if questions or len(several) >= _FEWEST_SPEAKERS else frozenset()


def _questions_and_answers(turns: Counter[str]) -> frozenset[str]:
    """Return what stands for questions and answers, with its sign, if three lines or more begin with it and with both."""
    for asking, answering in _QUESTION_AND_ANSWER:
        for sign in (":", "."):
            asked, answered = (sum(turns[word + sign] for word in words) for words in (asking, answering))
            if asked and answered and asked + answered >= _FEWEST_OF_BOTH:
                return frozenset(word + sign for word in asking | answering)
    return frozenset()


def speaks(tokens: Sequence[Token], speakers: frozenset[str]) -> bool:
    """Whether words begin a turn of one of the speakers."""
    return bool(speakers) and _speaker(tokens) in speakers


def _speaker(tokens: Sequence[Token]) -> str:
    """Return the words up to a colon, or to a full stop behind what stands for a question or an answer; or nothing."""
    for index, one in enumerate(tokens[:_LONGEST_SPEAKER]):
        if one.shape not in "CAM" or one.opens:
            return ""
        if one.end:
            is_turn = one.end == ":" or (one.end == "." and not index and one.word in _TURNS)
            return " ".join(token.word for token in tokens[: index + 1]) + one.end if is_turn else ""
    return ""
