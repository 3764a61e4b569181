"""`digest serve`."""

import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from threading import Thread
from time import time

import click

from digest.commands import shared
from digest.commands.options import Options, choice, configuration, on_articles
from digest.commands.progress import watched
from digest.commands.project import lasting_engine
from digest.commands.rebuilds import Teller
from digest.config import FILE_NAME
from digest.engine import Engine
from digest.engines.cached import Cached
from digest.preview.application import Preview
from digest.preview.edition import Edition
from digest.preview.gate import own_names
from digest.preview.server import listening, origin, server
from digest.preview.stage import Stage
from digest.serve import Project, Session, base_path


@click.command("serve")
@on_articles
@click.option("-p", "--port", type=click.IntRange(0, 65_535), default=8000, help="Port [8000, or the next free one; 0 is any].")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; others let other machines in.")
@click.option("--host-name", "host_names", multiple=True, help="A further name by which browsers may call the preview.")
@click.option("--open", "opened", is_flag=True, help="Open the front page in the browser.")
@shared.form
def command(  # noqa: PLR0913 - the options stand above
    options: Options, port: int, host: str, host_names: tuple[str, ...], form: str, *, opened: bool
) -> int:
    """Preview the site in a browser on this machine, and show it anew whenever a file is saved."""
    file = options.file or Path.cwd() / FILE_NAME
    project = Project(file=file, configuration=partial(configuration, options), choice=partial(choice, options))
    config = project.configuration()
    with suppress(KeyboardInterrupt), listening(host, port) as listener:
        stage = Stage(Edition(base_path=base_path(config.base_url)), revision=int(time() * 1000))
        cached = lasting_engine(config, options.jobs)
        session = Session(project, partial(_building, cached, quiet=options.quiet), stage, origin(listener))
        answering = Thread(target=server(listener, Preview(stage, own_names(host, *host_names))).serve_forever, daemon=True)
        found = listener.getsockname()[1]
        hint = "Ctrl-C ends it" if port in {0, found} else f"port {port} is taken; Ctrl-C ends it"
        teller = Teller(origin(listener), hint, form=form, quiet=options.quiet)
        for rebuild in session.rebuilds():
            teller.tell(rebuild)
            if not answering.is_alive():
                answering.start()  # not before, since a program with threads builds in one process
                if opened:
                    webbrowser.open(origin(listener) + rebuild.base_path)
    return 0


@contextmanager
def _building(cached: Cached, *, quiet: bool) -> Iterator[Engine]:
    with cached, watched(cached, quiet=quiet) as engine:
        yield engine
