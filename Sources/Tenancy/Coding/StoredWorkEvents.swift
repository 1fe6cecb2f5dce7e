package import Journal
package import Staffing

extension TimesheetEvent: StorableEvent {
    package var storedName: String {
        switch self {
        case .received(let received): received.ruling == nil ? "timesheet.received/1" : "timesheet.received/2"
        case .changed(_, _, _, let ruling): ruling == nil ? "timesheet.changed/1" : "timesheet.changed/2"
        case .approved(_, _, nil): "timesheet.approved/1"
        case .approved: "timesheet.approved/2"
        case .approvalWithdrawn(_, nil): "timesheet.approval-withdrawn/1"
        case .approvalWithdrawn: "timesheet.approval-withdrawn/2"
        case .rejected(_, _, _, _, nil): "timesheet.rejected/1"
        case .rejected: "timesheet.rejected/2"
        case .approvedFirst(_, _, _, nil): "timesheet.approved-first/1"
        case .approvedFirst: "timesheet.approved-first/2"
        case .commented: "timesheet.commented/1"
        }
    }

    package func writeFields(to writer: inout RecordWriter) {
        writer.write(timesheet)
        switch self {
        case .received(let received):
            writer.write(received.assignment)
            writer.write(received.week)
            writer.write(received.days)
            writer.write(received.fingerprint)
            if let ruling = received.ruling { writer.write(ruling) }
        case .changed(_, let days, let fingerprint, let ruling):
            writer.write(days)
            writer.write(fingerprint)
            if let ruling { writer.write(ruling) }
        case .approved(_, let seen, _): writer.write(seen)
        case .approvedFirst(_, let seen, let limit, _):
            writer.write(seen)
            writer.write(limit)
        case .approvalWithdrawn: break
        case .rejected(_, let seen, let reason, let words, _):
            writer.write(seen)
            writer.write(reason.rawValue)
            writer.write(words)
        case .commented(_, let words): writer.write(words)
        }
        // What was decided in nobody's place is written as it was before anybody could stand in.
        if let onBehalf { writer.write(onBehalf) }
    }

    package init(named name: StoredName, from reader: inout RecordReader) throws(Damaged) {
        let id: TimesheetID = try reader.read()
        switch name {
        case "timesheet.received/1":
            self = .received(
                Received(
                    id: id, assignment: try reader.read(), week: try reader.read(),
                    days: try reader.readList(), fingerprint: try reader.read()))
        case "timesheet.received/2":
            self = .received(
                Received(
                    id: id, assignment: try reader.read(), week: try reader.read(),
                    days: try reader.readList(), fingerprint: try reader.read(), ruling: try reader.read()))
        case "timesheet.changed/1":
            self = .changed(id, days: try reader.readList(), fingerprint: try reader.read())
        case "timesheet.changed/2":
            self = .changed(
                id, days: try reader.readList(), fingerprint: try reader.read(), ruling: try reader.read())
        case "timesheet.approved/1": self = .approved(id, seen: try reader.read())
        case "timesheet.approved/2":
            self = .approved(id, seen: try reader.read(), for: try reader.read())
        case "timesheet.approved-first/1":
            self = .approvedFirst(id, seen: try reader.read(), over: try reader.read())
        case "timesheet.approved-first/2":
            self = .approvedFirst(
                id, seen: try reader.read(), over: try reader.read(), for: try reader.read())
        case "timesheet.approval-withdrawn/1": self = .approvalWithdrawn(id)
        case "timesheet.approval-withdrawn/2": self = .approvalWithdrawn(id, for: try reader.read())
        case "timesheet.rejected/1":
            self = .rejected(
                id, seen: try reader.read(), reason: try reader.readCase(), words: try reader.readText())
        case "timesheet.rejected/2":
            self = .rejected(
                id, seen: try reader.read(), reason: try reader.readCase(), words: try reader.readText(),
                for: try reader.read())
        case "timesheet.commented/1": self = .commented(id, words: try reader.readText())
        default: throw Damaged("an event “\(name)” is unknown to this program")
        }
    }
}

extension InvoiceEvent: StorableEvent {
    package var storedName: String {
        switch self {
        case .issued: "invoice.issued/1"
        case .paid: "invoice.paid/1"
        }
    }

    package func writeFields(to writer: inout RecordWriter) {
        switch self {
        case .issued(let invoice): writer.write(invoice)
        case .paid(let id, let day):
            writer.write(id)
            writer.write(day)
        }
    }

    package init(named name: StoredName, from reader: inout RecordReader) throws(Damaged) {
        switch name {
        case "invoice.issued/1": self = .issued(try reader.read())
        case "invoice.paid/1": self = .paid(try reader.read(), on: try reader.read())
        default: throw Damaged("an event “\(name)” is unknown to this program")
        }
    }
}

extension AgencyEvent: StorableEvent {
    package var storedName: String {
        switch self {
        case .staffJoined: "staff.joined/1"
        case .staffLeft: "staff.left/1"
        case .staffChanged: "staff.changed/1"
        case .tenantOpened: "tenant.opened/1"
        case .payRateSet: "pay-rate.set/1"
        case .roleDefined: "role.defined/1"
        case .roleChanged: "role.changed/1"
        case .roleRetired: "role.retired/1"
        case .secondFactorDemanded: "role.second-factor-demanded/1"
        case .staffMoved: "staff.moved/1"
        case .tenantBranded: "tenant.branded/1"
        }
    }

    package func writeFields(to writer: inout RecordWriter) {
        switch self {
        case .staffJoined(let member): writer.write(member)
        case .staffLeft(let id): writer.write(id)
        case .staffChanged(let id, let name, let roles):
            writer.write(id)
            writer.write(name)
            writer.write(roles)
        case .tenantOpened(let id, let name):
            writer.write(id)
            writer.write(name)
        case .payRateSet(let tenant, let assignment, let rate):
            writer.write(tenant)
            writer.write(assignment)
            writer.write(rate)
        case .roleDefined(let definition), .roleChanged(let definition): writer.write(definition)
        case .roleRetired(let role): writer.write(role.rawValue)
        case .secondFactorDemanded(let isDemanded, let role):
            writer.write(role.rawValue)
            writer.write(isDemanded ? 1 as UInt8 : 0)
        case .staffMoved(let id, let address):
            writer.write(id)
            writer.write(address)
        case .tenantBranded(let id, let branding):
            writer.write(id)
            writer.write(branding)
        }
    }

    package init(named name: StoredName, from reader: inout RecordReader) throws(Damaged) {
        switch name {
        case "staff.joined/1": self = .staffJoined(try reader.read())
        case "staff.left/1": self = .staffLeft(try reader.read())
        case "staff.changed/1":
            self = .staffChanged(
                try reader.read(), name: try reader.readText(), roles: try reader.readRoles())
        case "tenant.opened/1": self = .tenantOpened(try reader.read(), name: try reader.readText())
        case "pay-rate.set/1":
            self = .payRateSet(try reader.read(), try reader.read(), try reader.read())
        case "role.defined/1": self = .roleDefined(try reader.read())
        case "role.changed/1": self = .roleChanged(try reader.read())
        case "role.retired/1": self = .roleRetired(try reader.readCase())
        case "role.second-factor-demanded/1":
            let role: Role = try reader.readCase()
            self = .secondFactorDemanded(try reader.readByte() == 1, of: role)
        case "staff.moved/1": self = .staffMoved(try reader.read(), try reader.read())
        case "tenant.branded/1": self = .tenantBranded(try reader.read(), try reader.read())
        default: throw Damaged("an event “\(name)” is unknown to this program")
        }
    }
}
