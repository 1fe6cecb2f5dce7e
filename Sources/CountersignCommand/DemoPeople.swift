import Formats
import Unix

/// The people whom the demonstration lets in, with the passwords made for them at seeding.
struct DemoPeople {
    struct Person: Sendable {
        let name: String
        let email: String
        let password: String
        let role: String
        /// The client's short name; empty for the agency's own staff.
        let tenant: String
        let worksites: [String]
    }

    let people: [Person]

    private static let fileName = "demo-people.json"
    private static let largest = 1 << 20

    /// Written last, so that its being there says that the seeding was finished.
    static func isSeeded(_ folder: DataFolder) -> Bool {
        (try? WholeFile.read(path(folder), atMost: largest)) != nil
    }

    func write(to folder: DataFolder) throws(Complaint) {
        let bytes = JSONWriter.array { list in
            for person in people {
                list.object { entry in
                    entry.field("name", person.name)
                    entry.field("email", person.email)
                    entry.field("password", person.password)
                    entry.field("role", person.role)
                    entry.field("tenant", person.tenant)
                    entry.array("worksites") { $0.elements(person.worksites) }
                }
            }
        }
        do throws(Errno) { try WholeFile.write(bytes, to: Self.path(folder)) } catch {
            throw Complaint("The demonstration's list of people was not written.", why: error.description)
        }
    }

    static func read(_ folder: DataFolder) throws(Complaint) -> DemoPeople {
        let broken = Complaint(
            "\(path(folder)) cannot be read.", why: "It is not the list that the seeding wrote.",
            next: "Remove the folder \(folder.path) and start the demonstration again.")
        guard let bytes = try? WholeFile.read(path(folder), atMost: largest),
            let list = try? JSONReader.read(bytes), let entries = list.array
        else { throw broken }
        var people: [Person] = []
        for entry in entries {
            guard let name = entry["name"]?.string, let email = entry["email"]?.string,
                let password = entry["password"]?.string, let role = entry["role"]?.string,
                let tenant = entry["tenant"]?.string
            else { throw broken }
            let worksites = (entry["worksites"]?.array ?? []).compactMap(\.string)
            people.append(
                Person(
                    name: name, email: email, password: password, role: role, tenant: tenant,
                    worksites: worksites))
        }
        return DemoPeople(people: people)
    }

    private static func path(_ folder: DataFolder) -> String { folder.path + "/" + fileName }
}
