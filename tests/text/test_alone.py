import pytest

from digest.text.alone import stands_alone


@pytest.mark.parametrize(
    "sentence",
    [
        "The city will close the harbour bridge on 1 August.",
        "Mayor Ana Ruiz said the work “cannot wait” for the summer to end.",
        "In July, the council voted to rebuild the old harbour bridge.",
    ],
)
def test_whole_sentences_stand_alone(sentence: str) -> None:
    assert stands_alone(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "He said the bridge would open again in the autumn.",
        "It’s the first time that the bridge closes for repairs.",
        "This means that ferries will run all night in August.",
        "However, ferries will run every ten minutes in August.",
        "As a result, ferries will run every ten minutes in August.",
        "Will the bridge open again before the winter comes?",
        "“We will open the bridge again in the autumn,” said Ruiz.",
        "The mayor said “we will open the bridge again.",
        "Too short to tell.",
        "which was closed for repairs in the summer of 2024.",
        "THE CITY WILL CLOSE THE HARBOUR BRIDGE ON 1 AUGUST.",
        "The bridge will be closed for the following reasons, said Ruiz:",
        "Pictured: the harbour bridge on the day when it was opened.",
        "The city will " + "really " * 60 + "close the bridge.",
    ],
)
def test_what_points_back_leads_on_asks_or_is_cut_does_not(sentence: str) -> None:
    assert not stands_alone(sentence)
