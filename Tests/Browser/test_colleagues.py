"""The agency's own people: invited by mail, changed and removed on the staff side."""

PASSWORD = "lantern orchid gravel seventeen"


def test_a_colleague_is_invited_changed_and_removed(fresh, browsing):
    ops = browsing.signed_in(fresh, fresh.person("ops-admin", "staff"), device="desk")
    ops.page.get_by_role("link", name="Agency people").first.click()
    ops.shot("flow-colleagues")
    ops.page.get_by_role("link", name="Invite a colleague").click()
    ops.page.get_by_label("Name", exact=True).fill("Nora Lind")
    ops.page.get_by_label("Email", exact=True).fill("nora@agency.example")
    ops.page.get_by_label("Recruiter").check()
    ops.shot("flow-colleague-invite")
    ops.page.get_by_role("button", name="Send invitation").click()
    link = ops.page.locator("#link").input_value()

    nora = browsing.seat(fresh, "staff", device="desk")
    nora.page.goto(link)
    for field in nora.page.locator('input[type="password"]').all():
        field.fill(PASSWORD)
    nora.page.locator("main form button").first.click()
    nora.page.wait_for_load_state()
    nora.open("/staff")
    assert "Agency people" not in nora.main()

    ops.open("/staff")
    ops.page.get_by_role("link", name="Nora Lind").click()
    ops.shot("flow-colleague")
    ops.page.get_by_label("Coordinator").check()
    ops.page.get_by_role("button", name="Save").click()
    assert "Saved" in ops.main()
    ops.page.get_by_role("link", name="Nora Lind").click()
    ops.page.get_by_role("link", name="Remove access of Nora Lind").click()
    ops.shot("flow-colleague-removal")
    assert "1 open session" in ops.main()
    ops.page.get_by_role("button", name="Remove access").click()
    ops.page.wait_for_url("**/staff?*")
    assert "Nora Lind" not in ops.main()
    nora.open("/tenants")
    assert "/sign-in" in nora.page.url
    assert ops.complaints == []
