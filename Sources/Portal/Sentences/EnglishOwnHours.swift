extension English {
    package var ofOwnHours: any OwnHoursWords { EnglishOwnHours() }
}

/// English for people of a client who work there, too.
struct EnglishOwnHours: OwnHoursWords {
    var barred: String { "not about these: they are their own, or those of whom they stand in for" }

    func isWorker(_ name: String, _ worker: String, _ number: String) -> String {
        "\(name) is also the worker \(worker) (\(number)), and decides about hours of others only"
    }
}

extension EnglishStaff: StaffIdentityWords {
    var identityTitle: String { "Is a worker here, too" }
    var identityExplanation: String {
        "Nobody decides about their own hours. Say which worker this person is, and somebody else has to."
    }
    var workerNumber: String { "Number in the payroll" }
    var workerNumberHint: String { "Empty: this person does not work here for the agency." }

    func namesake(_ name: String, _ number: String) -> String {
        "A worker here is called \(name), too: number \(number)"
    }
    func workerUnknown(_ number: String) -> String { "No worker here has the number \(number)" }
}
