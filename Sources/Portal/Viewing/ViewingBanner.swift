import Access
import Formats
import Markup
import Staffing

/// Stands above every page of a view: who looks, as whom, until when, and the way out.
package struct ViewingBanner: Sendable {
    let staffName: String
    let contactName: String
    let until: String
    /// The page asks for itself again when the look has ended, so that nothing of it stays on the screen.
    let secondsLeft: Int
    let formToken: String

    init(_ view: View, _ session: Session, _ services: Services) {
        staffName = view.viewing.staffName
        contactName = view.viewing.contactName
        let clock = LocalClock(services.zones(view.viewing.timeZone))
        until = clock.time(view.until) + " " + clock.zone(view.until)
        let left = view.until.microseconds - services.reading().moment.microseconds
        secondsLeft = Int(max(0, left) / 1_000_000) + 1
        formToken = session.formToken
    }

    func html(_ say: any AgencySentences) -> Markup {
        """
        <aside class="viewing" lang="\(say.formats.rawValue)" aria-label="\(say.viewingBanner)"><p><strong>\
        \(say.viewingAs(staffName, contactName))</strong> \(say.viewingUntil(until))</p>
        <form method="post" action="\(Routes.viewingEnd.address)">\
        <input type="hidden" name="csrf" value="\(formToken)">\
        <button class="button small-button">\(say.viewingStop)</button></form></aside>
        """
    }
}
