package protocol InvoiceSentences {}
