import marshal
from dataclasses import dataclass, field

import pytest
from builders import a_site

from digest.errors import ConfigError
from digest.model.html import Html
from digest.model.page import Page, Templated, Verbatim
from digest.render import compiled, render, take


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
        "{{ _('%(number)d', number='a') }}",
        "{{ [1, 'a'] | sort | join }}",
    ],
)
def test_a_wrong_call_is_named_with_its_place(call: str) -> None:
    assert fault(f"one\n{call}").startswith("templates/page.html:2: TypeError: ")


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
