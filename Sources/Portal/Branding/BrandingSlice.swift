import Access
import Crypto
import Formats
import HTTP
import Journal
import Staffing
import Tenancy

/// How a client's portal looks: changed by its own admins, or by the agency's.
enum BrandingSlice {
    static let client: [Endpoint] =
        [
            .besideTenant(
                .get, Routes.branding, needs: .permission(.manageBranding), shows: .ordinary
            ) { (tenant, visit, _) async throws(Problem) in
                try check(visit)
                return await page(tenant, visit, Routes.branding.address).response(.ok)
            },
            .besideTenant(
                .post, Routes.branding, needs: .permission(.manageBranding), shows: .ordinary,
                bodyLimit: bodyBytes
            ) { (tenant, visit, _) async throws(Problem) in
                try check(visit)
                return try await save(tenant, visit, Routes.branding.address)
            },
        ] + BrandingFiles.client
    static let staff: [Endpoint] = [
        .apart(.get, Routes.tenantBranding, needs: .permission(.manageBranding), shows: .ordinary) {
            (visit, id) async throws(Problem) in
            await page(try await visit.tenant(id), visit, Routes.tenantBranding(id)).response(.ok)
        },
        .apart(
            .post, Routes.tenantBranding, needs: .permission(.manageBranding), shows: .ordinary,
            bodyLimit: bodyBytes
        ) { (visit, id) async throws(Problem) in
            try await save(try await visit.tenant(id), visit, Routes.tenantBranding(id))
        },
    ]

    /// The picture, and the fields around it.
    static let bodyBytes = PNGPicture.longestFile + Endpoint.formBytes

    /// The look is the whole company's, so a worksite's admin does not change it.
    private static func check(_ visit: Visit) throws(Problem) {
        guard visit.may(.manageBranding, at: .tenant) else { throw .missing }
    }

    private static func page(_ tenant: Tenant, _ visit: Visit, _ place: Address) async -> BrandingPage {
        let branding = visit.services.world.branding.branding(of: tenant.id).branding
        return BrandingPage(
            visit: visit, place: place, tenant: tenant.id, client: await tenant.state.client.name,
            branding: branding, draft: BrandingDraft(branding))
    }

    private static func save(
        _ tenant: Tenant, _ visit: Visit, _ place: Address
    ) async throws(Problem) -> Response {
        var page = await page(tenant, visit, place)
        page.draft = BrandingDraft(visit)
        guard page.draft.errors.isEmpty else { return page.response(.unprocessableContent) }
        if visit.form["preview"] != nil {
            page.isPreview = true
            return page.response(.ok)
        }
        var branding = page.draft.branding(with: page.branding.logo)
        if let picture = page.draft.picture {
            branding.logo = Branding.Logo(
                content: Fingerprint(try await write(picture, tenant, visit)), width: picture.width,
                height: picture.height)
        }
        do throws(Turned<BrandingRefusal>) {
            try await visit.services.agency.perform(branding, of: tenant.id, for: visit.caller)
        } catch .refused(let refusal) where refusal == .nameImpossible {
            page.draft.refuse(visit.say.brandingNameWrong)
            return page.response(.unprocessableContent)
        } catch {
            throw Problem(error, visit.say) { _ in visit.say.brandingNameWrong }
        }
        do throws(StoreFailure) { try await visit.services.agency.untilDurable() } catch {
            throw Problem(error, visit.say)
        }
        return Response(seeOther: place.with("done", "1").headerValue)
    }

    private static func write(
        _ picture: PNGPicture, _ tenant: Tenant, _ visit: Visit
    ) async throws(Problem) -> SHA256Digest {
        do throws(StoreFailure) {
            return try await visit.services.write(picture.bytes, to: tenant)
        } catch {
            throw Problem(error, visit.say)
        }
    }
}
