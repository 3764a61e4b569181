from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from digest.text.xml import holdable


@given(st.text(st.characters()))
def test_any_text_is_held_by_xml_and_read_again(text: str) -> None:
    element = ET.Element("x")
    element.text = holdable(text)
    assert (ET.fromstring(ET.tostring(element, "utf-8")).text or "") == holdable(text)


def test_what_xml_forbids_is_replaced_and_all_else_stays() -> None:
    assert holdable("a\x00\x0b\ud800\ufffe\uffffz") == "a" + 5 * "\N{REPLACEMENT CHARACTER}" + "z"
    assert holdable("a\tb\r\nc\rd \U0001f600 ]]> \u202e<&") == "a\tb\nc\nd \U0001f600 ]]> \u202e<&"
