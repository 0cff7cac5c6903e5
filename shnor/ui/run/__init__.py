"""What every run of a page stands on: the open base and day, data counted once, the tray of dropped files."""
