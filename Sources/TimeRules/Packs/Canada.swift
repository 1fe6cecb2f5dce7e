import Staffing

extension RulePacks {
    static let canada: [RulePack] = [alberta, britishColumbia, ontario, quebec]

    static let alberta = RulePack(
        "CA-AB", "Alberta", version: "2026.1", from: firstDay,
        overtime: [
            [
                OvertimeRule(
                    "daily-8", .overtime, .day(over: 8 * 60),
                    "Employment Standards Code, RSA 2000 c E-9, s. 21"),
                OvertimeRule(
                    "weekly-44", .overtime, .week(over: 44 * 60),
                    "Employment Standards Code, RSA 2000 c E-9, s. 21"),
            ]
        ],
        meal: MealRule(
            id: "meal", due: .beyond(minutes: 5 * 60), breakMinutes: 30, premiumMinutes: 0,
            source: "Employment Standards Code, RSA 2000 c E-9, s. 18"),
        checkedAgainst: "Alberta's public pages on hours of work and rest, and summaries of s. 21",
        notes: [
            "The greater of the hours over 8 a day and over 44 a week: what is over 44 without those hours "
                + "is added to them, which is the same sum.",
            "The break may be taken in two parts of 15 minutes by agreement; such a day is shown as without.",
            "Averaging agreements are not part of this pack.",
        ])

    private static let britishColumbiaAct = "Employment Standards Act, RSBC 1996 c 113"

    static let britishColumbia = RulePack(
        "CA-BC", "British Columbia", version: "2026.1", from: firstDay,
        overtime: [
            [
                OvertimeRule(
                    "daily-12", .doubleTime, .day(over: 12 * 60), britishColumbiaAct + ", s. 40"),
                OvertimeRule("daily-8", .overtime, .day(over: 8 * 60), britishColumbiaAct + ", s. 40"),
                OvertimeRule("weekly-40", .overtime, .week(over: 40 * 60), britishColumbiaAct + ", s. 40"),
            ]
        ],
        meal: MealRule(
            id: "meal", due: .beyond(minutes: 5 * 60), breakMinutes: 30, premiumMinutes: 0,
            source: britishColumbiaAct + ", s. 32(1)"),
        checkedAgainst: "the texts of s. 32 and s. 35 in the province's interpretation manual, and published "
            + "summaries of s. 40",
        notes: [
            "The province counts weeks from Sunday; a client whose workweek begins on another day differs.",
            "For the week only the first eight hours of each day count.",
            "The 32 hours free from work of s. 36 and averaging agreements are not part of this pack.",
        ])

    static let ontario = RulePack(
        "CA-ON", "Ontario", version: "2026.1", from: firstDay,
        overtime: [
            [
                OvertimeRule(
                    "weekly-44", .overtime, .week(over: 44 * 60), "Employment Standards Act, 2000, s. 22(1)")
            ]
        ],
        meal: MealRule(
            id: "meal", due: .beyond(minutes: 5 * 60), breakMinutes: 30, premiumMinutes: 0,
            source: "Employment Standards Act, 2000, s. 20(1)"),
        checkedAgainst: "published summaries of ss. 20 and 22 of the act",
        notes: [
            "The break may be taken in two parts by agreement; such a day is shown as without.",
            "Averaging agreements are not part of this pack.",
        ])

    private static let quebecAct = "Act respecting labour standards, CQLR c N-1.1"

    static let quebec = RulePack(
        "CA-QC", "Québec", version: "2026.1", from: firstDay,
        overtime: [
            [OvertimeRule("weekly-40", .overtime, .week(over: 40 * 60), quebecAct + ", ss. 52, 55")]
        ],
        meal: MealRule(
            id: "meal", due: .beyond(minutes: 5 * 60), breakMinutes: 30, premiumMinutes: 0,
            source: quebecAct + ", s. 79"),
        checkedAgainst: "the text of s. 52 in the CNESST's interpretation guide, the text of s. 79, and a "
            + "published summary of s. 55",
        notes: ["Staggered hours (s. 53) and decrees are not part of this pack."])
}
