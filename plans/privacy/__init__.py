"""Personal data: stop and ask before a child is named, and tell people what is kept about whom."""
