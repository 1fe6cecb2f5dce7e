extension English {
    package var ofUnits: any UnitWords { EnglishUnits() }
}

struct EnglishUnits: UnitWords {
    let title = "Departments and cost centers"
    let explanation = """
        An assignment can belong to a department and to a cost center. The client's admins can then give a \
        role there instead of at a whole worksite.
        """
    let none = "No departments or cost centers"
    let noneExplanation = "Everything goes by worksites until one is added."
    let kind = "Kind"
    let code = "Code"
    let codeHint = "As it stands in the client's own books. Imports match by it."
    let name = "Name"
    let state = "State"
    let inUse = "In use"
    let retired = "Retired"
    let retire = "Retire"
    let restore = "Use again"
    let change = "Change"
    let rename = "Save"
    let add = "Add"
    let added = "Added."
    let changed = "Saved."
    let assignments = "Assignments"
    let placementTitle = "Department and cost center"
    let placementExplanation = """
        Who holds a role there sees this assignment's hours from now on, earlier weeks included; who held \
        one only where it stood before does not any more. Roles at the worksite stay as they are.
        """
    let place = "Save"
    let placed = "Saved. It holds from now on."
    let noUnit = "None"
    let kindUnknown = "Choose a department or a cost center"
}
