"""Third-party chatter kept away from the user: file descriptors 1 and 2 are closed to it while the work runs."""

from __future__ import annotations

import io
import logging
import os
import sys
import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import TextIO

from pipeline.logs import OURS

PLAIN = logging.Formatter("%(levelname)s %(name)s: %(message)s")


@contextmanager
def quiet(*, level: str = "WARNING", debug: bool = False, lines: logging.Formatter = PLAIN) -> Iterator[TextIO]:
    """Inside, nothing reaches stdout, and only the yielded stream and our own log reach stderr: libraries print from Python
    and from C++ alike. With ``debug`` everything is shown, on stderr."""
    with ExitStack() as stack:
        terminal = stack.enter_context(own_stderr())
        stack.enter_context(logged(terminal, level, lines, everything=debug))
        if debug:
            stack.enter_context(redirected(1, 2))
            stack.enter_context(redirect_stdout(terminal))
        else:
            nowhere = stack.enter_context(Path(os.devnull).open("w"))
            for descriptor in (1, 2):
                stack.enter_context(redirected(descriptor, nowhere.fileno()))
            stack.enter_context(redirect_stdout(nowhere))
            stack.enter_context(redirect_stderr(nowhere))
            stack.enter_context(warnings.catch_warnings())
            warnings.simplefilter("ignore")
        yield terminal


@contextmanager
def own_stderr() -> Iterator[TextIO]:
    """A stream to where stderr goes now, which stays open when descriptor 2 is turned away."""
    sys.stderr.flush()
    try:
        descriptor = os.dup(sys.stderr.fileno())
    except (io.UnsupportedOperation, OSError):  # replaced by a test's or a notebook's own stream
        yield sys.stderr
        return
    with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace", buffering=1) as stream:
        yield stream


@contextmanager
def redirected(descriptor: int, to: int) -> Iterator[None]:
    """``descriptor`` leads where ``to`` leads, until the end."""
    sys.stdout.flush()
    kept = os.dup(descriptor)
    os.dup2(to, descriptor)
    try:
        yield
    finally:
        sys.stdout.flush()
        os.dup2(kept, descriptor)
        os.close(kept)


@contextmanager
def logged(stream: TextIO, level: str, lines: logging.Formatter, *, everything: bool) -> Iterator[None]:
    """Our own log on ``stream``; with ``everything`` the libraries' too."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(lines)
    loggers = [logging.getLogger(name) for name in (None, *OURS)] if everything else [logging.getLogger(name) for name in OURS]
    before = [(logger, logger.level, logger.propagate) for logger in loggers]
    for logger in loggers:
        logger.addHandler(handler)
        logger.setLevel(level)
        logger.propagate = False
    try:
        yield
    finally:
        for logger, old_level, propagate in before:
            logger.removeHandler(handler)
            logger.setLevel(old_level)
            logger.propagate = propagate
