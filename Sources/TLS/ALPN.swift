import COpenSSL

/// The only protocol spoken here (RFC 7301).
private let spoken = Array("http/1.1".utf8)

/// Chooses `http/1.1` from a client's list of length-prefixed names. A client that offers only
/// others is turned away with no_application_protocol; one that offers no list at all never gets
/// here.
@unsafe func selectProtocol(
    _ chosen: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, _ length: UnsafeMutablePointer<UInt8>?,
    _ offer: UnsafePointer<UInt8>?, _ count: UInt32
) -> Int32 {
    let names = unsafe UnsafeBufferPointer(start: offer, count: Int(count))
    var start = 0
    while start < names.count {
        let nameLength = unsafe Int(names[start])
        let name = start + 1..<start + 1 + nameLength
        guard name.upperBound <= names.count else { break }
        if unsafe names[name].elementsEqual(spoken) {
            unsafe chosen?.pointee = offer?.advanced(by: name.lowerBound)
            unsafe length?.pointee = UInt8(nameLength)
            return SSL_TLSEXT_ERR_OK
        }
        start = name.upperBound
    }
    return SSL_TLSEXT_ERR_ALERT_FATAL
}
