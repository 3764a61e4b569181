from hypothesis import given
from hypothesis import strategies as st

from digest.text.hedges import ALL, APPLIED, DENIAL, DOUBT, MAY_DIFFER, MODAL, PLAN

TELLING = (
    "Could may, might would should can’t “planned” hoped aims intend seeks wants wishes tries tried proposes "
    "expected attempt asked preparing considers discussed explore weighs sought proposals draft potentially "
    "possible likely probably perhaps maybe allegedly reportedly suspected accused appears seems suggests "
    "tentatively claims estimated unconfirmed threatens rumored rumoured all every everyone always never entirely "
    "completely fully none only any not no nobody nothing neither nor without cannot hardly failed refuses denies "
    "lacks unable stopped votes ruled deciding spoke didn’t DON'T"
)
KINDS = st.sampled_from([MODAL, PLAN, DOUBT, APPLIED, ALL, DENIAL])


@given(KINDS.flatmap(st.from_regex))
def test_no_text_has_a_hedge_a_denial_or_a_word_for_all_in_which_none_may_begin(text: str) -> None:
    assert any(MAY_DIFFER[piece] for piece in text.split())


def test_each_word_that_tells_may_make_a_difference() -> None:
    assert [word for word in TELLING.split() if not MAY_DIFFER[word]] == []


def test_most_words_make_no_difference() -> None:
    assert not any(
        MAY_DIFFER[piece] for piece in "Officials told the mayor’s council on Monday that “American” bridges cost $5m.".split()
    )
