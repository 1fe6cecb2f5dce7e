package protocol AccountSentences {}
