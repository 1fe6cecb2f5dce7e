// Tests of the Journal target.
