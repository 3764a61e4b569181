"""The options that several commands have."""

from pathlib import Path

import click

_PATH = click.Path(path_type=Path)
config = click.option("-c", "--config", "file", type=_PATH, help="Configuration file [digest.yaml, if there].")
output = click.option("-o", "--output", type=_PATH, help="Folder for the site [site].")
base_url = click.option("--base-url", help="Address the site will have, such as https://example.org/news/.")
quiet = click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors beside the data asked for.")
form = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print."
)
form_or_annotations = click.option(
    "--format", "form", type=click.Choice(["text", "json", "github"]), help="How to print [text; github in its Actions]."
)
