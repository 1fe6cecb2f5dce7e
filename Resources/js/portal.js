// Makes pleasant what already works without it. Nothing here decides anything: the server checks all of it again.
"use strict";

// Approvals: select all, and a button that says how many and how many hours.
//   <form data-batch data-one="Approve {count} · {hours} h" data-other="…" data-none="Select timesheets to approve">
//   each <input type="checkbox" name="sheet" data-minutes="2250">, one <input type="checkbox" data-select="all">,
//   any <input type="checkbox" data-select="#group-dock-4"> for a part of the page, and <button data-running>.
function batch(form) {
  const button = form.querySelector("[data-running]");
  const plurals = new Intl.PluralRules(document.documentElement.lang || "en");
  const hours = new Intl.NumberFormat(document.documentElement.lang || "en", {
    minimumFractionDigits: 1,
    maximumFractionDigits: 2,
  });

  const rows = (within) => [...within.querySelectorAll("input[type=checkbox][data-minutes]:not(:disabled)")];
  const reach = (master) => {
    const within = master.dataset.select === "all" ? form : form.querySelector(master.dataset.select);
    return within ? rows(within) : [];
  };

  function show() {
    const chosen = rows(form).filter((row) => row.checked);
    const minutes = chosen.reduce((sum, row) => sum + Number(row.dataset.minutes), 0);
    const words = chosen.length === 0
      ? form.dataset.none
      : plurals.select(chosen.length) === "one" ? form.dataset.one : form.dataset.other;
    button.textContent = words
      .replace("{count}", String(chosen.length))
      .replace("{hours}", hours.format(minutes / 60));
    button.disabled = chosen.length === 0;
    for (const master of form.querySelectorAll("[data-select]")) {
      const reached = reach(master);
      const checked = reached.filter((row) => row.checked).length;
      master.checked = checked > 0 && checked === reached.length;
      master.indeterminate = checked > 0 && checked < reached.length;
    }
  }

  // Without a script a "select all" would do nothing, so the server sends it hidden.
  for (const hidden of form.querySelectorAll("[data-needs-script]")) hidden.hidden = false;

  form.addEventListener("change", (event) => {
    const master = event.target.closest("[data-select]");
    if (master) for (const row of reach(master)) row.checked = master.checked;
    show();
  });
  // The browser restores ticks after "back" without a change event.
  window.addEventListener("pageshow", show);
  show();
}

// A form with <form data-guard> asks before a person leaves what they typed.
function guard(form) {
  let isChanged = false;
  form.addEventListener("input", () => { isChanged = true; });
  form.addEventListener("submit", () => { isChanged = false; });
  window.addEventListener("beforeunload", (event) => {
    if (isChanged) event.preventDefault();
  });
}

// A second press of a button must not send the form twice; the server refuses the second one too.
function once(form) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
  });
  window.addEventListener("pageshow", () => { delete form.dataset.sent; });
}

// Any element with data-follows="name": shows the chosen labels of the fields with that name, as in a sentence preview;
// with none chosen the words of data-otherwise, or those that the server sent.
function follow(output) {
  const form = output.closest("form");
  const separator = output.dataset.separator || ", ";
  const fallback = output.dataset.otherwise || output.textContent;
  const words = (field) => {
    if (field.type === "checkbox" || field.type === "radio") return field.checked ? field.dataset.word || "" : "";
    if (field instanceof HTMLSelectElement) return field.selectedOptions[0]?.textContent || "";
    return field.value.trim();
  };
  function show() {
    const fields = [...form.querySelectorAll(`[data-feeds="${output.dataset.follows}"]`)];
    output.textContent = [...new Set(fields.map(words).filter(Boolean))].join(separator) || fallback;
  }
  form.addEventListener("input", show);
  show();
}

// Passkeys: <form data-passkey="get"> asks for one, <form data-passkey="create"> makes one. Both are hidden where there
// is no script, ask data-challenge for a challenge, and bring what the browser answers in their hidden fields.
const fromBase64 = (text) => Uint8Array.from(
  atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
const toBase64 = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
  .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

async function answerOf(form, challenge) {
  const { credential, client, authenticator, signature } = form.elements;
  const answer = await navigator.credentials.get({
    publicKey: { challenge, rpId: form.dataset.host, userVerification: "required" },
  });
  credential.value = toBase64(answer.rawId);
  client.value = toBase64(answer.response.clientDataJSON);
  authenticator.value = toBase64(answer.response.authenticatorData);
  signature.value = toBase64(answer.response.signature);
}

async function newPasskey(form, challenge) {
  const { site, person, account, handle, known, host } = form.dataset;
  const made = await navigator.credentials.create({
    publicKey: {
      challenge,
      rp: { id: host, name: site },
      user: { id: fromBase64(handle), name: account, displayName: person },
      pubKeyCredParams: [{ type: "public-key", alg: -7 }, { type: "public-key", alg: -8 }],
      excludeCredentials: known.split(" ").filter(Boolean).map((id) => ({ type: "public-key", id: fromBase64(id) })),
      authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
      attestation: "none",
    },
  });
  form.elements.client.value = toBase64(made.response.clientDataJSON);
  form.elements.attestation.value = toBase64(made.response.attestationObject);
}

function passkey(form) {
  if (!window.PublicKeyCredential) return;
  form.hidden = false;
  const failed = form.querySelector("[data-passkey-failed]");
  const button = form.querySelector("button");
  // Before the other listeners: what the person sends is not yet what the server reads.
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    failed.hidden = true;
    button.disabled = true;
    try {
      const response = await fetch(form.dataset.challenge, { cache: "no-store" });
      const challenge = await response.json();
      form.elements.challenge.value = challenge;
      await (form.dataset.passkey === "get" ? answerOf : newPasskey)(form, fromBase64(challenge));
      form.submit();
    } catch {
      failed.hidden = false;
    } finally {
      button.disabled = false;
    }
  });
}

// "/" goes to the search field, as people know it from elsewhere.
document.addEventListener("keydown", (event) => {
  const isTyping = event.target.closest("input, textarea, select, [contenteditable]");
  const search = document.querySelector("input[type=search]");
  if (event.key !== "/" || isTyping || !search || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  search.focus();
});

// The person menu closes on a click elsewhere and on Escape.
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.person[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});
document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && document.querySelector("details.person[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

// Approvals are never queued: a person without a network is told so.
function connection() {
  for (const banner of document.querySelectorAll("[data-offline]")) banner.hidden = navigator.onLine;
}
window.addEventListener("online", connection);
window.addEventListener("offline", connection);
connection();

document.querySelectorAll("form[data-passkey]").forEach(passkey);
document.querySelectorAll("form[data-batch]").forEach(batch);
document.querySelectorAll("form[data-guard]").forEach(guard);
document.querySelectorAll("form[method=post]").forEach(once);
document.querySelectorAll("[data-follows]").forEach(follow);
document.querySelector("[data-focus]")?.focus();
