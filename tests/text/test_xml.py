from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from digest.text.xml import document, element, holdable, parent


@given(st.text(st.characters()))
def test_any_text_is_held_by_xml_and_read_again(text: str) -> None:
    read = ET.fromstring(document(parent(0, "all", [element(1, "one", text, {"told": text})])))
    assert [(one.text or "", one.attrib) for one in read] == [(holdable(text), {"told": holdable(text)})]


def test_an_element_a_line_is_as_deep_as_it_stands() -> None:
    inside = [element(1, "a", "<1>", {"b": '"'}), element(1, "c"), parent(1, "d", [element(2, "e", "2")]), parent(1, "f", [])]
    lines = ["<all>", ' <a b="&quot;">&lt;1&gt;</a>', " <c />", " <d>", "  <e>2</e>", " </d>", " <f />", "</all>"]
    assert parent(0, "all", inside) == "".join(f"{line}\n" for line in lines)


def test_what_xml_forbids_is_replaced_and_all_else_stays() -> None:
    assert holdable("a\x00\x0b\ud800\ufffe\uffffz") == "a" + 5 * "\N{REPLACEMENT CHARACTER}" + "z"
    assert holdable("a\tb\r\nc\rd \U0001f600 ]]> \u202e<&") == "a\tb\nc\nd \U0001f600 ]]> \u202e<&"
