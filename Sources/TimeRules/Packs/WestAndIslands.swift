import Staffing

extension RulePacks {
    static let westAndIslands: [RulePack] = [kentucky, nevada, nevadaHigherWage, puertoRico]

    static let kentucky = RulePack(
        "US-KY", "Kentucky", version: "2026.1", from: firstDay,
        overtime: [
            [
                OvertimeRule(
                    "seventh-day", .overtime, .seventhDay(over: 0, weekOver: 40 * 60), "KRS 337.050(1)"),
                OvertimeRule("weekly-40", .overtime, .week(over: 40 * 60), "KRS 337.285"),
            ]
        ],
        rest: RestRule(
            id: "rest", dueFrom: [240, 480, 720, 960], premiumMinutes: 0, mostPremiums: 0,
            source: "KRS 337.365"),
        checkedAgainst:
            "the text of KRS 337.050, that of KRS 337.365 as an opinion of the attorney general (OAG 84-251) "
            + "has it, and 803 KAR 1:060 for KRS 337.285",
        notes: [
            "A reasonable time for lunch is due between the third and the fifth hour (KRS 337.355); the law "
                + "gives no length, so it is not looked for.",
            "Where somebody may not work more than 40 hours, the seventh day costs no more (KRS 337.050).",
        ])

    private static let nevadaMeal = MealRule(
        id: "meal", due: .reaching(minutes: 8 * 60), breakMinutes: 30, premiumMinutes: 0,
        source: "NRS 608.019"
    )
    private static let nevadaRest = RestRule(
        id: "rest", dueFrom: [210, 420, 660, 900], premiumMinutes: 0, mostPremiums: 0,
        source: "NRS 608.019; NAC 608.145")
    private static let nevadaTexts =
        "the texts of NRS 608.018, 608.0123 and 608.0126 and of NAC 608.145, and published summaries of NRS "
        + "608.019"

    static let nevada = RulePack(
        "US-NV", "Nevada, below one and a half times the minimum wage", version: "2026.1", from: firstDay,
        workday: .startOfWork,
        overtime: [
            [
                OvertimeRule("daily-8", .overtime, .day(over: 8 * 60), "NRS 608.018(1)(b)"),
                OvertimeRule("weekly-40", .overtime, .week(over: 40 * 60), "NRS 608.018(1)(a)"),
            ]
        ],
        meal: nevadaMeal, rest: nevadaRest, checkedAgainst: nevadaTexts,
        notes: [
            "For workers who earn less than one and a half times the minimum wage; US-NV-40 is for the "
                + "others. A worksite knows no wages, so choose the pack of most of its workers.",
            "An agreed week of four days of ten hours is not part of this pack.",
        ])

    static let nevadaHigherWage = RulePack(
        "US-NV-40", "Nevada, from one and a half times the minimum wage", version: "2026.1", from: firstDay,
        workday: .startOfWork,
        overtime: [[OvertimeRule("weekly-40", .overtime, .week(over: 40 * 60), "NRS 608.018(2)")]],
        meal: nevadaMeal, rest: nevadaRest, checkedAgainst: nevadaTexts,
        notes: [
            "For workers who earn at least one and a half times the minimum wage; US-NV is for the others."
        ])

    private static let act379 = "29 L.P.R.A. § 273 (Act 379 of 1948 as amended by Act 4-2017)"

    static let puertoRico = RulePack(
        "US-PR", "Puerto Rico", version: "2026.1", from: firstDay,
        overtime: [
            [
                OvertimeRule(
                    "seventh-day", .overtime, .seventhDay(over: 0, weekOver: 0),
                    act379),
                OvertimeRule("daily-8", .overtime, .day(over: 8 * 60), act379),
                OvertimeRule("weekly-40", .overtime, .week(over: 40 * 60), act379),
            ]
        ],
        meal: MealRule(
            id: "meal", due: .fifthAndTenthHour, breakMinutes: 30, premiumMinutes: 0,
            source: "29 L.P.R.A. § 283"),
        checkedAgainst:
            "the text of 29 L.P.R.A. § 283, and for overtime published summaries of Act 379, article 4, "
            + "as amended by Act 4-2017; the text of § 273 itself was not seen",
        notes: [
            "For people hired since 26 January 2017. Who was hired before keeps greater rights.",
            "A meal break is an hour unless a written agreement makes it 30 minutes; less than 30 is found.",
            "Students' day of rest and agreed weeks of ten-hour days are not part of this pack.",
        ])
}
