package protocol AssignmentSentences {}
