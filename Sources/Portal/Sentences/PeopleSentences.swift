package protocol PeopleSentences {}
