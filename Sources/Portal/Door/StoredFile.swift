import Access
import Crypto
import HTTP
import Journal
import Tenancy

/// A file that a client's store keeps, on its way to somebody who may have it: the same bytes for ever.
struct StoredFile: Sendable {
    let digest: SHA256Digest
    let type: MediaType
    /// The name under which it is offered.
    let name: String
    /// Shown within pages, and kept by browsers under its fingerprint.
    var isPicture = false

    fileprivate func response(_ body: ShelvedBody) -> Response {
        var response = Response(.ok, type, stored: body)
        response.etag = ETag(digest.hex)
        if isPicture {
            response.headers[.cacheControl] = "public, max-age=31536000, immutable"
            return response
        }
        response.attach(as: name)
        response.offersRanges = true
        // The browser keeps the file where the person puts it, and nowhere else: access can end.
        response.headers[.cacheControl] = "no-store"
        return response
    }
}

extension Response {
    /// A file that was made for this request and is kept nowhere, neither here nor by the browser.
    init(offering bytes: [UInt8], as type: MediaType, named name: String) {
        self.init(.ok, type, body: bytes)
        attach(as: name)
        headers[.cacheControl] = "no-store"
    }
}

extension Services {
    /// The answer that sends a file, if that is open already.
    func openResponse(_ file: StoredFile, from documents: Documents) -> Response? {
        shelf.find(file.digest, in: documents).map { file.response(shelved($0, documents)) }
    }

    /// The same for any file. Blocks: it is read to its end once, to see whether it is sound.
    func openingResponse(
        _ file: StoredFile, from documents: Documents
    ) -> Result<Response, StoreFailure> {
        do throws(StoreFailure) {
            return .success(file.response(shelved(try shelf.open(file.digest, in: documents), documents)))
        } catch {
            return .failure(error)
        }
    }

    /// The same for whoever can wait.
    func response(
        _ file: StoredFile, from documents: Documents, _ visit: Visit
    ) async throws(Problem) -> Response {
        if let response = openResponse(file, from: documents) { return response }
        let result = await blocking(runBlocking) { self.openingResponse(file, from: documents) }
        do throws(StoreFailure) { return try result.get() } catch { throw visit.unreadable(error) }
    }

    private func shelved(_ document: Document, _ documents: Documents) -> ShelvedBody {
        ShelvedBody(document, in: documents, self)
    }
}

extension Visit {
    func unreadable(_ failure: StoreFailure) -> Problem {
        Problem(.serviceUnavailable, say.notReadable(failure))
    }
}

/// A document as the body of an answer.
private final class ShelvedBody: StoredBody {
    private let document: Document
    private let documents: Documents
    private let services: Services

    init(_ document: Document, in documents: Documents, _ services: Services) {
        self.document = document
        self.documents = documents
        self.services = services
    }

    var size: Int { document.size }

    func readAtOnce(_ range: Range<Int>, into buffer: inout [UInt8]) -> StoredPiece {
        do throws(StoreFailure) {
            return try document.readAtOnce(range, into: &buffer).map(StoredPiece.read) ?? .mustBeFetched
        } catch {
            letGo()
            return .unreadable
        }
    }

    func fetch(_ range: Range<Int>, _ done: @escaping @Sendable ([UInt8]?) -> Void) {
        services.runBlocking { [self] in
            do throws(StoreFailure) {
                done(try document.read(range))
            } catch {
                letGo()
                done(nil)
            }
        }
    }

    /// Who asks again is told what is wrong with it.
    private func letGo() { services.shelf.remove(document.digest, in: documents) }
}
