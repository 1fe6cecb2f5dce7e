// Tests of the Access target.
