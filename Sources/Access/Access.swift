// The Access target; its responsibility stands in README.md.
