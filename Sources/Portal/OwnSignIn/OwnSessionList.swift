import Access
import Markup
import Staffing

/// Where one is signed in: browser, network, since when; and a button that ends it there.
struct OwnSessionList {
    let page: OwnSignInPage

    private var say: any Sentences { page.say }

    var html: Markup {
        """
        <section class="panel stack" id="sessions"><h2>\(say.openSessions)</h2>
          <ul class="plain-list stack">\(page.means.sessions.reversed().map(line))</ul>
        </section>
        """
    }

    private func line(_ session: OpenSession) -> Markup {
        let isHere = session.id == page.oneself.session.id
        return """
            <li class="stack"><div><strong>\(device(session))</strong> \(isHere ? here : nil)
              <span class="sub">\(times(session))</span>\(session.place.map(network))</div>
            \(isHere || !page.means.isProved ? nil : ending(session.id))</li>
            """
    }

    private func device(_ session: OpenSession) -> String {
        session.place.map { say.device($0.device) } ?? say.unknownDevice
    }

    private func network(_ place: SessionPlace) -> Markup {
        "<span class=\"sub\">\(say.fromNetwork(place.network))</span>"
    }

    private func times(_ session: OpenSession) -> String {
        say.sessionTimes(opened: page.stamp(session.opened), seen: page.stamp(session.seen))
    }

    private var here: Markup { "<span class=\"chip ok\">\(say.thisBrowser)</span>" }

    private func ending(_ id: SessionID) -> Markup {
        """
        <form method="post" action="\(Routes.sessionEnd(id))">\(page.visit.frame.csrfField)\
        <button class="button small-button">\(say.signOutThere)</button></form>
        """
    }
}

extension OwnSignInPage {
    func stamp(_ moment: Moment) -> String { oneself.clock.stamp(moment) }
}
