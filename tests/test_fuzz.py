"""Whatever a stranger writes, a reader reads or refuses it, and a site can be made of it: `make fuzz` tries this for long."""

import html
import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from builders import a_source
from hypothesis import given
from hypothesis import strategies as st

from digest import permalinks
from digest.analyse import analyse, analysed, published
from digest.build import Gathered, outputs, planned
from digest.config import Config, configured
from digest.engines.serial import Serial
from digest.importing.take import take
from digest.load import load
from digest.model.kept import Kept
from digest.parts import ANNOTATORS, COLLECTORS, READERS
from digest.text.xml import holdable

CASES = sorted((Path(__file__).parent / "cases" / "hostile").iterdir())
TAG, QUOTED = re.compile(rb'<[a-zA-Z](?:[^>"]|"[^"]*")*>[^<]*'), re.compile(rb'"[^"]*"')
ACTIVE = re.compile(rb"^<(script|style|iframe|svg|img|object|embed|base|form)\b|^[^>]*\son\w+\s*=", re.IGNORECASE)
OUR_DATA = re.compile(rb'<script type="application/ld\+json">[^<]*</script>')
MARK = b"Zw7q"  # stands in every active piece, and in nothing of ours

WORDS = st.sampled_from(
    "Mayor Anna Ruiz said on Monday 12 July 2025 that U.S. NATO’s “plan” cost $3.5 million . , – … é 東京 שלום".split()
)
CONTROLS = st.sampled_from(
    [*"\n\n\t \r\x0b\x0c\x1b\x85\xa0\xad\u200b\u2028\u2029\u202e\u2066\ufeff\ufffd\ufffe", "\n\n", "\U000e0001"]
)
MARKUP = st.sampled_from(
    [
        "<script>Zw7q</script>",
        "<img src=x onerror=Zw7q>",
        "<svg onload=Zw7q>",
        "</title><iframe srcdoc=Zw7q>",
        '"><b onclick=Zw7q>',
        "[a](javascript:Zw7q)",
        "![a](javascript:Zw7q)",
        "<javascript:Zw7q>",
        "<a href='&#x6a;avascript:Zw7q'>",
        "<table><td>",
        "<p>",
        "</p>",
        "<!--",
        "-->",
        "<pre>",
        "&lt;",
        "&#0;",
        "{{ 7 * 7 }}",
        "{% for x in y %}",
    ]
)
MARKDOWN = st.sampled_from(
    [*"#*_`~>|-+=[]()!\\<&", "---\n", "***", "```", "    ", "1. ", "- ", "> ", "# ", "## ", "[a]: b", "|-|-|", "=\n"]
)
LABELS = st.sampled_from(["Key Takeaways\n", "- ", "• ", "At a glance:\n", "1) ", "TITLE IN CAPITALS\n"])
PROSE = st.lists(st.one_of(WORDS, WORDS, CONTROLS, MARKUP, LABELS, MARKDOWN, st.text(max_size=8)), max_size=40).map(" ".join)
YAML = st.lists(
    st.sampled_from([*"{}[]:,-?&*!|>'\"%@`# \n", "a", "1", "title: ", "\n- ", ": ", "date: 2025-13-45\n"]), max_size=20
)
VALUES = st.recursive(
    st.one_of(PROSE, st.integers(), st.booleans(), st.none(), st.dates().map(str), st.floats()),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("text quote name type url date links".split()), inner)
    ),
    max_leaves=6,
)
KEYS = st.sampled_from(
    (
        "title date updated authors source licence summary language tags takeaways sections entities slug status correction "
        "draft pinned x"
    ).split()
)
HEADERS = st.one_of(
    st.dictionaries(KEYS, VALUES, max_size=6).map(
        lambda fields: "".join(f"{key}: {json.dumps(value)}\n" for key, value in fields.items())
    ),
    YAML.map("".join),
)
FIELDS = st.dictionaries(KEYS, VALUES, max_size=6)
ODD_VALUES = st.sampled_from(["nan", "-inf", "9" * 5_000, "0x" + "f" * 5_000, "1e999", "[[", "{a = 1}", "2025-13-45", "10:00:00"])
TOML = st.builds(
    "{}{} = {}\n".format,
    FIELDS.map(lambda fields: "".join(f"{key} = {json.dumps(value)}\n" for key, value in fields.items() if value is not None)),
    KEYS,
    ODD_VALUES,
)
ARTICLES = st.one_of(
    PROSE,
    st.builds("---\n{}\n---\n{}".format, HEADERS, PROSE),
    st.builds("+++\n{}\n+++\n{}".format, TOML, PROSE),
    st.builds("{}\n{}".format, FIELDS.map(json.dumps), PROSE),
).map(lambda text: text.encode("utf-8", "surrogatepass"))


@cache
def config() -> Config:
    return configured(None, Path(__file__).parent, base_url="https://a.test/")


def assert_harmless(content: bytes, name: str, *, may_be_refused: bool = True) -> None:
    """Read an article as the build does, and hold that no page made of it holds anything active."""
    loaded = load(a_source(content, name), READERS)
    if not loaded.article:
        assert may_be_refused or loaded.problems[0].message == "the article has no text", loaded.problems
        assert [problem.level for problem in loaded.problems] == ["error"]
        return
    article = replace(loaded.article, id="tag:a.test,2025:a")
    found = [] if article.is_retracted else [analysed(article, ANNOTATORS, None)]
    standing = published([article], found, None)
    library = analyse(standing, COLLECTORS, () if standing else [article])
    home = Kept(address=permalinks.HOME, id="tag:a.test,2025:site")
    gathered = Gathered(
        library=library,
        sources=1,
        articles=1,
        held_back=0,
        early=0,
        until=None,
        kept={permalinks.HOME: home},
        told=(),
        problems=(),
    )
    for output in outputs(planned(gathered, config()), config(), Serial()):
        if output.path.endswith(".xml"):
            assert ET.fromstring(output.content).tag
        if output.path.endswith(".html"):
            for tag in TAG.findall(OUR_DATA.sub(b"", output.content)):
                assert not re.search(rb'(href|src|action)="\s*(?!https?:|mailto:)[a-z]+:', tag), tag
                bare = QUOTED.sub(b"", tag)
                assert MARK not in bare or not ACTIVE.search(bare), tag


@given(st.one_of(ARTICLES, st.binary(max_size=200)))
def test_any_text_is_read_or_refused_and_its_pages_are_harmless(content: bytes) -> None:
    assert_harmless(content, "a.txt")


@given(st.one_of(ARTICLES, st.binary(max_size=200)))
def test_any_markdown_is_read_or_refused_and_its_pages_are_harmless(content: bytes) -> None:
    assert_harmless(content, "a.md")


TEXTS = st.one_of(PROSE, MARKUP, st.sampled_from(["", "2025-07-10T09:30:00Z", "https://a.test/x", "javascript:Zw7q", "9" * 400]))
ELEMENTS = st.recursive(
    TEXTS.map(holdable).map(html.escape),
    lambda inner: st.builds(
        "<{0}{1}>{2}</{0}>".format,
        st.sampled_from(
            (
                "item entry channel title link description content:encoded content summary author name dc:creator category "
                "pubDate published updated guid id rights media:title atom:link div p xhtml:div base x"
            ).split()
        ),
        st.sampled_from(
            ["", ' type="html"', ' type="xhtml"', ' mode="base64"', ' href="javascript:Zw7q"', ' xml:base="//a"', ' term="<b>"']
        ),
        st.lists(inner, max_size=4).map("".join),
    ),
    max_leaves=12,
)
NAMESPACES = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
FEEDS = st.one_of(
    st.builds(
        '<rss version="2.0" {}><channel><title>a</title><item>{}</item>{}</channel></rss>'.format,
        st.just(NAMESPACES),
        ELEMENTS,
        ELEMENTS,
    ),
    st.builds('<feed xmlns="http://www.w3.org/2005/Atom"><title>a</title><entry>{}</entry>{}</feed>'.format, ELEMENTS, ELEMENTS),
    st.builds(
        "<?xml version='1.0' encoding='{}'?><rss><channel>{}".format, st.sampled_from(["utf-8", "utf-16", "x", "utf-7"]), PROSE
    ),
).map(lambda text: text.encode("utf-8", "surrogatepass"))
ITEMS = st.dictionaries(
    st.sampled_from(
        "id url external_url title content_html content_text summary date_published date_modified authors tags language".split()
    ),
    st.one_of(TEXTS, TEXTS, VALUES, st.lists(TEXTS, max_size=3), st.lists(st.fixed_dictionaries({"name": TEXTS}), max_size=2)),
)
JSON_FEEDS = st.builds(
    lambda title, items: json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": title, "items": items}).encode(),
    TEXTS,
    st.lists(ITEMS, max_size=3),
)
PAGES = st.builds(
    "<html lang=en><head>{}<title>{}</title></head><body><article><h1>{}</h1><p>{}</p>{}</article></body></html>".format,
    st.sampled_from(
        [
            "",
            "<meta charset=utf-16>",
            '<meta name="date" content="2025-13-45">',
            '<link rel=canonical href="javascript:Zw7q">',
            "<base href=//a>",
            '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "</b>", "datePublished": 1e99}</script>',
        ]
    ),
    PROSE,
    PROSE,
    st.just("The city will close the bridge on Monday, the mayor said. " * 5),
    PROSE,
).map(lambda text: text.encode("utf-8", "surrogatepass"))


def assert_taken_or_refused(content: bytes, name: str) -> None:
    """Import what was saved, and hold that each article of it can be read, and is harmless."""
    with TemporaryDirectory() as folder:
        (Path(folder) / name).write_bytes(content)
        haul = take([Path(folder) / name], configured(None, Path(folder)), date(2025, 8, 1))
        assert {problem.rule for problem in haul.problems} <= {"import-known", "import-left", "unreadable"}
        for path in haul.written:
            assert path.parent == Path(folder) / "seeds"
            assert_harmless(path.read_bytes(), path.name, may_be_refused=False)


@given(st.one_of(FEEDS, FEEDS, ARTICLES, st.binary(max_size=200)))
def test_any_feed_is_taken_or_refused_and_its_pages_are_harmless(content: bytes) -> None:
    assert_taken_or_refused(content, "a.xml")


@given(st.one_of(JSON_FEEDS, JSON_FEEDS, JSON_FEEDS, st.binary(max_size=200)))
def test_any_json_feed_is_taken_or_refused_and_its_pages_are_harmless(content: bytes) -> None:
    assert_taken_or_refused(content, "a.json")


@given(st.one_of(PAGES, PAGES, ARTICLES, st.binary(max_size=200)))
def test_any_saved_page_is_taken_or_refused_and_its_pages_are_harmless(content: bytes) -> None:
    assert_taken_or_refused(content, "a.html")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_once_failed_is_read_or_refused(case: Path) -> None:
    assert_harmless(case.read_bytes(), case.name)
