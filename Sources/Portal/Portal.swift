// The Portal target; its responsibility stands in README.md.
