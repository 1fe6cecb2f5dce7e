"""Meridian Staffing, its three clients, their worksites, contacts and staff: the part that is written by hand."""

FIRST_MONDAY = "2026-09-21"
WEEKS = 8

TENANTS_HEADER = (
    "id", "name", "currency", "language", "time_zone", "workweek_starts", "invoice_prefix",
    "payment_terms_days",
)
TENANTS = [
    ("northwind", "Northwind Logistics", "USD", "en-US", "America/Los_Angeles", "monday", "NW", 30),
    ("cedar", "Cedar Valley Foods", "USD", "en-US", "America/Denver", "sunday", "CV", 45),
    ("harbor", "Harbor & Pine Hotels", "CAD", "en-CA", "America/Toronto", "monday", "HP", 30),
]

# Where a rule pack is named, it splits the hours; elsewhere they stay as the export has them.
WORKSITES_HEADER = (
    "tenant", "code", "name", "address", "time_zone", "jurisdiction", "language", "overtime_rules",
)
WORKSITES = [
    ("northwind", "SEA", "Seattle Dock 4", "2400 Harbor Avenue SW, Seattle, WA 98126",
     "America/Los_Angeles", "US-WA", "en-US", ""),
    ("northwind", "DFW", "Dallas Crossdock", "8100 Freeport Parkway, Irving, TX 75063",
     "America/Chicago", "US-TX", "es-US", ""),
    ("northwind", "BUF", "Buffalo Gateway", "55 Dingens Street, Buffalo, NY 14206",
     "America/New_York", "US-NY", "en-US", ""),
    ("cedar", "YAK", "Yakima Packing House", "1710 Fruitvale Boulevard, Yakima, WA 98902",
     "America/Los_Angeles", "US-WA", "es-US", ""),
    ("cedar", "ELP", "El Paso Cold Store", "11500 Rojas Drive, El Paso, TX 79936",
     "America/Denver", "US-TX", "es-US", ""),
    ("cedar", "ROC", "Rochester Kitchens", "120 Mushroom Boulevard, Rochester, NY 14623",
     "America/New_York", "US-NY", "en-US", ""),
    ("harbor", "VAN", "Harbor & Pine Vancouver", "1030 West Pender Street, Vancouver, BC V6E 2M6",
     "America/Vancouver", "CA-BC", "en-CA", "CA-BC"),
    ("harbor", "OTT", "Harbor & Pine Ottawa", "240 Sparks Street, Ottawa, ON K1P 6C9",
     "America/Toronto", "CA-ON", "fr-CA", "CA-ON"),
    ("harbor", "HFX", "Harbor & Pine Halifax", "1980 Lower Water Street, Halifax, NS B3J 2Y5",
     "America/Halifax", "CA-NS", "en-CA", ""),
]

# Empty worksites mean the whole client. Cedar's Rochester has no approver from 2026-11-01 to 2026-11-30 on purpose:
# one grant ended, the next has not begun, and Cedar has no approver for the whole client.
CONTACTS_HEADER = ("tenant", "name", "email", "role", "worksites", "from", "through", "language")
CONTACTS = [
    # Northwind Logistics: fourteen people.
    ("northwind", "Priya Raghunathan", "priya@northwind.example", "client-admin", "", "2025-01-06", "", "en-US"),
    ("northwind", "Priya Raghunathan", "priya@northwind.example", "approver", "", "2025-01-06", "", "en-US"),
    ("northwind", "Ana Gutiérrez", "ana@northwind.example", "approver", "SEA", "2025-03-03", "", "en-US"),
    ("northwind", "Łukasz Wójcik", "lukasz@northwind.example", "approver", "SEA|BUF", "2025-03-03", "", "en-US"),
    ("northwind", "José Peña", "jose@northwind.example", "approver", "DFW", "2025-03-03", "", "es-US"),
    ("northwind", "Tamika Brooks", "tamika@northwind.example", "approver", "BUF", "2025-06-02", "", "en-US"),
    ("northwind", "Erin O'Neill", "erin@northwind.example", "billing-contact", "", "2025-01-06", "", "en-US"),
    ("northwind", "Bao Nguyễn", "bao@northwind.example", "billing-contact", "", "2025-09-01", "", "en-US"),
    ("northwind", "Marcus Whitfield", "marcus@northwind.example", "requester", "SEA", "2025-03-03", "", "en-US"),
    ("northwind", "Lucía Hernández", "lucia@northwind.example", "requester", "DFW", "2025-03-03", "", "es-US"),
    ("northwind", "Devon St. James", "devon@northwind.example", "requester", "BUF", "2025-06-02", "", "en-US"),
    ("northwind", "Zoë Lindqvist", "zoe@northwind.example", "viewer", "", "2025-03-03", "", "en-US"),
    ("northwind", "Omar Haddad", "omar@northwind.example", "viewer", "SEA", "2026-02-02", "", "en-US"),
    ("northwind", "Grace Kim", "grace@northwind.example", "viewer", "DFW|BUF", "2026-02-02", "", "en-US"),
    ("northwind", "Siobhán Ó Briain", "siobhan@northwind.example", "client-admin", "", "2026-01-05", "", "en-US"),
    # Cedar Valley Foods: thirteen people.
    ("cedar", "Elif Çelik", "elif@cedar.example", "client-admin", "", "2025-02-03", "", "en-US"),
    ("cedar", "Rosa Delgado-Ruiz", "rosa@cedar.example", "approver", "YAK", "2025-02-03", "", "es-US"),
    ("cedar", "Henrik Sjöström", "henrik@cedar.example", "approver", "YAK|ELP", "2025-02-03", "", "en-US"),
    ("cedar", "Manuel Ibáñez", "manuel@cedar.example", "approver", "ELP", "2025-05-05", "", "es-US"),
    ("cedar", "Walter Pruitt", "walter@cedar.example", "approver", "ROC", "2025-02-03", "2026-10-31", "en-US"),
    ("cedar", "Nneka Okafor", "nneka@cedar.example", "approver", "ROC", "2026-12-01", "", "en-US"),
    ("cedar", "Nneka Okafor", "nneka@cedar.example", "requester", "ROC", "2025-08-04", "", "en-US"),
    ("cedar", "Agnieszka Żak", "agnieszka@cedar.example", "billing-contact", "", "2025-02-03", "", "en-US"),
    ("cedar", "Dale Whitehorse", "dale@cedar.example", "billing-contact", "YAK", "2025-02-03", "", "en-US"),
    ("cedar", "Inés Marroquín", "ines@cedar.example", "requester", "YAK|ELP", "2025-02-03", "", "es-US"),
    ("cedar", "Björn Ásgeirsson", "bjorn@cedar.example", "requester", "YAK", "2025-08-04", "", "en-US"),
    ("cedar", "Latoya Freeman", "latoya@cedar.example", "viewer", "", "2025-02-03", "", "en-US"),
    ("cedar", "Minh Trần", "minh@cedar.example", "viewer", "ROC", "2025-08-04", "", "en-US"),
    ("cedar", "Paul d'Angelo", "paul@cedar.example", "viewer", "ELP", "2026-03-02", "", "en-US"),
    # Harbor & Pine Hotels: thirteen people.
    ("harbor", "Chloé Bélanger", "chloe@harbor.example", "client-admin", "", "2025-04-07", "", "fr-CA"),
    ("harbor", "Chloé Bélanger", "chloe@harbor.example", "billing-contact", "", "2025-04-07", "", "fr-CA"),
    ("harbor", "Gareth MacLeod", "gareth@harbor.example", "approver", "", "2025-04-07", "", "en-CA"),
    ("harbor", "Wei-Ling Chan", "weiling@harbor.example", "approver", "VAN", "2025-04-07", "", "en-CA"),
    ("harbor", "François Lévesque", "francois@harbor.example", "approver", "OTT", "2025-04-07", "", "fr-CA"),
    ("harbor", "Kirsty MacIsaac", "kirsty@harbor.example", "approver", "HFX", "2025-04-07", "", "en-CA"),
    ("harbor", "Gurpreet Dhaliwal", "gurpreet@harbor.example", "approver", "VAN|OTT", "2026-01-05", "", "en-CA"),
    ("harbor", "Noor Al-Sayed", "noor@harbor.example", "billing-contact", "", "2025-04-07", "", "en-CA"),
    ("harbor", "Étienne Bouchard", "etienne@harbor.example", "requester", "OTT", "2025-04-07", "", "fr-CA"),
    ("harbor", "Tāne Ngata", "tane@harbor.example", "requester", "VAN", "2025-04-07", "", "en-CA"),
    ("harbor", "Moira Ferguson", "moira@harbor.example", "requester", "HFX", "2025-04-07", "", "en-CA"),
    ("harbor", "Søren Østergaard", "soren@harbor.example", "viewer", "", "2025-04-07", "", "en-CA"),
    ("harbor", "Mélanie Côté", "melanie@harbor.example", "viewer", "OTT", "2025-10-06", "", "fr-CA"),
    ("harbor", "Jürgen Weiß", "jurgen@harbor.example", "viewer", "VAN|HFX", "2026-01-05", "", "en-CA"),
]

STAFF_HEADER = ("agency", "name", "email", "role")
STAFF = [
    ("Meridian Staffing", "Sam Adeyemi", "sam@meridian.example", "ops-admin"),
    ("Meridian Staffing", "Carla Brandão", "carla@meridian.example", "coordinator"),
    ("Meridian Staffing", "Devi Krishnan", "devi@meridian.example", "coordinator"),
    ("Meridian Staffing", "Tomáš Novák", "tomas@meridian.example", "coordinator"),
    ("Meridian Staffing", "Hannah Goldberg", "hannah@meridian.example", "billing"),
    ("Meridian Staffing", "Yusuf Demir", "yusuf@meridian.example", "billing"),
]
