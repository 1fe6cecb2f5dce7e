// The Tenancy target; its responsibility stands in README.md.
