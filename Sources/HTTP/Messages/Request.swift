/// A whole request: the head, and the body decoded from its framing.
package struct Request: Sendable {
    package let head: RequestHead
    package let body: [UInt8]

    package init(head: RequestHead, body: [UInt8] = []) {
        self.head = head
        self.body = body
    }

    package var cookies: Cookies { head.cookies }

    /// The body as a form without files.
    package func form(_ limits: FormLimits = .standard) throws(FormRefusal) -> Form {
        guard head.mediaType == "application/x-www-form-urlencoded" else { throw .wrongMediaType }
        return try Form(urlencoded: body, limits: limits)
    }

    /// The body as a form with files.
    package func multipart(_ limits: MultipartLimits = .standard) throws(FormRefusal) -> Multipart {
        guard head.mediaType == "multipart/form-data" else { throw .wrongMediaType }
        guard let boundary = Multipart.boundary(of: head.headers[.contentType] ?? "") else {
            throw .missingBoundary
        }
        return try Multipart(body: body, boundary: boundary, limits: limits)
    }
}
