"""An S3 server of the tests' own: moto's, in threads of this process; nothing leaves the machine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import fsspec


@contextmanager
def server() -> Iterator[dict[str, str]]:
    """The variables with which it is found; they hold no real key. fsspec's kept connections lead to no earlier server."""
    from moto.server import ThreadedMotoServer

    fsspec.get_filesystem_class("s3").clear_instance_cache()
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    try:
        yield {
            "AWS_ENDPOINT_URL": f"http://{host}:{port}",
            "AWS_ACCESS_KEY_ID": "tests",
            "AWS_SECRET_ACCESS_KEY": "tests",
            "AWS_DEFAULT_REGION": "us-east-1",
        }
    finally:
        server.stop()


def new_bucket() -> str:
    """The URL of an empty bucket; the variables must be set."""
    name = f"heyan-{uuid4().hex}"
    system = fsspec.filesystem("s3", skip_instance_cache=True)
    system.mkdir(name)
    return f"s3://{name}"
