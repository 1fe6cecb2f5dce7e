/// One thing that a person may be allowed to do. Every route and every record kind names one.
package enum Permission: String, CaseIterable, Sendable {
    case seeTimesheets, decideTimesheets, seeAssignments, seeBillRates, seePayRates
    case seePeople, managePeople
    case seeInvoices
    case orderPeople
    case seeTenants, manageTenants, importTimesheets, makeInvoices, readAccessLog
}
