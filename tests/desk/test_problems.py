"""`digest check` from the outside: files in, text, JSON or annotations and an exit code out."""

import json
from pathlib import Path

import pytest
from builders import attempted
from click.testing import CliRunner, Result
from project import digest

from digest.cli import commands
from digest.errors import ConfigError
from digest.locate import Places, Span
from digest.model.remark import Remark

STATED = "---\ntitle: Bridge closes\ndate: 2025-07-10\nlicence: CC0\nsource: The Example\n"
GOOD = f"{STATED}takeaways: [The city closes the bridge.]\n---\n\nThe city closes the bridge in August. Ferries run at night.\n"
DOUBTFUL = (
    f"{STATED}takeaways:\n- The town shuts 40, the bridge.\n---\n\nThe town shuts its old bridge closes in May. Boats run.\n"
)


def check(folder: Path, *arguments: str, configuration: str = "title: x\n", **environment: str) -> Result:
    """Run the command on a project; paths that it prints begin at the folder of the tests, so only their ends are looked at."""
    (folder / "digest.yaml").write_text(configuration, "utf-8")
    runner = CliRunner(env={"GITHUB_ACTIONS": "", **environment})
    given = [str(folder / one) if one[0] != "-" and "." in one else one for one in arguments]
    done = runner.invoke(commands, ["check", "-c", str(folder / "digest.yaml"), *given], standalone_mode=False)
    if isinstance(done.exception, ConfigError):
        raise done.exception
    return done


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "good.md").write_text(GOOD, "utf-8")
    (tmp_path / "seeds" / "doubtful.md").write_text(DOUBTFUL, "utf-8")
    return tmp_path


def test_problems_are_grouped_by_file_with_line_column_and_rule_and_counted_in_a_line(project: Path) -> None:
    done = check(project)
    file, problem = done.stdout.strip().splitlines()
    assert file.endswith("seeds/doubtful.md")
    words = "7:18 warning “40” is not in the text; compare the number with the article number-not-in-text"
    assert " ".join(problem.split()) == words
    assert done.stderr == "digest: checked 2 files, 1 warning\n"
    assert done.return_value == 0


def test_a_warning_fails_a_strict_check_only_and_a_note_never(project: Path) -> None:
    assert check(project, "--strict").return_value == 1
    assert check(project, "--strict", configuration="check: {number-not-in-text: note}\n").return_value == 0


def test_severities_of_the_configuration_hold(project: Path) -> None:
    assert check(project, configuration="check: {number-not-in-text: error}\n").return_value == 1
    done = check(project, "--strict", configuration="check: {number-not-in-text: off}\n")
    assert (done.return_value, done.stdout) == (0, "")
    assert done.stderr == "digest: checked 2 files, nothing to say\n"


def test_only_the_files_that_are_named_are_checked_and_those_of_elsewhere_too(project: Path) -> None:
    assert check(project, "seeds/good.md").stdout == ""
    (project / "elsewhere.txt").write_text("\n", "utf-8")
    (project / "good.pdf").touch()
    done = check(project, "elsewhere.txt", "seeds/good.md", "good.pdf")
    heads = [Path(line).name for line in done.stdout.splitlines() if line and line[0] != " "]
    assert heads == ["elsewhere.txt", "good.pdf"]
    assert done.return_value == 1


def test_of_a_folder_the_articles_below_it_are_checked_each_once(project: Path) -> None:
    whole = check(project).stdout
    (project / "seeds" / "originals").mkdir()
    (project / "seeds" / "originals" / "old.txt").write_text("\n", "utf-8")
    (project / "seeds" / "notes.pdf").touch()
    done = check(project, "./seeds", "./seeds/../seeds/doubtful.md")
    assert (done.stdout, done.stderr) == (whole, "digest: checked 2 files, 1 warning\n")
    elsewhere = project / "other.d" / "deep"
    elsewhere.mkdir(parents=True)
    (elsewhere / "bad.md").write_text("---\ntitle: [\n---\nText.\n", "utf-8")
    (elsewhere / "doubtful.md").write_text(DOUBTFUL, "utf-8")
    files = {one["path"].partition("other.d/")[2] for one in json.loads(check(project, "./other.d", "--format", "json").stdout)}
    assert files == {"deep/bad.md", "deep/doubtful.md"}


def test_a_path_that_is_not_there_is_a_mistake_in_the_command(project: Path) -> None:
    done = digest(project, "check", "seeds/good.md", "seds")
    assert (done.returncode, done.stdout) == (2, "")
    assert "'seds' does not exist" in done.stderr


def test_programs_read_json(project: Path) -> None:
    (problem,) = json.loads(check(project, "--format", "json").stdout)
    assert problem.pop("path").endswith("seeds/doubtful.md")
    assert problem == {
        "level": "warning",
        "rule": "number-not-in-text",
        "line": 7,
        "message": "“40” is not in the text",
        "hint": "compare the number with the article",
        "column": 18,
        "end_line": 7,
        "end_column": 20,
    }


def test_github_gets_annotations_by_itself_and_no_article_can_end_a_command(project: Path) -> None:
    (project / "seeds" / "doubtful.md").write_text(DOUBTFUL.replace("40,", "“9%::error::x”"), "utf-8")
    lines = check(project, GITHUB_ACTIONS="true").stdout.splitlines()
    assert all(line.startswith("::warning file=") and "9%:" not in line for line in lines)
    annotation = "seeds/doubtful.md,line=7,endLine=7,col=19,endColumn=20,title=number-not-in-text::“9” is not in the text"
    assert any(annotation in line for line in lines)
    assert any("“9%25::error::x”" in line for line in lines)


@pytest.mark.parametrize(
    ("configuration", "message"),
    [
        (
            "title: x\ncheck:\n  takeaway-lng: off\n",
            "digest.yaml:3:3: check: there is no rule 'takeaway-lng'; did you mean 'takeaway-long'?",
        ),
        ("check: {takeaway-long: loud}\n", "digest.yaml:1:9: check.takeaway-long: 'loud' is no severity"),
        ("policy: {licences: [x]}\n", "digest.yaml:1:10: unknown key 'licences'"),
    ],
)
def test_a_rule_a_severity_or_a_policy_that_does_not_exist_is_refused(project: Path, configuration: str, message: str) -> None:
    refused = attempted(lambda: check(project, configuration=configuration), ConfigError)
    assert str(refused).startswith(message)


def test_a_faulty_article_does_not_stop_the_others(project: Path) -> None:
    (project / "seeds" / "bad.md").write_text("---\ntitle: [\n---\nText.\n", "utf-8")
    done = check(project)
    assert done.return_value == 1
    assert "seeds/bad.md" in done.stdout
    assert "number-not-in-text" in done.stdout


def test_a_check_that_fails_on_one_article_costs_that_article_alone(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def span(places: Places, remark: Remark) -> Span | None:
        raise ZeroDivisionError(places.article.path + remark.rule)

    monkeypatch.setattr("digest.locate.Places.span", span)
    done = check(project)
    assert done.return_value == 1
    assert "digest fails on this article (ZeroDivisionError" in done.stdout
    assert done.stderr == "digest: checked 2 files, 1 error\n"


def test_names_that_entities_yaml_declares_are_known(project: Path) -> None:
    text = "Madame Zhu closes the bridge of Lind in August. Boats run."
    article = f"{STATED}takeaways: [Qu Zhen closes the bridge of Lind.]\n---\n\n{text}\n"
    (project / "seeds" / "doubtful.md").write_text(article, "utf-8")
    assert "name-not-in-text" in check(project).stdout
    declared = "entities: [{name: Qu Zhen, type: person, aliases: [Madame Zhu]}]\n"
    (project / "seeds" / "entities.yaml").write_text(declared, "utf-8")
    assert "name-not-in-text" not in check(project).stdout


def test_severities_hold_for_a_build_too(project: Path) -> None:
    (project / "seeds" / "a.md").write_text("---\ntitle: x\ntakeaways: [{text: y, quote: no such words}]\n---\nText.\n", "utf-8")
    (project / "digest.yaml").write_text("check: {stale-evidence: off}\n", "utf-8")
    ran = CliRunner().invoke(commands, ["build", "--strict", "-c", str(project / "digest.yaml")])
    assert "stale-evidence" not in ran.output
