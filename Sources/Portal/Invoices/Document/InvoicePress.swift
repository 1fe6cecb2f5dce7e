import Crypto
package import Formats
import Journal
import Staffing

/// Renders invoices and keeps the files, away from the actors: both take their time.
package struct InvoicePress: Sendable {
    package let agencyName: String
    private let fonts: PDFFonts
    private let run: RunBlocking

    package init(agencyName: String, fonts: PDFFonts, run: @escaping RunBlocking) {
        self.agencyName = agencyName
        self.fonts = fonts
        self.run = run
    }

    init(_ services: Services) {
        self.init(
            agencyName: services.setting.agencyName, fonts: services.fonts, run: services.runBlocking)
    }

    enum Failure: Error {
        case notRendered(PDFFailure)
        case notKept(StoreFailure)
    }

    /// The fingerprint of the invoice's file, which is durable when this returns.
    func print(_ document: InvoiceDocument, into documents: Documents) async throws(Failure) -> Fingerprint {
        let result = await blocking(run) { [fonts] in
            Self.print(document, fonts, into: documents)
        }
        return try result.get()
    }

    private static func print(
        _ document: InvoiceDocument, _ fonts: PDFFonts, into documents: Documents
    ) -> Result<Fingerprint, Failure> {
        let bytes: [UInt8]
        do throws(PDFFailure) {
            bytes = try document.bytes(fonts, document.language.sentences.onPaper)
        } catch {
            return .failure(.notRendered(error))
        }
        do throws(StoreFailure) {
            return .success(Fingerprint(try documents.write(bytes)))
        } catch {
            return .failure(.notKept(error))
        }
    }
}
