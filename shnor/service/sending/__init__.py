"""What goes out to schools: the folders of a month, texts of reminders."""
