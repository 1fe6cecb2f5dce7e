// Tests of the TLS target.
