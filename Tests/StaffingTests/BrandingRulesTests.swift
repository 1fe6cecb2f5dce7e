import Cast
import Testing

@testable import Staffing

@Suite("The look of a client's portal")
struct BrandingRulesTests {
    @Test(
        "a color is three or six digits",
        arguments: ["red", "#12", "", "#1234567", "#12345g", "##12345", "é"])
    func noColor(text: String) {
        #expect(Color(hex: text) == nil)
    }

    @Test("both spellings mean the same, with and without the sign")
    func spellings() {
        #expect(Color(hex: "#05a") == Color(0, 0x55, 0xAA))
        #expect(Color(hex: "0055AA")?.hex == "0055aa")
    }

    @Test("contrast is what WCAG says it is")
    func contrast() {
        let (black, white) = (Color(0, 0, 0), Color(255, 255, 255))
        #expect(abs(black.contrast(with: white) - 21) < 0.001)
        #expect(abs(Color(0x77, 0x77, 0x77).contrast(with: white) - 4.478) < 0.001)
        #expect(abs(Color(255, 0, 0).contrast(with: white) - 3.998) < 0.001)
        #expect(white.contrast(with: white) == 1)
    }

    @Test("every color is made readable in both themes, and one that is readable stays as it is")
    func readable() {
        let (white, light, dark) = (Color(255, 255, 255), Color(246, 247, 249), Color(28, 32, 39))
        for red in stride(from: 0, through: 255, by: 51) {
            for green in stride(from: 0, through: 255, by: 51) {
                for blue in stride(from: 0, through: 255, by: 51) {
                    let accent = Accent(Color(UInt8(red), UInt8(green), UInt8(blue)))
                    #expect(accent.light.contrast(with: white) >= 4.5)
                    #expect(accent.light.contrast(with: light) >= 4.5)
                    #expect(accent.dark.contrast(with: dark) >= 4.5)
                    #expect(accent.dark.contrast(with: Color(16, 20, 26)) >= 4.5)
                }
            }
        }
        let navy = Color(11, 60, 120)
        #expect(Accent(navy).light == navy && Accent(navy).dark != navy)
    }

    @Test("is changed by ops admins and by admins of the whole client, and by nobody else")
    func authority() {
        var state = AgencyState()
        let harbour = TenantID("harbour")
        guard let harbour else { return }
        state.evolve(.tenantOpened(harbour, name: "Harbour"))
        let branding = Branding(name: "Harbour", accent: Color(1, 2, 3), logo: nil)
        func events(_ viewer: Viewer) -> [AgencyEvent]? {
            try? BrandingRules.decide(branding, of: harbour, state, Cast.context(viewer))
        }
        var admin = Cast.ana
        admin.grants = [
            Grant(
                id: Identifier(1), role: .clientAdmin, node: .tenant,
                days: DayRange(from: Cast.begin))
        ]
        let roles = RoleBook.templates
        #expect(events(.contact(admin, under: roles)) == [.tenantBranded(harbour, branding)])
        admin.grants = [
            Grant(
                id: Identifier(1), role: .clientAdmin, node: .worksite(Identifier(401)),
                days: DayRange(from: Cast.begin))
        ]
        #expect(events(.contact(admin, under: roles)) == nil)
        #expect(events(.staff(Cast.olga, under: roles)) != nil)
        #expect(events(.nobody) == nil)
        state.evolve(.tenantBranded(harbour, branding))
        #expect(events(.staff(Cast.olga, under: roles)) == [])
    }

    @Test(
        "a name fits into the head of a page",
        arguments: ["", " x", "a\nb", String(repeating: "x", count: 61)])
    func names(name: String) throws {
        var state = AgencyState()
        let harbour = try #require(TenantID("harbour"))
        state.evolve(.tenantOpened(harbour, name: "Harbour"))
        #expect(throws: BrandingRefusal.nameImpossible) {
            try BrandingRules.decide(
                Branding(name: name, accent: nil, logo: nil), of: harbour, state, Cast.context(.system))
        }
    }
}
