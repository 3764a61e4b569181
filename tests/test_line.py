from copy import copy

from digest.model.line import Line


def test_a_line_is_a_text_that_is_told_from_others_by_its_mark() -> None:
    assert (Line("The bridge"), Line("The bridge").mark) == ("The bridge", Line("The bridge").mark)
    assert Line("The bridge").mark != Line("The ferry").mark


def test_a_line_that_is_sent_elsewhere_says_no_longer_where_it_is_from() -> None:
    line = Line("The bridge")
    line.origin, line.place = "an article", 1
    sent = copy(line)  # as pickle does it
    assert (sent, sent.mark, sent.origin, sent.place) == ("The bridge", line.mark, None, 0)
