package protocol StaffSentences {}
