// The Staffing target; its responsibility stands in README.md.
