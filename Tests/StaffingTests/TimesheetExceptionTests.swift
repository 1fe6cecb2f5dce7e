import Cast
import Staffing
import Testing

@Suite("What an approver should look at")
struct TimesheetExceptionTests {
    private func found(_ days: [WorkedDay], of assignment: Assignment = Cast.tomaszAtDock)
        -> [TimesheetException]
    {
        var state = Cast.harbour
        state.receive(701, assignment, days: days)
        return state.timesheets[Identifier(701)].map { TimesheetException.found(in: $0, of: assignment) }
            ?? []
    }

    @Test("a week as it was scheduled is clean, and so is a shorter one")
    func clean() {
        #expect(found(Cast.days()).isEmpty)
        #expect(found(Cast.days([480, 480])).isEmpty)
    }

    @Test("hours of other types show")
    func types() {
        #expect(found(Cast.days([480], overtime: [30])) == [.overtime(minutes: 30)])
        #expect(found(Cast.days([480], doubleTime: [30])) == [.doubleTime(minutes: 30)])
    }

    @Test("twelve hours on a day are not long, a minute more is")
    func longDay() {
        #expect(found(Cast.days([720])).isEmpty)
        #expect(found(Cast.days([721])) == [.longDay(Cast.week, minutes: 721)])
    }

    @Test("half an hour over the schedule is within the margin, a minute more is not")
    func overSchedule() {
        #expect(found(Cast.days([480, 480, 480, 480, 480], overtime: [30])) == [.overtime(minutes: 30)])
        #expect(
            found(Cast.days([480, 480, 480, 480, 480], overtime: [31]))
                == [.overtime(minutes: 31), .overSchedule(minutes: 31)])
    }

    @Test("more than forty regular hours are asked about")
    func unclassified() {
        #expect(
            found(Cast.days([480, 480, 480, 480, 481])) == [.overtimeUnclassified(minutes: 1)])
    }

    @Test("a day outside the assignment shows only where somebody worked")
    func outside() {
        let short = Assignment(
            id: Cast.tomaszAtDock.id, worker: Cast.tomasz.id, worksite: Cast.dock4.id, title: "Picker",
            days: DayRange(from: Cast.week.adding(days: 1), through: Cast.week.adding(days: 2)),
            billRate: HourlyRate(minorUnits: 1), schedule: Cast.fullWeek, purchaseOrder: "")
        let days = Cast.days([60, 60, 60, 60, 0])
        #expect(
            found(days, of: short)
                == [.outsideAssignment(Cast.week), .outsideAssignment(Cast.week.adding(days: 3))])
    }

    @Test("no hours, and an edit, are worth a look")
    func others() {
        #expect(found([]) == [.noHours])
        var state = Cast.harbourWaiting
        state.receive(9_001, Cast.tomaszAtDock, days: Cast.days([480]))
        let sheet = state.timesheets[Identifier(701)]
        #expect(
            sheet.map { TimesheetException.found(in: $0, of: Cast.tomaszAtDock) }
                == [.editedAfterSubmission])
    }
}
