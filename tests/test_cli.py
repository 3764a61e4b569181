import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import pytest
from click.testing import CliRunner
from project import digest

from digest.cli import COMMANDS, commands

GOOD = "---\ntitle: A good article\n---\n\nThe mayor of Oslo opened the bridge.\n"
BAD = "---\ntitle: [\n---\n\nText.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "good.md").write_text(GOOD, "utf-8")
    return tmp_path


def test_a_build_says_in_one_line_what_it_made_and_where_to_look(project: Path) -> None:
    done = digest(project, "build")
    assert done.returncode == 0
    assert not done.stdout
    assert len(done.stderr.splitlines()) == 1
    assert "1 article" in done.stderr
    assert "site/index.html" in done.stderr


@pytest.mark.parametrize(
    "below",
    ["By Anna Holm", "12 May 2025", "Source: Norvik Gazette", "3 min read", "Norvik, 12 May 2025", "Contact: a@b.example"],
)
def test_a_flat_text_with_a_line_about_it_below_its_title_is_built(tmp_path: Path, below: str) -> None:
    (tmp_path / "seeds").mkdir()
    text = "Two men died on Friday when a ferry caught fire off Norvik. Eleven are in hospital."
    (tmp_path / "seeds" / "a.txt").write_text(f"Ferry fire kills two off Norvik\n{below}\n{text}\n", "utf-8")
    done = digest(tmp_path, "build")
    assert done.returncode == 0, done.stderr
    assert any((tmp_path / "site").rglob("*ferry-fire-kills-two*"))


def test_a_build_tells_programs_what_it_made(project: Path) -> None:
    (project / "seeds" / "bad.md").write_text(BAD, "utf-8")
    done = digest(project, "build", "-q", "--format", "json")
    report = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (1, "")
    assert (report["sources"], report["articles"], report["held_back"], report["files"] > 1) == (2, 1, 0, True)
    assert [(problem["path"], problem["line"], problem["level"]) for problem in report["problems"]] == [
        ("seeds/bad.md", 2, "error")
    ]


def test_a_build_annotates_at_github(project: Path) -> None:
    (project / "seeds" / "bad.md").write_text(BAD, "utf-8")
    assert digest(project, "build", "--format", "github").stdout.startswith("::error file=seeds/bad.md,line=2,")


def test_a_fault_is_named_as_it_is_seen_from_the_working_folder(project: Path) -> None:
    (project / "seeds" / "bad.md").write_text(BAD, "utf-8")
    (project / "digest.yaml").write_text("title: News\n", "utf-8")
    for command in ("build", "entities", "list"):
        assert "error: seeds/bad.md:2: " in digest(project, command).stderr
        assert "error: bad.md:2: " in digest(project / "seeds", command, "-c", str(project / "digest.yaml")).stderr


def test_a_faulty_article_is_named_and_left_out_and_the_others_are_built(project: Path) -> None:
    (project / "seeds" / "bad.md").write_text(BAD, "utf-8")
    done = digest(project, "build")
    assert done.returncode == 1
    assert "bad.md:2: " in done.stderr
    assert "Traceback" not in done.stderr
    assert (project / "site" / "undated" / "a-good-article" / "index.html").is_file()


def test_a_build_without_changes_says_so_and_one_after_an_edit_says_what_is_made_again(project: Path) -> None:
    time.sleep(0.05)
    digest(project, "build")
    assert "nothing changed in" in digest(project, "build").stderr
    article = next((project / "seeds").iterdir())
    article.write_text(article.read_text("utf-8") + "\nMore was said.\n", "utf-8")
    told = digest(project, "build", "--explain").stderr
    assert f"{article.name}: content changed" in told
    assert "body/view/given/annotated" in told
    assert "entities.html" not in told


def test_a_build_says_where_its_time_went_when_asked(project: Path) -> None:
    told = digest(project, "build", "--profile").stderr
    stages = [line.partition(" s  ")[2] for line in told.splitlines() if " s  " in line]
    assert [stage for stage in stages if " " not in stage] == ["loaded_and_checked", "analysed", "render"]
    assert stages[-1] == "after all"


def test_a_strict_build_with_a_warning_writes_nothing(project: Path) -> None:
    (project / "seeds" / "typo.md").write_text(GOOD.replace("title:", "takeaway: x\ntitle:"), "utf-8")
    done = digest(project, "build", "--strict")
    assert done.returncode == 1
    assert "did you mean 'takeaways'?" in done.stderr
    assert not (project / "site").exists()


def test_drafts_and_future_articles_are_held_back_until_asked_for(project: Path) -> None:
    (project / "seeds" / "draft.md").write_text(GOOD.replace("title:", "draft: true\ntitle:"), "utf-8")
    (project / "seeds" / "future.md").write_text(GOOD.replace("title:", "date: 2030-01-01\ntitle:"), "utf-8")
    now = ("--now", "2029-12-31T00:00:00Z")
    assert "1 article as" in digest(project, "build", *now).stderr
    assert "3 articles as" in digest(project, "build", "-D", "-F", *now).stderr


def test_a_missing_content_folder_is_a_matter_of_configuration(tmp_path: Path) -> None:
    done = digest(tmp_path, "build")
    assert done.returncode == 2
    assert "seeds" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_wrong_key_in_the_configuration_is_named_with_its_line(project: Path) -> None:
    (project / "digest.yaml").write_text("title: News\ntitel: News\n", "utf-8")
    done = digest(project, "build")
    assert done.returncode == 2
    assert "digest.yaml:2:1: unknown key 'titel'; did you mean 'title'?" in done.stderr


def test_an_entry_of_the_menu_that_leads_nowhere_is_named_with_its_line(project: Path) -> None:
    menu = "menu:\n- {label: Names, url: /entities/}\n- {label: Old, url: /archiv/}\n- {label: Us, url: 'https://example.org/'}\n"
    (project / "digest.yaml").write_text(menu, "utf-8")
    assert digest(project, "build", "--strict").returncode == 1
    assert not (project / "site").exists()
    done = digest(project, "build")
    assert done.returncode == 0
    assert "warning: digest.yaml:3: menu: there is no page '/archiv/'; did you mean '/archive/'?" in done.stderr
    again = digest(project, "build").stderr
    assert "nothing changed" in again
    assert done.stderr.splitlines()[:-1] == again.splitlines()[:-1]
    (project / "digest.yaml").write_text(menu.replace("/archiv/", "/archive/#top"), "utf-8")
    assert digest(project, "build").returncode == 0


def test_an_output_folder_that_is_not_ours_is_refused_and_stays(project: Path) -> None:
    (project / "site").mkdir()
    (project / "site" / "thesis.txt").write_text("years of work", "utf-8")
    done = digest(project, "build")
    assert done.returncode == 3
    assert [path.name for path in (project / "site").iterdir()] == ["thesis.txt"]


@pytest.mark.parametrize("epoch", ["soon", "99999999999999999999"])
def test_a_source_date_epoch_that_is_no_time_is_refused(project: Path, epoch: str) -> None:
    done = digest(project, "build", SOURCE_DATE_EPOCH=epoch)
    assert done.returncode == 2
    assert "SOURCE_DATE_EPOCH" in done.stderr


def test_wrong_use_ends_with_two(project: Path) -> None:
    misspelt = digest(project, "biuld")
    assert (misspelt.returncode, "Did you mean 'build'?" in misspelt.stderr) == (2, True)
    assert digest(project, "build", "--no-such-option").returncode == 2


def test_the_version_and_the_help_are_there(project: Path) -> None:
    assert digest(project, "--version").stdout.startswith("digest ")
    helped = digest(project, "--help").stdout
    assert all(command in helped for command in ("build", "serve", "inspect"))


def test_inspect_prints_an_object_for_each_file_in_order(project: Path) -> None:
    (project / "seeds" / "bad.md").write_text(BAD, "utf-8")
    done = digest(project, "inspect", "--format", "json", "seeds/good.md", "seeds/bad.md", "seeds/none.md")
    found = json.loads(done.stdout)
    assert done.returncode == 1
    assert [one["path"] for one in found] == ["seeds/good.md", "seeds/bad.md", "seeds/none.md"]
    assert [len(one["problems"]) for one in found] == [0, 1, 1]


def test_inspect_for_people_shows_title_and_names(project: Path) -> None:
    shown = digest(project, "inspect", "seeds/good.md").stdout
    assert "A good article" in shown
    assert "Oslo" in shown


def test_entities_lists_names_with_counts_as_a_table_and_as_data(project: Path) -> None:
    assert "Oslo  place" in digest(project, "entities").stdout
    listed = json.loads(digest(project, "entities", "--format", "json").stdout)
    assert [(one["name"], one["mentions"], one["articles"]) for one in listed["entities"]] == [("Oslo", 1, 1)]


def test_entities_suggests_entries_that_the_file_of_edits_takes(project: Path) -> None:
    declared = "entities: [{name: Sloviansk, type: place}, {name: Slovyansk, type: place}]"
    text = f"---\ntitle: t\n{declared}\n---\n\nSloviansk, Slovyansk.\n"
    (project / "seeds" / "two.md").write_text(text, "utf-8")
    suggested = digest(project, "entities", "--suggest").stdout
    (project / "seeds" / "entities.yaml").write_text(suggested, "utf-8")
    assert "merge" in suggested
    assert digest(project, "entities", "--suggest").stdout == "entities: []\n"


def test_an_entry_of_the_file_of_edits_that_names_nobody_is_a_warning_with_its_line(project: Path) -> None:
    (project / "seeds" / "entities.yaml").write_text(
        "entities:\n- name: Oslo\n  hide: true\n- name: Nobody\n  hide: true\n", "utf-8"
    )
    done = digest(project, "build")
    assert done.returncode == 0
    assert "entities.yaml:4: no article names 'Nobody'" in done.stderr
    assert not (project / "site" / "entities" / "oslo").exists()


def test_serve_shows_the_site_until_it_is_interrupted(project: Path) -> None:
    command = [sys.executable, "-m", "digest", "serve", "--port", "0"]
    with subprocess.Popen(command, cwd=project, stderr=subprocess.PIPE, text=True) as running:
        assert running.stderr
        address = next(line for line in running.stderr if "preview at" in line).split()[3]
        with urlopen(address) as page:  # noqa: S310 - our own preview
            assert "A good article" in page.read().decode()
        time.sleep(0.1)
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=5) == 0


def test_nothing_in_an_article_is_obeyed_by_the_terminal(project: Path) -> None:
    (project / "seeds" / "bad.md").write_text(
        '---\ntitle: "[/b]\\e[2J"\nentities:\n  - name: "[/b] \\e[2J"\n---\n[/b] \x1b[2J.\n', "utf-8"
    )
    (project / "seeds" / "worse.md").write_text('---\ndate: "\\e[2J\\ntoday"\n---\nText.\n', "utf-8")
    for command in (["build"], ["inspect", "seeds/bad.md", "seeds/worse.md"], ["entities"], ["check"]):
        done = digest(project, *command)
        assert "\x1b" not in done.stdout + done.stderr
        assert "Traceback" not in done.stderr
        assert "\\x1b[2J" in done.stdout + done.stderr


def test_clean_removes_what_builds_wrote_and_nothing_else(project: Path) -> None:
    for title in ("One", "Another"):
        (project / "seeds" / "more.md").write_text(f"# {title}\n\nText.\n", "utf-8")
        digest(project, "build")
    assert list((project / ".digest").glob("*.twin"))
    (project / "site" / "entities" / "mine.txt").write_text("mine", "utf-8")
    done = digest(project, "clean")
    assert done.returncode == 0
    assert not [path for path in (project / ".digest").iterdir() if path.suffix in {".twin", ".ledger"}]
    assert [path.name for path in (project / "site").rglob("*") if path.is_file()] == ["mine.txt"]


def test_a_file_of_the_site_that_was_changed_is_made_again_and_it_is_said_why(project: Path) -> None:
    digest(project, "build")
    page = project / "site" / "about" / "index.html"
    made = page.read_bytes()
    page.write_bytes(b"mine")
    done = digest(project, "build", "--explain")
    assert done.stderr.startswith("render /about/: damaged in the cache or changed in the site\ndigest: read")
    assert page.read_bytes() == made


def test_clean_leaves_a_folder_that_is_not_ours_and_minds_none_that_is_not_there(project: Path) -> None:
    assert "removed 0 files" in digest(project, "clean").stderr
    (project / "site").mkdir()
    (project / "site" / "thesis.txt").write_text("years of work", "utf-8")
    assert digest(project, "clean").returncode == 3
    assert (project / "site" / "thesis.txt").is_file()


def test_the_configuration_is_printed_with_where_each_value_comes_from(project: Path) -> None:
    (project / "digest.yaml").write_text("title: News\n", "utf-8")
    assert 'title: "News"  # digest.yaml:1\n' in digest(project, "config").stdout
    first, *_ = json.loads(digest(project, "config", "--format", "json").stdout)
    assert first == {"key": "title", "value": "News", "origin": "digest.yaml:1"}


@pytest.mark.parametrize(
    ("typed", "offered"), [("digest ins", "inspect"), ("digest build --str", "--strict"), ("digest list dr", "drafts")]
)
def test_a_shell_completes_commands_options_and_words(project: Path, typed: str, offered: str) -> None:
    number = str(len(typed.split()) - 1)
    done = digest(project, _DIGEST_COMPLETE="bash_complete", COMP_WORDS=typed, COMP_CWORD=number)
    assert done.stdout == f"plain,{offered}\n"


def test_every_command_takes_names_as_they_are_declared(project: Path) -> None:
    takeaway = "takeaways: [Sweden opened the bridge.]"
    (project / "seeds" / "good.md").write_text(GOOD.replace("\n---\n\n", f"\n{takeaway}\n---\n\n"), "utf-8")
    commands = ["inspect", "--format", "json", "seeds/good.md"], ["check"]
    assert all("“Sweden” is not named in the text" in digest(project, *command).stdout for command in commands)
    assert "Oslo" in digest(project, "entities").stdout
    (project / "digest.yaml").write_text("names: declared\n", "utf-8")
    assert not any("“Sweden” is not named in the text" in digest(project, *command).stdout for command in commands)
    assert "Oslo" not in digest(project, "entities").stdout


def test_a_strict_look_at_the_entities_fails_for_a_warning(project: Path) -> None:
    (project / "seeds" / "entities.yaml").write_text("entities:\n- name: Nobody\n  hide: true\n", "utf-8")
    assert digest(project, "entities").returncode == 0
    assert digest(project, "entities", "--strict").returncode == 1


def test_a_quiet_command_says_nothing_of_what_went_well(project: Path) -> None:
    (project / "seeds" / "plain.txt").write_text("A plain article\n\nThe mayor of Oslo opened the bridge.\n", "utf-8")
    for command in (["check", "-q"], ["adopt", "-q", "seeds/plain.txt"], ["init", "-q", "new"]):
        done = digest(project, *command)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_can_be_quiet(command: str) -> None:
    assert "-q, --quiet" in CliRunner().invoke(commands, [command, "--help"]).stdout


def test_an_article_needs_a_title(project: Path) -> None:
    done = digest(project, "new", " ")
    assert (done.returncode, done.stdout) == (2, "")
    assert "a title without a word" in done.stderr
