import Staffing

extension RulePacks {
    static let unitedStates: [RulePack] = [federal, alaska, california, colorado] + westAndIslands

    private static let statute = "29 U.S.C. § 207(a)(1)"

    static let federal = RulePack(
        "US", "United States, federal", version: "2026.1", from: firstDay,
        overtime: [[OvertimeRule("weekly-40", .overtime, .week(over: 40 * 60), statute)]],
        checkedAgainst:
            "the texts of 29 CFR 778.100 (as of April 2026), 778.101 and 778.103, which speak of that "
            + "section of the act",
        notes: [
            "Federal law asks for no meal or rest breaks.",
            "Hours of the same worker at other clients are not known to this client's records.",
        ])

    static let alaska = RulePack(
        "US-AK", "Alaska", version: "2026.1", from: firstDay,
        overtime: [
            [
                OvertimeRule("daily-8", .overtime, .day(over: 8 * 60), "AS 23.10.060(b)"),
                OvertimeRule("weekly-40", .overtime, .week(over: 40 * 60), "AS 23.10.060(b)"),
            ]
        ],
        checkedAgainst: "the text of AS 23.10.060",
        notes: ["An employer of fewer than four people is exempt (AS 23.10.060(d)(1))."])

    private static let section510 = "Cal. Lab. Code § 510(a)"

    static let california = RulePack(
        "US-CA", "California", version: "2026.1", from: firstDay,
        overtime: [
            [
                OvertimeRule(
                    "seventh-day-8", .doubleTime, .seventhDay(over: 8 * 60, weekOver: 0), section510),
                OvertimeRule("daily-12", .doubleTime, .day(over: 12 * 60), section510),
                OvertimeRule("seventh-day", .overtime, .seventhDay(over: 0, weekOver: 0), section510),
                OvertimeRule("daily-8", .overtime, .day(over: 8 * 60), section510),
                OvertimeRule("weekly-40", .overtime, .week(over: 40 * 60), section510),
            ]
        ],
        meal: MealRule(
            id: "meal", due: .fifthAndTenthHour, breakMinutes: 30, premiumMinutes: 60,
            source: "Cal. Lab. Code §§ 512(a), 226.7"),
        rest: RestRule(
            id: "rest", dueFrom: [210, 361, 601, 841], premiumMinutes: 60, mostPremiums: 1,
            source: "IWC wage orders, section 12; Cal. Lab. Code § 226.7"),
        checkedAgainst:
            "the texts of Cal. Lab. Code §§ 500, 510, 512 and 226.7, section 12 of the wage orders, "
            + "and Mendoza v. Nordstrom, 2 Cal.5th 1074 (2017)",
        notes: [
            "The workday begins at midnight. An employer may fix another hour (Cal. Lab. Code § 500(a)).",
            "Alternative workweek schedules (Cal. Lab. Code § 511) are not part of this pack.",
            "The meal break of a shift of at most six hours may be waived, and the second one of a shift of "
                + "at most twelve.",
        ])

    private static let comps = "7 CCR 1103-1 (COMPS Order), rule 4"

    static let colorado = RulePack(
        "US-CO", "Colorado", version: "2026.1", from: firstDay,
        overtime: [
            [
                OvertimeRule("daily-12", .overtime, .day(over: 12 * 60), comps),
                OvertimeRule("weekly-40", .overtime, .week(over: 40 * 60), comps),
            ],
            [
                OvertimeRule("consecutive-12", .overtime, .shift(over: 12 * 60), comps),
                OvertimeRule("weekly-40", .overtime, .week(over: 40 * 60), comps),
            ],
        ],
        meal: MealRule(
            id: "meal", due: .beyond(minutes: 5 * 60), breakMinutes: 30, premiumMinutes: 0,
            source: "7 CCR 1103-1, rule 5.1"),
        rest: RestRule(
            id: "rest", dueFrom: [121, 361, 601, 841], premiumMinutes: 10, mostPremiums: 6,
            source: "7 CCR 1103-1, rule 5.2"),
        checkedAgainst:
            "the text of rule 5 of 7 CCR 1103-1, and for overtime the page of the state's Division of Labor "
            + "Standards and Statistics; the text of rule 4 itself was not seen",
        notes: [
            "The calculation that gives most decides about the week: 40 hours with 12 a day, or with 12 in a "
                + "row.",
            "Agriculture and other variances of rule 2 are not part of this pack.",
        ])
}
