// The Telemetry target; its responsibility stands in README.md.
