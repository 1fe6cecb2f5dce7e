package protocol IntakeSentences {}
