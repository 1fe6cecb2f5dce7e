/// Several commands that were asked for at once, each with what became of it, in the order they were asked.
package struct TimesheetBatch: Sendable {
    package typealias Outcome = Result<[TimesheetEvent], TimesheetRefusal>

    /// The one moment at which all of it happened; with the person it names the batch.
    package let moment: Moment
    package let outcomes: [Outcome]

    package var events: [TimesheetEvent] {
        outcomes.flatMap { if case .success(let events) = $0 { events } else { [] as [TimesheetEvent] } }
    }

    package var refusals: [TimesheetRefusal] {
        outcomes.compactMap { if case .failure(let refusal) = $0 { refusal } else { nil } }
    }
}

extension TimesheetRules {
    /// As many as one form may carry, and one entry of the journal may hold.
    package static let mostCommands = 2_000

    /// Decides each command on what those before it left. One that is refused harms no other.
    package static func decide(
        _ commands: [TimesheetCommand], _ state: TenantState, _ context: Context
    ) -> TimesheetBatch {
        var draft = state
        let dependOnEachOther = !areApart(commands)
        let outcomes = commands.enumerated().map { place, command in
            let outcome = place < mostCommands ? result(command, draft, context) : .failure(.tooMany)
            // Changing the draft copies all of the state, so it changes only for who looks at it again.
            if case .success(let events) = outcome, dependOnEachOther, place + 1 < commands.count {
                for event in events { draft.evolve(context.recorded(event)) }
            }
            return outcome
        }
        return TimesheetBatch(moment: context.moment, outcomes: outcomes)
    }

    /// Whether each is about a sheet of its own that is there already: none can change another's outcome.
    private static func areApart(_ commands: [TimesheetCommand]) -> Bool {
        var known: Set<TimesheetID> = []
        return commands.allSatisfy { $0.timesheet.map { known.insert($0).inserted } ?? false }
    }

    private static func result(
        _ command: TimesheetCommand, _ state: TenantState, _ context: Context
    ) -> TimesheetBatch.Outcome {
        do throws(TimesheetRefusal) {
            return .success(try decide(command, state, context))
        } catch {
            return .failure(error)
        }
    }
}

extension TimesheetCommand {
    /// The sheet that it is about; nothing where it may become a new one.
    fileprivate var timesheet: TimesheetID? {
        switch self {
        case .receive: nil
        case .approve(let id, _), .withdrawApproval(let id), .reject(let id, _, _, _), .comment(let id, _): id
        }
    }
}

extension Context {
    fileprivate func recorded(_ event: TimesheetEvent) -> Recorded<TenantEvent> {
        Recorded(event: .timesheet(event), at: moment, by: viewer.person, name: viewer.name, request: 0)
    }
}
