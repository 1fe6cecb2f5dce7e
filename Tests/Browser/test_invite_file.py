"""Several people are invited from a file: what would happen first, then the invitations, then the refused rows."""

from support.browse import downloading

TENANT = "northwind"
ROWS = (
    "name,email,language,role,place,from,until\n"
    "Zofia Źdźbło,zofia@northwind.example,en,Approver,SEA,2026-12-01,\n"
    "Zofia Źdźbło,zofia@northwind.example,,Viewer,company,,2027-03-31\n"
    "Ravi Iyer,ravi@northwind.example,fr,Billing contact,company,,\n"
    "Nobody,nobody,,Approver,SEA,,\n"
    "Ines Prado,ines@northwind.example,,Boss,SEA,,\n"
)


def choose(seat, text):
    seat.page.locator("#file").set_input_files(
        {"name": "people.csv", "mimeType": "text/csv", "buffer": text.encode()})
    seat.page.get_by_role("button", name="See what would happen").click()
    seat.page.wait_for_load_state()


def test_an_admin_invites_several_people_from_a_file(fresh, browsing, tmp_path):
    admin = browsing.signed_in(fresh, fresh.person("client-admin", TENANT), device="desk")
    admin.open("/people")
    admin.page.get_by_role("link", name="Invite several").click()
    admin.shot("flow-invite-file")
    with downloading(admin, admin.page.get_by_role("link", name="Download a template")) as file:
        assert file.read_text(encoding="utf-8-sig").startswith("name,email,language,role,place,from,until")
    choose(admin, ROWS)
    main = admin.main()
    assert "Nobody has been invited yet" in main and "2 rows refused" in main
    assert "can approve time at Seattle Dock 4 from Dec 1, 2026, until further notice" in main
    admin.shot("flow-invite-file-check")
    with downloading(admin, admin.page.get_by_role("link", name="Download the refused rows")) as file:
        refused = file.read_text(encoding="utf-8-sig").splitlines()
    assert len(refused) == 3 and refused[0].endswith(",reason") and "no role “Boss”" in refused[2]
    admin.page.get_by_role("button", name="Invite 2 people").click()
    admin.page.wait_for_load_state()
    assert "2 people are invited." in admin.main()
    admin.shot("flow-invite-file-done")
    admin.open("/people")
    assert "Ravi Iyer" in admin.main() and "Invited" in admin.main()
    admin.open("/people/from-file")
    choose(admin, ROWS)
    assert "nothing in this file that would change anything" in admin.main(), "the same file again changes nothing"
    assert admin.complaints == []


def test_a_file_on_a_phone_without_scripts(fresh, browsing):
    admin = browsing.signed_in(fresh, fresh.person("client-admin", TENANT), script=False)
    admin.open("/people/from-file")
    choose(admin, "name,email,role\n")
    assert "“place” is missing" in admin.main()
    admin.shot("flow-invite-file-refused-phone")
    choose(admin, ROWS)
    admin.shot("flow-invite-file-check-phone")
    admin.page.get_by_role("button", name="Invite 2 people").tap()
    assert "2 people are invited." in admin.main()
