// Tests of the Unix target.
