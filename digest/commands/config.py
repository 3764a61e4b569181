"""`digest config`."""

from pathlib import Path

import click
import msgspec

from digest.config import configured, written
from digest.settings import as_yaml, settings


@click.command("config")
@click.option("-c", "--config", "file", type=click.Path(path_type=Path), help="Configuration file [digest.yaml, if there].")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Folder for the site [site].")
@click.option("--base-url", help="Address the site will have, such as https://example.org/news/.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print.")
def command(file: Path | None, output: Path | None, base_url: str | None, form: str) -> int:
    """Show the configuration that holds, and where each value comes from."""
    configured(file, Path.cwd(), output=output, base_url=base_url)
    found = settings(written(file, Path.cwd(), output=output, base_url=base_url))
    text = as_yaml(found) if form == "text" else msgspec.json.format(msgspec.json.encode(found), indent=1).decode()
    click.echo(text.rstrip("\n"))
    return 0
