"""Papers that are signed or handed out: one list of blocks, and a writer for each kind of file."""
