extension English {
    package func landingTitle(agency: String) -> String { "\(agency) client portal" }
    package var landingExplanation: String {
        "Each company has an address of its own. It stands in your invitation."
    }
    package var staffSignIn: String { "Agency staff" }
    package func landingExample(host: String) -> String { "It looks like \(host)." }

    package var helpTopics: [HelpTopic] {
        [
            HelpTopic(
                question: "How do I approve hours?",
                answer: """
                    Timesheets shows what waits for you, worksite by worksite. Clean sheets are \
                    selected already: one tap on Approve signs them off. Sheets with something \
                    unusual stand first and are not selected, so that you look at them.
                    """),
            HelpTopic(
                question: "What does “clean” mean?",
                answer: """
                    The hours keep to the schedule and the assignment's dates, there is no \
                    overtime and no day beyond twelve hours, and nobody changed the sheet after it \
                    came in.
                    """),
            EnglishOvertime.helpTopic,
            HelpTopic(
                question: "I approved something by mistake.",
                answer: """
                    Open the timesheet and take the approval back. That works for ten minutes, \
                    unless an invoice has picked the hours up. Later, ask the agency for a \
                    correction.
                    """),
            HelpTopic(
                question: "What happens when I send hours back?",
                answer: """
                    The agency sees your reason, corrects the hours and the sheet comes back to \
                    you as changed. Nothing is billed before somebody approves it.
                    """),
            EnglishExpected.helpTopic, EnglishWorkerPage.helpTopic,
            HelpTopic(
                question: "How do I prove later what I approved?",
                answer: """
                    Open the timesheet and choose Receipt: a PDF for your files, and a signed file \
                    that anybody can check without us. The receipt says which hours you decided \
                    about, and when.
                    """),
            HelpTopic(
                question: "Where do I find an invoice?",
                answer: """
                    Invoices lists the newest unpaid first, with a PDF on each row. Each line \
                    leads to the timesheet and to whoever approved it.
                    """),
            HelpTopic(
                question: "Can I have a list in a spreadsheet?",
                answer: """
                    Below each list of timesheets, assignments and people stands Download this list: \
                    all its pages, narrowed as you narrowed it, with what you may see and no more. \
                    Invoices has its statement, and each invoice its lines.
                    """),
            HelpTopic(
                question: "Somebody left our company.",
                answer: """
                    A client admin opens People and chooses the person. The page lists what ends with \
                    them and asks who approves in their place where nobody else does. Remove \
                    access signs them out everywhere at once. For ten minutes it can be undone: \
                    they then get a new link, and choose a password anew.
                    """),
            HelpTopic(
                question: "I will be away. Who approves?",
                answer: """
                    Under your name, open Your account and then Who stands in. Name somebody of your \
                    company, the dates and the worksites. They can do no more than you, and what \
                    they decide is recorded under both names. You or an admin can end it early; an \
                    admin can also arrange it for you.
                    """),
            HelpTopic(
                question: "Who can see this?",
                answer: """
                    “Who can see this” on a timesheet leads a client admin to everybody who sees \
                    it, and to the role that lets them. A person's page leads to what that person \
                    can see and do.
                    """),
            HelpTopic(
                question: "Who looked at our records?",
                answer: """
                    A client admin opens People and then Access log: who signed in, who opened invoices \
                    or people, who changed what. When the agency looked at the portal as one of you, \
                    it stands there with the reason; whoever looks that way can change nothing.
                    """),
            HelpTopic(
                question: "Can I sign in without a password?",
                answer: """
                    Yes. Under your name, open Your account and then Your sign-in, and add a \
                    passkey: from then on your fingerprint, your face or your device's PIN opens the \
                    door here. There you also set up codes from an app, and see where you are \
                    signed in.
                    """),
            HelpTopic(
                question: "My phone with the codes is gone.",
                answer: """
                    Enter one of your recovery codes in place of the code; each works once. Then \
                    open Your sign-in and set the app up anew. Without recovery codes, your \
                    company's admin opens your page under People and ends the app; then your \
                    password lets you in.
                    """),
            HelpTopic(
                question: "I have forgotten my password.",
                answer: """
                    Choose “Forgotten your password?” where you sign in. A mail brings a link that \
                    works once, for half an hour. No mail? Your company's admin can send you a link, \
                    too.
                    """),
            HelpTopic(
                question: "How do I change the language?",
                answer: """
                    Under your name, open Your account and choose the language: it holds at once, for \
                    pages and mails. Before you sign in, a link below the form changes it for this \
                    browser. Invoices and receipts on paper are in your company's language.
                    """),
            HelpTopic(
                question: "Why am I asked for a code, or to set something up?",
                answer: """
                    Your company or the agency wants more than a password. A code by mail is asked \
                    for once in each new browser. Where an app or a passkey is asked for, set one up \
                    and you can go on.
                    """),
            HelpTopic(
                question: "Why does a sheet that I approved still wait?",
                answer: """
                    It is over your limit, so two people approve it. Yours is the first approval; the \
                    sheet says who can give the second. Until then you can take yours back, and \
                    whoever decides there can send it back. If the hours change, both start again.
                    """),
            HelpTopic(
                question: "Can somebody approve for one department only?",
                answer: """
                    Yes, once the agency has entered your departments or cost centers and which \
                    assignments belong to them. They then stand on the form about a person, below \
                    the worksites. Whoever approves there sees those sheets and no others.
                    """),
            EnglishCutoffs.helpTopic,
        ]
    }
}
