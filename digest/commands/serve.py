"""`digest serve`."""

import click

from digest.commands.project import Options, build_site, configuration, on_a_project
from digest.serve import server


@click.command("serve")
@on_a_project
@click.option(
    "-p", "--port", type=click.IntRange(0, 65_535, clamp=False), default=8000, help="Port [8000; 0 takes any free one]."
)
def command(options: Options, port: int) -> int:
    """Build the site and preview it in a browser on this machine."""
    config = configuration(options)
    code = build_site(options, config)
    if not config.output.is_dir():
        return code
    preview, address = server(config.output, config.base_url, port)
    click.echo(f"Preview at {address} (Ctrl-C ends it)", err=True)
    try:
        preview.serve_forever()
    except KeyboardInterrupt:
        preview.server_close()
    return 0
