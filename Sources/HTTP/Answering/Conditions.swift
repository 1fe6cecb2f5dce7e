extension Response {
    /// The answer that a client's conditions call for, in the order of RFC 9110 section 13.2.2: 412, 304, a
    /// part (206), 416, or this answer as it is. Only a 200 to GET and HEAD is conditioned; what changes
    /// things must check `If-Match` itself, before the change.
    package consuming func conditioned(by head: RequestHead) -> Response {
        guard status == .ok, head.method == .get || head.method == .head else { return self }
        guard meetsPreconditions(of: head.headers) else { return Response(plain: .preconditionFailed) }
        if isKnown(by: head.headers) { return unchanged() }
        guard offersRanges, head.method == .get, let text = head.headers[.range] else { return self }
        guard rangeStillApplies(head.headers), let range = ByteRange(text) else { return self }
        return part(range)
    }

    private func meetsPreconditions(of headers: Headers) -> Bool {
        if let text = headers[.ifMatch] {
            guard let condition = ETagCondition(text) else { return false }
            return condition.holds(for: etag) { $0.matchesStrongly($1) }
        }
        guard let lastModified, let limit = headers[.ifUnmodifiedSince].flatMap({ HTTPDate($0) }) else {
            return true
        }
        return lastModified <= limit
    }

    /// `If-None-Match` outweighs the date, whose second is too coarse.
    private func isKnown(by headers: Headers) -> Bool {
        if let text = headers[.ifNoneMatch] {
            return ETagCondition(text)?.holds(for: etag) { $0.matchesWeakly($1) } ?? false
        }
        guard let lastModified, let known = headers[.ifModifiedSince].flatMap({ HTTPDate($0) }) else {
            return false
        }
        return lastModified <= known
    }

    private func rangeStillApplies(_ headers: Headers) -> Bool {
        guard let text = headers[.ifRange] else { return true }
        if let tag = ETagCondition.tag(text[...]) { return etag?.matchesStrongly(tag) ?? false }
        return lastModified != nil && HTTPDate(text) == lastModified
    }

    private consuming func unchanged() -> Response {
        var answer = self
        answer.status = .notModified
        answer.headers = answer.headers.keeping([.cacheControl, .vary, .setCookie])
        answer.dropBody()
        answer.offersRanges = false
        return answer
    }

    private consuming func part(_ range: ByteRange) -> Response {
        var answer = self
        let size = answer.length
        guard let bounds = range.bounds(in: size) else {
            answer = Response(plain: .rangeNotSatisfiable)
            answer.headers[.contentRange] = HeaderValue(checked: "bytes */\(size)")
            return answer
        }
        answer.status = .partialContent
        answer.headers[.contentRange] = HeaderValue(
            checked: "bytes \(bounds.lowerBound)-\(bounds.upperBound - 1)/\(size)")
        answer.narrow(to: bounds)
        return answer
    }
}

/// One range of bytes (RFC 9110 section 14.1.2). Several in one request are answered with the whole.
enum ByteRange: Hashable {
    case from(Int, through: Int?)
    case suffix(Int)

    /// Nil if the text is malformed or names several ranges; `Range` is then ignored, as the RFC allows.
    init?(_ text: String) {
        guard text.hasPrefix("bytes=") else { return nil }
        let parts = text.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let first = ByteRange.number(parts[0])
        let last = ByteRange.number(parts[1])
        switch (first, last, parts[0].isEmpty, parts[1].isEmpty) {
        case (let first?, nil, _, true): self = .from(first, through: nil)
        case (nil, let count?, true, _): self = .suffix(count)
        case (let first?, let last?, _, _) where first <= last: self = .from(first, through: last)
        default: return nil
        }
    }

    /// Nil if nothing of the range exists.
    func bounds(in size: Int) -> Range<Int>? {
        switch self {
        case .from(let first, let last):
            guard first < size else { return nil }
            return first..<(min(last ?? size, size - 1) + 1)
        case .suffix(let count):
            guard count > 0, size > 0 else { return nil }
            return max(0, size - count)..<size
        }
    }

    private static func number(_ text: Substring) -> Int? {
        (1...18).contains(text.utf8.count) && text.utf8.allSatisfy(Ascii.isDigit) ? Int(text) : nil
    }
}
