"""The service behind the portal: what reads and judges by itself whatever the store holds unread. ``worker.py`` first."""
