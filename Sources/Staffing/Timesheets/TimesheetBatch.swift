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
        let outcomes = commands.enumerated().map { place, command in
            let outcome = place < mostCommands ? result(command, draft, context) : .failure(.tooMany)
            // Nobody looks at the draft after the last one, and changing it copies all of the state.
            if case .success(let events) = outcome, place + 1 < commands.count {
                for event in events { draft.evolve(context.recorded(event)) }
            }
            return outcome
        }
        return TimesheetBatch(moment: context.moment, outcomes: outcomes)
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

extension Context {
    fileprivate func recorded(_ event: TimesheetEvent) -> Recorded<TenantEvent> {
        Recorded(event: .timesheet(event), at: moment, by: viewer.person, name: viewer.name, request: 0)
    }
}
