// The Formats target; its responsibility stands in README.md.
