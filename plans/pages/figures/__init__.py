"""What the pages of figures show: own periods, the grid of a unit, the units below, what a plan has come to."""
