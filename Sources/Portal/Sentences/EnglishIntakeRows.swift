import Formats
package import Staffing

extension English {
    package func explain(_ refusal: RowRefusal) -> String {
        switch refusal {
        case .duplicate(let line): "The same row stands at line \(line)."
        case .unknownWorker(""): "The row has no employee number."
        case .unknownWorker(let number): "Nobody has the employee number \(number)."
        case .unknownWorksite(""): "The row has no worksite."
        case .unknownWorksite(let code): "No worksite has the code \(code)."
        case .notAssignedThere(let worker, let worksite): "\(worker) has no assignment at \(worksite)."
        case .badDate(let value, let pattern): "“\(value)” is no date as \(pattern)."
        case .wrongWeek(let day, let week): "\(day.iso) is not in the week of \(week.iso)."
        case .unknownPayCode(""): "The row has no pay code."
        case .unknownPayCode(let code):
            "The mapping has no pay code \(code): add it under [pay codes], or correct the row."
        case .badNumber("", _): "The row has no hours."
        case .badNumber(let value, let mark):
            "“\(value)” is not a number with a decimal \(mark == .point ? "point" : "comma")."
        case .negativeHours(let value): "\(value) hours: send the right hours, not a negative row."
        case .impossibleHours(let minutes, let limit):
            "\(intakeHours(minutes)) hours, more than \(intakeHours(limit)) or none at all."
        case .moreOvertimeThanHours(let minutes, let total):
            "\(intakeHours(minutes)) hours of overtime in \(intakeHours(total)) hours of work."
        case .missingOut(let entry): "Clocked in at \(entry) and never out."
        case .missingIn(""): "The row has no punches."
        case .missingIn(let exit): "Clocked out at \(exit) and never in."
        case .badTime(let value): "“\(value)” is no time as HH:mm."
        case .skippedTime(let value, let day, let worksite):
            "The clocks at \(worksite) never showed \(value) on \(day.iso)."
        case .ambiguousTime(let value, let day, let worksite):
            "\(value) happened twice on \(day.iso) at \(worksite): the hours have to be sent in another way."
        case .overlap(let start, let end): "Begins at \(start), before the punch-out at \(end)."
        case .unknownZone(let zone): "The server does not know the worksite's time zone \(zone)."
        }
    }

    package func explain(_ flag: RowFlag) -> String {
        switch flag {
        case .overtime(let minutes, let total):
            minutes == total
                ? "\(intakeHours(minutes)) hours of overtime."
                : "\(intakeHours(minutes)) of \(intakeHours(total)) hours are overtime."
        case .doubleTime(let minutes, let total):
            minutes == total
                ? "\(intakeHours(minutes)) hours of double time."
                : "\(intakeHours(minutes)) of \(intakeHours(total)) hours are double time."
        case .longDay(let minutes, let limit):
            "\(intakeHours(minutes)) hours in one day or shift, more than \(intakeHours(limit))."
        case .sameDay(let minutes): "A second row for the same time: \(intakeHours(minutes)) hours added."
        case .outsideAssignment(let days):
            days.through.map { "The assignment runs from \(days.from.iso) to \($0.iso)." }
                ?? "The assignment begins on \(days.from.iso)."
        case .nameDiffers(let known): "This employee number belongs to \(known)."
        case .totalDiffers(let stated, let found):
            "The row says \(intakeHours(stated)) hours, its days add up to \(intakeHours(found))."
        case .hoursDiffer(let stated, let found):
            "The row says \(intakeHours(stated)) hours, its punches give \(intakeHours(found))."
        case .clockChange(let minutes):
            "\(intakeHours(minutes)) hours: the clocks changed during this shift."
        }
    }

    package func explain(_ ignored: RowIgnored) -> String {
        switch ignored {
        case .blankLine: "An empty line."
        case .totalsRow: "A row of totals."
        case .ignoredPayCode: "The mapping leaves this pay code out."
        }
    }

    package func whyNotReceived(_ refusal: TimesheetRefusal) -> String {
        switch refusal {
        case .alreadyApproved: "The sheet is approved already, so it stays as it is: ask for a correction."
        case .alreadyInvoiced: "The sheet is on an invoice already, so it stays as it is."
        case .notAllowed: "You may not import hours for this worksite."
        case .unknownAssignment, .unknown: "The assignment is not there any more."
        case .notStartOfWeek: "The week does not begin on the first day of the client's workweek."
        case .dayOutsideWeek(let day): "\(day.iso) is not in the week."
        case .twoEntriesForDay(let day): "\(day.iso) comes twice."
        case .impossibleHours(let day, let minutes): "\(intakeHours(minutes)) hours on \(day.iso)."
        case .overlappingPunches(let day): "The punches of \(day.iso) overlap."
        case .changedSinceShown, .alreadyRejected, .notApproved, .tooLateToWithdraw,
            .secondPersonNeeded, .overLimit, .ownHours, .wordsMissing, .wordsTooLong, .tooMany:
            "The sheet could not be changed."
        }
    }
}

/// `37.50`: two decimals, so that columns of hours compare well with the file.
func intakeHours(_ minutes: Int) -> String {
    HoursStyle.hundredths.text(minutes: Int64(minutes), language: .englishUS)
}
