"""The news that the courier delivers, in the OpenAPI document: what a client's webhook is sent."""

from datetime import datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Body, Header
from pydantic import create_model

from pipeline.store.news import KINDS, Told


def describe(webhooks: APIRouter) -> None:
    for kind in KINDS:
        webhooks.add_api_route(
            kind.event,
            receiver(kind),
            methods=["POST"],
            summary=kind.event,
            description=f"{kind.__doc__} Signed as Standard Webhooks says; any 2xx takes it, else it comes again.",
            status_code=204,
        )


def receiver(kind: type[Told]) -> Any:
    """A function with the parameters that such a message has; it is described, never called."""
    fields: Any = {"type": (Literal[kind.event], ...), "timestamp": (datetime, ...), "data": (kind, ...)}
    message: Any = create_model(f"{kind.__name__}Message", **fields)

    def receive(
        body: Annotated[message, Body()],
        webhook_id: Annotated[str, Header(description="The same again is the same message.")],
        webhook_timestamp: Annotated[int, Header(description="Seconds since 1970, when it was sent.")],
        webhook_signature: Annotated[
            str, Header(description="v1, and the HMAC-SHA256 of id.timestamp.body by the client's secret.")
        ],
    ) -> None: ...

    return receive
