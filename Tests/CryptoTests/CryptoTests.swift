// Tests of the Crypto target.
