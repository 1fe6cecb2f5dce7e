import HTTP
import Staffing
import Tenancy

/// Where the agency brings a client's hours in: choose the files, look at what would happen, confirm it.
enum IntakeSlice {
    static let staff: [Endpoint] = [
        .apart(.get, Routes.imports, needs: .permission(.importTimesheets), shows: .ordinary, form),
        .apart(
            .get, Routes.mappingTemplate, needs: .permission(.importTimesheets), shows: .ordinary, template),
        .apart(
            .post, Routes.importDryRun, needs: .permission(.importTimesheets), shows: .documents,
            bodyLimit: uploadBytes,
            upload),
        .apart(.get, Routes.importDryRun, needs: .permission(.importTimesheets), shows: .documents, dryRun),
        .apart(.post, Routes.imports, needs: .permission(.importTimesheets), shows: .ordinary, perform),
        .apart(.get, Routes.importResult, needs: .permission(.importTimesheets), shows: .documents, result),
        .apart(
            .get, Routes.refusedRows, needs: .permission(.importTimesheets), shows: .documents, refusedRows),
    ]

    /// Both files and the form around them.
    static let uploadBytes = 4 << 20

    private static func form(_ visit: Visit, _ id: TenantID) async throws(Problem) -> Response {
        IntakeFormPage(visit, try await visit.client(id)).response
    }

    private static func template(_ visit: Visit, _ id: TenantID) async throws(Problem) -> Response {
        guard visit.services.tenants.isRegistered(id),
            let layout = visit.query["layout"].flatMap(HoursMapping.Layout.init(rawValue:))
        else { throw .missing }
        var response = Response(.ok, .plainText, body: Array(visit.staffSay.mappingTemplate(layout).utf8))
        response.attach(as: "\(layout.rawValue).mapping")
        return response
    }

    /// Keeps what was sent, so that neither a fault nor a second look needs it sent again.
    private static func upload(_ visit: Visit, _ id: TenantID) async throws(Problem) -> Response {
        var page = IntakeFormPage(visit, try await visit.client(id))
        let upload: IntakeUpload
        do throws(FormRefusal) { upload = try IntakeUpload(visit) } catch { throw Problem(error.status) }
        let (source, faults) = try await upload.keep(visit, id)
        page.upload = upload
        page.keptFile = source.file
        page.errors = faults
        guard faults.isEmpty, let order = source.order(for: page.client) else { return page.response }
        if let refusal = try await order.refusal(visit, id) {
            page.add(refusal)
            return page.response
        }
        return Response(seeOther: order.address(Routes.importDryRun(id)).headerValue)
    }

    private static func dryRun(_ visit: Visit, _ id: TenantID) async throws(Problem) -> Response {
        let order = try IntakeOrder(visit.query)
        return try await page(visit, id, order).response
    }

    private static func perform(_ visit: Visit, _ id: TenantID) async throws(Problem) -> Response {
        let order = try IntakeOrder(visit.form)
        let report = try await order.run(visit, id, dryRun: false)
        let address = order.address(Routes.importResult(id)).with(report.counts)
        return Response(seeOther: address.headerValue)
    }

    private static func result(_ visit: Visit, _ id: TenantID) async throws(Problem) -> Response {
        let order = try IntakeOrder(visit.query)
        var page = try await page(visit, id, order)
        page.done = try IntakeDone(visit.query)
        return page.response
    }

    private static func page(
        _ visit: Visit, _ id: TenantID, _ order: IntakeOrder
    ) async throws(Problem) -> IntakeReportPage {
        let report = try await order.run(visit, id, dryRun: true)
        let tenant = try await visit.tenant(id)
        return IntakeReportPage(visit, id, order, report, await tenant.state)
    }

    private static func refusedRows(_ visit: Visit, _ id: TenantID) async throws(Problem) -> Response {
        let order = try IntakeOrder(visit.query)
        let report = try await order.run(visit, id, dryRun: true)
        return Response(
            offering: report.refusedCSV(visit.staffSay), as: .csv,
            named: "refused-\(id.slug)-\(order.week.iso).csv")
    }
}
