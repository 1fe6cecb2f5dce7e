"""What the importer must make of the exports: tables for tests, and a README for people."""

from .exports import table

EXPECTED_HEADER = ("file", "line", "verdict", "code", "by", "employee_number", "says")
FILES_HEADER = ("file", "week", "rows", "accepted", "refused", "ignored", "sheets", "missing", "unclean", "minutes")


def notes(name, made):
    """Every remark in the order of lines (the header is line 1); sheets that never came stand last, at line 0."""
    found = []
    for number, line in enumerate(made.lines, 2):
        for verdict, code, says, by in line.notes:
            found.append((name, number, verdict, code, by, line.cells[0] if line.worker else "", says))
    for worker in missing(made):
        found.append((name, 0, "missing", "missing-sheet", "importer", worker.number,
                      f"no hours for {worker.name} at {worker.site}"))
    return found


def refused(line):
    return any(note[0] in ("refused", "ignored", "refused-file") for note in line.notes)


def missing(made):
    present = {line.worker.number for line in made.lines if line.worker and not refused(line)}
    return [worker for worker in made.expected if worker.number not in present]


def figures(name, made):
    verdicts = [{note[0] for note in line.notes} for line in made.lines]
    turned = sum("refused" in each for each in verdicts)
    passed = sum("ignored" in each for each in verdicts)
    present = {line.worker.number for line in made.lines if line.worker}
    unclean = {line.worker.number for line, each in zip(made.lines, verdicts)
               if line.worker and each & {"flagged", "refused"}}
    absent = {worker.number for worker in missing(made)}
    sheets = present | {worker.number for worker in made.expected}
    return (name, made.first.isoformat(), len(made.lines), len(made.lines) - turned - passed, turned, passed,
            len(sheets), len(absent), len(unclean | absent), sum(line.minutes for line in made.lines))


OPENING = '''\
# Demo data

Meridian Staffing and its three clients: nine worksites in seven time zones, forty contacts, three hundred workers and eight weeks of
hours as their payroll clocks export them. Everything here except `mappings/` is written by `Scripts/demo-data`
with a fixed seed: change the generator, run it, commit both. Nobody in it exists.

| file | holds |
|---|---|
| `tenants.csv`, `worksites.csv`, `contacts.csv`, `staff.csv`, `assignments.csv` | the agency and its clients; UTF-8, comma, `yyyy-MM-dd`, decimal point, an empty `through` means open |
| `hours/<tenant>-<first day>.csv` | one export a week and client |
| `hours-ambiguous.csv` | a file that must be refused whole |
| `mappings/*.mapping` | how each export is read |
| `expected.csv` | every remark that an import must make, by file and line |
| `expected-files.csv` | rows, sheets and minutes that each file must come to |

Things to know before reading a difference as a fault:
- Northwind and Harbor weeks begin on Monday, Cedar's on the Sunday before.
- Cedar's employee numbers have leading zeros: they are text.
- Cedar's Rochester has no approver from 2026-11-01 to 2026-11-30. The exceptions queue must say so.
- In the night to 2026-11-01 the clock goes back in Ottawa and Halifax; a night shift there is an hour longer than its punches look.
  Vancouver has no night shift, because whether its clock changes depends on the age of the installed tzdata.
- A night shift counts on the day on which it began, so a Sunday night has a row dated on the Monday after the week.
- Names with quotes and commas (`"O'Shaughnessy, Robert ""Bobby"""`, `"Smith-Jones, Jr., Mary Ellen"`) are in order and stay clean.

Verdicts: `accepted` (said for information), `flagged` (taken, the sheet is an exception), `refused` (the row goes to the return file, the rest
of its sheet is taken and is an exception), `ignored` (no hours, no exception), `missing` (an expected sheet of which no row was taken; line 0),
`refused-file` (nothing is taken). `by` is `importer`, or `rules` where a rule pack of the jurisdiction must find it afterwards.
'''


def readme(all_notes, all_figures):
    sheets, unclean = sum(row[6] for row in all_figures), sum(row[8] for row in all_figures)
    parts = [OPENING, f"\nOf {sheets} sheets {sheets - unclean} are clean ({100 * (sheets - unclean) / sheets:.1f} %).\n"]
    parts.append("\n## Troubles by file and line (the header is line 1)\n")
    parts.append("\n| file | line | verdict | code | the importer says |\n|---|---:|---|---|---|\n")
    for name, line, verdict, code, _, number, says in all_notes:
        who = f"{number}: " if number and verdict != "refused-file" else ""
        parts.append(f"| {name} | {line or '-'} | {verdict} | {code} | {who}{says} |\n")
    return "".join(parts)


def tables(all_notes, all_figures):
    return {"expected.csv": table([EXPECTED_HEADER] + all_notes),
            "expected-files.csv": table([FILES_HEADER] + all_figures)}
