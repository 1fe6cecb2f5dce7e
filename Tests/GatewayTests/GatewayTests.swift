// Tests of the Gateway target.
