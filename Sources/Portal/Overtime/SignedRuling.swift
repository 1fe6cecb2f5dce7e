import Formats
import Staffing

extension OvertimeRuling {
    /// Part of a receipt's form, where rules split the hours: an approval binds to them too.
    func write(into object: inout JSONObjectWriter) {
        object.field("pack", pack)
        object.field("version", version)
        object.array("premiums") { list in
            for line in premiums {
                list.object {
                    $0.field("day", line.day.iso)
                    $0.field("type", line.type == .doubleTime ? "doubleTime" : "overtime")
                    $0.field("rule", line.rule)
                    $0.field("minutes", line.minutes)
                }
            }
        }
        object.array("missedBreaks") { list in
            for missed in missedBreaks {
                list.object {
                    $0.field("day", missed.day.iso)
                    $0.field("rule", missed.rule)
                    $0.field("premiumMinutes", missed.premiumMinutes)
                }
            }
        }
    }
}
