"""Spans of the service's work, for OpenTelemetry: what was done when, to which ids; nothing that a paper or a form says.

Without ``otlp_endpoint`` they cost next to nothing and go nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import Unpack

from opentelemetry import trace
from opentelemetry.trace import Span, SpanKind, Status, StatusCode
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

from pipeline.bugs import described
from pipeline.logs import About
from pipeline.problems import UsageError
from pipeline.report import installed_version

NEEDED = ("opentelemetry.sdk.trace", "opentelemetry.exporter.otlp.proto.http.trace_exporter")
PARENTS = TraceContextTextMapPropagator()
TIMEOUT = 5.0
"""Seconds for handing spans over; a process that ends waits no longer for a collector that is away."""


@contextmanager
def span(name: str, *, within: str | None = None, kind: SpanKind = SpanKind.INTERNAL, **facts: Unpack[About]) -> Iterator[Span]:
    """A step of work. ``within``: the ``traceparent`` of what it belongs to, where that is no work of this thread. Of an
    exception its class and place are told alone."""
    context = PARENTS.extract({"traceparent": within}) if within else None
    attributes = {f"heyan.{fact}": value for fact, value in facts.items() if isinstance(value, str | int | float)}
    with trace.get_tracer("heyan").start_as_current_span(
        name, context, kind, attributes, record_exception=False, set_status_on_exception=False
    ) as made:
        try:
            yield made
        except Exception as error:
            made.set_status(Status(StatusCode.ERROR, described(error)))
            raise


def here() -> str | None:
    """The ``traceparent`` of the span that is open; None without one."""
    carrier: dict[str, str] = {}
    PARENTS.inject(carrier)
    return carrier.get("traceparent")


def need(endpoint: str) -> None:
    """Raises ``UsageError`` when spans are to go somewhere and what that needs is not installed."""
    if endpoint and not all(map(installed, NEEDED)):
        raise UsageError("otlp_endpoint needs packages that are not installed: pip install 'heyan[traces]'")


def installed(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:  # not even what the module is in
        return False


def begin(endpoint: str, part: str) -> None:
    """From now on this process hands its spans over to the collector at ``endpoint``, unless that is empty. ``part``: what the
    process is."""
    need(endpoint)
    if not endpoint:
        return
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
    from opentelemetry.sdk.resources import Resource
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import BatchSpanProcessor

    resource = Resource.create({"service.name": f"heyan {part}", "service.version": installed_version()})
    provider = TracerProvider(resource=resource)
    exporter = OTLPSpanExporter(f"{endpoint.rstrip('/')}/v1/traces", timeout=TIMEOUT)
    provider.add_span_processor(BatchSpanProcessor(exporter, export_timeout_millis=1000 * TIMEOUT))
    trace.set_tracer_provider(provider)
