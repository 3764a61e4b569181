"""Builds after edits, as `digest build` does them: by the plan of the last build where it stands, and like a clean one always."""

import errno
import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from time import sleep

import pytest
from laws import tree

from digest.amending import amend
from digest.amending.outline import outlined
from digest.analysers import entities
from digest.build import gather, planned
from digest.cache.blueprint import Blueprint, PlanStore
from digest.cache.drawing import Drawing
from digest.cache.given import Given
from digest.cache.telling import Telling
from digest.cache.values import marked, sealed
from digest.cache.version import version
from digest.choice import Choice
from digest.commands import project
from digest.commands.options import Options
from digest.config import configured
from digest.engines.serial import Serial
from digest.last import LastBuild
from digest.model.announcement import Announcement
from digest.model.library import Annotated, Whole
from digest.model.page import Later, Page, Sealed, Templated, Verbatim
from digest.model.passed_on import PassedOn
from digest.model.report import Report
from digest.parts import MAKERS, PAGE_TYPES
from digest.plan import plan
from digest.render import render
from digest.theme.files import default_folder

NOW = datetime(2025, 7, 20, tzinfo=UTC)
MEETING = """---
title: The meeting in Oslo
date: 2025-07-10
tags: [ports]
takeaways: [Ana Ruiz met Jo Fox in Oslo., The Port Authority has 40 boats.]
---
Mayor Ana Ruiz met Jo Fox in Oslo on Thursday. The Port Authority has forty boats there.

## What was said

Ana Ruiz said that the bridge is closed. Jo Fox, who leads the Port Authority, said nothing about boats at all.
"""
FLAT = """The bridge is open Mayor Ana Ruiz opened the bridge in Oslo on Friday. Some 300 people saw it with their own eyes.

Key Takeaways
- The bridge in Oslo is open.

Jo Fox said the boats of the Port Authority will wait for it until the winter comes.
"""
OTHERS = {
    "short.md": "---\ntitle: A shorter note\ndate: 2025-07-11\ntags: [ports, roads]\n---\nRuiz left. Fox stayed in Oslo.\n",
    "third.md": "---\ntitle: The third\ndate: 2025-07-12\nsource: {name: The Post}\n---\nJo Fox told the Port Authority so.\n",
    "held.md": "---\ntitle: Not ours\ndate: 2025-07-12\nsource: {name: The Times, licence: none}\n---\nJo Fox sings in Oslo.\n",
    "gone.md": "---\ntitle: Gone\ndate: 2025-07-01\nstatus: retracted\ncorrection: It never was.\n---\nJo Fox never was.\n",
    "undated.md": "---\ntitle: Undated\n---\nAna Ruiz was here.\n",
    "note.txt": FLAT,
    "entities.yaml": "entities: [{name: Oslo, rename: Christiania}, {name: Jo Fox, type: person, description: Of the port}]\n",
}
SETTINGS = "base_url: https://example.org/\nfeeds: {entities: 9}\n"


def forget() -> None:
    """Be as a new process, which has no pieces of articles in memory."""
    for kept in (entities._JOINED, entities._APPEARANCES):  # noqa: SLF001 - nothing but a new process empties them
        kept._known = ()  # noqa: SLF001 - the same


class Builds:
    """A project with a site, and the builds of it that the plan of before stood for."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.amended = folder, 0

    def build(self) -> Report:
        """Build where anything changed, long enough after it to be known."""
        sleep(0.03)
        report = self.build_at_once()
        sleep(0.03)
        return report

    def build_at_once(self) -> Report:
        config = configured(None, self.folder)
        given = Options(file=None, base_url=None, drafts=False, future=False, now=NOW.isoformat(), jobs=1, quiet=True)
        last = LastBuild(config, Choice(now=NOW), version(), strict=False)
        forget()
        if known := last.report():
            return known
        report = project.built(given, config, bytes, last)
        last.keep(report)
        return report

    def edit(self, name: str, old: str, new: str) -> None:
        """Change a file of the content folder."""
        path = self.folder / "seeds" / name
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new))

    def is_like_a_clean_one(self) -> bool:
        """Say whether the site is what a clean build makes of the same."""
        clean = self.folder.with_name("clean")
        shutil.rmtree(clean, ignore_errors=True)
        shutil.copytree(self.folder, clean, ignore=shutil.ignore_patterns("site", ".digest"))
        Builds(clean).build_at_once()
        found, wanted = tree(self.folder / "site"), tree(clean / "site")
        assert sorted(found) == sorted(wanted)
        assert not [path for path in wanted if found[path] != wanted[path]]
        return True


@pytest.fixture
def builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Builds:
    folder = tmp_path / "project"
    (folder / "seeds").mkdir(parents=True)
    for name, text in {"meeting.md": MEETING, **OTHERS}.items():
        (folder / "seeds" / name).write_text(text)
    (folder / "digest.yaml").write_text(SETTINGS)
    found = Builds(folder)

    def counted(*given: object) -> object:
        plan = amend.amended(*given)  # type: ignore[arg-type] # as it is given
        found.amended += plan is not None
        return plan

    monkeypatch.setattr(project, "amended", counted)
    found.build()
    return found


def pages_made_again(builds: Builds, edit: Callable[[], None]) -> Sequence[str]:
    """Edit and build; return the files of the site that are others than before."""
    before = {path: path.stat().st_ino for path in (builds.folder / "site").rglob("*") if path.is_file()}
    edit()
    builds.build()
    site = builds.folder / "site"
    after = {path: path.stat().st_ino for path in site.rglob("*") if path.is_file()}
    return sorted(path.relative_to(site).as_posix() for path in after if before.get(path) != after[path])


def test_a_sentence_without_names_is_told_by_the_pages_of_its_article_alone(builds: Builds) -> None:
    made = pages_made_again(builds, lambda: builds.edit("meeting.md", "## What", "It rained all day.\n\n## What"))
    assert builds.amended == 1
    own = ["2025/07/the-meeting-in-oslo/index.html", "2025/07/the-meeting-in-oslo/index.json"]
    assert {*own, "library.json"} <= set(made)
    assert not [path for path in made if path.startswith(("archive/", "tags/", "index.html")) and path.endswith(".html")]
    assert builds.is_like_a_clean_one()


def test_what_moves_or_changes_in_a_sentence_with_names_reaches_their_pages_too(builds: Builds) -> None:
    made = pages_made_again(builds, lambda: builds.edit("meeting.md", "Ana Ruiz said", "On the quay, Ana Ruiz said"))
    assert builds.amended == 1
    assert {"entities/ana-ruiz/index.html", "entities/jo-fox/index.json"} <= set(made)
    assert "On the quay" in (builds.folder / "site" / "entities" / "ana-ruiz" / "index.html").read_text()
    assert builds.is_like_a_clean_one()


def test_a_title_that_makes_no_address_and_a_first_sentence_are_passed_on_by_pages_that_were_planned_before(
    builds: Builds,
) -> None:
    builds.edit("third.md", "title:", "slug: third\naliases: [/former/]\ncorrections: [{text: It was so.}]\ntitle:")
    builds.build()
    assert builds.amended == 0
    builds.edit("third.md", "The third", "The <last>")
    builds.edit("undated.md", "Ana Ruiz was here.", "Here was Ana Ruiz.")
    builds.build()
    assert builds.amended == 1
    shown = ("corrections", "former", "entities/jo-fox")
    assert all("The &lt;last&gt;" in (builds.folder / "site" / page / "index.html").read_text() for page in shown)
    assert builds.is_like_a_clean_one()


EDITS = {
    "figures of a takeaway": ("meeting.md", "has forty boats", "has 41 boats"),
    "a heading": ("meeting.md", "What was said", "What they said"),
    "flat text": ("note.txt", "until the winter comes", "until the spring comes"),
    "a text that is withheld": ("held.md", "Jo Fox sings", "Jo Fox is singing"),
    "the text of a retracted article": ("gone.md", "Jo Fox never was", "He never was"),
    "the name of another": ("meeting.md", "Jo Fox, who leads", "Kim Berg, who leads"),
    "a title": ("short.md", "A shorter note", "The shortest note"),
    "a date": ("short.md", "2025-07-11", "2025-07-13"),
    "a tag": ("short.md", "[ports, roads]", "[ports]"),
    "a draft": ("short.md", "tags:", "draft: true\ntags:"),
    "an article that cannot be read any more": ("short.md", "title:", "title: ["),
    "an alias": ("undated.md", "title:", "aliases: [/old/]\ntitle:"),
    "what is declared for all": ("entities.yaml", "Of the port", "Of the harbour"),
    "a first sentence": ("third.md", "Jo Fox told", "Then Jo Fox told"),
    "a warning": ("third.md", "title:", "titel: x\ntitle:"),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_whatever_is_edited_the_site_is_that_of_a_clean_build(builds: Builds, edit: tuple[str, str, str]) -> None:
    builds.edit(*edit)
    builds.build()
    assert builds.is_like_a_clean_one()
    builds.edit(edit[0], edit[2], edit[1])
    builds.build()
    assert builds.is_like_a_clean_one()


def test_several_edits_one_after_the_other_and_at_once(builds: Builds) -> None:
    for number in range(3):
        builds.edit("meeting.md", "at all", f"at all, he said {number} times")
        builds.build()
    builds.edit("meeting.md", "forty boats there", "forty boats here")
    builds.edit("note.txt", "with their own eyes", "with their eyes")
    builds.build()
    assert builds.amended == 4
    assert builds.is_like_a_clean_one()


def add_an_article(builds: Builds) -> None:
    (builds.folder / "seeds" / "new.md").write_text("---\ntitle: New\ndate: 2025-07-13\n---\nAna Ruiz.\n")


def remove_an_article(builds: Builds) -> None:
    (builds.folder / "seeds" / "third.md").unlink()


def edit_a_template(builds: Builds) -> None:
    (builds.folder / "templates" / "partials").mkdir(parents=True)
    (builds.folder / "templates" / "partials" / "footer.html").write_text("<p>{{ view.permalink }}</p>")


def edit_the_configuration(builds: Builds) -> None:
    (builds.folder / "digest.yaml").write_text(SETTINGS + "title: The Post\n")


def edit_the_site(builds: Builds) -> None:
    (builds.folder / "site" / "entities" / "index.html").write_text("mine")


def remove_from_the_site(builds: Builds) -> None:
    (builds.folder / "site" / "2025" / "07" / "the-third" / "index.html").unlink()


def edit_the_addresses(builds: Builds) -> None:
    path = builds.folder / "digest.lock.yaml"
    path.write_text(path.read_text().replace("the-third", "the-last").replace("/third/", "/last/"))


def damage_the_plan(builds: Builds) -> None:
    for path in (path for kind in ("plan", "amended", "pages") for path in builds.folder.glob(f".digest/*.{kind}")):
        content = bytearray(path.read_bytes())
        for at in range(0, len(content), 50):
            content[at] ^= 0xFF
        path.write_bytes(content)


def remove_what_pages_were_planned_from(builds: Builds) -> None:
    for path in builds.folder.glob(".digest/*.pages"):
        path.unlink()


def remove_what_is_remembered(builds: Builds) -> None:
    for path in builds.folder.glob(".digest/*.pack"):
        path.unlink()


@pytest.mark.parametrize(
    "change",
    [
        add_an_article,
        remove_an_article,
        edit_a_template,
        edit_the_configuration,
        edit_the_site,
        remove_from_the_site,
        edit_the_addresses,
        damage_the_plan,
        remove_what_pages_were_planned_from,
    ],
)
def test_beside_an_edit_nothing_else_is_missed(builds: Builds, change: Callable[[Builds], None]) -> None:
    builds.edit("meeting.md", "on Thursday", "on a Thursday")
    change(builds)
    builds.build()
    assert builds.amended == 0
    assert builds.is_like_a_clean_one()


def add_an_article_that_moves_another(builds: Builds) -> None:
    """Add a namesake, which is another article of the day, of the tag and of whom it names."""
    text = OTHERS["short.md"].replace("Ruiz left.", "Ana Ruiz left with Kim Berg.")
    (builds.folder / "seeds" / "a.md").write_text(text)


def rename_an_article(builds: Builds) -> None:
    (builds.folder / "seeds" / "third.md").rename(builds.folder / "seeds" / "the-third.md")


def retract_an_article(builds: Builds) -> None:
    builds.edit("third.md", "title:", "status: retracted\ncorrection: It was not so.\ntitle:")


def add_an_undated_article(builds: Builds) -> None:
    (builds.folder / "seeds" / "second.md").write_text("---\ntitle: Without a day\n---\n\nNobody knows when.\n")


def edit_a_title(builds: Builds) -> None:
    builds.edit("short.md", "A shorter note", "The shortest note")


def data_of_the_plan(builds: Builds) -> list[str]:
    return [path.name for path in builds.folder.glob(".digest/*.pages")]


@pytest.mark.parametrize(
    "change",
    [
        add_an_article,
        add_an_article_that_moves_another,
        remove_an_article,
        rename_an_article,
        retract_an_article,
        add_an_undated_article,
        edit_a_title,
    ],
)
def test_what_other_pages_tell_of_is_planned_with_the_plan_of_before(builds: Builds, change: Callable[[Builds], None]) -> None:
    before = data_of_the_plan(builds)
    change(builds)
    builds.build()
    assert builds.is_like_a_clean_one()
    for name in ("meeting.md", "note.txt"):  # whose pages were planned before
        builds.edit(name, "bridge", "old bridge")
        builds.build()
        assert builds.is_like_a_clean_one()
    assert data_of_the_plan(builds) == before


def test_pages_that_stay_when_a_file_is_renamed_show_what_is_edited_in_it(builds: Builds) -> None:
    (builds.folder / "seeds" / "meeting.md").rename(builds.folder / "seeds" / "encounter.md")
    builds.build()
    builds.edit("encounter.md", "Ana Ruiz said", "On the quay, Ana Ruiz said")
    builds.build()
    assert builds.amended == 1
    assert builds.is_like_a_clean_one()


def test_a_page_that_was_made_again_since_it_was_planned_does_not_stand(builds: Builds) -> None:
    builds.edit("meeting.md", "Ana Ruiz said", "On the quay, Ana Ruiz said")
    builds.build()
    assert builds.amended == 1
    builds.edit("meeting.md", "On the quay, Ana Ruiz said", "Ana Ruiz said")
    edit_a_title(builds)
    builds.build()
    assert builds.amended == 1
    assert builds.is_like_a_clean_one()


@pytest.mark.parametrize("change", [damage_the_plan, remove_what_pages_were_planned_from, remove_what_is_remembered])
@pytest.mark.parametrize("edit", [edit_a_title, add_an_article_that_moves_another])
def test_what_is_damaged_costs_time_alone(
    builds: Builds, edit: Callable[[Builds], None], change: Callable[[Builds], None]
) -> None:
    edit(builds)
    change(builds)
    builds.build()
    assert builds.is_like_a_clean_one()


def test_an_article_that_is_asked_for_and_damaged_is_made_again(builds: Builds) -> None:
    """Another article's neighbour gets another title, so its page is made again, of what can no longer be read."""
    for path in builds.folder.glob(".digest/*.pack"):
        content = bytearray(path.read_bytes())
        content[len(content) // 20 : len(content) * 3 // 4] = bytes(len(content) * 3 // 4 - len(content) // 20)
        path.write_bytes(content)
    edit_a_title(builds)
    builds.build()
    assert builds.is_like_a_clean_one()


def test_without_what_is_remembered_pages_that_show_others_too_are_planned_anew(builds: Builds) -> None:
    builds.edit("meeting.md", "Ana Ruiz met", "Ana Ruiz had met")
    remove_what_is_remembered(builds)
    builds.build()
    assert builds.is_like_a_clean_one()


def test_the_users_files_stay(builds: Builds) -> None:
    for place in ("CNAME", "2025/mine.txt", "own/deep/file.txt"):
        path = builds.folder / "site" / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("mine")
    for number in range(3):
        builds.edit("meeting.md", "at all", f"at all, he said {number} times")
        builds.build()
    assert builds.amended == 3
    for place in ("CNAME", "2025/mine.txt", "own/deep/file.txt"):
        assert (builds.folder / "site" / place).read_text() == "mine"


def test_a_day_that_came_meanwhile_is_not_missed(builds: Builds) -> None:
    (builds.folder / "seeds" / "due.md").write_text("---\ntitle: Due\ndate: 2025-07-21\n---\nAna Ruiz.\n")
    builds.build()
    assert not (builds.folder / "site" / "2025" / "07" / "due").exists()
    builds.edit("meeting.md", "on Thursday", "on a Thursday")
    config = configured(None, builds.folder)
    later = datetime(2025, 7, 22, tzinfo=UTC)
    given = Options(file=None, base_url=None, drafts=False, future=False, now=later.isoformat(), jobs=1, quiet=True)
    project.built(given, config, bytes, LastBuild(config, Choice(now=later), version(), strict=False))
    assert (builds.folder / "site" / "2025" / "07" / "due" / "index.html").exists()


def told(page: Page) -> Sealed | None:
    """Tell a page apart, if it is yet to be made."""
    body = sealed(page, page.body).body if isinstance(page.body, Templated | Later) else None
    return body if isinstance(body, Sealed) else None


def compared(page: Page) -> tuple[str, object]:
    """Return what must be the same of a page: all but what is composed when it is written."""
    return page.permalink, page.body if isinstance(page.body, Verbatim) else told(page)


def unread(one: Annotated) -> Announcement:
    """Announce an article by lines that say something else, and are told from others as its own are."""
    announcement = one.findings[Announcement]
    lines = [PassedOn("unread"), PassedOn("unread")]
    for line, own in zip(lines, one.passed_on, strict=True):
        line.mark = own.mark
    return replace(announcement, title=lines[0], opening=lines[1])


def test_pages_are_planned_alike_from_what_is_told_of_articles_alone(builds: Builds) -> None:
    """Nothing that an outline leaves out is read while pages are planned."""
    config = configured(None, builds.folder)
    gathered = gather(config, Choice(now=NOW), Serial())
    library, site = gathered.library, planned(gathered, config).site
    told_less = ((outlined(one), unread(one), Whole(annotated=marked(one))) for one in library.articles)
    less = replace(
        library, articles=tuple(replace(one, findings=one.findings + lines + whole) for one, lines, whole in told_less)
    )
    whole, outlines = ([compared(page) for page in plan(one, site, PAGE_TYPES)] for one in (library, less))
    assert whole == outlines


def test_pages_are_made_alike_of_what_they_were_planned_from(builds: Builds) -> None:
    config = configured(None, builds.folder)
    forget()
    gathered = gather(config, Choice(now=NOW), Serial())
    ready, articles = planned(gathered, config), gathered.library.articles
    drawing = Drawing(PlanStore(folder=builds.folder / ".digest", name="drawn"))
    drawing.begin("", articles, ())
    every = ((page, told(page)) for page in plan(ready.library, ready.site, ready.page_types))
    pages = [(page, body) for page, body in every if body and body.pieces]
    for page, body in pages:
        drawing.draw(page, body)
    assert drawing.finish()
    report = Report(sources=0, articles=0, held_back=0, early=0, until=None, files=0, problems=())
    drawn = Blueprint(
        b"", 0, NOW, "", drawing.data.name, {}, drawing.pages, drawing.leaves, [], drawing.shared, [], report, [], 0, 0
    )
    pieces, whole = [one.pieces for one in articles], [marked(one) for one in articles]
    data = drawn.open(builds.folder / ".digest")
    given = Given(MAKERS, lambda _, number, place: pieces[number][place], whole.__getitem__, data)
    assert {maker.__name__ for maker in MAKERS.values()} > {"article_view", "entity_view", "IssueView", "TagView"}
    for number, (page, body) in enumerate(pages):
        again = given.page(number)
        assert again.body == body, page.permalink
        assert render(again, ready.site, ready.templates) == render(page, ready.site, ready.templates)


def test_an_edit_keeps_what_it_changed_of_the_plan_and_another_what_both_did(builds: Builds) -> None:
    plan = next(builds.folder.glob(".digest/*.plan"))
    before = plan.stat().st_ino, plan.read_bytes()
    for name, old, new in (
        ("meeting.md", "Ana Ruiz said", "In the rain, Ana Ruiz said"),
        ("note.txt", "until the winter comes", "until the spring comes"),
        ("meeting.md", "In the rain, Ana Ruiz said", "In the sun, Ana Ruiz said"),
    ):
        builds.edit(name, old, new)
        builds.build()
        assert builds.is_like_a_clean_one()
    assert builds.amended == 3
    assert (plan.stat().st_ino, plan.read_bytes()) == before


def test_types_of_names_that_were_found_are_known_to_the_next_edit(builds: Builds) -> None:
    builds.edit("meeting.md", "tags: [ports]", "tags: [ports]\nentities: [Ana Ruiz, The Harbour Museum]")
    builds.build()
    builds.edit("meeting.md", "Ana Ruiz said", "In the rain, Ana Ruiz said")
    builds.build()
    store = PlanStore(folder=builds.folder / ".digest", name=next(builds.folder.glob(".digest/*.plan")).stem)
    plan = store.read()
    assert plan
    assert {name: plan.types[name] for name in ("Ana Ruiz", "The Harbour Museum")} == {
        "Ana Ruiz": "person",
        "The Harbour Museum": "organization",
    }
    builds.edit("meeting.md", "entities: [Ana Ruiz,", "entities: [{name: Ana Ruiz, type: event},")
    builds.build()
    builds.edit("meeting.md", "entities: [{name: Ana Ruiz, type: event},", "entities: [Ana Ruiz,")
    builds.build()
    assert builds.is_like_a_clean_one()


def test_what_edits_made_of_another_plan_is_not_taken_for_that_of_this_one(builds: Builds) -> None:
    builds.edit("meeting.md", "Ana Ruiz said", "In the rain, Ana Ruiz said")
    builds.build()
    amended = next(builds.folder.glob(".digest/*.amended"))
    kept = amended.read_bytes()
    builds.edit("third.md", "title: The third", "title: The last")
    builds.build()
    assert not amended.exists()
    amended.write_bytes(kept)
    builds.edit("meeting.md", "In the rain, Ana Ruiz said", "Ana Ruiz said")
    builds.build()
    assert builds.is_like_a_clean_one()


def test_a_plan_that_could_not_be_kept_is_not_that_of_the_site(builds: Builds) -> None:
    """Put the plan of before back, as if the build had been killed before it kept its own."""
    plan = next(builds.folder.glob(".digest/*.plan"))
    before = plan.read_bytes()
    builds.edit("meeting.md", "Ana Ruiz said", "In the rain, Ana Ruiz said")
    builds.build()
    plan.write_bytes(before)
    next(builds.folder.glob(".digest/*.amended")).unlink()
    builds.edit("meeting.md", "In the rain, Ana Ruiz said", "Ana Ruiz said")
    builds.build()
    assert builds.amended == 1
    assert builds.is_like_a_clean_one()


def test_where_no_plan_can_be_kept_a_build_goes_on(builds: Builds, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(PlanStore, "write", full)
    monkeypatch.setattr(Telling, "write", full)
    builds.edit("short.md", "A shorter note", "The shortest note")
    builds.build()
    monkeypatch.undo()
    assert builds.is_like_a_clean_one()


def test_an_article_whose_page_cannot_be_made_is_told_of(builds: Builds) -> None:
    (builds.folder / "templates").mkdir()
    text = (default_folder() / "article.html").read_text()
    counting = "{% for i in range(99999) %}{% for j in range(9999) %}{% endfor %}{% endfor %}"
    block = "{% block content %}"
    endless = f"{block}{{% if 'boom' in (view.sections | string) %}}{counting}{{% endif %}}"
    (builds.folder / "templates" / "article.html").write_text(text.replace(block, endless))
    (builds.folder / "digest.yaml").write_text(SETTINGS + "time_limit: 0.6\n")
    builds.build()
    builds.edit("meeting.md", "## What", "Then it went boom.\n\n## What")
    report = builds.build()
    assert [problem.rule for problem in report.problems if problem.level == "error"] == ["too-slow"]
    assert not (builds.folder / "site" / "2025" / "07" / "the-meeting-in-oslo" / "index.html").exists()
