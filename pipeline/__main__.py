"""``python -m pipeline`` is ``heyan``."""

import sys

from pipeline.cli import main

sys.exit(main())
