// Tests of the Staffing target.
