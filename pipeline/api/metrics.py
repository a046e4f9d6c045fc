"""The store's figures as Prometheus reads them. No label is an id or says anything of a person.

They are asked of the store at each scrape, so that they are those of the whole service, and any API process may be asked.
"""

from __future__ import annotations

import math
import shutil
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import accumulate
from pathlib import Path

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily, HistogramMetricFamily, InfoMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

from pipeline.report import installed_version
from pipeline.store import tables
from pipeline.store.figures import STEPS, Figures, TimeCount, figures
from pipeline.store.store import Store

CONTENT_TYPE = CONTENT_TYPE_PLAIN_0_0_4


def exposition(store: Store) -> bytes:
    registry = CollectorRegistry()
    registry.register(StoreCollector(store))
    return generate_latest(registry)


class StoreCollector(Collector):
    def __init__(self, store: Store) -> None:
        self._store = store

    def describe(self) -> Iterable[Metric]:
        """Said beforehand, so that registering asks the store nothing."""
        return ()

    def collect(self) -> Iterator[Metric]:
        found = figures(self._store.database)
        yield InfoMetricFamily("heyan", "The version that answers.", value={"version": installed_version()})
        yield from of_documents(found)
        yield from of_queues(found)
        yield times(found.times)
        yield from of_workers(found)
        yield gauge(
            "heyan_last_deed_timestamp_seconds",
            "When an operator's command was done last.",
            ["deed"],
            (((deed,), at.timestamp()) for deed, at in found.deeds.items()),
        )
        yield from of_disk(self._store.folder)


def gauge(name: str, words: str, labels: list[str], samples: Iterable[tuple[tuple[str, ...], float]]) -> Metric:
    family = GaugeMetricFamily(name, words, labels=labels)
    for values, value in samples:
        family.add_metric(values, value)
    return family


def of_documents(found: Figures) -> Iterator[Metric]:
    yield gauge(
        "heyan_documents",
        "Documents by state, and type where they were read.",
        ["state", "type"],
        (((one.state, one.type or ""), one.count) for one in found.documents),
    )
    yield gauge(
        "heyan_failures",
        "Documents and applications put aside, by the kind of reason.",
        ["reason"],
        (((reason,), count) for reason, count in found.failures.items()),
    )
    yield gauge(
        "heyan_flags",
        "Flags of the newest reports.",
        ["rule", "severity"],
        (((one.rule, one.severity), one.count) for one in found.flags),
    )


def of_queues(found: Figures) -> Iterator[Metric]:
    """single and bulk: documents to read; judging: applications; news: messages for webhooks."""
    now = tables.now()
    yield gauge(
        "heyan_waiting",
        "What waits: single and bulk documents, applications to judge, news to tell.",
        ["kind"],
        (((one.kind,), one.count) for one in found.waiting),
    )
    yield gauge(
        "heyan_waiting_oldest_seconds",
        "For how long the oldest has waited.",
        ["kind"],
        (((one.kind,), age(one.since, now)) for one in found.waiting),
    )


def age(since: datetime | None, now: datetime) -> float:
    return max(0.0, (now - since).total_seconds()) if since else 0.0


def times(counts: Sequence[TimeCount]) -> Metric:
    family = HistogramMetricFamily("heyan_stage_seconds", "How long stages took: print, understand, judge.", labels=["stage"])
    for stage in sorted({one.stage for one in counts}):
        counted = {one.below: one for one in counts if one.stage == stage}
        steps = sorted({*STEPS, *counted})
        sums = accumulate(counted[step].count if step in counted else 0 for step in steps)
        buckets = [("+Inf" if math.isinf(step) else str(step), count) for step, count in zip(steps, sums, strict=True)]
        family.add_metric([stage], buckets=buckets, sum_value=sum(one.seconds for one in counted.values()))
    return family


def of_workers(found: Figures) -> Iterator[Metric]:
    """A worker by its machine, as ``store.workers.here`` tells containers of one name apart, and its process number there."""
    labels = ["host", "process"]
    yield gauge("heyan_workers", "Processes that read.", [], [((), len(found.workers))])
    yield gauge(
        "heyan_worker_memory_bytes",
        "What a worker holds.",
        labels,
        (((one.host, str(one.process)), one.memory) for one in found.workers),
    )
    yield gauge(
        "heyan_worker_readings",
        "Files that a worker has taken up since it began.",
        labels,
        (((one.host, str(one.process)), one.readings) for one in found.workers),
    )


def of_disk(folder: Path) -> Iterator[Metric]:
    disk = shutil.disk_usage(folder)
    yield gauge("heyan_disk_bytes", "Size of the disk of service.folder.", [], [((), disk.total)])
    yield gauge("heyan_disk_free_bytes", "What is free of it.", [], [((), disk.free)])
