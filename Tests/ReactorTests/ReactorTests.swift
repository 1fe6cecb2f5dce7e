// Tests of the Reactor target.
