// The Reactor target; its responsibility stands in README.md.
