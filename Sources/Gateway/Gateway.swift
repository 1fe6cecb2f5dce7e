// The Gateway target; its responsibility stands in README.md.
