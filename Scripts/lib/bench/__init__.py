"""Measures the portal beside nginx: one server on one core at a time, the load on another, rounds interleaved."""
