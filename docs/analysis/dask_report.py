#!/usr/bin/env python3
"""The standard questions on a Dask cluster.

    dask_report.py SCHEDULER_FILE FOLDER > answers.json

FOLDER holds lines/*.json (the flags as NDJSON, with study, participant, source and date), daily.ndjson and
edges.ndjson. One JSON object out: for each question of docs/analysis/*.sql its rows, in no order.
Written for Debian 12's python3-dask, python3-distributed and python3-pandas, which come without a Parquet engine;
with pyarrow, dask.dataframe.read_parquet reads the merged folder itself.
"""

import json
import math
import sys

import dask.bag
import pandas
from distributed import Client

NOBODY = "none"


def per_flag(flag):
    """What the questions ask of every flag."""
    return {
        "flag_id": flag["flag_id"],
        "study": flag["study"],
        "participant": flag["participant"],
        "date": flag["date"],
        "domain": flag["registrable_domain"] or flag["host"],
        "list_version": flag["list"]["version"],
        "sha256": flag["list"]["sha256"],
        "detector_version": flag["detector_version"],
    }


def per_rail(flag):
    """A row for each exchange and payment rail of a flag."""
    exchanges = {finding["exchange"] or "on no list" for finding in flag["findings"]} or {"no finding shown"}
    words = [signal["value"] for signal in flag["signals"] if signal["id"] == "payment-rails"]
    rails = ["none"] if not words else ["left out"] if words[0] == "" else words[0].split("、")
    return [
        {
            "flag_id": flag["flag_id"],
            "participant": flag["participant"],
            "exchange": exchange,
            "script": flag["script"] or "none",
            "rail": rail,
        }
        for exchange in exchanges
        for rail in set(rails)
    ]


def per_name(flag):
    """A row for each exchange and each kind that a flag of a domain names."""
    domain = flag["registrable_domain"] or flag["host"]
    found = flag["findings"]
    names = {("exchanges", finding["exchange"]) for finding in found if finding["exchange"] is not None}
    names |= {("kinds", finding["kind"]) for finding in found}
    return [{"domain": domain, "what": what, "name": name} for what, name in names]


def frame(bag, first):
    """A bag of dictionaries as a data frame; `first` says columns and types."""
    return bag.to_dataframe(meta={name: type(value) for name, value in first.items()})


def counted(frame, keys, participant="participant"):
    """Flags and distinct participants by keys."""
    flags = frame.groupby(keys)["flag_id"].count().compute().rename("flags")
    people = frame[keys + [participant]].drop_duplicates().groupby(keys)[participant].count().compute()
    return pandas.concat([flags, people.rename("participants")], axis=1).reset_index()


def extent(frame, keys, first, last):
    """First and last date by keys."""
    grouped = frame.groupby(keys)["date"]
    return pandas.concat(
        [grouped.min().compute().rename(first), grouped.max().compute().rename(last)], axis=1
    ).reset_index()


def somebody(row):
    """Exports that name nobody are each somebody."""
    return str(row["source"]) if row["participant"] == NOBODY else ""


def rate(flags, pages):
    """Flags per 100 pages to three decimals, halves away from zero."""
    return None if not pages else math.floor(100 * flags / pages * 1000 + 0.5) / 1000


def flags_per_page(flags, daily):
    flagged = counted(flags, ["study", "date"]).rename(columns={"date": "day"})
    days = daily.map(
        lambda row: {
            "study": row["study"],
            "participant": row["participant"],
            "somebody": somebody(row),
            "day": row["day"],
            "checked": row["checked"],
        }
    )
    columns = {"study": "", "participant": "", "somebody": "", "day": "", "checked": 0}
    latest = frame(days, columns).groupby(["study", "participant", "somebody", "day"])["checked"].max()
    pages = latest.reset_index().groupby(["study", "day"])["checked"].sum().compute().rename("pages")
    rows = flagged.merge(pages.reset_index(), on=["study", "day"], how="outer")
    for row in rows.to_dict("records"):
        seen = 0 if math.isnan(row["flags"]) else int(row["flags"])
        checked = None if math.isnan(row["pages"]) else int(row["pages"])
        yield {
            "study": row["study"],
            "day": row["day"],
            "participants": 0 if math.isnan(row["participants"]) else int(row["participants"]),
            "pages": checked,
            "flags": seen,
            "flags_per_100_pages": rate(seen, checked),
        }


def first_and_last_seen(flags, names):
    rows = counted(flags, ["domain"]).merge(extent(flags, ["domain"], "first_seen", "last_seen"), on="domain")
    named = names.drop_duplicates().compute()
    words = {}
    for domain, what, name in named.itertuples(index=False):
        words.setdefault((domain, what), []).append(name)
    for row in rows.to_dict("records"):
        for what in ("exchanges", "kinds"):
            row[what] = ", ".join(sorted(words.get((row["domain"], what), [])))
        yield row


def succession_edges(edges):
    keys = ["exchange", "from", "to", "kind"]
    who = keys + ["study", "participant", "somebody"]
    columns = dict.fromkeys(who, "") | {"times": 0, "first_seen": "", "last_seen": ""}
    seen = frame(
        edges.map(lambda row: {name: somebody(row) if name == "somebody" else row[name] for name in columns}),
        columns,
    ).groupby(who)
    each = pandas.concat(
        [seen["times"].max().compute(), seen["first_seen"].min().compute(), seen["last_seen"].max().compute()],
        axis=1,
    ).reset_index()
    for key, group in each.groupby(keys):
        if len(group) > 1:
            yield dict(zip(keys, key)) | {
                "participants": len(group),
                "times": int(group["times"].sum()),
                "first_seen": group["first_seen"].min()[:10],
                "last_seen": group["last_seen"].max()[:10],
            }


def list_versions(flags):
    keys = ["list_version", "sha256", "detector_version"]
    return counted(flags, keys).merge(extent(flags, keys, "first_day", "last_day"), on=keys).to_dict("records")


def main(scheduler_file, folder):
    client = Client(scheduler_file=scheduler_file)
    client.wait_for_workers(2)
    lines = dask.bag.read_text(f"{folder}/lines/*.json", blocksize="8MiB").map(json.loads)
    daily = dask.bag.read_text(f"{folder}/daily.ndjson").map(json.loads)
    edges = dask.bag.read_text(f"{folder}/edges.ndjson").map(json.loads)
    text = dict.fromkeys(["flag_id", "study", "participant", "date", "domain"], "")
    flags = frame(lines.map(per_flag), text | {"list_version": 0, "sha256": "", "detector_version": ""}).persist()
    keys = ["exchange", "script", "rail"]
    rails = frame(lines.map(per_rail).flatten(), dict.fromkeys(["flag_id", "participant"] + keys, ""))
    names = frame(lines.map(per_name).flatten(), dict.fromkeys(["domain", "what", "name"], ""))
    answers = {
        "flags-per-page": list(flags_per_page(flags, daily)),
        "exchanges-by-script": counted(rails, keys).to_dict("records"),
        "first-and-last-seen": list(first_and_last_seen(flags, names)),
        "succession-edges": list(succession_edges(edges)),
        "list-versions": list_versions(flags),
    }
    json.dump({"workers": len(client.scheduler_info()["workers"]), "answers": answers}, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
