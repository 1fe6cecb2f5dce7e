/// A client's state on its way out of the store: records first, the lists of sheets once at the end. To keep
/// those true after each of ten thousand events would take longer than all the rest.
package struct TenantReplay: Sendable {
    private var state = TenantState()

    package init() {}

    /// Begins with what a snapshot kept.
    package init(_ records: TenantRecords) { state = TenantState(unindexed: records) }

    package mutating func take(_ recorded: Recorded<TenantEvent>) { state.replay(recorded) }

    package consuming func finish() -> TenantState {
        state.indexSheets()
        return state
    }
}
