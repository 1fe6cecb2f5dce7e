import HTTP
import TLS
import Unix

/// A listening socket with what stands behind it. All loops watch the same one; it closes when the last lets
/// go.
final class Door: Sendable {
    let listener: Listener
    /// Nil where no TLS is spoken.
    let context: ServerContext?
    let application: any Application
    /// Among whom its guests are counted: one door's crowd must not shut another.
    let census: Census

    init(
        _ place: GatewaySettings.Place, _ context: ServerContext?, _ application: any Application,
        _ census: Census
    ) throws(Errno) {
        self.context = context
        self.application = application
        self.census = census
        listener = try Listener(address: place.address, port: place.port)
    }

    var number: Int32 { listener.file.number }
    var port: UInt16 { listener.port }
}
