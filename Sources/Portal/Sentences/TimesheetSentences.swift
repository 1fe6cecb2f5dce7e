package protocol TimesheetSentences {}
