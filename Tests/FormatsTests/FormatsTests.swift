// Tests of the Formats target.
