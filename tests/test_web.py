"""The HTTP API: what docs/api.md says, and what it refuses."""

from __future__ import annotations

import base64
import csv
import io
import json
import socket
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from dateline.model import Report
from dateline.store.search import events_saying
from dateline.store.store import Store
from dateline.web import pages, saved
from dateline.web.app import create_app
from dateline.web.guard import LARGEST_BODY, Rules
from dateline.web.serve import Address, link, listen, rules_for
from dateline.web.settings import Settings
from toll_store import FIRST, OTHER, SECOND, report, run

RULES = Rules(hosts=frozenset({"testserver"}), csrf="secret-of-the-page", writes=1e6, rate=1e6)


def client_of(store: Store, rules: Rules = RULES, **settings: Any) -> TestClient:
    app = create_app(store, Settings(rules=rules, **settings))
    return TestClient(app, raise_server_exceptions=False, follow_redirects=False)


@pytest.fixture
def client(store: Store) -> Iterator[TestClient]:
    run(store, FIRST, SECOND, OTHER)
    with client_of(store) as found:
        yield found


def get(client: TestClient, path: str) -> Any:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    return answer.json()


def post(client: TestClient, action: str, reviewer: str = "ana", **more: Any) -> Any:
    body = {"action": action, "reviewer": reviewer, **more}
    headers = {"X-Dateline-Csrf": RULES.csrf}
    answer = client.post("/api/reviews", json=body, headers=headers)
    return answer.json() if answer.status_code == 200 else answer


def ids(client: TestClient, query: str = "") -> list[str]:
    return [one["event_id"] for one in get(client, f"/api/events?sort=date&{query}")["events"]]


def found(client: TestClient, query: str) -> set[str]:
    """The ids that the bits of a selection stand for."""
    answer = get(client, f"/api/selection?{query}")
    bits = base64.b64decode(answer["bits"])
    names = get(client, "/api/index")["columns"]["id"]
    return {
        name for row, name in enumerate(names) if bits[row // 8] >> row % 8 & 1 and name is not None
    }


def test_every_endpoint_is_in_the_description(client: TestClient) -> None:
    described = set(get(client, "/api/openapi.json")["paths"])
    text = (Path(__file__).parent.parent / "docs" / "api.md").read_text(encoding="utf-8")
    for path in described:
        path = path.replace("event_id", "id").replace("report_id", "id")
        assert path in text, f"docs/api.md does not tell of {path}"
    assert len(described) == 18


def test_the_index_holds_every_event_in_columns(client: TestClient) -> None:
    answer = get(client, "/api/index")
    columns = answer["columns"]
    assert answer["count"] == 2 == len(columns["id"])
    assert [columns["type"]["values"][n] for n in columns["type"]["index"]] == [
        "Air/drone strike"
    ] * 2
    row = columns["id"].index(ids(client)[0])
    assert columns["killed"][row] == [12, 15, 15]
    assert columns["start"][row] == 19846
    sides = columns["side_a"]
    assert [sides["values"][n] for n in sides["index"][row]] == [
        ["state forces (SY)", "state forces", "SY"]
    ]


def test_the_index_sends_what_changed_since(client: TestClient) -> None:
    whole = get(client, "/api/index")
    first = ids(client)[0]
    post(client, "accept", event=first)
    after = f"/api/index?after={whole['revision']}&generation={whole['generation']}"
    delta = get(client, after)
    assert delta["rows"] == [whole["columns"]["id"].index(first)]
    review = delta["columns"]["review"]
    known = whole["columns"]["review"]["values"]
    assert (review["first"], review["values"]) == (len(known), ["accepted"])
    assert [(known + review["values"])[n] for n in review["index"]] == ["accepted"]
    later = get(client, f"/api/index?after={delta['revision']}&generation={whole['generation']}")
    assert (later["rows"], later["columns"]["review"]["values"]) == ([], [])
    assert delta["revision"] > whole["revision"]
    other = get(client, f"/api/index?after={whole['revision']}&generation=other")
    assert "rows" not in other


def test_an_event_that_is_merged_away_leaves_its_row_empty(client: TestClient) -> None:
    whole = get(client, "/api/index")
    first, second = ids(client)
    post(client, "join", event=first, others=[second])
    after = f"/api/index?after={whole['revision']}&generation={whole['generation']}"
    delta = get(client, after)
    assert sorted(delta["columns"]["id"], key=str) == sorted([first, None], key=str)


def test_an_index_that_the_browser_has_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/api/index")
    again = client.get("/api/index", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", [0, 1]),
        ("since=2024-05-10", [1]),
        ("until=2024-05-10", [0]),
        ("reported_until=2024-05-10", [0, 1]),
        ("actor=rebel+(SY)", [1]),
        ("actor=rebel+(SY)&actor=State+Forces+(SY)", [0, 1]),
        ("side_b=rebel+(SY)", []),
        ("kind=state+forces", [0]),
        ("publisher=c", [1]),
        ("publisher=c&kind=state+forces", []),
        ("place=azmar", [0, 1]),
        ("place=Idlib", [0, 1]),
        ("admin1=Idlib&country=SY", [0, 1]),
        ("country=YE", []),
        ("text=crowded+market", [0]),
        ("bbox=36,35,37,36", [0, 1]),
        ("bbox=0,0,1,1", []),
        ("review=accepted", []),
        ("certainty=single+source", [1]),
        ("precision=exact", [0, 1]),
        ("precision=none&date_precision=day", []),
        ("assigned=none", [0, 1]),
        ("flag=any", []),
        ("contradiction=toll", [0]),
        ("contradiction=any", [0]),
        ("background=only", []),
        ("type=Grenade", []),
        ("event_type=Explosions/Remote+violence", [0, 1]),
        ("changed_since=2020-01-01", [0, 1]),
        ("changed_since=2999-01-01T00:00:00Z", []),
        ("v.lang=ar&embed=1", [0, 1]),
    ],
)
def test_a_filter_finds_the_same_everywhere(
    client: TestClient, query: str, expected: list[int]
) -> None:
    both = ids(client)
    wanted = [both[n] for n in expected]
    assert ids(client, query) == wanted
    assert found(client, query) == set(wanted)
    lines = client.get(f"/api/export/jsonl?{query}")
    with zipfile.ZipFile(io.BytesIO(lines.content)) as archive:
        told = archive.read("dateline-jsonl.jsonl").decode().splitlines()
    assert [json.loads(line)["event_id"] for line in told] == wanted


@pytest.mark.parametrize(
    "query",
    ["colour=red", "type=Picnic", "since=yesterday", "bbox=1,2", "changed_since=x", "background=2"],
)
def test_a_filter_that_asks_for_nothing_known_is_refused(client: TestClient, query: str) -> None:
    answer = client.get(f"/api/selection?{query}")
    assert answer.status_code == 400
    assert answer.json()["error"]["code"] == "bad_request"


def test_facets_count_what_another_value_would_add(client: TestClient) -> None:
    facets = get(client, "/api/selection?kind=rebel")["facets"]
    assert facets["kind"] == [["civilians", 2], ["state forces", 1], ["rebel", 1]]
    assert facets["publisher"] == [["c", 1]]


def test_the_timeline_counts_days_and_leaves_out_the_cut_of_days(client: TestClient) -> None:
    line = get(client, "/api/selection?since=2024-05-10&unit=week")["timeline"]
    assert line == {
        "unit": "week",
        "bins": [["2024-04-29", 1, 0], ["2024-05-06", 0, 0], ["2024-05-13", 1, 0]],
        "undated": 0,
    }


def test_what_is_kept_of_answers_is_made_anew_when_something_changes(
    client: TestClient, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    searched = []
    monkeypatch.setattr(
        "dateline.store.catalogue.search.events_saying",
        lambda connection, text: searched.append(text) or events_saying(connection, text),
    )
    asked = "/api/selection?text=barn"
    assert [get(client, asked)["events"] for _ in range(3)] == [0, 0, 0]
    assert searched == ["barn"]
    assert get(client, "/api/meta")["reports"] == 3
    # The same event in other words: no event changes, and yet another answer is right.
    run(store, report("c", OTHER.text.replace("farm", "barn")))
    assert get(client, asked)["events"] == 1
    run(store, report("d", "2024-05-20 7 rebels shelled another barn"))
    assert get(client, asked)["events"] == 2
    assert get(client, "/api/meta")["reports"] == 4


def test_small_answers_are_sent_at_once() -> None:
    # Without its protocol asyncio leaves Nagle's algorithm on, and answers wait for 40 ms.
    with listen(Address(port=0)) as listening:
        assert listening.proto == socket.IPPROTO_TCP


def test_a_rejected_event_is_left_out_unless_asked_for(client: TestClient) -> None:
    first, second = ids(client)
    post(client, "reject", event=first, note="a drill")
    assert ids(client) == [second]
    assert ids(client, "review=rejected") == [first]
    review = get(client, "/api/selection")["facets"]["review"]
    assert sorted(review) == [["rejected", 1], ["unreviewed", 1]]


def test_the_card_shows_text_marks_reasons_and_history(client: TestClient) -> None:
    first = ids(client)[0]
    post(
        client,
        "edit",
        event=first,
        claim=["b", "c1"],
        field="date",
        value="2024-05-02",
        span=[0, 10],
        note="the day before",
    )
    card = get(client, f"/api/events/{first}")
    assert [one["claim_id"] for one in card["claims"]] == ["c1", "c1"]
    edited = next(one for one in card["claims"] if one["report_id"] == "b")
    assert edited["edited"] == ["date"]
    assert {"start": 0, "end": 10, "slot": "date"} in edited["marks"]
    assert edited["machine"]["date"]["start"] == "2024-05-03"
    assert edited["link"]["reasons"]
    assert card["reports"]["b"]["text"] == SECOND.text
    last = card["history"][-1]
    assert (last["what"], last["by"], last["note"]) == ("edit", "ana", "the day before")
    assert (last["from"]["start"], last["to"]["start"]) == ("2024-05-03", "2024-05-02")
    assert card["contradictions"] if "contradictions" in card else card["event"]["contradictions"]


def test_a_retired_id_leads_to_the_event_it_became(client: TestClient) -> None:
    first, second = ids(client)
    post(client, "join", event=first, others=[second])
    card = get(client, f"/api/events/{second}")
    assert card["event"]["event_id"] == first
    assert card["redirects"] == [second]
    assert client.get("/api/events/e000").json()["error"]["code"] == "not_found"


def test_who_is_behind_is_told_what_the_other_did(client: TestClient) -> None:
    first = ids(client)[0]
    seen = get(client, f"/api/events/{first}")["seen"]
    post(client, "accept", event=first, reviewer="ben", seen=seen)
    refused = post(client, "reject", event=first, seen=seen)
    assert refused.status_code == 409
    error = refused.json()["error"]
    assert error["code"] == "conflict" and "ben" in error["message"]
    assert [(one["by"], one["what"]) for one in error["detail"]["changes"]] == [("ben", "accept")]
    again = post(client, "reject", event=first, seen=error["detail"]["seen"])
    assert get(client, f"/api/events/{first}")["review"] == "rejected"
    assert again["event"] == first


def test_a_decision_sent_twice_is_one(client: TestClient) -> None:
    first = ids(client)[0]
    one = post(client, "note", event=first, note="hm", key="0123456789")
    two = post(client, "note", event=first, note="hm", key="0123456789")
    assert one["review"] == two["review"]
    assert len(get(client, "/api/log")["entries"]) == 1


def test_undo_says_what_it_took_back(client: TestClient) -> None:
    first = ids(client)[0]
    post(client, "accept", event=first)
    undone = post(client, "undo")
    assert (undone["undid"]["what"], undone["event"]) == ("accept", first)
    assert get(client, f"/api/events/{first}")["review"] == "unreviewed"
    assert post(client, "undo").status_code == 400


def test_a_missed_event_is_added_from_a_report(client: TestClient) -> None:
    value = {
        "evidence": [[0, 10]],
        "sub_event_type": "Arrests",
        "date": {"start": "2024-05-03", "end": "2024-05-03", "precision": "day"},
    }
    made = post(client, "add", report="a", value=value)
    page = get(client, "/api/reports/a")
    assert [(one["claim_id"], one["review"]) for one in page["claims"]] == [
        ("c1", "unreviewed"),
        ("h1", "accepted"),
    ]
    assert made["event"] in ids(client)


def test_changes_come_to_who_waits_for_them(client: TestClient) -> None:
    revision = get(client, "/api/meta")["revision"]
    assert get(client, f"/api/changes?after={revision}")["changes"] == []
    first = ids(client)[0]
    post(client, "accept", event=first, reviewer="ben")
    [change] = get(client, f"/api/changes?after={revision}&wait=5")["changes"]
    assert (change["event_id"], change["what"], change["by"]) == (first, "accept", "ben")


def test_the_queue_puts_first_what_needs_a_look_most(client: TestClient) -> None:
    first, second = ids(client)
    assert get(client, "/api/queue")["events"] == [first, second]
    post(client, "assign", event=second, value="ben")
    assert get(client, "/api/queue?reviewer=ben")["events"] == [second, first]
    assert get(client, "/api/queue?reviewer=eva")["events"] == [first, second]
    post(client, "accept", event=second)
    assert get(client, "/api/queue")["events"] == [first]
    post(client, "second", event=second)
    assert get(client, "/api/queue?reviewer=ben")["events"] == [second, first]
    assert get(client, "/api/queue?reviewer=ana")["events"] == [first]


def test_agreement_is_measured_between_reviewers(client: TestClient) -> None:
    first, second = ids(client)
    for event in (first, second):
        post(client, "accept", event=event)
        post(client, "accept", event=event, reviewer="ben")
    post(client, "edit", event=second, field="date", value="2024-05-18", reviewer="ben")
    told = get(client, "/api/agreement")
    alpha = {one["field"]: one for one in told["fields"]}
    assert (told["reviewers"], told["units"]) == (["ana", "ben"], 3)
    assert alpha["sub_event_type"]["alpha"] is None
    assert alpha["date"]["alpha"] == pytest.approx(1 - 2 / (18 / 5), abs=1e-3)


def test_gold_is_what_people_accepted_of_whole_reports(client: TestClient) -> None:
    first, second = ids(client)
    assert client.get("/api/gold").text == ""
    post(client, "accept", event=first)
    post(client, "edit", event=first, claim=["a", "c1"], field="civilians_targeted", value=True)
    post(client, "reject", event=second)
    lines = [json.loads(line) for line in client.get("/api/gold").text.splitlines()]
    assert [(line["report_id"], len(line["claims"])) for line in lines] == [
        ("a", 1),
        ("b", 1),
        ("c", 0),
    ]
    assert lines[0]["claims"][0]["civilians_targeted"] is True
    assert lines[0]["claims"][0]["event_key"] == first
    reports = client.get("/api/gold/reports").text.splitlines()
    assert json.loads(reports[0])["text"] == FIRST.text


def test_control_and_methodology_answer(client: TestClient) -> None:
    assert get(client, "/api/control")["holdings"] == []
    assert client.get("/api/control?on=soon").status_code == 400
    titles = [section["title"] for section in get(client, "/api/methodology")["sections"]]
    assert "Bias" in titles and "Who is heard" in titles


def test_an_export_of_tables_is_one_archive(client: TestClient) -> None:
    answer = client.get("/api/export/csv?publisher=c")
    assert answer.headers["content-type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        names = archive.namelist()
        rows = list(csv.DictReader(io.TextIOWrapper(archive.open("dateline-csv/reports.csv"))))
    assert "dateline-csv/events.csv" in names
    assert [row["report_id"] for row in rows] == ["c"]
    assert client.get("/api/export/xlsx").status_code == 404


EVIL = '2024-05-03 9 army <script>alert(1)</script> "><img src=x onerror=alert(2)>'


def test_the_address_of_a_report_is_shown_only_where_it_is_of_the_web(store: Store) -> None:
    bad = report("e", EVIL).model_copy(update={"url": "javascript:alert(1)"})
    good = FIRST.model_copy(update={"url": "https://example.org/a"})
    run(store, bad, good)
    client = client_of(store)
    urls = [get(client, f"/api/reports/{name}")["report"]["url"] for name in ("e", "a")]
    assert urls == [None, "https://example.org/a"]


def test_no_text_of_a_report_ends_the_data_of_a_saved_page(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "saved.html").write_text("<body><!--dateline-data--><p>page</p></body>")
    monkeypatch.setattr(saved, "STATIC", tmp_path)
    run(store, report("e", EVIL), OTHER)
    client = client_of(store)
    page = client.get("/api/page?publisher=e").text
    start = page.index('id="dateline-data">') + len('id="dateline-data">')
    data = page[start : page.index("</script>", start)]
    assert page[start + len(data) :] == "</script><p>page</p></body>"
    held = json.loads(data)
    assert (held["query"], held["index"]["count"], held["meta"]["csrf"]) == ("publisher=e", 1, "")
    [card] = held["cards"].values()
    assert card["reports"]["e"]["text"] == EVIL
    whole = get(client, "/api/index")["columns"]
    row = whole["id"].index(held["index"]["columns"]["id"][0])
    assert held["index"]["columns"]["changed"] == [whole["changed"][row]] != [None]


def test_the_server_answers_only_to_its_name(client: TestClient) -> None:
    answer = client.get("/api/meta", headers={"Host": "evil.example"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (421, "host")


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({}, "csrf"),
        ({"X-Dateline-Csrf": "wrong"}, "csrf"),
        ({"X-Dateline-Csrf": RULES.csrf, "Origin": "https://evil.example"}, "csrf"),
        ({"X-Dateline-Csrf": RULES.csrf, "Sec-Fetch-Site": "cross-site"}, "csrf"),
        ({"X-Dateline-Csrf": RULES.csrf, "Content-Type": "text/plain"}, "csrf"),
    ],
)
def test_no_other_site_can_decide(client: TestClient, headers: dict[str, str], code: str) -> None:
    body = json.dumps({"action": "accept", "reviewer": "ana", "event": ids(client)[0]})
    sent = {"Content-Type": "application/json"} | headers
    answer = client.post("/api/reviews", content=body, headers=sent)
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, code)
    assert get(client, "/api/log")["entries"] == []


def test_what_is_too_much_is_refused(client: TestClient, store: Store) -> None:
    assert client.get("/api/meta?x=" + "y" * 9000).status_code == 414
    big = post(client, "note", event=ids(client)[0], note="x", value="y" * LARGEST_BODY)
    assert big.status_code == 413
    headers = {"X-Dateline-Csrf": RULES.csrf, "Content-Type": "application/json"}
    chunks = (b" " * 65536 for _ in range(8))
    assert client.post("/api/reviews", content=chunks, headers=headers).status_code == 413
    slow = client_of(store, Rules(hosts=RULES.hosts, rate=0.001, burst=3))
    codes = [slow.get("/api/log").status_code for _ in range(5)]
    assert codes == [200, 200, 200, 429, 429]
    assert int(slow.get("/api/log").headers["retry-after"]) >= 1


def test_a_token_is_asked_for_where_one_is_set(store: Store) -> None:
    run(store, FIRST)
    rules = Rules(hosts=RULES.hosts, token="a-long-enough-token")
    client = client_of(store, rules)
    assert client.get("/api/meta").json()["error"]["code"] == "token"
    assert client.get("/api/meta?token=wrong").status_code == 401
    bearer = {"Authorization": f"Bearer {rules.token}"}
    assert client.get("/api/meta", headers=bearer).status_code == 200
    answer = client.get(f"/?type=Attack&token={rules.token}")
    assert (answer.status_code, answer.headers["location"]) == (303, "/?type=Attack")
    assert "HttpOnly" in answer.headers["set-cookie"]
    assert client.get("/api/meta").status_code == 200


@pytest.mark.parametrize(
    ("address", "asks"),
    [
        (Address("127.0.0.1"), False),
        (Address("localhost"), False),
        (Address("::1"), False),
        (Address("0.0.0.0"), True),
        (Address("192.168.1.5"), True),
        (Address("desk.example"), True),
        (Address("127.0.0.1", token="a-long-enough-token"), True),
    ],
)
def test_only_loopback_is_served_without_a_token(address: Address, asks: bool) -> None:
    rules = rules_for(address)
    assert (rules.token is not None) == asks
    assert ("token=" in link(address, rules, 80)) == asks


def test_no_page_may_run_what_is_not_its_own(client: TestClient) -> None:
    for path in ("/api/meta", "/", "/nowhere"):
        headers = client.get(path).headers
        policy = dict(
            part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";")
        )
        assert policy["default-src"] == "'none'"
        assert policy["script-src"] == policy["style-src"] == "'self'"
        assert headers["x-content-type-options"] == "nosniff"


def test_a_store_served_for_reading_takes_no_decision(store: Store) -> None:
    run(store, FIRST)
    client = client_of(store, read_only=True)
    assert post(client, "accept", event=ids(client)[0]).status_code == 403


def test_the_built_page_is_served_and_nothing_beside_it(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    static = tmp_path / "static"
    (static / "assets").mkdir(parents=True)
    (static / "index.html").write_text("<!doctype html>built")
    (static / "assets" / "main.js").write_text("1")
    (tmp_path / "secret.txt").write_text("secret")
    client = client_of(store)
    monkeypatch.setattr(pages, "STATIC", tmp_path / "none")
    answer = client.get("/")
    assert answer.status_code == 503 and "make viewer" in answer.text
    monkeypatch.setattr(pages, "STATIC", static)
    for path in ("/", "/event/e1", "/review"):
        assert client.get(path).text.endswith("built")
    script = client.get("/assets/main.js")
    assert script.headers["content-type"].startswith("text/javascript")
    again = client.get("/assets/main.js", headers={"If-None-Match": script.headers["etag"]})
    assert again.status_code == 304
    for path in ("/../secret.txt", "/%2e%2e/secret.txt", "/assets/..%2f..%2fsecret.txt"):
        assert client.get(path).status_code == 404


def test_local_tiles_are_served_in_parts(store: Store, tmp_path: Path) -> None:
    (tmp_path / "world.pmtiles").write_bytes(b"0123456789")
    client = client_of(store, tiles=str(tmp_path / "world.pmtiles"))
    assert get(client, "/api/meta")["basemap"]["kind"] == "pmtiles"
    part = client.get("/tiles/basemap.pmtiles", headers={"Range": "bytes=2-4"})
    assert (part.status_code, part.content) == (206, b"234")


def test_reports_of_many_scripts_keep_their_offsets(store: Store) -> None:
    text = "2024-05-03 7 army 🚀🚀 قصف السوق"
    run(store, Report(id="x", text=text, publisher="x", published="2024-05-04"))  # type: ignore[arg-type]
    client = client_of(store)
    [claim] = get(client, f"/api/events/{ids(client)[0]}")["claims"]
    [mark] = claim["marks"]
    assert text[mark["start"] : mark["end"]] == text == claim["quote"]


def test_a_server_that_follows_changes_knows_what_one_that_starts_anew_knows(
    client: TestClient, store: Store
) -> None:
    first, second = ids(client)
    post(client, "edit", event=first, field="date", value="2024-04-01", claim=["b", "c1"])
    post(client, "part", event=first, claims=[["b", "c1"]])
    post(client, "reject", event=second, reviewer="ben")
    post(client, "second", event=first)
    post(client, "assign", event=first, value="eva")
    run(store, report("d", "2024-05-03 13 army hit the crowded market square"), version="toll 2")
    post(client, "join", event=first, others=[second])
    post(client, "undo")
    followed, anew = client, client_of(store)
    for query in ("", "review=rejected", "flag=any", "since=2024-05-01", "assigned=eva"):
        assert ids(followed, query) == ids(anew, query)
        answers = [get(one, f"/api/selection?{query}") for one in (followed, anew)]
        facets = [
            {name: sorted(values) for name, values in answer["facets"].items()}
            for answer in answers
        ]
        assert facets[0] == facets[1]
        assert answers[0]["timeline"] == answers[1]["timeline"]
    assert get(followed, "/api/queue")["events"] == get(anew, "/api/queue")["events"]
    rows = [_rows(get(one, "/api/index")["columns"]) for one in (followed, anew)]
    assert rows[0] == rows[1]


def _rows(columns: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The rows of an index by id, codes as what they stand for; when they changed left out."""

    def cells(column: Any) -> list[Any]:
        if isinstance(column, list):
            return column
        values = column["values"]
        return [
            [values[n] for n in code]
            if isinstance(code, list)
            else (None if code is None else values[code])
            for code in column["index"]
        ]

    named = {name: cells(column) for name, column in columns.items() if name != "changed"}
    return {
        name: {column: named[column][row] for column in named}
        for row, name in enumerate(named["id"])
        if name is not None
    }
