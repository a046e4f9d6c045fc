"""Papers of a second hand: the same invented facts as ``samples.draw``, set and captured by other means.

A reader that was only ever tried on one set of drawings learns that set. These were written apart, without a look at the
other layouts, at the noise or at the reader: HTML templates set by Chromium, seals as SVG, captures of their own.
``python -m samples.strangers``.
"""
