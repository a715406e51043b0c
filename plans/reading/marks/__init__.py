"""What the words of the parts promise and charge: targets, duties, days. Pure."""
