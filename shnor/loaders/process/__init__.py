"""The reading process: whatever people send is opened, read and checked there; what hurts it hurts nobody."""
