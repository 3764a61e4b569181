"""Problems as lines for people, as JSON for programs, and as annotations for GitHub Actions."""

import os
from collections.abc import Iterator, Sequence
from itertools import groupby

import click
import msgspec

from digest.model.problem import Level, Problem
from digest.text.visible import visible

LEVEL_COLOURS: dict[Level, str] = {"error": "red", "warning": "yellow", "note": "blue"}
_ANNOTATIONS: dict[Level, str] = {"error": "error", "warning": "warning", "note": "notice"}


def as_json(value: object) -> str:
    """Write a value for programs, and for people who look over their shoulder."""
    return msgspec.json.format(msgspec.json.encode(value), indent=1).decode()


def printed(problems: Sequence[Problem], form: str) -> str:
    """Write problems, in order of place, in one of the forms `text`, `json` and `github`."""
    if form == "json":
        return as_json(problems)
    lines = map(_annotation, problems) if form == "github" else _grouped(problems)
    return "\n".join(lines)


def form_here(wanted: str | None) -> str:
    """Return the form that is wanted, or else annotations in GitHub's Actions and text elsewhere."""
    return wanted or ("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text")


def _grouped(problems: Sequence[Problem]) -> Iterator[str]:
    """Write each file's name once, with its problems in columns below it."""
    for path, group in groupby(problems, key=lambda problem: problem.path):
        found = list(group)
        places = [":".join(str(number) for number in (problem.line, problem.column) if number) for problem in found]
        width = max(map(len, places))
        yield click.style(visible(path), bold=True)
        for problem, place in zip(found, places, strict=True):
            level = click.style(f"{problem.level:7}", fg=LEVEL_COLOURS[problem.level])
            hint = f"; {problem.hint}" if problem.hint else ""
            yield f"  {place:>{width}}  {level}  {visible(problem.message + hint)}  " + click.style(problem.rule, dim=True)
        yield ""


def _annotation(problem: Problem) -> str:
    places = {"file": problem.path, "line": problem.line, "endLine": problem.end_line, "col": problem.column}
    if problem.end_line == problem.line:
        places["endColumn"] = problem.end_column
    named = ",".join(f"{name}={_property(str(value))}" for name, value in places.items() if value)
    message = f"{problem.message}; {problem.hint}" if problem.hint else problem.message
    return f"::{_ANNOTATIONS[problem.level]} {named},title={_property(problem.rule)}::{_data(message)}"


def _data(text: str) -> str:
    """Escape what would end a workflow command, or begin another one."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
