package import Journal
package import Staffing

extension TenantEvent: StorableEvent {
    package var storedName: String {
        switch self {
        case .setup(let event): event.storedName
        case .people(let event): event.storedName
        case .timesheet(let event): event.storedName
        case .invoice(let event): event.storedName
        case .delegation(let event): event.storedName
        case .cutoff(let event): event.storedName
        case .expected(let event): event.storedName
        }
    }

    package func writeFields(to writer: inout RecordWriter) {
        switch self {
        case .setup(let event): event.writeFields(to: &writer)
        case .people(let event): event.writeFields(to: &writer)
        case .timesheet(let event): event.writeFields(to: &writer)
        case .invoice(let event): event.writeFields(to: &writer)
        case .delegation(let event): event.writeFields(to: &writer)
        case .cutoff(let event): event.writeFields(to: &writer)
        case .expected(let event): event.writeFields(to: &writer)
        }
    }

    package init(named name: StoredName, from reader: inout RecordReader) throws(Damaged) {
        switch name.subject {
        case "client", "worksite", "worker", "assignment", "unit":
            self = .setup(try SetupEvent(named: name, from: &reader))
        case "contact": self = .people(try PeopleEvent(named: name, from: &reader))
        case "timesheet": self = .timesheet(try TimesheetEvent(named: name, from: &reader))
        case "invoice": self = .invoice(try InvoiceEvent(named: name, from: &reader))
        case "delegation": self = .delegation(try DelegationEvent(named: name, from: &reader))
        case "cutoff": self = .cutoff(try CutoffEvent(named: name, from: &reader))
        case "week", "personal-link": self = .expected(try ExpectedEvent(named: name, from: &reader))
        default: throw Damaged("an event “\(name)” is unknown to this program")
        }
    }
}

extension SetupEvent: StorableEvent {
    package var storedName: String {
        switch self {
        case .opened: "client.opened/1"
        case .worksiteAdded: "worksite.added/1"
        case .workerRegistered: "worker.registered/1"
        case .assignmentStarted: "assignment.started/1"
        case .unitAdded: "unit.added/1"
        case .unitChanged: "unit.changed/1"
        case .assignmentPlaced: "assignment.placed/1"
        case .overtimeRulesChosen: "worksite.overtime-rules-chosen/1"
        case .signInDemanded: "client.sign-in-demanded/1"
        }
    }

    package func writeFields(to writer: inout RecordWriter) {
        switch self {
        case .opened(let client): writer.write(client)
        case .worksiteAdded(let worksite): writer.write(worksite)
        case .workerRegistered(let worker): writer.write(worker)
        case .assignmentStarted(let assignment): writer.write(assignment)
        case .unitAdded(let unit): writer.write(unit)
        case .unitChanged(let id, let name, let isRetired):
            writer.write(id)
            writer.write(name)
            writer.write(isRetired ? 1 as UInt8 : 0)
        case .assignmentPlaced(let id, let department, let costCenter):
            writer.write(id)
            writer.write(department)
            writer.write(costCenter)
        case .overtimeRulesChosen(let site, let pack):
            writer.write(site)
            writer.write(pack ?? "")
        case .signInDemanded(let demand, let side):
            writer.write(demand.rawValue)
            writer.write(side.rawValue)
        }
    }

    package init(named name: StoredName, from reader: inout RecordReader) throws(Damaged) {
        switch name {
        case "client.opened/1": self = .opened(try reader.read())
        case "worksite.added/1": self = .worksiteAdded(try reader.read())
        case "worker.registered/1": self = .workerRegistered(try reader.read())
        case "assignment.started/1": self = .assignmentStarted(try reader.read())
        case "unit.added/1": self = .unitAdded(try reader.read())
        case "unit.changed/1":
            self = .unitChanged(
                try reader.read(), name: try reader.readText(), isRetired: try reader.readFlag())
        case "assignment.placed/1":
            self = .assignmentPlaced(
                try reader.read(), department: try reader.readOptional(),
                costCenter: try reader.readOptional())
        case "worksite.overtime-rules-chosen/1":
            let site: WorksiteID = try reader.read()
            let pack = try reader.readText()
            self = .overtimeRulesChosen(site, pack: pack.isEmpty ? nil : pack)
        case "client.sign-in-demanded/1":
            self = .signInDemanded(try reader.readDemand(), by: try reader.readCase())
        default: throw Damaged("an event “\(name)” is unknown to this program")
        }
    }
}

extension PeopleEvent: StorableEvent {
    package var storedName: String {
        switch self {
        case .invited: "contact.invited/1"
        case .joined: "contact.joined/1"
        case .edited: "contact.edited/1"
        case .grantGiven: "contact.grant-given/1"
        case .grantWithdrawn: "contact.grant-withdrawn/1"
        case .removed: "contact.removed/1"
        case .handedOver: "contact.handed-over/1"
        case .returned: "contact.returned/1"
        case .identified: "contact.identified/1"
        }
    }

    package func writeFields(to writer: inout RecordWriter) {
        switch self {
        case .invited(let contact): writer.write(contact)
        case .joined(let id), .removed(let id): writer.write(id)
        case .edited(let id, let name, let email, let language):
            writer.write(id)
            writer.write(name)
            writer.write(email)
            writer.write(language.rawValue)
        case .grantGiven(let id, let grant):
            writer.write(id)
            writer.write(grant)
        case .grantWithdrawn(let id, let grant):
            writer.write(id)
            writer.write(grant)
        case .handedOver(let id, let receiver, let grant):
            writer.write(id)
            writer.write(receiver)
            writer.write(grant)
        case .returned(let id, let standing, let grants):
            writer.write(id)
            writer.write(standing.rawValue)
            writer.write(grants)
        case .identified(let id, let worker):
            writer.write(id)
            writer.write(worker)
        }
    }

    package init(named name: StoredName, from reader: inout RecordReader) throws(Damaged) {
        switch name {
        case "contact.invited/1": self = .invited(try reader.read())
        case "contact.joined/1": self = .joined(try reader.read())
        case "contact.edited/1":
            self = .edited(
                try reader.read(), name: try reader.readText(), email: try reader.read(),
                language: try reader.readCase())
        case "contact.grant-given/1": self = .grantGiven(try reader.read(), try reader.read())
        case "contact.grant-withdrawn/1": self = .grantWithdrawn(try reader.read(), try reader.read())
        case "contact.removed/1": self = .removed(try reader.read())
        case "contact.handed-over/1":
            self = .handedOver(try reader.read(), to: try reader.read(), try reader.read())
        case "contact.returned/1":
            self = .returned(try reader.read(), try reader.readStanding(), try reader.readList())
        case "contact.identified/1": self = .identified(try reader.read(), try reader.readOptional())
        default: throw Damaged("an event “\(name)” is unknown to this program")
        }
    }
}
