"""What each page draws; a page of several modules is a folder."""
