#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Jjak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes places.tsv and countries.tsv beside this script, from Debian's libgeonames and from korea.tsv.

Needs the Debian packages libgeonames0 and libgeonames-common and the distribution's own python3 (gettext looks for the
catalogue below its prefix). Run it only to renew the data: the results are committed.
"""
import ctypes
import gettext
import pathlib
import re

HERE = pathlib.Path(__file__).resolve().parent
HANGUL = re.compile("[\uac00-\ud7a3]")
MIN_POPULATION = 15000  # what libgeonames holds; smaller or unknown ones are villages with a wrong population

geonames = ctypes.CDLL("libgeonames.so.0")
glib = ctypes.CDLL("libglib-2.0.so.0")
geonames.geonames_get_city.restype = ctypes.c_void_p
glib.g_variant_get_child_value.restype = ctypes.c_void_p
glib.g_variant_get_child_value.argtypes = [ctypes.c_void_p, ctypes.c_size_t]
glib.g_variant_get_string.restype = ctypes.c_char_p
glib.g_variant_get_string.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
glib.g_variant_get_uint32.restype = ctypes.c_uint32
glib.g_variant_get_uint32.argtypes = [ctypes.c_void_p]
glib.g_variant_get_double.restype = ctypes.c_double
glib.g_variant_get_double.argtypes = [ctypes.c_void_p]


def text(city, field):
    return glib.g_variant_get_string(glib.g_variant_get_child_value(city, field), None).decode()


def number(city, field):
    value = glib.g_variant_get_child_value(city, field)
    return glib.g_variant_get_uint32(value) if field == 7 else glib.g_variant_get_double(value)


with open(gettext.find("geonames", languages=["ko"]), "rb") as catalogue:
    korean_names = gettext.GNUTranslations(catalogue)


def korean(key):
    """The Korean name of a city id, a region "US.CA" or a country "US"; nothing when the catalogue only has Latin letters."""
    name = korean_names.gettext(key).strip()
    return name if HANGUL.search(name) else ""


def cities():
    for index in range(geonames.geonames_get_n_cities()):
        city = geonames.geonames_get_city(index)
        key, name, region_code, region, code, country = (text(city, field) for field in range(6))
        yield dict(key=key, name=name, region_key=f"{code}.{region_code}", region=region, code=code, country=country,
                   population=number(city, 7), latitude=number(city, 8), longitude=number(city, 9))


rows, countries = [], {"KR": "South Korea"}
for city in cities():
    countries.setdefault(city["code"], city["country"])
    if city["code"] == "KR" or city["population"] < MIN_POPULATION:
        continue  # Korea comes complete from korea.tsv
    region = city["region"] if city["region"] != city["name"] else ""
    rows.append((city["population"], [city["name"], korean(city["key"]), city["code"], region,
                 korean(city["region_key"]) if region else "", f"{city['latitude']:.2f}", f"{city['longitude']:.2f}"]))
for line in (HERE / "korea.tsv").read_text(encoding="utf-8").splitlines():
    if line.startswith("#"):
        continue
    name, name_ko, region, region_ko, latitude, longitude, population = line.split("\t")
    rows.append((int(population), [name, name_ko, "KR", region, region_ko, latitude, longitude]))

# The most populous first: whoever reads the file gets the ranking for nothing.
rows.sort(key=lambda row: (-row[0], row[1]))
assert all("\t" not in field for _, fields in rows for field in fields)
with open(HERE / "places.tsv", "w", encoding="utf-8") as out:
    for population, fields in rows:
        out.write("\t".join([*fields, str(population)]) + "\n")
with open(HERE / "countries.tsv", "w", encoding="utf-8") as out:
    for code, name in sorted(countries.items()):
        out.write(f"{code}\t{name}\t{korean(code)}\n")
print(len(rows), "places,", len(countries), "countries")
