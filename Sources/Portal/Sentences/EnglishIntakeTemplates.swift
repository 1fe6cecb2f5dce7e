extension English {
    package func mappingTemplate(_ layout: HoursMapping.Layout) -> String {
        switch layout {
        case .days: Self.head("days", dates: "MM/dd/yyyy") + Self.days
        case .weeks: Self.head("weeks", dates: "yyyy-MM-dd") + Self.weeks
        case .punches: Self.head("punches", dates: "yyyy-MM-dd") + Self.punches
        }
    }

    private static func head(_ layout: String, dates: String) -> String {
        """
        # How an export of hours is read. Lines that begin with # explain.
        layout = \(layout)
        # comma, semicolon, tab, or auto
        delimiter = auto
        # point or comma
        decimal = point
        # yyyy-MM-dd, MM/dd/yyyy, dd/MM/yyyy, dd.MM.yyyy, or auto (refused when it is unclear)
        dates = \(dates)
        # rows with one of these words instead of an employee number are left out
        totals = Total, Grand Total
        # more hours than this in one day are marked, not refused
        long_day_hours = 12

        """
    }

    private static let days = """

        # our name = the name of the column in your file; worker and pay_code may be left out
        [columns]
        employee = Employee ID
        worker = Employee
        worksite = Site
        date = Work Date
        pay_code = Pay Code
        hours = Hours

        # your code = regular, overtime, doubletime or ignored
        [pay codes]
        REG = regular
        OT = overtime
        DT = doubletime

        """

    private static let weeks = """

        # our name = the name of the column in your file; worker, total, overtime and doubletime may be \
        left out
        # week_ending is the last day of the week; overtime and doubletime are part of the days, not \
        beside them
        [columns]
        employee = Employee ID
        worker = Employee
        worksite = Site
        week_ending = Week Ending
        mon = Mon
        tue = Tue
        wed = Wed
        thu = Thu
        fri = Fri
        sat = Sat
        sun = Sun
        total = Total
        overtime = Overtime
        doubletime = Double Time

        """

    private static let punches = """
        times = HH:mm
        # pairs with at most this many minutes between them are one shift, which counts on the day on \
        which it began
        shift_gap_minutes = 240
        # more hours than this between two punches are refused
        longest_pair_hours = 16

        # our name = the name of the column in your file; worker and hours may be left out
        # date is the day of the first punch; a second punch that is not later on the clock is on the next day
        [columns]
        employee = Employee ID
        worker = Employee
        worksite = Site
        date = Date
        punch_in = In
        punch_out = Out
        hours = Hours

        """
}
