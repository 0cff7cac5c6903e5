"""Files people wrap others in: archives, letters, signatures."""
