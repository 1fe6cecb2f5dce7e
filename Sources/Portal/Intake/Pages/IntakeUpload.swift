import Crypto
import HTTP
import Journal
import Staffing
import Tenancy

/// What somebody sent with the form: files, or a file that was kept from an earlier try, and texts.
struct IntakeUpload {
    let file: [UInt8]?
    /// A file that was kept when the form came back.
    let keptFile: SHA256Digest?
    let mappingFile: [UInt8]?
    let mappingText: String
    let week: String

    init(_ visit: Visit) throws(FormRefusal) {
        let form = try visit.request.multipart()
        file = Self.chosen(form["file"])
        mappingFile = Self.chosen(form["mapping-file"])
        keptFile = form["kept"]?.text.flatMap(SHA256Digest.init(hex:))
        mappingText = form["mapping"]?.text ?? ""
        week = form["week"]?.text ?? ""
    }

    /// Browsers send a part without a name when no file was chosen.
    private static func chosen(_ part: Multipart.Part?) -> [UInt8]? {
        guard let part, part.fileName?.isEmpty == false else { return nil }
        return Array(part.body)
    }

    /// The mapping as bytes: a chosen file wins over the text.
    var mapping: [UInt8]? {
        if let mappingFile { return mappingFile }
        return mappingText.trimmed.isEmpty ? nil : Array(mappingText.utf8)
    }

    /// The mapping as text, so that it can be corrected on the page.
    var editableMapping: String {
        mappingFile.map { String(decoding: $0, as: UTF8.self) } ?? mappingText
    }

    /// What is there, kept durably, and what is missing.
    func keep(
        _ visit: Visit, _ id: TenantID
    ) async throws(Problem) -> (source: Source, faults: FormErrors) {
        let tenant = try await visit.tenant(id)
        var source = Source(file: keptFile, mapping: nil, day: Day(iso: week.trimmed))
        var faults = FormErrors()
        do throws(StoreFailure) {
            if let file { source.file = try await visit.services.write(file, to: tenant) }
            if let mapping { source.mapping = try await visit.services.write(mapping, to: tenant) }
        } catch {
            throw Problem(error, visit.staffSay)
        }
        if source.file == nil { faults.add("file", visit.staffSay.hoursFileMissing) }
        if source.mapping == nil { faults.add("mapping-file", visit.staffSay.mappingMissing) }
        if source.day == nil { faults.add("week", visit.staffSay.importWeekMissing) }
        return (source, faults)
    }

    struct Source {
        var file: SHA256Digest?
        var mapping: SHA256Digest?
        let day: Day?

        /// An order, once everything is there; the week is the client's workweek of the day.
        func order(for client: Client) -> IntakeOrder? {
            guard let file, let mapping, let day else { return nil }
            let week = day.startOfWeek(startingOn: client.workweekStart)
            return IntakeOrder(file: file, mapping: mapping, week: week)
        }
    }
}
