import Access
import HTTP
import Markup
import Staffing

/// Before the looking begins: as whom, why, how long, and who will know.
struct ViewingPage {
    let visit: Visit
    let key: TokenKey
    let viewing: Viewing

    private var say: any AgencySentences { visit.staffSay }

    var response: Response {
        let title = say.viewingTitle(viewing.contactName)
        return Page(title, visit.frame, layout: .center, content: content(title)).response()
    }

    private func content(_ title: String) -> Markup {
        """
        <section class="panel stack">
          <h1>\(title)</h1>
          <p>\(say.viewingTerms(minutes: Int(ViewingLimits.standard.seconds / 60)))</p>
          <dl class="facts-rows"><dt>\(say.viewingWho)</dt><dd>\(viewing.staffName)</dd>\
        <dt>\(say.viewingReason)</dt><dd>\(viewing.reason)</dd></dl>
          <form method="post" action="\(Routes.viewing(key))">\
        <div class="actions"><button class="button primary wide">\(say.viewingBegin)</button></div></form>
        </section>
        """
    }
}

/// Whoever looks as somebody asked for what is that person's alone.
struct OnlyLookingPage {
    let sentence: String
    let frame: Frame

    var response: Response {
        let content: Markup = """
            <section class="panel stack">
              <h1>\(frame.staffSay.viewingOnly)</h1>
              <p>\(sentence)</p>
              <p><a class="button" href="\(Routes.home.address)">\(frame.staffSay.toHome)</a></p>
            </section>
            """
        return Page(frame.staffSay.viewingOnly, frame, layout: .center, content: content).response(.forbidden)
    }
}

/// A view has ended: by its person, by the clock, or with the session that it hung on.
struct ViewOverPage {
    let tenant: TenantID
    let frame: Frame
    let staffOrigin: String

    private var say: any AgencySentences { frame.staffSay }

    func response(_ status: Status) -> Response {
        let back = staffOrigin + Routes.tenantPeople(tenant).path
        let content: Markup = """
            <section class="panel stack">
              <h1>\(say.viewingOver)</h1>
              <p>\(say.viewingOverExplanation)</p>
              <p><a class="button" href="\(back)">\(say.viewingBack)</a></p>
            </section>
            """
        return Page(say.viewingOver, frame, layout: .center, content: content).response(status)
    }
}
