"""Pages, addresses and the API: they ask, and decide nothing."""
