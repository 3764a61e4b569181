import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.model.html import Html
from digest.text.html import Wrap, element, escaped, plain, sanitised, wrapped
from digest.text.nesting import INLINE

MODEST = settings(max_examples=100, deadline=None)
SHOWN = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60)
TAGS = st.sampled_from(
    (
        "a b i p div span pre code h2 h3 script style svg math mi mtext foreignObject annotation-xml desc title iframe img form "
        "noscript template table caption colgroup col thead tbody tr td th ul ol li dl dd dt blockquote xmp textarea plaintext "
        "button object marquee select option ruby rt nobr font br hr body html frameset details figure figcaption"
    ).split()
)
NAMES = st.sampled_from("href src onclick onerror style title srcdoc formaction xlink:href id class".split())
VALUES = st.sampled_from(
    [
        "javascript:alert(1)",
        "JaVa\tScript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "&#106;avascript:x",
        "\"'><script>",
        "x>y<z",
    ]
)
ATTRIBUTES = st.lists(st.tuples(NAMES, VALUES).map(lambda pair: f' {pair[0]}="{pair[1]}"'), max_size=3).map("".join)
PIECES = st.one_of(
    st.builds("<{}{}>".format, TAGS, ATTRIBUTES),
    TAGS.map("</{}>".format),
    st.sampled_from(["<!--", "-->", "<![CDATA[", "]]>", "&lt;", "&amp;lt;", "<", ">", '"', "\0", "text", "\n", "\xa0"]),
    st.sampled_from(["&nbsp;", "&#13;", "&#0;", "&#xD800;", "\r", "\x0c", '<a href="https://x.y">', '<a title="</a><b>">']),
    SHOWN,
)
MARKUP = st.lists(PIECES, max_size=20).map("".join)
PAYLOADS = [
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<object data=javascript:alert(1)>",
    "<embed src=javascript:alert(1)>",
    "<form action=javascript:alert(1)><input type=submit>",
    "<button formaction=javascript:alert(1)>x</button>",
    "<base href=//evil>",
    "<link rel=stylesheet href=//evil>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<style>@import '//evil'</style>",
    "<p style='background:url(javascript:alert(1))'>x</p>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<a href=' javascript:alert(1)'>x</a>",
    "<a href='&#x6A;avascript:alert(1)'>x</a>",
    "<a href='vbscript:x'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href='x' onclick='alert(1)'>x</a>",
    "<a href='file:///etc/passwd'>x</a>",
    "<video src=x onerror=alert(1)><source onerror=alert(1)></video>",
    "<details ontoggle=alert(1) open>x</details>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<template><script>alert(1)</script></template>",
    "<xmp><img src=x onerror=alert(1)></xmp>",
    "<a title='</a><img src=x onerror=alert(1)>'>x</a>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<td background=javascript:alert(1)>",
    "<p id=content name=x class=masthead>x</p>",
]


def tags(markup: str) -> list[str]:
    return re.findall(r"<[^<>]*>", re.sub(r'"[^"]*"', lambda value: re.sub("[<>]", "", value[0]), markup))


def assert_harmless(markup: str) -> None:
    for tag in tags(markup):
        name = re.match(r"</?([a-z0-9]+)", tag)
        assert name
        assert name[1] not in {
            "script",
            "style",
            "svg",
            "math",
            "img",
            "iframe",
            "object",
            "embed",
            "form",
            "base",
            "link",
            "meta",
        }
        assert set(re.findall(r'\s([\w:-]+)="', tag)) <= {"href", "title", "rel", "start", "colspan", "rowspan", "scope"}
        for address in re.findall(r'href="([^"]*)"', tag):
            assert not re.match(r"\s*(javascript|vbscript|data|file)\s*:", address, re.IGNORECASE)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_that_runs_loads_or_restyles_gets_through(payload: str) -> None:
    assert_harmless(sanitised(payload))


@given(MARKUP)
@MODEST
def test_no_markup_however_broken_gets_through(markup: str) -> None:
    assert_harmless(sanitised(markup))


@given(MARKUP)
@MODEST
def test_sanitising_twice_is_sanitising_once(markup: str) -> None:
    assert sanitised(sanitised(markup)) == sanitised(markup)


@given(SHOWN)
@MODEST
def test_what_is_escaped_shows_the_text_itself(text: str) -> None:
    assert plain(escaped(text)) == text


@given(MARKUP, st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9)), max_size=5))
@MODEST
def test_wrapping_changes_no_character_and_never_puts_a_link_in_a_link(markup: str, spans: list[tuple[int, int]]) -> None:
    clean = sanitised(markup)
    wraps = [Wrap(start=s, end=s + n, before=Html('<a href="x">'), after=Html("</a>")) for s, n in spans]
    result = wrapped(clean, wraps)
    assert plain(result) == plain(clean)
    depth = 0
    for tag in re.findall(r"<(/?)a\b", result):
        depth += -1 if tag else 1
        assert depth in {0, 1}


def mark(start: int, end: int) -> Wrap:
    return Wrap(start=start, end=end, before=Html("<b>"), after=Html("</b>"))


def test_an_element_holds_markup_and_its_attributes_hold_any_text() -> None:
    made = element("p", escaped("a < b"), Html("<em>c</em>"), attributes={"lang": '"><x'})
    assert made == '<p lang="&quot;&gt;&lt;x">a &lt; b<em>c</em></p>'


def test_a_wrap_stands_around_its_characters_and_counts_what_is_shown() -> None:
    assert wrapped(Html("A &amp; <em>B</em> &lt; C"), [mark(0, 1), mark(4, 5)]) == "<b>A</b> &amp; <em><b>B</b></em> &lt; C"


def test_a_wrap_across_markup_or_another_wrap_is_left_out() -> None:
    assert wrapped(Html("one <em>two</em> three"), [mark(0, 3), mark(2, 7), mark(4, 12)]) == "<b>one</b> <em>two</em> three"


@pytest.mark.parametrize("tag", ["a", "code", "pre", "kbd", "samp"])
def test_nothing_is_wrapped_inside_links_and_code(tag: str) -> None:
    markup = Html(f"<{tag}>Oslo</{tag}> Oslo")
    assert wrapped(markup, [mark(0, 4), mark(5, 9)]) == f"<{tag}>Oslo</{tag}> <b>Oslo</b>"


def test_links_of_strangers_are_marked_and_keep_their_harmless_addresses() -> None:
    clean = sanitised('<a href="https://example.org/?a=1&amp;b">x</a> <a href="mailto:a@b.org">y</a> <a href="../z">z</a>')
    assert re.findall('href="([^"]*)"', clean) == ["https://example.org/?a=1&amp;b", "mailto:a@b.org"]
    assert clean.count('rel="nofollow noopener noreferrer"') == 2


@pytest.mark.parametrize(
    "dead",
    [
        '<a href="a/b:c">z</a>',
        '<a href="//evil/x">z</a>',
        '<a href="#a:b">z</a>',
        '<a href="../z">z</a>',
        '<a href="javascript:x()">z</a>',
        '<a title="t">z</a>',
        "<a>z</a>",
    ],
)
def test_a_link_that_leads_nowhere_is_its_label(dead: str) -> None:
    assert sanitised(dead) == "z"


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 100_000,
        "<ul><li>" * 50_000,
        "<dl><dd>" * 50_000,
        "<b>" * 50_000 + "</i>" * 50_000,
        "".join(f"<font size={number}>" for number in range(30_000)),
        "<p>" + "".join(f"<b x={number}>" for number in range(900)) + "</p><p>x" * 50_000,
        "<b " + " ".join(f"a{number}" for number in range(100_000)) + ">x",
        "<b a='>' " + " ".join(f"a{number}" for number in range(100_000)) + ">x",
    ],
    ids=["divs", "lists", "definitions", "closings", "fonts", "formats", "attributes", "quoted"],
)
def test_markup_that_a_parser_would_be_slow_at_is_shown_as_text(markup: str) -> None:
    started = time.process_time()
    assert plain(sanitised(markup)) == markup
    assert time.process_time() - started < 2


def test_much_markup_that_is_well_made_stays_markup() -> None:
    table = f"<table><tbody>{'<tr><td>a</td><td><b>b</b></td></tr>' * 5_000}</tbody></table>"
    assert sanitised(table) == table


@given(MARKUP)
@MODEST
def test_there_are_never_more_elements_than_there_were_tags(markup: str) -> None:
    assert len(re.findall("<[a-z]", sanitised(markup))) <= len(re.findall("</?[a-zA-Z]", markup))


@pytest.mark.parametrize(
    "markup",
    [
        "<p><b><i><u>x<p>x<p>x",
        "<table><td>x",
        "<p>" + "".join(f"<b x={number}>" for number in range(19)) + "</p>" + "<p>x" * 4_000,
    ],
    ids=["formats", "cell", "many"],
)
def test_markup_that_would_grow_is_shown_as_text(markup: str) -> None:
    assert plain(sanitised(markup)) == markup


@pytest.mark.parametrize(
    ("markup", "tidy"),
    [
        ("<p><b>one</p><p>two</b></p>", "<p><b>one</b></p><p><b>two</b></p>"),
        ("<table><tr><td>x</td></tr></table>", "<table><tbody><tr><td>x</td></tr></tbody></table>"),
        ("<ul><li>one<li>two</ul>", "<ul><li>one</li><li>two</li></ul>"),
        ("<ul><li>one</li><ul><li>two</li></ul></ul>", "<ul><li>one<ul><li>two</li></ul></li></ul>"),
        ("<dl><div><dt>one<dd>two</div></dl>", "<dl><dt>one</dt><dd>two</dd></dl>"),
        (
            "<table><tr><td>one</td></tr><caption>two</caption></table>",
            "<table><caption>two</caption><tbody><tr><td>one</td></tr></tbody></table>",
        ),
    ],
)
def test_markup_that_people_write_is_tidied(markup: str, tidy: str) -> None:
    assert sanitised(markup) == tidy


@pytest.mark.parametrize(
    ("markup", "tidy"),
    [
        ("one <li>two</li> three", "one  two  three"),
        ("one <dd>two <figcaption>three", "one  two  three"),
        ("<ol>one<li>two</li>three</ol>", "one<ol><li>two three</li></ol>"),
        ("<ul>one</ul>", "one"),
        ("<dl>one<dd>two</dd><dt>three</dt><dd>four</dd><dt>five</dt></dl>", "one two <dl><dt>three</dt><dd>four</dd></dl> five"),
        ("<dl><dt><h3>one</h3></dt><dd>two</dd></dl>", "<dl><dt> one </dt><dd>two</dd></dl>"),
        ("<b>one<p>two</p></b>", "one<p>two</p>"),
        ("<h2>one<p>two</p></h2>", "<h2>one two </h2>"),
        ("<figure>one<figcaption>two</figcaption>three</figure>", "<figure>one two three</figure>"),
        ("<table><tr></tr></table>one", "one"),
        ("<table><caption>one</caption><caption>two</caption></table>", "one  two"),
        (
            "<table><tr><td>1<thead><tr><td>2</table>",
            "<table><tbody><tr><td>1</td></tr></tbody><tbody><tr><td>2</td></tr></tbody></table>",
        ),
    ],
)
def test_an_element_where_html_allows_none_is_its_text(markup: str, tidy: str) -> None:
    assert sanitised(markup) == tidy


@given(MARKUP)
@MODEST
def test_lists_hold_items_alone_and_items_stand_in_lists(markup: str) -> None:
    opened = [""]
    for close, name, text in re.findall(r'<(/?)([a-z0-9]+)(?:[^>"]|"[^"]*")*>|([^<]+)', sanitised(markup)):
        inside = {"ul": "li", "ol": "li", "dl": "dt dd", "table": "caption thead tbody tfoot", "tr": "td th"}.get(opened[-1])
        if close:
            opened.pop()
        elif text:
            assert inside is None or not text.strip()
        else:
            assert inside is None or name in inside.split()
            assert opened[-1] in {"li": ("ul", "ol"), "dt": ("dl",), "dd": ("dl",), "figcaption": ("figure",)}.get(
                name, (opened[-1],)
            )
            opened += [name] * (name not in {"br", "hr"})


@pytest.mark.parametrize(
    "markup",
    [
        "<b>" * 60_000 + "\xa0x",
        "<p><button><p>x",
        "<h3><ruby><h3>x",
        "<a href='https://x'><object><a href='https://y'>x",
        "<pre>\n\n\n\n\n\n\n\nx</pre>",
        "x&#13;y&#0;z",
    ],
    ids=["laborious", "button", "ruby", "links", "blank lines", "controls"],
)
def test_another_pass_leaves_what_the_first_made(markup: str) -> None:
    assert sanitised(sanitised(markup)) == sanitised(markup)


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("a<div>b</div>c", "a b c"),
        ('<div>a</div><div title="x>y">b</div><section>c</section>', "a b c"),
        ("<details><summary>a</summary>b</details>", "a b"),
        ("<ruby>a<rt>b</rt></ruby>", "a b"),
        ("<h2>a<hr>b</h2>", "a b"),
        ("a<li></li>b", "a b"),
    ],
)
@pytest.mark.parametrize("tags", [None, INLINE])
def test_words_that_a_block_held_apart_stay_apart(markup: str, words: str, tags: frozenset[str] | None) -> None:
    html = sanitised(markup, tags) if tags else sanitised(markup)
    assert " ".join(plain(html).split()) == words


def test_a_link_in_a_cell_of_a_link_is_the_one_that_stays() -> None:
    markup = '<a href="https://a.b/"><table><tr><td><a href="https://c.d/">z</a></td></tr></table></a>'
    assert sanitised(markup).count("<a ") == 1
