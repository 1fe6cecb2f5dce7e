// The HTTP target; its responsibility stands in README.md.
