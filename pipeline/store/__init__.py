"""The store: what was accepted, read and judged, in a database, and its files by content. ``store.py`` puts its parts
together."""
