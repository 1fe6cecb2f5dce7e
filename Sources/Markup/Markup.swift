// The Markup target; its responsibility stands in README.md.
