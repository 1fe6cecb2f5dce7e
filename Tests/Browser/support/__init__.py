"""What the tests of the running portal share: the server, its people, a plain client and a browser."""
