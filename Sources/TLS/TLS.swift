// The TLS target; its responsibility stands in README.md.
