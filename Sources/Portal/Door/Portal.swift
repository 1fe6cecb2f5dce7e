import Access
package import HTTP

/// What stands behind the gateway: a request's host says whose door it knocks at.
package struct Portal: Application {
    private let clientDoor: ClientDoor
    private let staffDoor: StaffDoor
    private let landingDoor: LandingDoor
    private let services: Services

    package init(_ services: Services) {
        self.init(services, client: Tables.client, staff: Tables.staff, landing: Tables.landing)
    }

    /// With other tables than the product's own, as tests that plant a hole need them.
    init(_ services: Services, client: [Endpoint], staff: [Endpoint], landing: [Endpoint]) {
        self.services = services
        clientDoor = ClientDoor(services: services, router: Router(client))
        staffDoor = StaffDoor(services: services, router: Router(staff))
        landingDoor = LandingDoor(services: services, router: Router(landing))
    }

    package func bodyLimit(for head: RequestHead) -> Int {
        let match =
            switch site(of: head) {
            case .tenant: clientDoor.router.match(head)
            case .staff: staffDoor.router.match(head)
            case .landing, nil: landingDoor.router.match(head)
            }
        // What leads nowhere is read like any form, so that it can be answered with what is really wrong.
        return if case .endpoint(let endpoint) = match { endpoint.bodyLimit } else { Endpoint.formBytes }
    }

    package func answer(_ request: Request, _ exchange: Exchange) -> Answer {
        guard let site = site(of: request.head) else { return .now(Response(plain: .misdirectedRequest)) }
        if let asset = asset(request.head) { return .now(asset) }
        return switch site {
        case .tenant(let id): clientDoor.answer(id, request, exchange)
        case .staff: staffDoor.answer(request, exchange)
        case .landing: landingDoor.answer(request, exchange)
        }
    }

    private func site(of head: RequestHead) -> Site? {
        let setting = services.setting
        return Site(host: head.host, baseDomain: setting.baseDomain)
            ?? setting.ownHosts.tenant(head.host).map(Site.tenant)
    }

    private func asset(_ head: RequestHead) -> Response? {
        guard head.segments.count == 2, head.segments[0] == "assets" else { return nil }
        guard head.method == .get || head.method == .head,
            let response = services.assets.response(named: head.segments[1], to: head)
        else { return Response(plain: .notFound) }
        return response.conditioned(by: head)
    }
}

/// All routes of the product, one table for each kind of host.
package enum Tables {
    package static let client: [Endpoint] =
        HomeSlice.client + SignInSlice.client + TimesheetSlice.client + ReceiptSlice.client
        + AssignmentSlice.client + PeopleSlice.client + AccountSlice.client + InvoiceSlice.client
        + SightSlice.client
        + HelpSlice.client + DelegationSlice.client + ViewingSlice.client + ClientLogSlice.client
        + WorkerSlice.client
        + BrandingSlice.client + SignInRules.client + LostFactors.client
        + InviteFileSlice.client
        + CoverageSlice.client + DigestSlice.client
    package static let staff: [Endpoint] =
        HomeSlice.staff + SignInSlice.staff + StaffSlice.staff + OvertimeRulesChoice.staff + RoleSlice.staff
        + SightSlice.staff
        + TenantCutoffs.staff + ExceptionSlice.staff
        + TenantUnits.staff + MailSlice.staff + IntakeSlice.staff + StaffViewing.staff
        + BrandingSlice.staff
        + ExpectedSlice.staff
        + InvoicingSlice.staff
        + AccountSlice.staff + ReceiptSlice.staff + HelpSlice.staff + SignInRules.staff
        + InviteFileSlice.staff + ColleagueSlice.staff + PersonIdentity.staff
    package static let landing: [Endpoint] = HomeSlice.landing + HelpSlice.landing
}
