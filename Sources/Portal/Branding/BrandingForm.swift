import Formats
import HTTP
import Staffing

/// What somebody asks the look to be, read from the form.
struct BrandingDraft: Sendable {
    var name: String
    var accent: String
    var removesLogo: Bool
    /// A picture that was sent along.
    var picture: PNGPicture?
    private(set) var errors = FormErrors()

    init(_ branding: Branding) {
        name = branding.name ?? ""
        accent = branding.accent.map { "#" + $0.hex } ?? ""
        removesLogo = false
    }

    init(_ visit: Visit) {
        let say = visit.say
        name = (visit.form["name"] ?? "").trimmed
        accent = (visit.form["accent"] ?? "").trimmed
        removesLogo = visit.form["no-logo"] != nil
        if name.count > Branding.longestName { errors.add("name", say.brandingNameWrong) }
        if !accent.isEmpty, color == nil { errors.add("accent", say.brandingAccentWrong) }
        guard let file = visit.upload("logo"), !file.isEmpty else { return }
        do throws(PNGPicture.Refused) {
            picture = try PNGPicture(file)
        } catch {
            errors.add("logo", say.brandingLogoWrong(error))
        }
    }

    mutating func refuse(_ sentence: String) { errors.add("name", sentence) }

    var color: Color? { Color(hex: accent) }

    /// With the sign that there is, or none; a new one is put in when it has been written.
    func branding(with logo: Branding.Logo?) -> Branding {
        Branding(name: name.isEmpty ? nil : name, accent: color, logo: removesLogo ? nil : logo)
    }
}

extension Visit {
    /// The bytes of a file field.
    fileprivate func upload(_ name: String) -> [UInt8]? {
        guard request.head.mediaType == "multipart/form-data" else { return nil }
        do throws(FormRefusal) {
            return try request.multipart().all(name).first { $0.fileName != nil }.map { Array($0.body) }
        } catch {
            return nil
        }
    }
}
