// The TLS target.
