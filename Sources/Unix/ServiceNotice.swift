import CLinux

/// What a service tells systemd (sd_notify(3)). Does nothing where nobody listens.
package struct ServiceNotice: Sendable {
    private let address: String?

    /// - Parameter address: the value of `NOTIFY_SOCKET`.
    package init(address: String?) { self.address = address }

    package enum State: String, Sendable {
        case ready = "READY=1"
        case stopping = "STOPPING=1"
        case alive = "WATCHDOG=1"
    }

    package func say(_ state: State) {
        guard let address else { return }
        _ = unsafe address.withCString { address in
            unsafe state.rawValue.withCString { unsafe shim_notify(address, $0) }
        }
    }
}
