import marshal
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from builders import a_library_read_from, a_site

from digest.errors import ConfigError
from digest.model.html import Html
from digest.model.page import Page, Templated, Verbatim
from digest.parts import LISTINGS, PAGE_TYPES
from digest.plan import plan
from digest.render import compiled, environment, render, take
from digest.theme.files import theme

PEOPLE = [f"{first}o {last}und" for first in "ABCDEFGH" for last in "KLMNPRST"]
ARTICLES = (
    f"""date: 2025-07-10
updated: 2025-07-12
language: de
authors: [Ana Ruiz]
tags: [rail, road]
aliases: [/old/]
summary: Oslo waits.
takeaways: [{{text: Ana Ruiz met Bo Lund., evidence: [p1]}}, Nobody met Eva Holm in 2024.]
source: {{name: News, url: "https://example.com/", licence: CC BY 4.0, published: 2025-07-09}}
corrections: [{{date: 2025-07-11, text: Not Bergen.}}]
entities: [{{name: Oslo, type: place}}, {", ".join(f"{{name: {name}, type: person}}" for name in PEOPLE)}]
""",
    "status: retracted\n",
    "tags: [rail]\n",
    *(f"date: 2024-{month:02}-01\ntags: [rail]\nlicence: CC BY 4.0\n" for month in range(1, 13) for _ in range(3)),
)
TEXT = f"## Ao Kund\n\n{'. '.join(PEOPLE)}. Ao Kund left. Ao Kund came back. So did Ao Kund.\n\n- Oslo\n\n## Oslo\n\nRain."


@dataclass(frozen=True)
class Greeting:
    permalink: str = "/a/"
    text: str = "<Ann> & Bob"
    html: Html = field(default=Html("<b>Ann</b>"))


def rendered(template: str, **others: str) -> str:
    page = Page(permalink="/a/", body=Templated(template="page.html", view=Greeting()))
    return render(page, a_site("News"), (("page.html", template), *others.items())).content.decode()


def fault(template: str, **others: str) -> str:
    with pytest.raises(ConfigError) as caught:
        rendered(template, **others)
    return str(caught.value)


def test_text_is_escaped_and_trusted_markup_stands_as_it_is() -> None:
    assert rendered("{{ view.text }} {{ view.html }} {{ site.title }}\n") == "&lt;Ann&gt; &amp; Bob <b>Ann</b> News\n"


@pytest.mark.parametrize("sign", ["\x1b", "\x7f", "\x9b", "\ufdd0", "\ufffe", "\uffff", "\U0001fffe", "\U0010ffff"])
def test_what_html_forbids_is_shown_as_a_replacement_character(sign: str) -> None:
    assert rendered(f"a{sign}b 忾 👿 ﷺ\n") == "a\N{REPLACEMENT CHARACTER}b 忾 👿 ﷺ\n"


def test_what_stands_in_a_message_is_escaped() -> None:
    assert rendered("{{ _('By %(name)s', name=view.text) }}\n") == "By &lt;Ann&gt; &amp; Bob\n"


def test_a_count_chooses_the_form_and_is_written_in_the_manner_of_the_language() -> None:
    counts = "{{ ngettext('%(num)s name', '%(num)s names', 1) }}, {{ ngettext('%(num)s name', '%(num)s names', 12345) }}\n"
    assert rendered(counts) == "1 name, 12,345 names\n"


def test_a_value_in_a_message_may_have_any_name() -> None:
    counted = "{% trans count=3, many=view.text %}one {{ count }}{% pluralize %}{{ many }} {{ count }}{% endtrans %}"
    assert rendered(counted) == "&lt;Ann&gt; &amp; Bob 3"
    assert rendered("{% trans message=view.text %}So {{ message }}{% endtrans %}") == "So &lt;Ann&gt; &amp; Bob"


def test_what_stands_in_a_message_is_not_escaped_where_nothing_is() -> None:
    messages = "{{ _('By %(name)s', name=view.text) }} {{ ngettext('%(num)s %(name)s', 'Many', 1, name=view.text) }}"
    assert rendered(f"{{% autoescape false %}}{messages}{{% endautoescape %}}") == "By <Ann> & Bob 1 <Ann> & Bob"


def test_a_page_at_an_address_with_a_slash_is_an_index() -> None:
    page = Page(permalink="/a/b/", body=Verbatim(content=b"\xff\0"))
    assert render(page, a_site(), ()).path == "a/b/index.html"
    assert render(page, a_site(), ()).content == b"\xff\0"


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("{{ view.titel }}", "templates/page.html:1: 'tests.test_render.Greeting object' has no attribute 'titel' (for /a/)"),
        ("{{ now }}", "templates/page.html:1: 'now' is undefined (for /a/)"),
        ("one\n{% if %}", "templates/page.html:2: "),
        ("{% include 'none.html' %}", "templates/page.html:1: there is no template 'none.html' (for /a/)"),
        ("{{ 'none.css' | asset(site) }}", "the theme has no file 'static/none.css'; add it"),
        ("{{ view.text | shout }}", "templates/page.html:1: No filter named 'shout'."),
    ],
)
def test_a_fault_in_a_template_is_named_with_its_place(template: str, message: str) -> None:
    assert fault(template).startswith(message)


def test_a_fault_in_a_partial_is_named_with_the_partial() -> None:
    assert fault("{% include 'part' %}", part="\n\n{% endif %}").startswith("templates/part:3: ")
    assert fault("{% include 'part' %}", part="\n{{ nothing }}").startswith("templates/part:2: 'nothing' is undefined")
    assert fault("{% include 'part' %}", part="\n{{ 1 / 0 }}").startswith("templates/part:2: ZeroDivisionError")
    assert fault("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}").startswith("templates/page.html:1: RecursionError")


@pytest.mark.parametrize(
    "call",
    [
        "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(b=1) }}",
        "{{ view.text.upper(1) }}",
        "{{ view() }}",
        "{{ _() }}",
        "{{ [1, 'a'] | sort | join }}",
    ],
)
def test_a_wrong_call_is_named_with_its_place(call: str) -> None:
    assert fault(f"one\n{call}").startswith("templates/page.html:2: TypeError: ")


def test_a_wrong_value_in_a_message_is_named_with_its_place() -> None:
    assert fault("one\n{{ _('%(number)d', number='a') }}").startswith("templates/page.html:2: ValueError: ")


def test_what_pages_seldom_hold_is_shown_as_jinja_shows_it() -> None:
    assert rendered("{% set row = {'a': view.text} %}{{ row.a }}{{ view.none is defined }}\n") == "&lt;Ann&gt; &amp; BobFalse\n"


def test_the_pages_of_the_theme_are_all_made_the_quick_way() -> None:
    pages, look = [], theme(Path("none"))
    for articles in (ARTICLES, ()):
        library = a_library_read_from(*articles, text=TEXT)
        site = replace(a_site(base_url="https://example.org/"), assets=look.assets)
        pages += [(page, site) for page in plan(library, site, PAGE_TYPES, LISTINGS)]
    for page, site in pages:
        render(page, site, look.templates)
    made = {page.body.template for page, _ in pages if isinstance(page.body, Templated)}
    assert {name for name, _ in look.templates if "/" not in name} - {"base.html", "paged.html"} == made
    assert environment(look.templates, a_site().wording).unusual == set()


def test_a_fault_in_our_own_code_is_no_fault_of_the_template() -> None:
    with pytest.raises(AttributeError):
        rendered("{{ 3 | asset(view) }}")


def test_a_template_that_is_missing_is_named() -> None:
    page = Page(permalink="/a/", body=Templated(template="none.html", view=Greeting()))
    with pytest.raises(ConfigError, match=r"there is no template 'none\.html' \(for /a/\); compare it with the default"):
        render(page, a_site(), ())


def test_templates_that_another_process_compiled_are_taken_if_they_are_the_very_ones() -> None:
    site, page = a_site("News"), Page(permalink="/a/", body=Templated(template="page.html", view=Greeting()))
    some, others = (("page.html", "some"),), (("page.html", "others"),)
    code = compiled(some, site.wording)
    take(code, others, site.wording)
    take(b"", others, site.wording)
    assert render(page, site, others).content == b"others"
    _, *language, made = marshal.loads(code)  # noqa: S302 - our own
    take(marshal.dumps((forged := (("page.html", "forged"),), *language, made)), forged, site.wording)
    assert render(page, site, forged).content == b"some"  # what came compiled, whatever was written


def test_a_faulty_template_costs_no_other(capfd: pytest.CaptureFixture[str]) -> None:
    wording = a_site("News").wording
    *_, code = marshal.loads(compiled((("a.html", "{% if %}"), ("b.html", "b")), wording))  # noqa: S302 - our own
    assert len(code) == 1
    assert capfd.readouterr().err == ""


def test_of_the_parts_of_pages_those_are_compiled_that_are_not_written_in_them() -> None:
    page = "{% from 'partials/words.html' import day %}{% include 'partials/card.html' %}{{ day }}"
    parts = {"partials/card.html": "card", "partials/words.html": "{% macro day() %}{% endmacro %}"}
    *_, code = marshal.loads(compiled((*parts.items(), ("a.html", page)), a_site().wording))  # noqa: S302 - our own
    assert len(code) == 2
