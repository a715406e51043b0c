"""What holds whatever is stored: kinds, states, whose hats count, what may not be said. Below the models."""
