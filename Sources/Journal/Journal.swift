// The Journal target; its responsibility stands in README.md.
