import pytest

from digest.structure.openings import tokens_of
from digest.structure.recover import recover
from digest.structure.speakers import speakers_of

INTERVIEW = """The baker who started again
Rosa Lindqvist opened her third bakery in Port Ellery last month. She spoke to us between batches.
On losing everything {one} How did the first business fail?
{two} Flour doubled, gas tripled, and I was the last to see it.
{one} Did you think of giving up?
{two} Every night. Then I would get up and bake anyway.
Learning to say no {one} What do you do differently now?
{two} I say no to supermarkets. They left on a Friday and we had eleven people to pay on Monday.
{one} And the bank?
{two} There is no bank. Customers lent me the money.
"""


@pytest.mark.parametrize(
    ("one", "two"), [("Q:", "A:"), ("Q.", "A."), ("Amir Tahan:", "Rosa Lindqvist:"), ("GAZETTE:", "Lindqvist:")]
)
def test_the_turns_of_an_interview_are_no_headings_and_end_those_above(one: str, two: str) -> None:
    found = recover(INTERVIEW.format(one=one, two=two))
    assert [section.heading for section in found.sections] == [None, "On losing everything", "Learning to say no"]
    assert found.sections[1].paragraphs[0] == f"{one} How did the first business fail?"


def test_a_line_of_its_own_above_a_question_is_a_heading() -> None:
    found = recover(
        "El teatro cierra sus puertas\nLa directora deja el cargo tras doce temporadas.\nDoce años sin presupuesto fijo\n"
        "P. ¿Por qué se va ahora?\nR. Porque he pedido lo mismo doce veces.\nP. ¿Qué se ha perdido?\n"
        "R. La escuela, que tenía 70 alumnos.\n"
        "Un consejo para quien llegue\nP. ¿Qué le diría?\nR. Que abra las puertas por la tarde."
    )
    assert [section.heading for section in found.sections] == [
        None,
        "Doce años sin presupuesto fijo",
        "Un consejo para quien llegue",
    ]


def test_where_one_word_alone_begins_lines_nobody_speaks() -> None:
    lines = ["Update: the road is open.", "Update: it is closed.", "A. Smith won.", "The mayor said: no."]
    assert not speakers_of(tokens_of(line, "en") for line in lines)


def test_a_question_spelt_out_once_is_one_too() -> None:
    found = recover(
        "Ho insegnato l'italiano a mille braccianti\nSuor Teresa Mancuso insegna da trent'anni nelle campagne di Foggia.\n"
        "La prima lezione Domanda. Come ha cominciato?\nRisposta. Con un ragazzo che voleva leggere la busta paga.\n"
        "D. Quanti studenti ha oggi?\nR. Centotrenta, divisi in cinque gruppi.\n"
    )
    assert found.sections[1].heading == "La prima lezione"
    assert found.sections[1].paragraphs[0] == "Domanda. Come ha cominciato?"


@pytest.mark.parametrize(("one", "two"), [("Winner", "Loser"), ("Before", "After")])
def test_headings_of_two_words_in_turn_are_nobodys_turns(one: str, two: str) -> None:
    headings = [f"{one}: Pensioners", f"{two}: Landlords", f"{one}: Small brewers", f"{two}: Drivers"]
    text = "The state pension goes up by 4.1 per cent in April. It is the second rise in a row."
    entries = "\n".join(f"{heading}\n{text}" for heading in headings)
    found = recover(f"What the budget changes\nThe chancellor spoke for an hour. Here is what changes.\n{entries}")
    assert [section.heading for section in found.sections] == [None, *headings]


def test_one_question_and_one_answer_make_no_interview() -> None:
    assert not speakers_of(tokens_of(line, "en") for line in ["Q: Why is it shut?", "A: Nobody knows.", "It will open."])
    assert speakers_of(tokens_of(line, "en") for line in ["Q: Why is it shut?", "A: Nobody knows.", "Q: Until when?"])
