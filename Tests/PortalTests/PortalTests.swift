// Tests of the Portal target.
