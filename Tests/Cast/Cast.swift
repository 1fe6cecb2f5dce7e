// The people and clients whom the tests share.
