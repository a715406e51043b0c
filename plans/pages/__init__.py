"""What screens show: selectors that know no request, each with its price in queries."""
