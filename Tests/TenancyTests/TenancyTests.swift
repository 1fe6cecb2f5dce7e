// Tests of the Tenancy target.
