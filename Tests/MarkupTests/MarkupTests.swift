// Tests of the Markup target.
