// The Crypto target; its responsibility stands in README.md.
