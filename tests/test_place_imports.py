"""Places that a user adds: every format, every way a file can be wrong, and taking it back."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from openpyxl import Workbook
from typer.testing import CliRunner

from dateline.cli.places import app
from dateline.coding.document import parse
from dateline.coding.places import find_places
from dateline.errors import KnowledgeError, UsageError
from dateline.knowledge import user_places
from dateline.knowledge.gazetteer import Gazetteer
from dateline.knowledge.place_fetch import fetch
from dateline.knowledge.place_files import PlaceFile
from dateline.knowledge.place_import import Format, Imported, format_of, import_places
from dateline.model import Report
from dateline.store.versions import coder_version


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "data"
    monkeypatch.setenv("DATELINE_DATA", str(folder))
    return folder


def dump_line(geonameid: int, name: str, **cells: object) -> str:
    row = {
        "alternates": "", "lat": 35.6, "lon": 36.7, "class": "P", "code": "PPL", "country": "SY",
        "admin1": "12", "admin2": "", "population": 0,
    } | cells  # fmt: skip
    return "\t".join(
        str(cell)
        for cell in (
            geonameid, name, name, row["alternates"], row["lat"], row["lon"], row["class"],
            row["code"], row["country"], "", row["admin1"], row["admin2"], "", "",
            row["population"], "", 300, "Asia/Damascus", "2024-01-01",
        )
    )  # fmt: skip


def written(tmp_path: Path, name: str, *lines: str) -> Path:
    path = tmp_path / name
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return path


def taken(path: Path, **options: object) -> Imported:
    return import_places(path, Gazetteer.open(), **options)  # type: ignore[arg-type]


DUMP = (
    dump_line(169387, "Idlib Governorate", code="ADM1", **{"class": "A"}),
    dump_line(99900001, "Kafr Zumurrudin", alternates="Kfar Zumrud,كفر زمرد", lat=35.7, lon=36.6),
    dump_line(99900002, "Bir al Qafr", code="WLL", **{"class": "H"}),
    dump_line(170063, "Aleppo", alternates="Halab al-Jadida al-Kubra", lat=36.2, lon=37.16),
)


def test_a_geonames_dump_adds_places_and_names_and_can_be_taken_back(tmp_path: Path) -> None:
    made = taken(written(tmp_path, "SY.txt", *DUMP)).made
    assert (made.format, made.places) == ("geonames", 3)
    gazetteer = Gazetteer.open()
    [village] = gazetteer.find("Kafr Zumurrudin")
    assert (village.geonameid, village.country, village.kind) == (99900001, "SY", "city")
    assert gazetteer.find("Kfar Zumrud") == [village]
    assert not gazetteer.find("Bir al Qafr")
    # What the gazetteer knows keeps its English name and gains the further spelling.
    assert gazetteer.find("Halab al-Jadida al-Kubra")[0].name == "Aleppo"
    assert len([e for e in gazetteer.find("Aleppo", "SY") if e.geonameid == 170063]) == 1
    user_places.remove(made.number)
    assert not Gazetteer.open().find("Kafr Zumurrudin")
    assert not Gazetteer.open().find("Halab al-Jadida al-Kubra")
    assert user_places.imports() == []


def test_an_imported_place_is_found_in_texts(tmp_path: Path) -> None:
    taken(written(tmp_path, "SY.txt", *DUMP))
    report = Report(id="r", text="Shells fell on Kafr Zumurrudin in Idlib province, Syria.")
    [document] = parse([report])
    place = find_places(document, Gazetteer.open())[0].place
    assert (place.name, place.geonameid, place.lat) == ("Kafr Zumurrudin", 99900001, 35.7)


def test_an_import_makes_another_coder_version_so_that_reports_are_coded_anew(
    tmp_path: Path,
) -> None:
    coder_version.cache_clear()
    before = coder_version("english")
    number = taken(written(tmp_path, "SY.txt", *DUMP)).made.number
    coder_version.cache_clear()
    assert coder_version("english") != before
    user_places.remove(number)
    coder_version.cache_clear()
    assert coder_version("english") == before


def test_a_zip_is_read_like_its_text(tmp_path: Path) -> None:
    text = written(tmp_path, "SY.txt", *DUMP)
    path = tmp_path / "SY.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("readme.txt", "x" * 3000)
        archive.write(text, "SY.txt")
    assert taken(path).made.places == 3


def test_alternate_names_reach_known_places_only(tmp_path: Path) -> None:
    taken(written(tmp_path, "SY.txt", *DUMP))
    path = written(
        tmp_path,
        "alternateNamesV2.txt",
        "1\t99900001\ten\tEmerald Village\t1\t\t\t\t\t",
        "2\t99900001\tlink\thttps://example.org\t\t\t\t\t\t",
        "3\t170063\tfr\tAlep-la-Grise\t\t\t\t\t\t",
        "4\t99999999\ten\tNowhere Known\t1\t\t\t\t\t",
    )
    made = taken(path).made
    assert (made.format, made.places) == ("alternate-names", 2)
    gazetteer = Gazetteer.open()
    assert gazetteer.find("Alep-la-Grise")[0].name == "Aleppo"
    assert gazetteer.find("Kafr Zumurrudin")[0].name == "Emerald Village"
    assert not gazetteer.find("Nowhere Known")
    user_places.remove(made.number)
    assert Gazetteer.open().find("Kafr Zumurrudin")[0].name == "Kafr Zumurrudin"


COD_HEADER = "ADM2_EN,ADM2_AR,ADM2_PCODE,ADM1_EN,ADM1_PCODE,ADM0_EN,ADM0_PCODE"


def test_p_codes_of_a_cod_gazetteer_reach_towns_inside_the_unit(tmp_path: Path) -> None:
    book = Workbook()
    book.remove(book.active)
    book.create_sheet("README").append(["Common operational dataset"])
    first = book.create_sheet("ADM1")
    first.append(["ADM1_EN", "ADM1_PCODE", "ADM0_EN", "ADM0_PCODE"])
    first.append(["Idleb", "SY07", "Syria", "SY"])
    second = book.create_sheet("ADM2")
    second.append(COD_HEADER.split(","))
    second.append(["Harim", "حارم", "SY0703", "Idleb", "SY07", "Syria", "SY"])
    third = book.create_sheet("ADM3")
    third.append(["ADM3_EN", "ADM3_PCODE", *COD_HEADER.split(","), "center_lat", "center_lon"])
    row = ["Harim", "حارم", "SY0703", "Idleb", "SY07", "Syria", "SY"]
    third.append(["Qourqeena", "SY070305", *row, 36.15, 36.55])
    third.append(["Zzyxmahara", "SY070309", *row, None, None])
    path = tmp_path / "syr_admin.xlsx"
    book.save(path)
    done = taken(path)
    assert done.made.format == "cod"
    assert done.left_out == ["Zzyxmahara (SY070309)"]
    gazetteer = Gazetteer.open()
    idlib = next(e for e in gazetteer.find("Idleb", "SY") if e.kind == "admin1")
    assert (idlib.name, idlib.pcode) == ("Idlib", "SY07")
    assert gazetteer.find("Qourqeena")[0].pcode == "SY070305"
    assert gazetteer.find("Saraqib", "SY")[0].pcode == "SY07"
    [document] = parse([Report(id="r", text="Jets bombed Saraqib in Idlib, Syria.")])
    assert find_places(document, gazetteer)[0].place.pcode == "SY07"


def test_a_cod_csv_without_points_takes_those_that_are_known(tmp_path: Path) -> None:
    path = written(tmp_path, "adm1.csv", "adm1_name,adm1_pcode", "Nord-Kivu,CD61", "Ituri,CD54")
    assert taken(path).made.places == 2
    found = next(e for e in Gazetteer.open().find("North Kivu", "CD") if e.kind == "admin1")
    assert found.pcode == "CD61"
    assert -2 < found.lat < 0


NGA = "rk\tufi\tuni\tfull_name\tnt\tlat_dd\tlong_dd\tdesig_cd\tfc\tcc_ft\tadm1\tfull_nm_nd"


def nga_line(ufi: int, uni: int, name: str, kind: str = "N", lat: float = 12.5) -> str:
    return f"1\t{ufi}\t{uni}\t{name}\t{kind}\t{lat}\t24.5\tPPL\tP\tSDN\t\t{name}"


def test_an_nga_file_gives_a_place_all_its_names(tmp_path: Path) -> None:
    lines = (nga_line(-1, 11, "Umm Zzyx", "N"), nga_line(-1, 12, "Om Qwyzz", "V"))
    path = written(tmp_path, "su.txt", NGA, *lines, nga_line(-1, 13, "أم", "NS"))
    assert taken(path).made.places == 1
    [place] = Gazetteer.open().find("Om Qwyzz")
    assert (place.name, place.country, place.id) == ("Umm Zzyx", "SD", "nga:-1")


def test_nga_files_of_the_old_kind_use_fips_codes(tmp_path: Path) -> None:
    header = "RC\tUFI\tUNI\tLAT\tLONG\tFC\tDSG\tCC1\tADM1\tNT\tFULL_NAME_RO\tFULL_NAME_ND_RO"
    line = "1\t-5\t7\t31.5\t34.4\tP\tPPL\tGZ,WE\t\tN\tZzyx\u0101bah\tZzyxabah"
    path = written(tmp_path, "we.txt", header, line.replace("GZ,", ""))
    taken(path)
    assert Gazetteer.open().find("Zzyxabah")[0].country == "PS"


def test_a_plain_table_names_countries_in_words_or_codes(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "mine.csv",
        "name,latitude,longitude,country,aliases,kind,pcode",
        'Zzyx Ridge,36.1,36.8,Syria,"Tallat Zzyx|Zzyx Hill",mountain,C9999',
        "Zzyx Gate,31.2,34.2,PSE,,crossing,",
    )
    assert taken(path).made.places == 2
    gazetteer = Gazetteer.open()
    [ridge] = gazetteer.find("Zzyx Hill")
    assert (ridge.name, ridge.country, ridge.kind, ridge.pcode) == (
        "Zzyx Ridge", "SY", "mountain", "C9999",
    )  # fmt: skip
    assert gazetteer.find("Zzyx Gate")[0].country == "PS"


@pytest.mark.parametrize(
    ("name", "lines", "complaint"),
    [
        ("SY.txt", [DUMP[1], dump_line(5, "Far", lat=95.2)], r"SY\.txt:2: latitude 95\.2"),
        ("SY.txt", [DUMP[1], dump_line(5, "Far", lon=-181)], r"SY\.txt:2: longitude -181"),
        ("SY.txt", [DUMP[1], dump_line(5, "Nil", lat=0, lon=0)], r"SY\.txt:2: .* both 0"),
        ("SY.txt", [DUMP[1], DUMP[1]], r"SY\.txt:2: id 99900001 stands already in line 1"),
        ("SY.txt", [DUMP[1], DUMP[2][:40]], r"SY\.txt:2: \d columns, .* 19; .*cut off"),
        ("SY.txt", ["1\tx\t3"], r"SY\.txt:1: 3 columns; a GeoNames dump has 19"),
        ("a.csv", ["name,lat,country", "X,1,SY"], r"a\.csv:1: no columns of a format"),
        ("a.csv", ["name,lat,lon,country", "Zz,a,1,SY"], r"a\.csv:2: latitude 'a'"),
        ("a.csv", ["name,lat,lon,country", "Zz,1,1,Oz"], r"a\.csv:2: 'Oz' is no country"),
        ("a.csv", ["name,lat,lon,country", "Zz,1,1,SY", "Zz,1,1,SY"], r"a\.csv:3: .* line 2"),
        ("a.csv", ["name,lat,lon,country", "Zz,1,1"], r"a\.csv:2: 3 columns, .* header has 4"),
        ("a.csv", [COD_HEADER, "X,,SY01,Y,SY0,S,SY", "Z,,SY01,Y,SY0,S,SY"], r":3: p-code SY01"),
        ("n.txt", [NGA, nga_line(1, 1, "A"), nga_line(2, 1, "B")], r"n\.txt:3: name id 1 stands"),
        ("n.txt", [NGA, nga_line(1, 1, "A", lat=-99)], r"n\.txt:2: latitude -99"),
    ],
)
def test_a_bad_file_is_named_with_its_line_and_nothing_is_imported(
    tmp_path: Path, name: str, lines: list[str], complaint: str
) -> None:
    before = taken(written(tmp_path, "good.csv", "name,lat,lon,country", "Zzyx,36,37,SY")).made
    with pytest.raises(KnowledgeError, match=complaint) as caught:
        taken(written(tmp_path, name, *lines))
    assert "nothing was imported" in str(caught.value)
    assert user_places.imports() == [before]
    assert len(Gazetteer.open().find("Zzyx", "SY")) == 1


def test_all_bad_lines_are_named_at_once(tmp_path: Path) -> None:
    bad = [dump_line(number, "Far", lat=91) for number in (1, 2, 3)]
    with pytest.raises(KnowledgeError, match=r"SY\.txt:2.*\n.*SY\.txt:3") as caught:
        taken(written(tmp_path, "SY.txt", *bad))
    assert len(str(caught.value).splitlines()) == 4


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "SY.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("SY.txt", b"\0" * (64 << 20))
    with pytest.raises(KnowledgeError, match="would unpack to 67,108,864 bytes"):
        taken(path)


def test_a_workbook_bomb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "adm.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * (64 << 20))
    with pytest.raises(KnowledgeError, match="would unpack to"):
        taken(path)


@pytest.mark.parametrize("name", ["SY.zip", "adm.xlsx"])
def test_half_a_download_is_refused(tmp_path: Path, name: str) -> None:
    whole = tmp_path / "whole.zip"
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("SY.txt", "\n".join(DUMP))
    path = tmp_path / name
    path.write_bytes(whole.read_bytes()[:300])
    with pytest.raises(KnowledgeError, match="not a whole file of its kind"):
        taken(path)


def test_a_file_that_is_not_utf_8_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("name,lat,lon,country\nZz,1,1,SY\nKöln,2,2,DE\n".encode("latin-1"))
    with pytest.raises(KnowledgeError, match=r"a\.csv:3: not UTF-8"):
        taken(path, format_=Format.CSV)


def test_a_failure_midway_leaves_nothing(tmp_path: Path, data_folder: Path) -> None:
    good = dump_line(99900009, "Zzyxtown")
    lines = [dump_line(n, f"Town {n}") for n in range(1, 12_000)]
    with pytest.raises(KnowledgeError):
        taken(written(tmp_path, "SY.txt", good, *lines, dump_line(12_000, "Far", lat=91)))
    connection = sqlite3.connect(data_folder / "places.sqlite")
    assert connection.execute("SELECT count(*) FROM place").fetchone() == (0,)
    connection.close()


def test_names_keyed_by_another_version_are_keyed_anew(tmp_path: Path, data_folder: Path) -> None:
    taken(written(tmp_path, "SY.txt", *DUMP))
    connection = sqlite3.connect(data_folder / "places.sqlite")
    connection.execute("UPDATE name SET key = 'old' || place || spelling, spelling = 'zzyx gate'")
    connection.execute("PRAGMA user_version = 1")
    connection.commit()
    connection.close()
    assert Gazetteer.open().find("Zzyx Gate")


def test_a_file_of_an_earlier_layout_gains_the_new_columns(
    tmp_path: Path, data_folder: Path
) -> None:
    taken(written(tmp_path, "SY.txt", *DUMP))
    connection = sqlite3.connect(data_folder / "places.sqlite")
    connection.execute("ALTER TABLE place DROP COLUMN seat_lon")
    connection.close()
    assert Gazetteer.open().find("Kafr Zumurrudin")


@pytest.mark.parametrize(
    ("name", "lines", "format_"),
    [
        ("SY.txt", [DUMP[1]], Format.GEONAMES),
        ("a.txt", ["1\t2\ten\tX\t1\t\t\t"], Format.ALTERNATE_NAMES),
        ("a.csv", ["name;lat;lon", "X;1;2"], Format.CSV),
        ("a.csv", ["admin1Name_en,admin1Pcode", "X,SY01"], Format.COD),
        ("a.txt", [NGA], Format.NGA),
    ],
)
def test_the_format_is_told_from_the_columns(
    tmp_path: Path, name: str, lines: list[str], format_: Format
) -> None:
    assert format_of(PlaceFile(written(tmp_path, name, *lines))) is format_


def test_removing_what_is_not_there_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="no import 7"):
        user_places.remove(7)


def test_the_command_line_adds_lists_and_removes() -> None:
    run = CliRunner()
    options = ["--lat", "36.1", "--lon", "36.8", "--country", "sy", "--alias", "Jabal Zzyx"]
    assert run.invoke(app, ["add", "Mount Zzyx", *options, "--kind", "mountain"]).exit_code == 0
    shown = json.loads(run.invoke(app, ["show", "Jabal Zzyx"]).stdout)
    assert (shown["name"], shown["kind"], shown["source"]) == (
        "Mount Zzyx", "mountain", "added by hand",
    )  # fmt: skip
    [line] = run.invoke(app, ["list"]).stdout.splitlines()
    record = json.loads(line)
    assert (record["number"], record["label"], record["places"]) == (1, "Mount Zzyx", 1)
    assert run.invoke(app, ["remove", "1"]).exit_code == 0
    assert run.invoke(app, ["list"]).stdout == ""


class Server(SimpleHTTPRequestHandler):
    """Serves files with ranges and an entity tag, and breaks the first answer off where asked."""

    break_after: int | None = None
    ranges: list[str | None] = []  # noqa: RUF012

    def do_GET(self) -> None:
        path = Path(self.directory) / self.path.strip("/")
        if not path.exists():
            self.send_error(404, "Not Found")
            return
        data = path.read_bytes()
        asked = self.headers.get("Range")
        self.ranges.append(asked)
        start = int(asked.removeprefix("bytes=").rstrip("-")) if asked else 0
        self.send_response(206 if asked else 200)
        self.send_header("Content-Length", str(len(data) - start))
        self.send_header("ETag", '"one"')
        self.end_headers()
        if self.break_after is not None and not asked:
            self.wfile.write(data[: self.break_after])
            self.close_connection = True
            return
        self.wfile.write(data[start:])

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    served = tmp_path / "served"
    served.mkdir()
    with zipfile.ZipFile(served / "SY.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("SY.txt", "".join(line + "\n" for line in DUMP))
    Server.break_after, Server.ranges = None, []
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Server, directory=str(served))) as listening:
        thread = Thread(target=listening.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{listening.server_port}"
        listening.shutdown()
        thread.join()


def test_fetch_imports_what_the_server_has(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    result = CliRunner().invoke(app, ["fetch", "sy", "--from", server])
    assert result.exit_code == 0, result.stderr
    assert Gazetteer.open().find("Kafr Zumurrudin")
    assert user_places.imports()[0].label == "SY.zip"


def test_fetch_goes_on_where_it_broke_off(server: str, tmp_path: Path) -> None:
    folder = tmp_path / "fetched"
    Server.break_after = 200
    with pytest.raises(KnowledgeError, match="broken off after 200"):
        fetch("SY", folder, base=server)
    path = fetch("SY", folder, base=server)
    assert Server.ranges == [None, "bytes=200-"]
    assert path.read_bytes() == (tmp_path / "served/SY.zip").read_bytes()


def test_fetch_refuses_what_is_too_large_or_not_what_was_expected(
    server: str, tmp_path: Path
) -> None:
    with pytest.raises(KnowledgeError, match="more than 100 bytes"):
        fetch("SY", tmp_path, base=server, largest=100)
    with pytest.raises(KnowledgeError, match="SHA-256"):
        fetch("SY", tmp_path, base=server, sha256="0" * 64)
    with pytest.raises(KnowledgeError, match="404"):
        fetch("XX", tmp_path, base=server)


def test_fetch_without_a_network_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"dateline places import SY\.zip"):
        fetch("SY", tmp_path, base="http://127.0.0.1:9")
