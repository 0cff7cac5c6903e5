"""The way from files to figures and back to files: the only hall that walks it whole, for screens and command line."""
